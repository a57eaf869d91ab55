/// The scripts of India, whose consonants carry an `a` unless a sign says otherwise.
///
/// Their blocks hold the same letters in one order, so the table of Devanagari serves them all.
enum IndicReading {
  static func append(
    _ scalars: [UInt32], _ script: Script, _ letters: LetterTable, to bytes: inout [UInt8]
  ) {
    var hasInherent = false
    for (index, scalar) in scalars.enumerated() {
      let place = scalar & 0x7F
      guard 0x900...0xD7F ~= scalar else {
        UTF8Scalars.append(scalar, to: &bytes)
        continue
      }
      let known = letters.latin(of: scalar) ?? letters.latin(of: 0x900 + place)
      switch place {
      case 0x15...0x39, 0x58...0x5F:
        if hasInherent { bytes.append(UInt8(ascii: "a")) }
        LetterTable.append(packed: known ?? nukta(place), to: &bytes)
        hasInherent = true
      case 0x3C: continue
      case 0x4D: hasInherent = false
      case 0x3E...0x4C:
        LetterTable.append(packed: known ?? 0, to: &bytes)
        hasInherent = false
      default:
        if hasInherent { bytes.append(UInt8(ascii: "a")) }
        LetterTable.append(packed: known ?? 0, to: &bytes)
        hasInherent = false
      }
      // Final a is silent in the north after one consonant: राजनाथ, not नरेन्द्र.
      if index == scalars.count - 1, hasInherent, !dropsFinal(script) || isCluster(scalars) {
        bytes.append(UInt8(ascii: "a"))
      }
    }
  }

  private static func dropsFinal(_ script: Script) -> Bool {
    script == .devanagari || script == .bengali || script == .gurmukhi || script == .gujarati
  }

  private static func isCluster(_ scalars: [UInt32]) -> Bool {
    scalars.count > 2 && scalars[scalars.count - 2] & 0x7F == 0x4D
  }

  /// Letters with a dot that are composed: क़ is q, फ़ f.
  private static func nukta(_ place: UInt32) -> UInt32 {
    let letter: UInt8 =
      switch place {
      case 0x58: UInt8(ascii: "q")
      case 0x5A: UInt8(ascii: "g")
      case 0x5B: UInt8(ascii: "z")
      case 0x5C, 0x5D: UInt8(ascii: "r")
      case 0x5E: UInt8(ascii: "f")
      case 0x5F: UInt8(ascii: "y")
      default: UInt8(ascii: "k")
      }
    return UInt32(letter)
  }
}
