/// Walks through JSON text and reads only what is asked for; the rest is skipped, not built.
///
/// As strict as `JSONReader`, but for names that stand twice in one object: who reads the members
/// sees them twice and has to refuse them. A copy of a cursor stays where it was made, so that a
/// member can be read again once those behind it are known.
///
///     var cursor = try JSONCursor(bytes)
///     try cursor.enterObject()
///     while let member = try cursor.nextMember(of: names) {
///       switch member {
///       case .known(0): id = try cursor.text()
///       default: try cursor.skip()
///       }
///     }
///     try cursor.finish()
public struct JSONCursor {
  /// What kind of value comes next, by its first character.
  public enum Kind: Sendable, Hashable {
    case object, array, string, number, word
  }

  private var reader: JSONReader
  private var depth = 0
  /// Nothing of the innermost object or array has been read yet.
  private var isAtStart = false

  /// Throws where the text is too long, empty, or no valid UTF-8.
  public init(
    _ bytes: [UInt8], limits: JSONReader.Limits = JSONReader.Limits()
  ) throws(JSONFailure) {
    reader = JSONReader(bytes, limits: limits)
    try reader.checkInput()
  }

  /// The kind of the next value; meaningless where a value may not stand.
  public mutating func kind() throws(JSONFailure) -> Kind {
    reader.skipWhitespace()
    guard reader.index < reader.bytes.count else { throw reader.failure(.endsEarly) }
    switch reader.bytes[reader.index] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return .word
    default: return .number
    }
  }

  public mutating func enterObject() throws(JSONFailure) {
    guard try kind() == .object else { throw expected("an object") }
    try enter()
  }

  public mutating func enterArray() throws(JSONFailure) {
    guard try kind() == .array else { throw expected("an array") }
    try enter()
  }

  /// The name of the next member, whose value has to be read or skipped; nil at the end of the
  /// object, which is then left.
  public mutating func nextMember(of names: JSONNames) throws(JSONFailure) -> JSONNames.Found? {
    guard try advance(closing: UInt8(ascii: "}")) else { return nil }
    reader.skipWhitespace()
    let name = try reader.readName(names)
    try reader.expect(UInt8(ascii: ":"))
    return name
  }

  /// The index of the next member that is one of a set of names, whose value has to be read or
  /// skipped; others are passed over. Nil at the end of the object, which is then left.
  ///
  /// The name that is expected is tried first; texts of one writer name things in one order.
  public mutating func nextKnownMember(
    of names: JSONNames, expecting expected: Int = -1
  ) throws(JSONFailure) -> Int? {
    while try advance(closing: UInt8(ascii: "}")) {
      reader.skipWhitespace()
      let index = try reader.readKnownName(names, expecting: expected)
      try reader.expect(UInt8(ascii: ":"))
      if let index { return index }
      try skip()
    }
    return nil
  }

  /// Whether another element follows, which has to be read or skipped; at the end of the array it
  /// is left.
  public mutating func nextElement() throws(JSONFailure) -> Bool {
    try advance(closing: UInt8(ascii: "]"))
  }

  public mutating func text() throws(JSONFailure) -> String {
    reader.skipWhitespace()
    return try reader.readString()
  }

  /// The bytes of a string, which are those of the text itself where they can be.
  public mutating func textBytes() throws(JSONFailure) -> ArraySlice<UInt8> {
    reader.skipWhitespace()
    return try reader.readStringBytes()
  }

  /// A string as one of a set of names.
  public mutating func text(of names: JSONNames) throws(JSONFailure) -> JSONNames.Found {
    reader.skipWhitespace()
    return try reader.readName(names)
  }

  public mutating func flag() throws(JSONFailure) -> Bool {
    guard try kind() == .word, let flag = try reader.readFlag() else {
      throw expected("true or false")
    }
    return flag
  }

  /// True or false; nil for `null`.
  public mutating func optionalFlag() throws(JSONFailure) -> Bool? {
    guard try kind() == .word else { throw expected("true, false or null") }
    return try reader.readFlag()
  }

  /// A number as written.
  public mutating func number() throws(JSONFailure) -> String {
    String(decoding: try numberBytes(), as: UTF8.self)
  }

  /// The bytes of a number as written.
  public mutating func numberBytes() throws(JSONFailure) -> ArraySlice<UInt8> {
    guard try kind() == .number else { throw expected("a number") }
    return reader.bytes[try reader.readNumberRange()]
  }

  public mutating func integer() throws(JSONFailure) -> Int {
    guard let integer = Int(try number()) else { throw expected("an integer") }
    return integer
  }

  /// Any value, built whole.
  public mutating func value() throws(JSONFailure) -> JSON {
    try reader.readValue(depth: depth)
  }

  public mutating func skip() throws(JSONFailure) { try reader.skipValue(depth: depth) }

  /// Throws where anything but whitespace follows the value that was read.
  public mutating func finish() throws(JSONFailure) {
    reader.skipWhitespace()
    guard reader.index == reader.bytes.count else { throw reader.failure(.trailingText) }
  }

  /// A fault of form at the place of the cursor.
  public func failure(_ reason: JSONFailure.Reason) -> JSONFailure { reader.failure(reason) }

  /// A fault of meaning at the place of the cursor, told as the faults of form are.
  public func refused(_ message: String) -> JSONFailure { reader.failure(.refused(message)) }

  private func expected(_ words: String) -> JSONFailure {
    reader.failure(.unexpected(expected: words))
  }

  private mutating func enter() throws(JSONFailure) {
    guard depth < reader.limits.depth else {
      throw reader.failure(.tooDeep(limit: reader.limits.depth))
    }
    reader.index += 1
    depth += 1
    isAtStart = true
  }

  private mutating func advance(closing: UInt8) throws(JSONFailure) -> Bool {
    reader.skipWhitespace()
    if reader.takeIf(closing) {
      isAtStart = false
      depth -= 1
      return false
    }
    if !isAtStart {
      guard reader.takeIf(UInt8(ascii: ",")) else {
        // Tells the bracket that is missing, as JSONReader does.
        try reader.expect(closing)
        return false
      }
    }
    isAtStart = false
    return true
  }
}
