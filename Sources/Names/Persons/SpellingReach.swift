/// For each letter which others are written for it at no more than some cost, see `SpellingCosts`.
struct SpellingReach: Sendable {
  static let shared = SpellingReach()
  /// Another letter costs no more.
  static let costs = Int(SpellingCosts.edit)

  /// Letters that a scanner reads as two.
  static let splits: [(letter: UInt8, parts: (UInt8, UInt8))] = [
    (UInt8(ascii: "m"), (UInt8(ascii: "r"), UInt8(ascii: "n"))),
    (UInt8(ascii: "w"), (UInt8(ascii: "v"), UInt8(ascii: "v"))),
    (UInt8(ascii: "d"), (UInt8(ascii: "c"), UInt8(ascii: "l"))),
  ]

  /// By letter and cost a set of letters, one bit each.
  let sets: [UInt32]

  private init() {
    let table = SpellingCosts.shared.substitution
    var sets = [UInt32](repeating: 0, count: 32 * Self.costs)
    func add(_ letter: Int, _ other: Int, _ cost: Int) {
      if cost < Self.costs { sets[letter * Self.costs + cost] |= 1 << UInt32(other) }
    }
    for letter in 0..<32 {
      for other in 0..<32 { add(letter, other, Int(table[letter * 32 + other])) }
    }
    // Read as two, a letter costs as much as both of the two together.
    for split in Self.splits {
      let one = Int(split.letter & 31)
      for part in [Int(split.parts.0 & 31), Int(split.parts.1 & 31)] {
        add(one, part, Int(SpellingCosts.split))
        add(part, one, Int(SpellingCosts.split) / 2)
      }
    }
    for letter in 0..<32 {
      for cost in 1..<Self.costs {
        sets[letter * Self.costs + cost] |= sets[letter * Self.costs + cost - 1]
      }
    }
    self.sets = sets
  }
}
