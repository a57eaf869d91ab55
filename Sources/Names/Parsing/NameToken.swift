/// A word of a name that is neither place nor legal form, ready to be compared.
///
/// Held by reference: comparisons move the words of two names from list to list, thousands of times
/// a search.
final class NameToken: Sendable, Hashable {
  /// A smaller phrase inside the word: 科学 and 技术 in 科学技术.
  struct Part: Sendable, Hashable {
    let text: String
    let concepts: [UInt16]
    let kind: Meanings.Kind
  }

  /// In Latin letters; for Han characters the toneless syllables joined.
  let word: ComparedWord
  /// The Han characters themselves, which tell apart what reads alike; else empty.
  let characters: String
  /// Other ways to read the same word.
  let readings: [String]
  /// The syllables of a word in Han characters that has no meaning of its own.
  let syllables: [String]
  /// What the word means, where the table of meanings has it.
  let concepts: [UInt16]
  /// Of what kind that meaning is; nil for a word of the body's own.
  let kind: Meanings.Kind?
  /// Meanings that the word has only beside what follows it: 工业 in 工业大学.
  let contextual: [UInt16]
  let parts: [Part]
  /// Meanings of a word of the body's own that count across scripts only: `Moscow` for 莫斯科.
  let abroad: [UInt16]
  /// Whether vowels are missing, as in words transliterated from Arabic or Hebrew.
  let isSkeleton: Bool
  /// The units it stands on.
  let units: Range<Int>
  /// The word as written, folded, for a reader.
  let shown: String

  init(
    word: ComparedWord, characters: String, readings: [String], syllables: [String] = [],
    concepts: [UInt16], kind: Meanings.Kind?, contextual: [UInt16] = [], parts: [Part] = [],
    abroad: [UInt16] = [], isSkeleton: Bool, units: Range<Int>, shown: String
  ) {
    self.word = word
    self.characters = characters
    self.readings = readings
    self.syllables = syllables
    self.concepts = concepts
    self.kind = kind
    self.contextual = contextual
    self.parts = parts
    self.abroad = abroad
    self.isSkeleton = isSkeleton
    self.units = units
    self.shown = shown
  }

  static func == (left: NameToken, right: NameToken) -> Bool {
    if left === right { return true }
    return left.units == right.units && left.word == right.word
      && left.characters == right.characters && left.readings == right.readings
      && left.syllables == right.syllables && left.concepts == right.concepts
      && left.kind == right.kind && left.contextual == right.contextual
      && left.parts == right.parts && left.abroad == right.abroad
      && left.isSkeleton == right.isSkeleton && left.shown == right.shown
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(word)
    hasher.combine(units)
  }

  var text: String { word.text }
  var isDistinctive: Bool { concepts.isEmpty }
  /// Whether the word stands in very many names.
  var isGeneric: Bool { kind == .generic || kind == .body }

  /// What the word counts for when two names are held against each other.
  var weight: Double {
    if isGeneric { return 0.25 }
    if !concepts.isEmpty { return 0.5 }
    return text.utf8.count < 3 ? 0.6 : 1
  }

  /// Whether the same word is said again.
  func repeats(_ other: NameToken) -> Bool {
    kind != .body && text == other.text && characters == other.characters
      && concepts == other.concepts
  }

  /// The smaller phrases as tokens of their own; the token itself where it has none.
  var expanded: [NameToken] {
    guard !parts.isEmpty else { return [self] }
    return parts.enumerated().map { index, part in
      let start = units.lowerBound + index
      return NameToken(
        word: ComparedWord(part.text), characters: "", readings: [], concepts: part.concepts,
        kind: part.kind, isSkeleton: false, units: start..<start + 1, shown: part.text)
    }
  }
}
