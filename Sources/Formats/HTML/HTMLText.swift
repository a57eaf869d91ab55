/// What a page says to its reader: lines of text and rows of tables, each with the line of the
/// source on which it begins. Scripts, styles and comments are left out.
///
///     let page = HTMLText(bytes)   // UTF-8; see TextDecoding
///     for block in page.blocks { … }
public struct HTMLText: Sendable {
  public struct Cell: Sendable, Hashable {
    /// White space folded; paragraphs and forced breaks of the cell are parted by line feeds.
    public let text: String
    public let line: Int
  }

  public struct Block: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
      case line(String)
      /// A heading and its level, 1 to 6.
      case heading(String, level: Int)
      /// A row of the table with this number, counted from one; a cell that spans rows or columns
      /// stands in each of them.
      case row([Cell], table: Int, isHeader: Bool)
    }

    public let content: Content
    /// Counted from one.
    public let line: Int
    /// Where of the page it stands.
    public var place = Place.body
  }

  /// Parts of a page that are no part of what it tells.
  public enum Place: Sendable, Hashable {
    case body
    /// In an `aside` or `nav`, counted from one: a box of facts, or links that lead elsewhere.
    case aside(Int)
    /// In what its readers wrote.
    case comments
  }

  public let title: String?
  /// `meta` elements that have a name or property, in small letters, and a content.
  public let metadata: [(name: String, content: String)]
  public let blocks: [Block]
  /// The page begins as a whole document and never ends: part of it may be missing.
  public let isCutOff: Bool
  /// Elements are nested so deep that reading stopped there.
  public let isTooDeep: Bool

  /// Reads a page that is valid UTF-8; repairs what it leaves open and never fails.
  public init(_ bytes: [UInt8]) {
    var builder = HTMLTextBuilder()
    let state = HTMLTextState()
    let parsing = HTMLParsing { event, line in state.builder.take(event, line) }
    let isRead = parsing.read(bytes)
    builder = state.builder
    builder.finish()
    title = builder.title
    metadata = builder.metadata
    blocks = builder.blocks
    isTooDeep = parsing.isTooDeep || !isRead
    isCutOff = HTMLText.isCutOff(bytes)
  }

  /// Whether bytes look like a page: a tag of HTML stands near their start.
  public static func isHTML(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    if head.contains("<?xml"), !head.contains("<html") { return false }
    return ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<p ", "<meta"]
      .contains { head.contains($0) }
  }

  private static func isCutOff(_ bytes: [UInt8]) -> Bool {
    func has(_ tag: String, in part: ArraySlice<UInt8>) -> Bool {
      String(decoding: part, as: UTF8.self).lowercased().contains(tag)
    }
    guard has("<html", in: bytes.prefix(4096)) else { return false }
    return !has("</html", in: bytes.suffix(1 << 16))
  }
}

/// Holds the builder while the parser calls back.
private final class HTMLTextState {
  var builder = HTMLTextBuilder()
}
