/// Why text is not JSON, and where.
public struct JSONFailure: Error, Sendable {
  public enum Reason: Sendable, Equatable {
    case empty
    case endsEarly
    case unexpected(expected: String)
    case trailingText
    case duplicateName(String)
    case controlCharacter
    case badEscape
    case loneSurrogate
    case badNumber
    case leadingZero
    case numberTooLong
    case invalidUTF8
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
    /// It is JSON, and its reader does not accept what it says.
    case refused(String)
  }

  public let reason: Reason
  /// Byte offset of the fault.
  public let offset: Int
  public let position: SourcePosition

  /// The reason in words, lower case, without the place.
  public var message: String {
    switch reason {
    case .empty: "there is no JSON text"
    case .endsEarly: "the text ends before the value does"
    case .unexpected(let expected): "expected \(expected)"
    case .trailingText: "there is more text after the value"
    case .duplicateName(let name): "the name `\(name)` stands twice in one object"
    case .controlCharacter: "a control character stands unescaped in a string"
    case .badEscape: "the escape after the backslash is not valid"
    case .loneSurrogate: "half of a surrogate pair stands alone"
    case .badNumber: "the number is not complete"
    case .leadingZero: "the number has a leading zero"
    case .numberTooLong: "the number has more than 64 characters"
    case .invalidUTF8: "the bytes are not valid UTF-8"
    case .tooDeep(let limit): "values are nested more than \(limit) deep"
    case .tooLarge(let limit): "the text has more than \(limit) bytes"
    case .refused(let message): message
    }
  }
}
