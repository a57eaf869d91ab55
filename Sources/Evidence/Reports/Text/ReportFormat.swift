internal import Formats

/// In which form a report comes.
public enum ReportFormat: String, Sendable, Hashable {
  case text, markdown, html

  /// Told by the name of the file where it says so, else by the bytes.
  public static func guess(name: String, bytes: [UInt8]) -> ReportFormat {
    let name = name.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .markdown }
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") {
      return .html
    }
    if name.hasSuffix(".txt") { return .text }
    return HTMLText.isHTML(bytes) ? .html : .text
  }
}

/// How much of a report is read.
public struct ReportLimits: Sendable, Hashable {
  /// Bytes of a file; a longer one is refused whole, so that nothing of it is lost unseen.
  public var bytes = 128 << 20
  /// Proposals of one report; more are counted and not kept.
  public var proposals = 20_000
  /// Speakers of one report that are followed to their texts; sentences of more are counted.
  public var speakers = 20_000
  /// Places that are kept for one finding; more are counted.
  public var locators = 200

  public init() {}
}
