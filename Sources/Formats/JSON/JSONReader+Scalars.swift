extension JSONReader {
  mutating func readString() throws(JSONFailure) -> String {
    let (content, isPlain) = try readStringRange()
    if isPlain { return String(decoding: bytes[content], as: UTF8.self) }
    return try unescaped(content)
  }

  /// Moves past a string; returns where its content stands and whether it holds no escape.
  mutating func readStringRange() throws(JSONFailure) -> (content: Range<Int>, isPlain: Bool) {
    guard index < bytes.count else { throw failure(.endsEarly) }
    guard bytes[index] == UInt8(ascii: "\"") else {
      throw failure(.unexpected(expected: "a string"))
    }
    let opening = index
    index += 1
    let bytes = bytes
    let text = bytes.span
    var plain = true
    var end = index
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        plain = false
        end += 1
      } else if byte < 0x20 {
        throw failure(.controlCharacter, at: end)
      }
      end += 1
    }
    guard end < text.count else { throw failure(.endsEarly, at: opening) }
    defer { index = end + 1 }
    return (index..<end, plain)
  }

  func unescaped(_ range: Range<Int>) throws(JSONFailure) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      let escape = at
      at += 1
      guard at < range.upperBound else { throw failure(.badEscape, at: escape) }
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(bytes[at])
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        let scalar = try unicodeEscape(&at, within: range, escape: escape)
        result.append(contentsOf: String(scalar).utf8)
      default: throw failure(.badEscape, at: escape)
      }
      at += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads `uXXXX`, with its second half where it is a surrogate, leaving `at` on the last digit.
  private func unicodeEscape(
    _ at: inout Int, within range: Range<Int>, escape: Int
  ) throws(JSONFailure) -> Unicode.Scalar {
    let first = try hexadecimal(at + 1, within: range, escape: escape)
    at += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A high surrogate is only valid with its low half (RFC 8259 section 7).
    guard (0xD800...0xDBFF).contains(first), at + 2 < range.upperBound,
      bytes[at + 1] == UInt8(ascii: "\\"), bytes[at + 2] == UInt8(ascii: "u")
    else { throw failure(.loneSurrogate, at: escape) }
    let second = try hexadecimal(at + 3, within: range, escape: escape)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw failure(.loneSurrogate, at: escape) }
    at += 6
    return scalar
  }

  private func hexadecimal(
    _ start: Int, within range: Range<Int>, escape: Int
  ) throws(JSONFailure) -> UInt32 {
    guard start + 4 <= range.upperBound else { throw failure(.badEscape, at: escape) }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure(.badEscape, at: escape)
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  mutating func readNumber() throws(JSONFailure) -> JSON {
    let literal = try readNumberRange()
    return JSON(
      .number(String(decoding: bytes[literal], as: UTF8.self)), offset: literal.lowerBound)
  }

  /// Moves past a number; returns where it stands.
  mutating func readNumberRange() throws(JSONFailure) -> Range<Int> {
    let start = index
    _ = takeIf(UInt8(ascii: "-"))
    let leading = index
    let integerDigits = skipDigits()
    guard integerDigits > 0 else { throw failure(.unexpected(expected: "a value"), at: start) }
    if integerDigits > 1, bytes[leading] == UInt8(ascii: "0") {
      throw failure(.leadingZero, at: leading)
    }
    if takeIf(UInt8(ascii: ".")), skipDigits() == 0 { throw failure(.badNumber, at: start) }
    if takeIf(UInt8(ascii: "e")) || takeIf(UInt8(ascii: "E")) {
      if !takeIf(UInt8(ascii: "+")) { _ = takeIf(UInt8(ascii: "-")) }
      if skipDigits() == 0 { throw failure(.badNumber, at: start) }
    }
    guard index - start <= 64 else { throw failure(.numberTooLong, at: start) }
    return start..<index
  }

  /// Moves past `true`, `false` or `null`; returns nil for the last.
  mutating func readFlag() throws(JSONFailure) -> Bool? {
    if take(JSONReader.trueWord.span) { return true }
    if take(JSONReader.falseWord.span) { return false }
    guard take(JSONReader.nullWord.span) else {
      throw failure(.unexpected(expected: "a value"))
    }
    return nil
  }

  private static let trueWord = [
    UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "u"), UInt8(ascii: "e"),
  ]
  private static let falseWord = [
    UInt8(ascii: "f"), UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "s"),
    UInt8(ascii: "e"),
  ]
  private static let nullWord = [
    UInt8(ascii: "n"), UInt8(ascii: "u"), UInt8(ascii: "l"), UInt8(ascii: "l"),
  ]

  private mutating func take(_ word: Span<UInt8>) -> Bool {
    let bytes = bytes
    let text = bytes.span
    guard text.count - index >= word.count else { return false }
    for place in word.indices where text[index + place] != word[place] { return false }
    index += word.count
    return true
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    return index - start
  }
}
