internal import Formats

/// Names laid out for search: read where they lie, without parsing.
struct CompiledNames: Sendable {
  typealias Section = CompiledNamesLayout.Section

  let bytes: MappedBytes
  /// How many identities the names belong to.
  let identityCount: Int
  /// Names under keys of bodies, of whole names and of numbers.
  let nameTable: PostingTable<UInt32>
  /// Words of persons under keys of spelling and sound.
  let wordTable: PostingTable<WordPosting>
  private let offsets: [Int]
  private let counts: [Int]

  /// Nil where the bytes are of another layout, cut off, or of another kind of machine. Whoever
  /// keeps them in a file checks their digest: what is inside the sections is trusted.
  init?(_ bytes: MappedBytes) {
    typealias Layout = CompiledNamesLayout
    guard bytes.count >= Layout.headerSize,
      bytes.load(at: 0, as: UInt64.self) == Layout.magic,
      bytes.load(at: 8, as: UInt32.self) == Layout.version,
      bytes.load(at: 12, as: UInt32.self) == Layout.strides,
      bytes.load(at: 16, as: UInt64.self) == UInt64(bytes.count)
    else { return nil }
    self.init(trusting: bytes)
    var end = bytes.count
    for section in Section.allCases.reversed() {
      let (size, isTooLong) = count(section).multipliedReportingOverflow(by: section.stride)
      // Sections stand in their order, filled up to the next by less than the alignment.
      guard !isTooLong, offset(section) % Layout.alignment == 0,
        offset(section) >= Layout.headerSize, offset(section) <= end,
        size <= end - offset(section), end - offset(section) - size < Layout.alignment
      else { return nil }
      end = offset(section)
    }
    guard count(.nameRanges) == count(.nameKeys) + 1, count(.wordRanges) == count(.wordKeys) + 1,
      count(.lexemeRanges) == count(.lexemes) + 1, count(.soundRanges) == count(.lexemes) + 1,
      count(.neighbourRanges) == count(.lexemes) + 1, count(.cards) == count(.lexemes),
      count(.summaries) == count(.names),
      isDirectory(.nameDirectory), isDirectory(.wordDirectory),
      count(.lexemesOfWords) == count(.words), identityCount <= count(.names)
    else { return nil }
  }

  /// Bytes that the builder has just laid out.
  init(trusting bytes: MappedBytes) {
    self.bytes = bytes
    identityCount = Int(clamping: bytes.load(at: 24, as: UInt64.self))
    let offsets = Section.allCases.map {
      Int(clamping: bytes.load(at: 48 + $0.rawValue * 16, as: UInt64.self))
    }
    let counts = Section.allCases.map {
      Int(clamping: bytes.load(at: 56 + $0.rawValue * 16, as: UInt64.self))
    }
    func table<Entry>(
      _ keys: Section, _ ranges: Section, _ list: Section, _ directory: Section
    ) -> PostingTable<Entry> {
      PostingTable(
        bytes, keys: (offsets[keys.rawValue], counts[keys.rawValue]),
        ranges: offsets[ranges.rawValue], list: (offsets[list.rawValue], counts[list.rawValue]),
        directory: (offsets[directory.rawValue], counts[directory.rawValue]))
    }
    nameTable = table(.nameKeys, .nameRanges, .nameList, .nameDirectory)
    wordTable = table(.wordKeys, .wordRanges, .wordList, .wordDirectory)
    self.offsets = offsets
    self.counts = counts
  }

  private func offset(_ section: Section) -> Int { offsets[section.rawValue] }
  private func count(_ section: Section) -> Int { counts[section.rawValue] }

  /// Whether a section has a place for each of so many first bits and one for the end.
  private func isDirectory(_ section: Section) -> Bool {
    let buckets = count(section) - 1
    return buckets > 0 && buckets & (buckets - 1) == 0
  }

  var nameCount: Int { count(.names) }
  var lexemeCount: Int { count(.lexemes) }

  func name(_ index: Int) -> StoredName {
    precondition(index < nameCount)
    return bytes.load(
      at: offset(.names) + index * MemoryLayout<StoredName>.stride, as: StoredName.self)
  }

  /// Hands over how many words each name has.
  func withSummaries<Result>(_ body: (Span<PersonSummary>) -> Result) -> Result {
    bytes.withValues(
      at: offset(.summaries), count: count(.summaries), of: PersonSummary.self, body)
  }

  /// Hands over all words of persons, each once, and the letters at which they begin.
  func withLexemes<Result>(_ body: (Span<PersonWord>, Span<UInt8>) -> Result) -> Result {
    bytes.withValues(at: offset(.lexemes), count: count(.lexemes), of: PersonWord.self) { words in
      bytes.withValues(
        at: offset(.lexemeLetters), count: count(.lexemeLetters), of: UInt8.self
      ) { letters in
        body(words, letters)
      }
    }
  }

