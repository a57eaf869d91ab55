/// What the letters of alphabets and syllabaries are in Latin letters, by code point.
///
/// Up to four letters are packed into a word of 32 bits, so that reading a letter is one load.
struct LetterTable: Sendable {
  /// Greek to katakana; Latin is not written in other letters and Han and Hangul have their own.
  private static let first: UInt32 = 0x370
  private static let end: UInt32 = 0x3100
  /// A letter that is known and silent.
  private static let silent: UInt32 = 0xFF

  private var packed = [UInt32](repeating: 0, count: Int(end - first))

  mutating func set(_ scalar: UInt32, _ latin: ArraySlice<UInt8>) {
    guard Self.first..<Self.end ~= scalar, latin.count <= 4 else { return }
    var value: UInt32 = 0
    for byte in latin.reversed() { value = value << 8 | UInt32(byte) }
    packed[Int(scalar - Self.first)] = latin.isEmpty ? Self.silent : value
  }

  /// The Latin letters, the first in the lowest byte; zero for a silent letter, nil for one that
  /// is not in the table.
  func latin(of scalar: UInt32) -> UInt32? {
    guard Self.first..<Self.end ~= scalar else { return nil }
    let value = packed[Int(scalar - Self.first)]
    return value == 0 ? nil : value == Self.silent ? 0 : value
  }

  /// Appends the Latin letters of a scalar, or the scalar itself where there are none.
  func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if let latin = latin(of: scalar) {
      Self.append(packed: latin, to: &bytes)
    } else {
      UTF8Scalars.append(scalar, to: &bytes)
    }
  }

  static func append(packed: UInt32, to bytes: inout [UInt8]) {
    var rest = packed
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
