extension JSONReader {
  /// Moves past one value without building it; what is wrong with it is found all the same, but
  /// for names that stand twice.
  mutating func skipValue(depth: Int) throws(JSONFailure) {
    guard depth <= limits.depth else { throw failure(.tooDeep(limit: limits.depth)) }
    skipWhitespace()
    guard index < bytes.count else { throw failure(.endsEarly) }
    switch bytes[index] {
    case UInt8(ascii: "{"):
      index += 1
      skipWhitespace()
      if takeIf(UInt8(ascii: "}")) { return }
      repeat {
        skipWhitespace()
        try skipString()
        try expect(UInt8(ascii: ":"))
        try skipValue(depth: depth + 1)
        skipWhitespace()
      } while takeIf(UInt8(ascii: ","))
      try expect(UInt8(ascii: "}"))
    case UInt8(ascii: "["):
      index += 1
      skipWhitespace()
      if takeIf(UInt8(ascii: "]")) { return }
      repeat {
        try skipValue(depth: depth + 1)
        skipWhitespace()
      } while takeIf(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): _ = try readFlag()
    default: _ = try readNumberRange()
    }
  }

  mutating func skipString() throws(JSONFailure) {
    let (content, isPlain) = try readStringRange()
    // Whether its escapes are valid is only known by reading them.
    if !isPlain { _ = try unescaped(content) }
  }

  /// Reads a string as one of a set of names.
  mutating func readName(_ names: JSONNames) throws(JSONFailure) -> JSONNames.Found {
    let name = try readStringBytes()
    if let index = names.index(of: name) { return .known(index) }
    return .other(String(decoding: name, as: UTF8.self))
  }

  /// The index of a string in a set of names; nil for any other, of which nothing is made.
  mutating func readKnownName(
    _ names: JSONNames, expecting expected: Int
  ) throws(JSONFailure) -> Int? {
    let (content, isPlain) = try readStringRange()
    guard isPlain else { return names.index(of: Array(try unescaped(content).utf8).span) }
    return names.index(of: bytes.span.extracting(content), expecting: expected)
  }

  /// The bytes that a string spells: those of the text itself, unless it holds escapes.
  mutating func readStringBytes() throws(JSONFailure) -> ArraySlice<UInt8> {
    let (content, isPlain) = try readStringRange()
    // Escapes spell the same text: `"\u0069d"` is `id`.
    return isPlain ? bytes[content] : Array(try unescaped(content).utf8)[...]
  }
}
