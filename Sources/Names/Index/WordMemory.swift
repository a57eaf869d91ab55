internal import Formats

/// Which words of the list were found alike to words that were asked for before.
///
/// Queries share words with each other, given names above all, and what a word is like does not
/// depend on the query that it stands in. Bounded: when it is full, it begins anew.
struct WordMemory {
  /// A word of the list, and from 0 to 100 how alike it is.
  struct Alike {
    let lexeme: UInt32
    let likeness: UInt8
  }

  /// All that a search for a word reads of it.
  struct Word: Hashable {
    private let letters: UInt64
    private let characters: UInt32
    private let families: UInt32
    private let script: UInt8
    private let flags: UInt8
    private let length: UInt8

    init(_ word: PersonWord, _ pool: Span<UInt8>) {
      let start = Int(word.start)
      letters = StableHash.of(pool.extracting(start..<start + Int(word.length)))
      characters = word.characters
      families = UInt32(word.families.0) << 16 | UInt32(word.families.1)
      script = word.script
      length = word.length
      var flags = word.flags
      flags.subtract(.isReading)
      if !word.mayBeCut { flags.subtract(.isLast) }
      self.flags = flags.rawValue
    }
  }

  private static let mostAlike = 1 << 18
  private static let mostWords = 1 << 13

  private var ranges: [Word: Range<Int>] = [:]
  private var alike: [Alike] = []
  private var first = 0

  /// Where the words stand that are alike to this one; nil where that is not known.
  func range(of word: Word) -> Range<Int>? { ranges[word] }

  subscript(place: Int) -> Alike { alike[place] }

  /// Begins to take down what is alike to another word.
  mutating func begin() {
    if alike.count >= Self.mostAlike || ranges.count >= Self.mostWords {
      ranges.removeAll(keepingCapacity: true)
      alike.removeAll(keepingCapacity: true)
    }
    first = alike.count
  }

  mutating func append(_ lexeme: Int, likeness: Int) {
    alike.append(Alike(lexeme: UInt32(lexeme), likeness: UInt8(likeness)))
  }

  /// Keeps what was appended since `begin` under the word.
  mutating func keep(_ word: Word) -> Range<Int> {
    ranges[word] = first..<alike.count
    return first..<alike.count
  }
}
