/// What `PersonLexicon` knows of each word, in flat arrays.
struct StoredPersonWords: Sendable {
  private let words: StoredWords
  /// Two families of given names, the first in the upper half; zero for none.
  private let families: [UInt32]
  /// The place of the kind and one, or zero.
  private let kinds: [UInt8]
  private let frequencies: [UInt8]

  init(
    words: StoredWords, families: [UInt32], kinds: [PersonLexicon.Kind?],
    frequencies: [PersonLexicon.Frequency]
  ) {
    self.words = words
    self.families = families
    self.kinds = kinds.map { kind in
      kind.flatMap { PersonLexicon.Kind.allCases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
    }
    self.frequencies = frequencies.map {
      UInt8(PersonLexicon.Frequency.allCases.firstIndex(of: $0) ?? 0)
    }
  }

  init?(_ reader: inout FlatReader) {
    guard let words = StoredWords(&reader), let families = reader.values(of: UInt32.self),
      let kinds = reader.values(of: UInt8.self), let frequencies = reader.values(of: UInt8.self),
      families.count == words.count, kinds.count == words.count,
      frequencies.count == words.count,
      kinds.allSatisfy({ Int($0) <= PersonLexicon.Kind.allCases.count }),
      frequencies.allSatisfy({ Int($0) < PersonLexicon.Frequency.allCases.count })
    else { return nil }
    self.words = words
    self.families = families
    self.kinds = kinds
    self.frequencies = frequencies
  }

  func write(to writer: inout FlatWriter) {
    words.write(to: &writer)
    writer.put(families)
    writer.put(kinds)
    writer.put(frequencies)
  }

  func kind(of word: String) -> PersonLexicon.Kind? {
    guard let number = words.number(of: word), kinds[Int(number)] > 0 else { return nil }
    return PersonLexicon.Kind.allCases[Int(kinds[Int(number)]) - 1]
  }

  func frequency(of word: String) -> PersonLexicon.Frequency {
    words.number(of: word).map { PersonLexicon.Frequency.allCases[Int(frequencies[Int($0)])] }
      ?? .rare
  }

  func families(of word: String) -> (UInt16, UInt16) {
    guard let number = words.number(of: word) else { return (0, 0) }
    let both = families[Int(number)]
    return (UInt16(both >> 16), UInt16(both & 0xFFFF))
  }
}
