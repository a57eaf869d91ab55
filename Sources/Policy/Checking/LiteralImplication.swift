import Facts
import Formats
import Taxonomy

/// Whether one fact follows from another about the same thing, by what the two tests say.
///
/// Sound and incomplete: what follows only from several facts, or from the data, is not seen. What
/// it affirms holds in three-valued logic too: the second is never less true than the first.
struct LiteralImplication {
  let vocabulary: Vocabulary

  func follows(_ test: Atom.Test, holds: Bool, from known: Atom.Test, knownHolds: Bool) -> Bool {
    if test == known { return holds == knownHolds }
    if let wide = TestRange(test, holds: holds), let narrow = TestRange(known, holds: knownHolds) {
      return wide.kind == narrow.kind && wide.contains(narrow)
    }
    switch (known, knownHolds, test, holds) {
    case (.within(let tree, let codes), true, .within(let other, let wide), true):
      return tree == other && areWithin(codes, wide, tree)
    case (.within(let tree, let wide), false, .within(let other, let codes), false):
      return tree == other && areWithin(codes, wide, tree)
    case (.equals(let words), true, .equals(let more), true): return Set(words).isSubset(of: more)
    case (.equals(let more), false, .equals(let words), false): return Set(words).isSubset(of: more)
    case (.lessAgo(let short), true, .lessAgo(let long), true),
      (.lessAgo(let long), false, .lessAgo(let short), false),
      (.moreAgo(let long), true, .moreAgo(let short), true),
      (.moreAgo(let short), false, .moreAgo(let long), false):
      return short.isNoLonger(than: long)
    default: return false
    }
  }

  private func areWithin(_ codes: [String], _ wide: [String], _ tree: String) -> Bool {
    guard let tree = vocabulary.trees[tree] else { return false }
    return codes.allSatisfy { code in wide.contains { tree.isWithin(code, $0) } }
  }
}

/// The numbers or days for which a comparison holds, ends included.
private struct TestRange {
  enum Kind { case number, day }

  let kind: Kind
  let low: Int128
  let high: Int128

  init?(_ test: Atom.Test, holds: Bool) {
    var (low, high) = (Int128.min, Int128.max)
    switch (test, holds) {
    case (.atLeast(let bound), true), (.lessThan(let bound), false):
      (kind, low) = (.number, Int128(bound.millionths))
    case (.atLeast(let bound), false), (.lessThan(let bound), true):
      (kind, high) = (.number, Int128(bound.millionths) - 1)
    case (.moreThan(let bound), true), (.atMost(let bound), false):
      (kind, low) = (.number, Int128(bound.millionths) + 1)
    case (.moreThan(let bound), false), (.atMost(let bound), true):
      (kind, high) = (.number, Int128(bound.millionths))
    case (.before(let date), true): (kind, high) = (.day, Int128(date.dayNumber) - 1)
    case (.before(let date), false): (kind, low) = (.day, Int128(date.dayNumber))
    case (.after(let date), true): (kind, low) = (.day, Int128(date.dayNumber) + 1)
    case (.after(let date), false): (kind, high) = (.day, Int128(date.dayNumber))
    default: return nil
    }
    self.low = low
    self.high = high
  }

  func contains(_ narrow: TestRange) -> Bool { low <= narrow.low && narrow.high <= high }
}
