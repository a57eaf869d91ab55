internal import Formats
internal import Taxonomy

/// The words, meanings and places of the tables with the phrases that name them, as they are after
/// reading, so that they are read again by copying instead of folding 50,000 phrases.
///
/// It is made from the tables and never instead of them: whoever keeps it makes sure that it came
/// from these tables and this program. Legal forms are read from theirs.
struct CompiledLexicon {
  let symbols: Symbols
  let patterns: FunctionPatterns
  let meanings: Meanings
  let places: PlaceLexicon
  let persons: PersonLexicon

  /// Nil where the bytes do not hold what they should.
  init?(_ bytes: MappedBytes, taxonomy: Taxonomy) {
    var reader = FlatReader(bytes)
    guard let words = StoredWords(&reader),
      let patterns = FunctionPatterns(&reader, functions: taxonomy.functions),
      let meanings = Self.meanings(&reader),
      let places = Self.places(&reader, tree: taxonomy.places),
      let persons = StoredPersonWords(&reader), reader.isAtEnd
    else { return nil }
    symbols = Symbols(words)
    self.patterns = patterns
    self.meanings = meanings
    self.places = places
    self.persons = PersonLexicon(persons)
  }

  static func bytes(
    symbols: Symbols, patterns: FunctionPatterns, meanings: Meanings, places: PlaceLexicon,
    persons: PersonLexicon
  ) -> [UInt8] {
    var writer = FlatWriter()
    symbols.flat.write(to: &writer)
    patterns.write(to: &writer)
    let kinds = Meanings.Kind.allCases
    writer.put(meanings.concepts)
    writer.put(
      meanings.words.map { words in words.map(\.text).joined(separator: "\t") })
    writer.put(meanings.entries.map(\.concept))
    writer.put(
      meanings.entries.map { entry in
        UInt8(kinds.firstIndex(of: entry.kind) ?? 0) << 1 | (entry.isContextual ? 1 : 0)
      })
    writer.put(meanings.entries.map { UInt16(clamping: $0.length) })
    meanings.trie.write(to: &writer)
    writer.put(places.meanings.map { UInt32(clamping: $0.place) })
    writer.put(
      places.meanings.map { meaning -> UInt8 in
        (meaning.statesLevel ? 1 : 0) | (meaning.isListedBare ? 2 : 0)
          | (meaning.isOnlyInText ? 4 : 0)
      })
    places.trie.write(to: &writer)
    persons.flat.write(to: &writer)
    return writer.bytes
  }

  private static func meanings(_ reader: inout FlatReader) -> Meanings? {
    guard let concepts = reader.texts(), let texts = reader.texts(),
      texts.count == concepts.count, let numbers = reader.values(of: UInt16.self),
      let flags = reader.values(of: UInt8.self), let lengths = reader.values(of: UInt16.self),
      flags.count == numbers.count, lengths.count == numbers.count,
      let trie = PhraseTrie(&reader)
    else { return nil }
    let kinds = Meanings.Kind.allCases
    var entries: [Meanings.Entry] = []
    entries.reserveCapacity(numbers.count)
    for place in numbers.indices {
      guard Int(flags[place] >> 1) < kinds.count, Int(numbers[place]) < concepts.count else {
        return nil
      }
      entries.append(
        Meanings.Entry(
          concept: numbers[place], kind: kinds[Int(flags[place] >> 1)],
          length: Int(lengths[place]), isContextual: flags[place] & 1 == 1))
    }
    let words = texts.map { text in
      text.isEmpty ? [] : text.split(separator: "\t").map { ComparedWord(String($0)) }
    }
    return Meanings(concepts: concepts, words: words, entries: entries, trie: trie)
  }

  private static func places(_ reader: inout FlatReader, tree: CodeTree) -> PlaceLexicon? {
    guard let numbers = reader.values(of: UInt32.self), let flags = reader.values(of: UInt8.self),
      flags.count == numbers.count, let trie = PhraseTrie(&reader)
    else { return nil }
    var meanings: [PlaceLexicon.Meaning] = []
    meanings.reserveCapacity(numbers.count)
    for (number, flag) in zip(numbers, flags) {
      guard Int(number) < tree.nodes.count else { return nil }
      meanings.append(
        PlaceLexicon.Meaning(
          place: Int(number), statesLevel: flag & 1 != 0, isListedBare: flag & 2 != 0,
          isOnlyInText: flag & 4 != 0))
    }
    return PlaceLexicon(tree: tree, meanings: meanings, trie: trie)
  }
}
