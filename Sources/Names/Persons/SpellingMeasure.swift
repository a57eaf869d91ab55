/// How near two words are in spelling; keeps its rows, so that measuring allocates nothing.
struct SpellingMeasure {
  /// Longer words are compared by their beginning.
  static let longest = 40

  private let costs = SpellingCosts.shared
  private var places = LetterPlaces()
  private static let width = SpellingMeasure.longest + 1
  /// Three rows of costs, and what it costs to leave out each letter of the right word.
  private var rows = [Int32](repeating: 0, count: 4 * SpellingMeasure.width)

  /// From 0, nothing in common, to 100, the same; 0 where it would be below `floor`.
  mutating func likeness(_ left: Span<UInt8>, _ right: Span<UInt8>, floor: Int) -> Int {
    guard Self.mayReach(floor, left, right) else { return 0 }
    places.take(left)
    return Self.likeness(left, places, right, floor: floor, costs, rows: &rows)
  }

  /// The same.
  ///
  /// - Parameter known: Where the left word has its letters.
  mutating func likeness(
    _ left: Span<UInt8>, known: borrowing LetterPlaces, _ right: Span<UInt8>, floor: Int
  ) -> Int {
    guard Self.mayReach(floor, left, right) else { return 0 }
    return Self.likeness(left, known, right, floor: floor, costs, rows: &rows)
  }

  /// Letters that one word has more are seldom all doubled or silent.
  @inline(__always)
  private static func mayReach(_ floor: Int, _ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let (first, second) = (min(left.count, longest), min(right.count, longest))
    guard first > 0, second > 0 else { return false }
    return abs(first - second) * 5 <= (100 - floor) * max(first, second) / 10
  }

  private static func likeness(
    _ left: Span<UInt8>, _ places: borrowing LetterPlaces, _ right: Span<UInt8>, floor: Int,
    _ costs: SpellingCosts, rows: inout [Int32]
  ) -> Int {
    let (first, second) = (min(left.count, longest), min(right.count, longest))
    let longer = max(first, second)
    let limit = (100 - floor) * longer / 10
    // Words with many plain edits between them are no slips, however cheap each edit is.
    let most = max(2, longer / 2)
    guard places.mayBeWithin(most, of: right, second), places.edits(to: right, second) <= most,
      let cost = cost(left, first, right, second, limit: limit, costs, rows: &rows)
    else { return 0 }
    return max(0, 100 - cost * 10 / longer)
  }

  private static func cost(
    _ left: Span<UInt8>, _ first: Int, _ right: Span<UInt8>, _ second: Int, limit: Int,
    _ costs: SpellingCosts, rows storage: inout [Int32]
  ) -> Int? {
    var (before, previous, current, omissions) = (0, width, 2 * width, 3 * width)
    var rows = storage.mutableSpan
    let substitutions = costs.substitution.span
    rows[previous] = 0
    for column in 0..<second {
      let omission = omit(
        right[column], after: column > 0 ? right[column - 1] : 0, costs.omission.span)
      rows[omissions + column] = omission
      rows[previous + column + 1] = rows[previous + column] &+ omission
    }
    let most = Int32(limit)
    var leastBefore: Int32 = 0
    for row in 0..<first {
      let letter = left[row]
      let last = row > 0 ? left[row - 1] : 0
      let omission = omit(letter, after: last, costs.omission.span)
      // What a scanner reads for this letter, and what it reads this one and the last for.
      let (parts, whole) = (Self.parts(of: letter), Self.whole(of: last, letter))
      let place = Int(letter & 31) * 32
      var diagonal = rows[previous]
      var beside = diagonal &+ omission
      rows[current] = beside
      var least = beside
      var behind: UInt8 = 0
      for column in 0..<second {
        let other = right[column]
        let above = rows[previous + column + 1]
        // Digits and letters share low bits.
        let substitution: Int32 =
          (letter ^ other) & 0x60 != 0
          ? SpellingCosts.edit : Int32(substitutions[place + Int(other & 31)])
        var cost = min(
          diagonal &+ substitution, above &+ omission, beside &+ rows[omissions + column])
        if column > 0 {
          if row > 0, letter == behind, last == other {
            cost = min(cost, rows[before + column - 1] &+ SpellingCosts.transposition)
          }
          if behind == parts.0, other == parts.1 {
            cost = min(cost, rows[previous + column - 1] &+ SpellingCosts.split)
          }
        } else if row == 0, letter != other {
          // The first letter is seldom mistaken.
          cost &+= 3
        }
        if other == whole { cost = min(cost, rows[before + column] &+ SpellingCosts.split) }
        rows[current + column + 1] = cost
        least = min(least, cost)
        (diagonal, beside, behind) = (above, cost, other)
      }
      // A letter taken as two reaches back two rows, and costs no less than that.
      if least > most, leastBefore &+ SpellingCosts.split > most { return nil }
      leastBefore = least
      (before, previous, current) = (previous, current, before)
    }
    let cost = rows[previous + second]
    return cost <= most ? Int(cost) : nil
  }

  @inline(__always)
  private static func omit(_ letter: UInt8, after previous: UInt8, _ costs: Span<UInt8>) -> Int32 {
    letter == previous ? SpellingCosts.doubling : Int32(costs[Int(letter & 31)])
  }

  /// The letters as which a scanner reads one; what no word holds where there are none.
  private static func parts(of letter: UInt8) -> (UInt8, UInt8) {
    switch letter {
    case UInt8(ascii: "m"): (UInt8(ascii: "r"), UInt8(ascii: "n"))
    case UInt8(ascii: "w"): (UInt8(ascii: "v"), UInt8(ascii: "v"))
    case UInt8(ascii: "d"): (UInt8(ascii: "c"), UInt8(ascii: "l"))
    default: (.max, .max)
    }
  }

  /// The letter that a scanner reads as these two; what no word holds where there is none.
  private static func whole(of first: UInt8, _ second: UInt8) -> UInt8 {
    switch (first, second) {
    case (UInt8(ascii: "r"), UInt8(ascii: "n")): UInt8(ascii: "m")
    case (UInt8(ascii: "v"), UInt8(ascii: "v")): UInt8(ascii: "w")
    case (UInt8(ascii: "c"), UInt8(ascii: "l")): UInt8(ascii: "d")
    default: .max
    }
  }
}
