/// The offset of the first byte that is not part of valid UTF-8, or nil.
///
/// Overlong forms, surrogates and values above U+10FFFF are refused (RFC 3629 section 4).
public func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  // The standard library looks at many bytes at once; it need not say where.
  if (try? UTF8Span(validating: bytes.span)) != nil { return nil }
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      lowest = 0xA0
    case 0xED:
      length = 3
      highest = 0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      lowest = 0x90
    case 0xF4:
      length = 4
      highest = 0x8F
    case 0xF1...0xF3: length = 4
    default: return index
    }
    guard index + length <= bytes.count, (lowest...highest).contains(bytes[index + 1]) else {
      return index
    }
    for trailing in 2..<max(2, length) where bytes[index + trailing] & 0xC0 != 0x80 {
      return index
    }
    index += length
  }
  return nil
}
