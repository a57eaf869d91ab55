/// For each letter which others are written for it at no more than some cost, see `SpellingCosts`.
struct SpellingReach: Sendable {
  static let shared = SpellingReach()
  /// Another letter costs no more.
  static let costs = Int(SpellingCosts.edit)

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
    for (one, two) in [("m", "rn"), ("w", "v"), ("d", "cl")] {
      for letter in one.utf8 {
        for part in two.utf8 {
          add(Int(letter & 31), Int(part & 31), Int(SpellingCosts.split))
          add(Int(part & 31), Int(letter & 31), Int(SpellingCosts.split) / 2)
        }
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
