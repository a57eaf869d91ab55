/// How near two words are in spelling; keeps its rows, so that measuring allocates nothing.
struct SpellingMeasure {
  /// Longer words are compared by their beginning.
  static let longest = 40

  private let costs = SpellingCosts.shared
  private var places = LetterPlaces()
  private var rows = [Int32](repeating: 0, count: 3 * (SpellingMeasure.longest + 1))

  /// From 0, nothing in common, to 100, the same; 0 where it would be below `floor`.
  ///
  /// - Parameter known: Where the left word has its letters, if that is laid out already.
  mutating func likeness(
    _ left: Span<UInt8>, _ right: Span<UInt8>, known: LetterPlaces? = nil, floor: Int
  ) -> Int {
    let (first, second) = (min(left.count, Self.longest), min(right.count, Self.longest))
    let longer = max(first, second)
    guard first > 0, second > 0 else { return 0 }
    let limit = (100 - floor) * longer / 10
    // Letters that one word has more are seldom all doubled or silent.
    guard abs(first - second) * 5 <= limit else { return 0 }
    // Words with many plain edits between them are no slips, however cheap each edit is.
    if known == nil { places.take(left) }
    let edits = known.map { $0.edits(to: right, second) } ?? places.edits(to: right, second)
    guard edits <= max(2, longer / 2) else { return 0 }
    guard
      let cost = Self.cost(left, first, right, second, limit: limit, costs, rows: &rows)
    else { return 0 }
    return max(0, 100 - cost * 10 / longer)
  }

  private static func cost(
    _ left: Span<UInt8>, _ first: Int, _ right: Span<UInt8>, _ second: Int, limit: Int,
    _ costs: SpellingCosts, rows storage: inout [Int32]
  ) -> Int? {
    let width = longest + 1
    var (before, previous, current) = (0, width, 2 * width)
    var rows = storage.mutableSpan
    let substitutions = costs.substitution.span
    let omissions = costs.omission.span
    rows[previous] = 0
    for column in 0..<second {
      rows[previous + column + 1] =
        rows[previous + column]
        + Int32(omit(right[column], after: column > 0 ? right[column - 1] : 0, omissions))
    }
    for row in 0..<first {
      let letter = left[row]
      let omission = omit(letter, after: row > 0 ? left[row - 1] : 0, omissions)
      rows[current] = rows[previous] + Int32(omission)
      var least = rows[current]
      for column in 0..<second {
        let other = right[column]
        var cost = rows[previous + column] + Int32(substitute(letter, other, substitutions))
        cost = min(cost, rows[previous + column + 1] + Int32(omission))
        cost = min(
          cost,
          rows[current + column]
            + Int32(omit(other, after: column > 0 ? right[column - 1] : 0, omissions)))
        if row > 0, column > 0 {
          if letter == right[column - 1], left[row - 1] == other {
            cost = min(cost, rows[before + column - 1] + Int32(SpellingCosts.transposition))
          }
        }
        if column > 0, isSplit(letter, right[column - 1], other) {
          cost = min(cost, rows[previous + column - 1] + Int32(SpellingCosts.split))
        }
        if row > 0, isSplit(other, left[row - 1], letter) {
          cost = min(cost, rows[before + column] + Int32(SpellingCosts.split))
        }
        // The first letter is seldom mistaken.
        if row == 0, column == 0, letter != other { cost += 3 }
        rows[current + column + 1] = cost
        least = min(least, cost)
      }
      // A letter taken as two reaches back two rows.
      if Int(least) > limit + SpellingCosts.edit { return nil }
      (before, previous, current) = (previous, current, before)
    }
    let cost = Int(rows[previous + second])
    return cost <= limit ? cost : nil
  }

  @inline(__always)
  private static func substitute(_ left: UInt8, _ right: UInt8, _ costs: Span<UInt8>) -> Int {
    // Digits and letters share low bits.
    if (left ^ right) & 0x60 != 0 { return left == right ? 0 : SpellingCosts.edit }
    return Int(costs[Int(left & 31) * 32 + Int(right & 31)])
  }

  @inline(__always)
  private static func omit(_ letter: UInt8, after previous: UInt8, _ costs: Span<UInt8>) -> Int {
    letter == previous ? SpellingCosts.doubling : Int(costs[Int(letter & 31)])
  }

  @inline(__always)
  private static func isSplit(_ whole: UInt8, _ first: UInt8, _ second: UInt8) -> Bool {
    switch whole {
    case UInt8(ascii: "m"): first == UInt8(ascii: "r") && second == UInt8(ascii: "n")
    case UInt8(ascii: "w"): first == UInt8(ascii: "v") && second == UInt8(ascii: "v")
    case UInt8(ascii: "d"): first == UInt8(ascii: "c") && second == UInt8(ascii: "l")
    default: false
    }
  }
}
