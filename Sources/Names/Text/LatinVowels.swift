extension UInt8 {
  /// Whether it is a vowel among lower-case Latin letters, `y` included.
  @inline(__always)
  var isLatinVowel: Bool {
    switch self {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
