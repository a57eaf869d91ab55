internal import Formats

/// A word in Latin letters with what a quick comparison of its spelling needs.
struct ComparedWord: Sendable, Hashable {
  let text: String
  /// How many letters `skeleton` has.
  let skeletonLength: Int
  private let skeletonHash: UInt64
  let length: Int
  /// One bit for each letter that occurs.
  private let letters: UInt64

  init(_ text: String) {
    self.text = text
    length = text.utf8.count
    var (count, hash) = (0, StableHash.start)
    Spelling.forEachOfSkeleton(of: text) { letter in
      count += 1
      hash = StableHash.add(letter, to: hash)
    }
    (skeletonLength, skeletonHash) = (count, hash)
    var letters: UInt64 = 0
    for byte in text.utf8 { letters |= 1 << UInt64(byte & 63) }
    self.letters = letters
  }

  static func == (left: ComparedWord, right: ComparedWord) -> Bool { left.text == right.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Its consonants in classes, see `Spelling.skeleton`.
  var skeleton: String { Spelling.skeleton(text) }

  /// Whether both have the same consonants in classes.
  func sharesSkeleton(with other: ComparedWord) -> Bool {
    skeletonLength == other.skeletonLength && skeletonHash == other.skeletonHash
      && skeleton == other.skeleton
  }

  /// Whether no more than `limit` edits lie between the words; most pairs fail on their letters.
  func isWithin(_ limit: Int, of other: ComparedWord) -> Bool {
    guard abs(length - other.length) <= limit,
      (letters ^ other.letters).nonzeroBitCount <= 2 * limit
    else { return false }
    return Spelling.distance(text, other.text, limit: limit) != nil
  }

  /// Whether the words differ by a slip: one edit from four letters, two from nine.
  func isNear(_ other: ComparedWord) -> Bool {
    let shorter = min(length, other.length)
    let limit = shorter >= 9 ? 2 : shorter >= 4 ? 1 : 0
    return limit > 0 ? isWithin(limit, of: other) : text == other.text
  }

  /// Whether the words may be two transliterations of one: the consonants agree and little else
  /// differs.
  func soundsLike(_ other: ComparedWord) -> Bool {
    guard skeletonLength >= 2, sharesSkeleton(with: other) else { return false }
    let shorter = min(length, other.length)
    return shorter >= 5 && isWithin(shorter >= 9 ? 3 : 2, of: other)
  }
}
