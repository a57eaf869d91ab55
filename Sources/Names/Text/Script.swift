/// A writing system, as far as names on official lists and orders need to be told apart.
public enum Script: String, Sendable, Hashable, CaseIterable {
  case latin, han, cyrillic, arabic, greek, hebrew, kana, hangul, tibetan, mongolian
  case armenian, georgian, devanagari, bengali, gurmukhi, gujarati, oriya, tamil, telugu, kannada
  case malayalam, thai
  /// Any other: words in it are kept as they are and have no reading.
  case other

  /// The script of a letter; nil for digits, marks, punctuation and signs.
  static func of(_ scalar: UInt32) -> Script? {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0..<0xAA: nil
    case 0xAA...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0xA720...0xA7FF:
      scalar == 0xD7 || scalar == 0xF7 || isLatinSign(scalar) ? nil : .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: isLetter(scalar) ? .greek : nil
    case 0x400...0x52F, 0x1C80...0x1C8F: isLetter(scalar) ? .cyrillic : nil
    case 0x531...0x587: .armenian
    case 0x590...0x5FF: isLetter(scalar) ? .hebrew : nil
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      isLetter(scalar) ? .arabic : nil
    case 0x900...0xD7F: indic(scalar)
    // Signs of tone and silence stand inside words.
    case 0xE01...0xE3A, 0xE40...0xE4E: .thai
    case 0xF00...0xFFF: isLetter(scalar) ? .tibetan : nil
    case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F:
      isLetter(scalar) ? .georgian : nil
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

  /// The scripts of India take 128 places each, in one order; a virama or nukta is part of a word.
  private static func indic(_ scalar: UInt32) -> Script? {
    let place = scalar & 0x7F
    guard place == 0x4D || place == 0x3C || isLetter(scalar) else { return nil }
    return switch scalar {
    case 0x900...0x97F: .devanagari
    case 0x980...0x9FF: .bengali
    case 0xA00...0xA7F: .gurmukhi
    case 0xA80...0xAFF: .gujarati
    case 0xB00...0xB7F: .oriya
    case 0xB80...0xBFF: .tamil
    case 0xC00...0xC7F: .telugu
    case 0xC80...0xCFF: .kannada
    case 0xD00...0xD7F: .malayalam
    default: .other
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  /// A small number for tables and stored names.
  var number: UInt8 {
    switch self {
    case .latin: 0
    case .han: 1
    case .cyrillic: 2
    case .arabic: 3
    case .greek: 4
    case .hebrew: 5
    case .kana: 6
    case .hangul: 7
    case .tibetan: 8
    case .mongolian: 9
    case .armenian: 10
    case .georgian: 11
    case .devanagari: 12
    case .bengali: 13
    case .gurmukhi: 14
    case .gujarati: 15
    case .oriya: 16
    case .tamil: 17
    case .telugu: 18
    case .kannada: 19
    case .malayalam: 20
    case .thai: 21
    case .other: 22
    }
  }

  init(number: UInt8) {
    self = Int(number) < Self.inOrder.count ? Self.inOrder[Int(number)] : .other
  }

  private static let inOrder = allCases

  /// Whether a script by that number leaves vowels out.
  static func isAbjad(_ number: UInt8) -> Bool {
    number == Script.arabic.number || number == Script.hebrew.number
  }
}
