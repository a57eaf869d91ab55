/// Scalars out of and into bytes of UTF-8, without `Character`s.
enum UTF8Scalars {
  /// The scalars of a word; bytes that are not UTF-8 are passed over.
  static func scalars(of word: Span<UInt8>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(word.count)
    var index = 0
    while index < word.count {
      let first = UInt32(word[index])
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard index + length <= word.count else { break }
      var scalar = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
      for offset in 1..<max(length, 1) where length > 1 {
        scalar = scalar << 6 | UInt32(word[index + offset] & 0x3F)
      }
      result.append(scalar)
      index += length
    }
    return result
  }

  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
