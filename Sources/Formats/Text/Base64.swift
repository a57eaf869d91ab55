/// Bytes as text in base 64 (RFC 4648), read strictly.
///
/// What has more than one spelling is refused: wrong padding, bits after the last byte, letters of
/// the other alphabet, blanks. So equal bytes have equal texts.
public enum Base64: Sendable {
  /// `+` and `/`, padded (RFC 4648 section 4).
  case padded
  /// `-` and `_`, without padding (RFC 7515 section 2).
  case forAddresses

  private var letters: [UInt8] {
    Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
      + Array((self == .padded ? "+/" : "-_").utf8)
  }

  public func text(of bytes: [UInt8]) -> String {
    let letters = letters
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = 0
      for place in 0..<3 { group = group << 8 | (place < count ? Int(bytes[start + place]) : 0) }
      for place in 0...count { output.append(letters[group >> (18 - 6 * place) & 63]) }
      if self == .padded { output += repeatElement(UInt8(ascii: "="), count: 3 - count) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Nil where the text is not exactly what `text(of:)` makes of some bytes.
  public func bytes(of text: String) -> [UInt8]? {
    let letters = letters
    var values = [Int](repeating: -1, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = value }
    var output: [UInt8] = []
    var group = 0
    var bits = 0
    for letter in text.utf8 {
      if letter == UInt8(ascii: "="), self == .padded { continue }
      let value = values[Int(letter)]
      guard value >= 0 else { return nil }
      group = (group << 6 | value) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(group >> bits & 0xFF))
      }
    }
    return self.text(of: output) == text ? output : nil
  }
}
