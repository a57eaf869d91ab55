/// Where a word has each letter, for counting the edits to many other words.
struct LetterPlaces {
  private var places = InlineArray<32, UInt64>(repeating: 0)
  private var count = 0
  /// One bit for each letter that occurs.
  private var letters: UInt32 = 0

  init() {}

  init(_ word: Span<UInt8>) { take(word) }

  /// Takes another word; of longer ones the first `SpellingMeasure.longest` letters count.
  mutating func take(_ word: Span<UInt8>) {
    for letter in places.indices { places[letter] = 0 }
    count = min(word.count, SpellingMeasure.longest)
    for index in 0..<count { places[Int(word[index] & 31)] |= 1 << UInt64(index) }
    letters = Self.letters(of: word, count)
  }

  @inline(__always)
  private static func letters(of word: Span<UInt8>, _ count: Int) -> UInt32 {
    var letters: UInt32 = 0
    for index in 0..<count { letters |= 1 &<< UInt32(word[index] & 31) }
    return letters
  }

  /// Whether no more than `limit` edits may lie between the words: each letter that only one of them
  /// has takes an edit, which takes one letter from either at most.
  @inline(__always)
  func mayBeWithin(_ limit: Int, of word: Span<UInt8>, _ length: Int) -> Bool {
    let other = Self.letters(of: word, length)
    return (letters & ~other).nonzeroBitCount <= limit
      && (other & ~letters).nonzeroBitCount <= limit
  }

  /// The number of edits to another word, of which the first `length` letters count, by bits.
  ///
  /// Gene Myers, "A fast bit-vector algorithm for approximate string matching" (1999), in the form
  /// of Heikki Hyyrö (2001).
  func edits(to word: Span<UInt8>, _ length: Int) -> Int {
    guard count > 0 else { return length }
    let places = places.span
    var (more, fewer) = (UInt64.max, UInt64(0))
    var distance = count
    let last = UInt64(count - 1)
    for index in 0..<length {
      let equal = places[Int(word[index] & 31)]
      let diagonal = (((equal & more) &+ more) ^ more) | equal | fewer
      var horizontal = fewer | ~(diagonal | more)
      let negative = more & diagonal
      distance += Int(truncatingIfNeeded: horizontal >> last & 1)
      distance -= Int(truncatingIfNeeded: negative >> last & 1)
      horizontal = horizontal << 1 | 1
      more = negative << 1 | ~(diagonal | horizontal)
      fewer = horizontal & diagonal
    }
    return distance
  }
}
