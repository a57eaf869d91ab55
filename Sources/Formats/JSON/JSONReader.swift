/// Reads JSON text (RFC 8259) strictly: one value, valid UTF-8, no duplicate names, bounded depth.
///
/// Why not a library: every error must name line and column, numbers must stay decimal, and list
/// files of 25 MB are read element by element without a tree of the whole.
public struct JSONReader {
  /// Bounds that keep hostile input from exhausting memory or the stack.
  public struct Limits: Sendable {
    public var depth: Int
    public var bytes: Int

    public init(depth: Int = 64, bytes: Int = 64 << 20) {
      self.depth = depth
      self.bytes = bytes
    }
  }

  let bytes: [UInt8]
  let limits: Limits
  var index = 0

  init(_ bytes: [UInt8], limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Reads the one value that the bytes hold.
  public static func read(
    _ bytes: [UInt8], limits: Limits = Limits()
  ) throws(JSONFailure) -> JSON {
    var reader = JSONReader(bytes, limits: limits)
    try reader.checkInput()
    let value = try reader.readValue(depth: 0)
    reader.skipWhitespace()
    guard reader.index == bytes.count else { throw reader.failure(.trailingText) }
    return value
  }

  /// Reads an object whose member `key` is a long array, handing over one element at a time.
  ///
  /// Returns the other members of the object. Elements already handed over stay with the caller
  /// when an error is thrown later: a file cut in half says so after its readable part.
  public static func readElements(
    ofArrayNamed key: String, in bytes: [UInt8], limits: Limits = Limits(bytes: 1 << 30),
    element: (JSON) -> Void
  ) throws(JSONFailure) -> [JSON.Member] {
    var reader = JSONReader(bytes, limits: limits)
    try reader.checkInput()
    var others: [JSON.Member] = []
    try reader.expect(UInt8(ascii: "{"))
    reader.skipWhitespace()
    if reader.takeIf(UInt8(ascii: "}")) { return others }
    repeat {
      reader.skipWhitespace()
      let keyOffset = reader.index
      let name = try reader.readString()
      try reader.expect(UInt8(ascii: ":"))
      if name == key {
        try reader.readArrayElements(element)
      } else {
        others.append(JSON.Member(name, try reader.readValue(depth: 1), keyOffset: keyOffset))
      }
      reader.skipWhitespace()
    } while reader.takeIf(UInt8(ascii: ","))
    try reader.expect(UInt8(ascii: "}"))
    reader.skipWhitespace()
    guard reader.index == bytes.count else { throw reader.failure(.trailingText) }
    return others
  }

  private mutating func readArrayElements(_ element: (JSON) -> Void) throws(JSONFailure) {
    try expect(UInt8(ascii: "["))
    skipWhitespace()
    if takeIf(UInt8(ascii: "]")) { return }
    repeat {
      element(try readValue(depth: 2))
      skipWhitespace()
    } while takeIf(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }
}

extension JSONReader {
  // Never part of the code around it, which is run for each value.
  @inline(never)
  func failure(_ reason: JSONFailure.Reason, at offset: Int? = nil) -> JSONFailure {
    let place = offset ?? index
    return JSONFailure(
      reason: reason, offset: place, position: SourcePosition(of: place, in: bytes))
  }

  mutating func checkInput() throws(JSONFailure) {
    guard bytes.count <= limits.bytes else {
      throw failure(.tooLarge(limit: limits.bytes), at: 0)
    }
    if let invalid = firstInvalidUTF8(in: bytes) { throw failure(.invalidUTF8, at: invalid) }
    // A byte order mark is tolerated on input (RFC 8259 section 8.1).
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    skipWhitespace()
    guard index < bytes.count else { throw failure(.empty) }
  }

  @inline(__always)
  mutating func skipWhitespace() {
    // Most texts have none.
    if index < bytes.count, bytes[index] > 0x20 { return }
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  @inline(__always)
  mutating func takeIf(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(JSONFailure) {
    skipWhitespace()
    guard takeIf(byte) else { throw missing(byte) }
  }

  @inline(never)
  private func missing(_ byte: UInt8) -> JSONFailure {
    index < bytes.count
      ? failure(.unexpected(expected: "`\(Character(Unicode.Scalar(byte)))`"))
      : failure(.endsEarly)
  }

  mutating func readValue(depth: Int) throws(JSONFailure) -> JSON {
    guard depth <= limits.depth else { throw failure(.tooDeep(limit: limits.depth)) }
    skipWhitespace()
    guard index < bytes.count else { throw failure(.endsEarly) }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return JSON(.string(try readString()), offset: start)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      let flag = try readFlag()
      return JSON(flag.map { .boolean($0) } ?? .null, offset: start)
    default: return try readNumber()
    }
  }

  private mutating func readObject(depth: Int) throws(JSONFailure) -> JSON {
    let start = index
    index += 1
    var members: [JSON.Member] = []
    // Names are compared as bytes: hashing a String sorts its combining marks, which hostile text
    // can make arbitrarily slow.
    var names: Set<[UInt8]> = []
    skipWhitespace()
    if takeIf(UInt8(ascii: "}")) { return JSON(.object(members), offset: start) }
    repeat {
      skipWhitespace()
      let keyOffset = index
      let key = try readString()
      guard names.insert(Array(key.utf8)).inserted else {
        throw failure(.duplicateName(key), at: keyOffset)
      }
      try expect(UInt8(ascii: ":"))
      members.append(JSON.Member(key, try readValue(depth: depth + 1), keyOffset: keyOffset))
      skipWhitespace()
    } while takeIf(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return JSON(.object(members), offset: start)
  }

  private mutating func readArray(depth: Int) throws(JSONFailure) -> JSON {
    let start = index
    index += 1
    var elements: [JSON] = []
    skipWhitespace()
    if takeIf(UInt8(ascii: "]")) { return JSON(.array(elements), offset: start) }
    repeat {
      elements.append(try readValue(depth: depth + 1))
      skipWhitespace()
    } while takeIf(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return JSON(.array(elements), offset: start)
  }
}
