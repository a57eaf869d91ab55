/// Finds where one scalar of a decoded JSON string stands in its source.
enum StringPlace {
  /// The byte offset of the scalar, or of its escape; `opening` is the offset of the quotation
  /// mark. Linear in the length of the string.
  static func offset(ofScalar index: Int, inStringAt opening: Int, of bytes: [UInt8]) -> Int {
    var at = opening + 1
    for _ in 0..<index {
      guard at < bytes.count else { return opening }
      at += length(at, in: bytes)
    }
    return at < bytes.count ? at : opening
  }

  private static func length(_ at: Int, in bytes: [UInt8]) -> Int {
    switch bytes[at] {
    case UInt8(ascii: "\\"):
      guard at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") else { return 2 }
      // The first half of a surrogate pair is written D8 to DB.
      let isD = bytes[at + 2] | 0x20 == UInt8(ascii: "d")
      guard isD, at + 3 < bytes.count else { return 6 }
      switch bytes[at + 3] | 0x20 {
      case UInt8(ascii: "8"), UInt8(ascii: "9"), UInt8(ascii: "a"), UInt8(ascii: "b"): return 12
      default: return 6
      }
    case 0xF0...: return 4
    case 0xE0...: return 3
    case 0xC0...: return 2
    default: return 1
    }
  }
}
