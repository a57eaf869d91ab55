/// Writes words of other scripts in Latin letters, from the tables of `Data/names/`.
struct Transliteration: Sendable {
  let tables: CharacterTables

  /// The toneless syllables of Han characters, words with a reading of their own first.
  func syllables(of characters: [UInt32]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < characters.count {
      if let phrase = tables.phrase(in: characters, at: index) {
        result += phrase.syllables
        index += phrase.length
      } else {
        result.append(tables.reading(of: characters[index]))
        index += 1
      }
    }
    return result
  }

  /// The joined reading first, then those in which one character has its further reading.
  func readings(of characters: [UInt32]) -> [String] {
    let syllables = syllables(of: characters)
    var result = [syllables.joined()]
    guard syllables.count == characters.count else { return result }
    for (index, character) in characters.enumerated() {
      for further in tables.furtherReadings(of: character) where result.count < 4 {
        var other = syllables
        guard other[index] == tables.reading(of: character) else { continue }
        other[index] = further
        result.append(other.joined())
      }
    }
    return result
  }

  /// Latin letters for a word of an alphabet; the word itself where there is no table for it.
  func latin(_ word: String, script: Script) -> String {
    switch script {
    case .latin: return word
    case .hangul: return word.unicodeScalars.map { Hangul.latin($0.value) }.joined()
    default:
      var result = ""
      for scalar in word.unicodeScalars {
        result += tables.latin(for: scalar.value) ?? String(Character(scalar))
      }
      return result
    }
  }
}

/// Hangul syllables by their parts, in the Revised Romanisation without its sound changes.
private enum Hangul {
  private static let initials = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
  ]
  private static let vowels = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
  ]
  private static let finals = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
  ]

  static func latin(_ scalar: UInt32) -> String {
    guard 0xAC00...0xD7A3 ~= scalar else { return "" }
    let index = Int(scalar - 0xAC00)
    return initials[index / 588] + vowels[index % 588 / 28] + finals[index % 28]
  }
}