  /// Hands over what is read of all words before their letters.
  func withCards<Result>(_ body: (Span<WordCard>) -> Result) -> Result {
    bytes.withValues(at: offset(.cards), count: count(.cards), of: WordCard.self, body)
  }

  /// Hands over the letters of sound of all words, see `LexemeSounds`.
  func withSounds<Result>(_ body: (Span<UInt32>, Span<UInt8>) -> Result) -> Result {
    bytes.withValues(
      at: offset(.soundRanges), count: count(.soundRanges), of: UInt32.self
    ) { ranges in
      bytes.withValues(at: offset(.sounds), count: count(.sounds), of: UInt8.self) { sounds in
        body(ranges, sounds)
      }
    }
  }

  /// Where the names that hold a word stand in the list of them.
  func names(holding lexeme: Int) -> Range<Int> {
    precondition(lexeme < lexemeCount)
    let place = offset(.lexemeRanges) + lexeme * 4
    let first = Int(bytes.load(at: place, as: UInt32.self))
    let end = Int(bytes.load(at: place + 4, as: UInt32.self))
    guard first <= end, end <= count(.lexemeNames) else { return 0..<0 }
    return first..<end
  }

  /// Hands over the words alike to a word, see `WordMemory.Alike`; none where they are not known.
  func withNeighbours<Result>(of lexeme: Int, _ body: (Span<UInt32>) -> Result) -> Result {
    precondition(lexeme < lexemeCount)
    let place = offset(.neighbourRanges) + lexeme * 4
    let first = Int(bytes.load(at: place, as: UInt32.self))
    let end = Int(bytes.load(at: place + 4, as: UInt32.self))
    let isInside = first <= end && end <= count(.neighbours)
    return bytes.withValues(
      at: offset(.neighbours) + (isInside ? first * 4 : 0), count: isInside ? end - first : 0,
      of: UInt32.self, body)
  }

  /// Hands over names that hold a word, see `NamePosting`.
  func withNames<Result>(_ range: Range<Int>, _ body: (Span<UInt32>) -> Result) -> Result {
    bytes.withValues(
      at: offset(.lexemeNames) + range.lowerBound * 4, count: range.count, of: UInt32.self, body)
  }

  /// Hands over the words and letters of a person's name.
  func withPerson<Result>(
    _ name: StoredName, _ body: (Span<PersonWord>, Span<UInt8>) -> Result
  ) -> Result {
    bytes.withValues(
      at: offset(.words) + Int(name.firstWord) * MemoryLayout<PersonWord>.stride,
      count: Int(name.words), of: PersonWord.self
    ) { words in
      bytes.withValues(
        at: offset(.letters) + Int(name.letters), count: Int(name.lettersCount), of: UInt8.self
      ) { letters in
        body(words, letters)
      }
    }
  }

  /// Hands over which of the words that are kept once the words of a person's name are.
  func withLexemes<Result>(
    of name: StoredName, _ body: (Span<UInt32>) -> Result
  ) -> Result {
    bytes.withValues(
      at: offset(.lexemesOfWords) + Int(name.firstWord) * 4, count: Int(name.words),
      of: UInt32.self, body)
  }

  /// The name of a body, taken apart; nil for a person's.
  func parsed(_ name: StoredName) -> ParsedName? {
    guard name.bodyCount > 0 else { return nil }
    let start = offset(.bodies) + Int(name.body)
    let sketch = BodySketch.size(at: start, of: bytes)
    return bytes.withValues(
      at: start + sketch, count: max(0, Int(name.bodyCount) - sketch), of: UInt8.self
    ) { ParsedNameCoder.name($0) }
  }

  /// What tells the name of a body apart from most others; nil for a person's.
  func sketch(_ name: StoredName) -> BodySketch? {
    guard name.bodyCount > 0 else { return nil }
    return BodySketch(at: offset(.bodies) + Int(name.body), of: bytes)
  }

  /// The letters of a word of the name of a body that its sketch tells of.
  func word(_ index: Int, of name: StoredName, _ sketch: borrowing BodySketch) -> String {
    let words = sketch.words.span
    let start = ParsedNameCoder.place(ofWord: index) { words[$0].length }
    let place = offset(.bodies) + Int(name.body) + sketch.size + start
    return bytes.withValues(at: place, count: words[index].length, of: UInt8.self) { letters in
      var word: [UInt8] = []
      for letter in letters.indices { word.append(letters[letter]) }
      return String(decoding: word, as: UTF8.self)
    }
  }
}
