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
    default: _ = try readValue(depth: depth)
    }
  }

  mutating func skipString() throws(JSONFailure) {
    let (content, isPlain) = try readStringRange()
    // Whether its escapes are valid is only known by reading them.
    if !isPlain { _ = try unescaped(content) }
  }

  /// Reads a string as one of a set of names.
  mutating func readName(_ names: JSONNames) throws(JSONFailure) -> JSONNames.Found {
    let (content, isPlain) = try readStringRange()
    if isPlain {
      if let index = names.index(of: bytes[content]) { return .known(index) }
      return .other(String(decoding: bytes[content], as: UTF8.self))
    }
    // Escapes spell the same name: `"\u0069d"` is `id`.
    let text = try unescaped(content)
    return names.index(of: Array(text.utf8)[...]).map { .known($0) } ?? .other(text)
  }
}
