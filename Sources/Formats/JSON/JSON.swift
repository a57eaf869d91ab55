/// One JSON value with the byte offset at which it began in its source.
///
/// The same type is built by hand for output, where the offset is zero and says nothing. Objects
/// keep the order of their members; numbers keep the literal as written, because a decimal amount
/// must not pass through binary floating point (RFC 8259 section 6).
public struct JSON: Sendable {
  public enum Value: Sendable {
    case null
    case boolean(Bool)
    /// The literal as written.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])
  }

  /// One name and value of an object.
  public struct Member: Sendable {
    public let key: String
    /// Byte offset of the opening quotation mark of the name.
    public let keyOffset: Int
    public let value: JSON

    public init(_ key: String, _ value: JSON, keyOffset: Int = 0) {
      self.key = key
      self.keyOffset = keyOffset
      self.value = value
    }
  }

  public let value: Value
  /// Byte offset of the first character in the source, zero for values built in memory.
  public let offset: Int

  public init(_ value: Value, offset: Int = 0) {
    self.value = value
    self.offset = offset
  }
}

extension JSON {
  public static let null = JSON(.null)
  public static func string(_ text: String) -> JSON { JSON(.string(text)) }
  public static func boolean(_ flag: Bool) -> JSON { JSON(.boolean(flag)) }
  public static func integer(_ number: Int) -> JSON { JSON(.number(String(number))) }
  public static func array(_ elements: [JSON]) -> JSON { JSON(.array(elements)) }
  public static func strings(_ elements: some Sequence<String>) -> JSON {
    JSON(.array(elements.map(JSON.string)))
  }
  /// An object from name and value pairs, in the order given.
  public static func object(_ members: [(String, JSON)]) -> JSON {
    JSON(.object(members.map { Member($0.0, $0.1) }))
  }
  /// The text, or `null` where there is none.
  public static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}

extension JSON {
  /// The value of the first member with this name; nil for other kinds of value.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }
  public var string: String? {
    if case .string(let text) = value { text } else { nil }
  }
  public var boolean: Bool? {
    if case .boolean(let flag) = value { flag } else { nil }
  }
  public var array: [JSON]? {
    if case .array(let elements) = value { elements } else { nil }
  }
  public var members: [Member]? {
    if case .object(let members) = value { members } else { nil }
  }
  /// The number as an integer; nil where it has a fraction, an exponent or is too large.
  public var integer: Int? {
    if case .number(let literal) = value { Int(literal) } else { nil }
  }
  public var isNull: Bool {
    if case .null = value { true } else { false }
  }
  /// All strings of an array, or a lone string as an array of one; nil for anything else.
  public var strings: [String]? {
    switch value {
    case .string(let text): [text]
    case .array(let elements):
      elements.reduce(into: [String]?([])) { result, element in
        guard let text = element.string else {
          result = nil
          return
        }
        result?.append(text)
      }
    default: nil
    }
  }
  /// What kind of value this is, in the words of RFC 8259, for messages.
  public var kindName: String {
    switch value {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
