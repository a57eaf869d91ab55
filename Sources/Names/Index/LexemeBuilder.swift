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

  /// Files a name under one of its words, and tells which it is of those that are kept once.
  ///
  /// - Parameter letters: Where the letters of the name begin among those of all names.
  mutating func add(
    _ word: PersonWord, _ pool: Span<UInt8>, letters: Int, _ name: NamePosting,
    _ personKeys: inout PersonKeys
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
      lexeme.start = UInt32(letters + start)
      lexemes.append(lexeme)
      LexemeSounds.append(word, pool, to: &sounds)
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

  mutating func write(to writer: inout SectionWriter) {
    places = [:]
    writer.append(lexemes)
    writer.append(&filed)
    holders.sort()
    var ranges: [UInt32] = []
    var names: [UInt32] = []
    var place = 0
    for lexeme in lexemes.indices {
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
    writer.append(soundRanges)
    writer.append(sounds)
  }
}
