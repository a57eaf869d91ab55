internal import Formats

/// Collects the words of persons' names, each once, with the names that hold them.
///
/// A list of 100,000 names has about a third as many words, and the same given names come back in
/// thousands of names: a search measures each word once and then knows all names that hold it.
struct LexemeBuilder {
  private struct Identity: Hashable {
    let letters: UInt64
    let characters: UInt32
    let script: UInt8
    let flags: UInt8
  }

  private var lexemes: [PersonWord] = []
  private var places: [Identity: UInt32] = [:]
  private var filed: [Keyed<WordPosting>] = []
  private var holders: [Keyed<UInt32>] = []
  private var keys: [UInt64] = []
  private var soundRanges: [UInt32] = [0]
  private var sounds: [UInt8] = []
  private var cards: [WordCard] = []
  private var letters: [UInt8] = []
  /// By what words are put in order, see `order`.
  private var orders: [UInt64] = []

  /// Files a name under one of its words, and tells which it is of those that are kept once, by a
  /// number that `write` puts another for.
  mutating func add(
    _ word: PersonWord, _ pool: Span<UInt8>, _ name: NamePosting, _ personKeys: inout PersonKeys
  ) -> UInt32 {
    var lexeme = word
    // What it is in this name says nothing of it in others.
    lexeme.flags.subtract([.isReading, .isLast])
    let start = Int(word.start)
    let identity = Identity(
      letters: StableHash.of(pool.extracting(start..<start + Int(word.length))),
      characters: word.characters, script: word.script, flags: lexeme.flags.rawValue)
    let number: UInt32
    if let known = places[identity] {
      number = known
    } else {
      number = UInt32(lexemes.count)
      places[identity] = number
      lexeme.start = UInt32(letters.count)
      lexemes.append(lexeme)
      orders.append(Self.order(of: word, pool))
      for place in start..<start + Int(word.length) + Int(word.formLength) {
        letters.append(pool[place])
      }
      LexemeSounds.append(word, pool, to: &sounds)
      cards.append(WordCard(word, pool, sound: sounds[Int(soundRanges[soundRanges.count - 1])...]))
      soundRanges.append(UInt32(sounds.count))
      keys.removeAll(keepingCapacity: true)
      personKeys.append(word, pool, isQuery: false, to: &keys)
      keys.sort()
      let posting = WordPosting(lexeme: number, traits: WordTraits(word))
      for (place, key) in keys.enumerated() where place == 0 || keys[place - 1] != key {
        filed.append(Keyed(key: key, entry: posting))
      }
    }
    holders.append(Keyed(key: UInt64(number), entry: name.bits))
    return number
  }

  /// Words that may be alike stand near each other, so that a search finds what it reads of them in
  /// few places: by script, by their first consonants, and by their first letters.
  private static func order(of word: PersonWord, _ pool: Span<UInt8>) -> UInt64 {
    let start = Int(word.start)
    let letters = pool.extracting(start..<start + Int(word.length))
    let sound = SoundKey.keys(of: letters, script: Script(number: word.script), length: 3).first
    var order = UInt64(word.script) << 16 | UInt64((sound ?? 0) & 0xFFFF)
    for place in 0..<5 {
      order = order << 8 | (place < letters.count ? UInt64(letters[place]) : 0)
    }
    return order
  }

  /// Writes all that is kept of the words, and tells for each number that `add` gave which one the
  /// word has among them.
  mutating func write(to writer: inout SectionWriter) -> [UInt32] {
    places = [:]
    let ordered = lexemes.indices.sorted { (orders[$0], $0) < (orders[$1], $1) }
    orders = []
    var numbers = [UInt32](repeating: 0, count: ordered.count)
    for (number, old) in ordered.enumerated() { numbers[old] = UInt32(number) }
    writer.append(laidOutLetters(ordered))
    writer.append(ordered.map { lexemes[$0] })
    filed = filed.map { filed in
      let posting = WordPosting(
        lexeme: numbers[Int(filed.entry.lexeme)], traits: filed.entry.traits)
      return Keyed(key: filed.key, entry: posting)
    }
    writer.append(&filed)
    writeHolders(numbers, to: &writer)
    var (ranges, all): ([UInt32], [UInt8]) = ([0], [])
    for old in ordered {
      all += sounds[Int(soundRanges[old])..<Int(soundRanges[old + 1])]
      ranges.append(UInt32(all.count))
    }
    writer.append(ranges)
    writer.append(all)
    writer.append(ordered.map { cards[$0] })
    return numbers
  }

  /// The letters of all words in an order, where they are said to begin from now on.
  private mutating func laidOutLetters(_ ordered: [Int]) -> [UInt8] {
    var all: [UInt8] = []
    for old in ordered {
      let start = Int(lexemes[old].start)
      let count = Int(lexemes[old].length) + Int(lexemes[old].formLength)
      lexemes[old].start = UInt32(all.count)
      all += letters[start..<start + count]
    }
    return all
  }

  /// For each word the names that hold it.
  private mutating func writeHolders(_ numbers: [UInt32], to writer: inout SectionWriter) {
    for place in holders.indices {
      holders[place] = Keyed(
        key: UInt64(numbers[Int(holders[place].key)]), entry: holders[place].entry)
    }
    holders.sort()
    var ranges: [UInt32] = []
    var names: [UInt32] = []
    var place = 0
    for lexeme in numbers.indices {
      ranges.append(UInt32(names.count))
      while place < holders.count, holders[place].key == UInt64(lexeme) {
        // A name may say a word twice.
        if names.count == Int(ranges[lexeme]) || names[names.count - 1] != holders[place].entry {
          names.append(holders[place].entry)
        }
        place += 1
      }
    }
    ranges.append(UInt32(names.count))
    holders = []
    writer.append(ranges)
    writer.append(names)
  }
}
