internal import Formats

/// Which words of the list were found alike to words that were asked for before.
///
/// Queries share words with each other, given names above all, and what a word is like does not
/// depend on the query that it stands in. Bounded: when it is full, it begins anew.
struct WordMemory {
  /// A word of the list, how alike it is from 0 to 100, and whether it may be one of several words
  /// that are written without blanks, however unlike.
  struct Alike {
    let bits: UInt32

    init(bits: UInt32) { self.bits = bits }

    init(lexeme: Int, likeness: Int, isOpen: Bool) {
      bits = UInt32(lexeme) << 8 | UInt32(min(max(likeness, 0), 100)) << 1 | (isOpen ? 1 : 0)
    }

    var lexeme: Int { Int(bits >> 8) }
    var likeness: UInt8 { UInt8(bits >> 1 & 0x7F) }
    var isOpen: Bool { bits & 1 != 0 }
  }

  /// More words of a list have no place in `Alike`.
  static let mostLexemes = 1 << 24

  /// All that a search for a word reads of it; words of one hash may differ in their letters.
  struct Word: Hashable {
    private let letters: UInt32
    private let characters: UInt32
    private let families: UInt32
    private let script: UInt8
    private let flags: UInt8
    private let length: UInt8
    /// Whether it is two neighbours together, for which only what is much alike is kept.
    private let areTwo: Bool

    init(_ word: PersonWord, _ letters: Span<UInt8>, areTwo: Bool = false) {
      self.areTwo = areTwo
      self.letters = word.letters
      characters = word.characters
      families = UInt32(word.families.0) << 16 | UInt32(word.families.1)
      script = word.script
      length = UInt8(letters.count)
      var flags = word.flags
      flags.subtract(.isReading)
      if !word.mayBeCut { flags.subtract(.isLast) }
      self.flags = flags.rawValue
    }

    /// The hash of its letters, those of words of one hash and another script apart.
    fileprivate var mixed: UInt32 { (letters ^ characters ^ UInt32(script) &* 0x9E37_79B9) >> 7 }
  }

  private struct Entry {
    let alike: Range<Int>
    /// Where its letters begin.
    let start: Int
  }

  private static let mostAlike = 1 << 18
  private static let mostWords = 1 << 13
  private static let counters = 1 << 12
  private static let often: UInt8 = 4

  private var entries: [Word: Entry] = [:]
  private var alike: [Alike] = []
  private var letters: [UInt8] = []
  private var first = 0
  private var counts = [UInt8](repeating: 0, count: WordMemory.counters)

  /// Where the words stand that are alike to this one; nil where that is not known.
  func range(of word: Word, _ letters: Span<UInt8>) -> Range<Int>? {
    guard let entry = entries[word] else { return nil }
    for place in letters.indices where self.letters[entry.start + place] != letters[place] {
      return nil
    }
    return entry.alike
  }

  subscript(place: Int) -> Alike { alike[place] }

  /// Begins to take down what is alike to another word.
  mutating func begin() {
    if alike.count >= Self.mostAlike || entries.count >= Self.mostWords {
      forget()
    }
    first = alike.count
  }

  mutating func forget() {
    entries.removeAll(keepingCapacity: true)
    alike.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
  }

  mutating func append(_ word: Alike) { alike.append(word) }

  /// Where that stands which was appended since `begin`.
  var sinceBegin: Range<Int> { first..<alike.count }

  /// Forgets what was appended since `begin`.
  mutating func drop() { alike.removeLast(alike.count - first) }

  /// Whether the word has been asked for so often that all that is alike to it is worth finding;
  /// counts it. Words that share a place are counted together.
  mutating func isOften(_ word: Word) -> Bool {
    let place = Int(truncatingIfNeeded: word.mixed) & (Self.counters - 1)
    counts[place] = min(counts[place] + 1, Self.often)
    return counts[place] == Self.often
  }

  /// Keeps what was appended since `begin` under the word, instead of another one of its hash.
  mutating func keep(_ word: Word, _ letters: Span<UInt8>) -> Range<Int> {
    entries[word] = Entry(alike: first..<alike.count, start: self.letters.count)
    for place in letters.indices { self.letters.append(letters[place]) }
    return first..<alike.count
  }
}
