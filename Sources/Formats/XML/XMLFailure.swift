/// Why a document is not read as XML, and where.
public struct XMLFailure: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// There is no element at all.
    case empty
    case endsEarly
    /// The end tag of another element stands where this one is open.
    case mismatch(open: String, line: Int, closed: String)
    /// A document type definition, through which entities and other files come in.
    case documentType
    case undeclaredEntity
    case textAfterRoot
    case encoding
    case tooDeep(limit: Int)
    case tooMuchText(limit: Int)
    case tagTooLong(limit: Int)
    case tooManyAttributes(limit: Int)
    case recordTooLarge(limit: Int)
    /// Any other fault, in the words of libxml2.
    case malformed(String)
  }

  public let reason: Reason
  /// Counted from one; the line that the parser had reached.
  public let line: Int

  public init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = max(1, line)
  }

  /// The reason in words, lower case, without the place.
  public var message: String {
    switch reason {
    case .empty: "there is no element in it"
    case .endsEarly: "the text ends before its elements are closed"
    case .mismatch(let open, let line, let closed):
      "`\(closed)` is closed where `\(open)`, opened on line \(line), stands open"
    case .documentType: "it has a document type definition (`<!DOCTYPE`), which is never read"
    case .undeclaredEntity: "a reference names an entity that XML does not define"
    case .textAfterRoot: "there is more text after the root element"
    case .encoding: "the bytes do not fit the encoding that the file declares"
    case .tooDeep(let limit): "elements are nested more than \(limit) deep"
    case .tooMuchText(let limit): "a text has more than \(limit) bytes"
    case .tagTooLong(let limit): "a tag or comment has more than \(limit) bytes"
    case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
    case .recordTooLarge(let limit): "a record has more than \(limit) bytes"
    case .malformed(let words): "it is not well-formed XML: \(words)"
    }
  }
}
