/// Reads XML step by step, holding no more of it than one tag or text.
///
/// libxml2 decodes and checks the text (UTF-8, UTF-16, Latin-1, windows-1252 and whatever else its
/// iconv knows); document types, and with them entities and other files, are refused, and nothing
/// is ever fetched. What was returned before a fault stands in the file, but a caller that
/// cannot use half a document must throw it away when `next` throws.
///
///     var reader = XMLReader(bytes)
///     while let event = try reader.next() { … }
public struct XMLReader: ~Copyable {
  private let bytes: [UInt8]
  private let parsing: XMLParsing
  private var offset = 0
  private var isFinished = false

  public init(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) {
    self.bytes = bytes
    parsing = XMLParsing(head: bytes.prefix(4), limits: limits)
    offset = min(4, bytes.count)
  }

  /// How many elements are open after the last event.
  public private(set) var depth = 0

  /// The next event, or nil after the end of a document that is sound to its last byte.
  public mutating func next() throws(XMLFailure) -> XMLEvent? {
    while true {
      if let event = parsing.takeEvent() {
        switch event {
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
        return event
      }
      if let failure = parsing.failure { throw failure }
      guard !isFinished else { return nil }
      let end = min(offset + XMLReader.chunk, bytes.count)
      isFinished = end == bytes.count
      parsing.feed(bytes[offset..<end], isLast: isFinished)
      offset = end
    }
  }

  /// The rest of the element whose start was the last event, as a tree.
  public mutating func element(_ start: XMLStart) throws(XMLFailure) -> XMLElement {
    var room = parsing.limits.record
    return try element(start, room: &room)
  }

  /// Passes over the rest of the element whose start was the last event.
  public mutating func skipElement() throws(XMLFailure) {
    let outside = depth - 1
    while depth > outside, try next() != nil {}
  }

  // Recursion is bounded by the limit on depth.
  private mutating func element(
    _ start: XMLStart, room: inout Int
  ) throws(XMLFailure) -> XMLElement {
    var element = XMLElement(start)
    room -= 64 + start.attributes.reduce(0) { $0 + $1.value.utf8.count }
    while room >= 0, let event = try next() {
      switch event {
      case .start(let child): element.children.append(try self.element(child, room: &room))
      case .text(let text):
        room -= text.utf8.count
        element.text += text
      case .end: return element
      }
    }
    throw XMLFailure(.recordTooLarge(limit: parsing.limits.record), line: start.line)
  }

  /// The start of the root element, without reading further; how a document is recognised.
  public static func root(of bytes: [UInt8]) throws(XMLFailure) -> XMLStart {
    var reader = XMLReader(bytes)
    while let event = try reader.next() {
      if case .start(let start) = event { return start }
    }
    throw XMLFailure(.empty, line: 1)
  }

  private static let chunk = 1 << 14
}
