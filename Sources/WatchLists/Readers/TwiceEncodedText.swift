/// Text whose UTF-8 was read as Latin-1 or Windows-1252 and encoded again: `JosÃ©` for `José`.
enum TwiceEncodedText {
  /// Whether a text holds such letters: a lead byte of UTF-8 followed by as many of the rest as it
  /// asks for, all written as letters of their own.
  ///
  /// Plain text has no letter with an accent directly before signs of the upper half of Latin-1; of
  /// the dashes and quotes of Windows-1252 one may follow a capital, two do not.
  static func isIn(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0xC2 }) else { return false }
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let wanted: Int
      switch scalar.value {
      case 0xC2...0xDF: wanted = 1
      case 0xE0...0xEF: wanted = 2
      case 0xF0...0xF4: wanted = 3
      default: continue
      }
      let rest = scalars[(index + 1)...].prefix(wanted)
      guard rest.count == wanted else { continue }
      if rest.allSatisfy({ (0x80...0xBF).contains($0.value) || windows.contains($0) }),
        wanted > 1 || rest.allSatisfy({ (0x80...0xBF).contains($0.value) })
      {
        return true
      }
    }
    return false
  }

  /// Signs that Windows-1252 has where Latin-1 has controls.
  private static let windows = Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars)
}
