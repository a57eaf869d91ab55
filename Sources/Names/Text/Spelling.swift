/// How near two words are in spelling.
enum Spelling {
  /// Edit distance with adjacent transpositions, or nil above `limit`. Works on bytes.
  static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
    let first = Array(left.utf8)
    let second = Array(right.utf8)
    guard abs(first.count - second.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      current.reserveCapacity(second.count + 1)
      for column in second.indices {
        var cost = min(previous[column + 1] + 1, current[column] + 1)
        cost = min(cost, previous[column] + (first[row] == second[column] ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1],
          first[row - 1] == second[column]
        {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      if current.min() ?? 0 > limit { return nil }
      beforePrevious = previous
      previous = current
    }
    let distance = previous[second.count]
    return distance <= limit ? distance : nil
  }

  /// The consonants in classes, with the first letter kept: what transliterations agree on.
  ///
  /// `Shoigu`, `Shoygu` and `Chojgu` differ only in what this drops or merges.
  static func skeleton(_ word: String) -> String {
    var result: [UInt8] = []
    forEachOfSkeleton(of: word) { result.append($0) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Hands over the letters of the skeleton one by one.
  @inline(__always)
  static func forEachOfSkeleton(of word: String, _ take: (UInt8) -> Void) {
    var last: UInt8 = 0
    var isFirst = true
    for letter in word.utf8 {
      let kept: UInt8? =
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
          UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "j"), UInt8(ascii: "h"):
          isFirst ? UInt8(ascii: "a") : nil
        case UInt8(ascii: "c"), UInt8(ascii: "q"), UInt8(ascii: "g"): UInt8(ascii: "k")
        case UInt8(ascii: "z"), UInt8(ascii: "x"): UInt8(ascii: "s")
        case UInt8(ascii: "w"), UInt8(ascii: "v"), UInt8(ascii: "p"): UInt8(ascii: "f")
        case UInt8(ascii: "d"): UInt8(ascii: "t")
        case UInt8(ascii: "m"): UInt8(ascii: "n")
        default: letter
        }
      isFirst = false
      // No letter is zero.
      guard let kept, kept != last else { continue }
      take(kept)
      last = kept
    }
  }
}
