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
    guard script != .latin else { return word }
    var bytes: [UInt8] = []
    append(latinOf: word.utf8.span, script: script, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the Latin letters of a folded word.
  ///
  /// - Parameter word: UTF-8; one word of one script.
  func append(latinOf word: Span<UInt8>, script: Script, to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + word.count)
    guard script != .latin else {
      for index in word.indices { bytes.append(word[index]) }
      return
    }
    let scalars = UTF8Scalars.scalars(of: word)
    switch script {
    case .hangul: HangulReading.append(scalars, to: &bytes)
    case .kana: KanaReading.append(scalars, tables.letters, to: &bytes)
    case .greek: GreekReading.append(scalars, tables.letters, to: &bytes)
    case .thai: ThaiReading.append(scalars, tables.letters, to: &bytes)
    case .devanagari, .bengali, .gurmukhi, .gujarati, .oriya, .tamil, .telugu, .kannada,
      .malayalam:
      IndicReading.append(scalars, script, tables.letters, to: &bytes)
    case .han:
      for syllable in syllables(of: scalars) { bytes += syllable.utf8 }
    default: AlphabetReading.append(scalars, script, tables.letters, to: &bytes)
    }
  }

  /// The Latin readings of a folded word, the main one first; none for a script without tables.
  func readings(of word: String, script: Script) -> [String] {
    switch script {
    case .tibetan, .mongolian, .other: return []
    case .latin: return [word]
    case .han: return readings(of: word.unicodeScalars.map(\.value))
    default:
      let scalars = word.unicodeScalars.map(\.value)
      let main = latin(word, script: script)
      guard let other = AlphabetReading.variant(of: scalars, script) else { return [main] }
      var bytes: [UInt8] = []
      AlphabetReading.append(other, script, tables.letters, to: &bytes)
      return [main, String(decoding: bytes, as: UTF8.self)]
    }
  }
}
