/// A word of a name that is neither place nor function nor legal form, ready to be compared.
struct NameToken: Sendable, Hashable {
  /// In Latin letters; for Han characters the toneless syllables joined.
  let word: ComparedWord
  /// The Han characters themselves, which tell apart what reads alike; else empty.
  let characters: String
  /// Other ways to read the same word.
  let readings: [String]
  /// What the word means, where the table of meanings has it.
  let concepts: [UInt16]
  /// Whether the word stands in very many names.
  let isGeneric: Bool
  /// Whether vowels are missing, as in words transliterated from Arabic or Hebrew.
  let isSkeleton: Bool

  var text: String { word.text }
  var isDistinctive: Bool { concepts.isEmpty }

  /// What the word counts for when two names are held against each other.
  var weight: Double {
    if isGeneric { return 0.25 }
    if !concepts.isEmpty { return 0.5 }
    return text.utf8.count < 3 ? 0.6 : 1
  }
}
