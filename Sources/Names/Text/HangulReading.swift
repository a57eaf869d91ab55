/// Hangul syllables in the Revised Romanisation, syllable by syllable as in names: 블라디미르 is
/// `beulladimireu`.
///
/// Sounds that change where syllables meet are written only for ㄹ, since names keep the others.
enum HangulReading {
  private static let initials: [StaticString] = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
  ]
  private static let vowels: [StaticString] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
  ]
  private static let finals: [StaticString] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
  ]
  private static let packed = (initials.map(pack), vowels.map(pack), finals.map(pack))
  private static let finalL = 8
  private static let initialR = 5

  static func append(_ scalars: [UInt32], to bytes: inout [UInt8]) {
    let (initials, vowels, finals) = packed
    var last = -1
    for scalar in scalars {
      guard 0xAC00...0xD7A3 ~= scalar else {
        UTF8Scalars.append(scalar, to: &bytes)
        last = -1
        continue
      }
      let index = Int(scalar - 0xAC00)
      if last == finalL, index / 588 == initialR {
        bytes.append(UInt8(ascii: "l"))
      } else {
        LetterTable.append(packed: initials[index / 588], to: &bytes)
      }
      LetterTable.append(packed: vowels[index % 588 / 28], to: &bytes)
      last = index % 28
      LetterTable.append(packed: finals[last], to: &bytes)
    }
  }

  private static func pack(_ letters: StaticString) -> UInt32 {
    var value: UInt32 = 0
    for byte in letters.description.utf8.reversed() { value = value << 8 | UInt32(byte) }
    return value
  }
}
