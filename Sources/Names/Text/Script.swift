/// A writing system, as far as names on official lists and orders need to be told apart.
public enum Script: String, Sendable, Hashable, CaseIterable {
  case latin, han, cyrillic, arabic, greek, hebrew, kana, hangul, tibetan, mongolian, other

  /// The script of a letter; nil for digits, marks, punctuation and signs.
  static func of(_ scalar: UInt32) -> Script? {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0..<0xAA: nil
    case 0xAA...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0xA720...0xA7FF:
      scalar == 0xD7 || scalar == 0xF7 || isLatinSign(scalar) ? nil : .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: isLetter(scalar) ? .greek : nil
    case 0x400...0x52F, 0x1C80...0x1C8F: isLetter(scalar) ? .cyrillic : nil
    case 0x590...0x5FF: isLetter(scalar) ? .hebrew : nil
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      isLetter(scalar) ? .arabic : nil
    case 0xF00...0xFFF: isLetter(scalar) ? .tibetan : nil
    case 0x1800...0x18AF: isLetter(scalar) ? .mongolian : nil
    case 0x3041...0x3096, 0x309D...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF: .kana
    case 0x1100...0x11FF, 0xAC00...0xD7A3: .hangul
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      .han
    default: isLetter(scalar) ? .other : nil
    }
  }

  /// Signs among the letters of the Latin-1 block, such as `¬` and `»`.
  private static func isLatinSign(_ scalar: UInt32) -> Bool {
    scalar < 0xC0 && scalar != 0xAA && scalar != 0xB5 && scalar != 0xBA
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }
}
