import Facts
import Formats
import Taxonomy

/// An atom that must be true or must be false where its condition holds.
private struct Literal {
  let atom: Atom
  let holds: Bool

  var text: String { holds ? atom.text : "not " + atom.text }
}

extension RuleChecker {
  /// Reports clauses that no order can meet together: such a rule looks like a safeguard and
  /// never fires.
  ///
  /// Looks at pairs about the same fact of the same variable. What follows only from several
  /// facts, or from the data, is left to examples and proofs.
  mutating func checkContradictions(_ clauses: [Condition], _ exception: Condition?) {
    let before = diagnostics.count
    check(.all(clauses), holds: true, given: [])
    guard let exception, diagnostics.count == before else { return }
    check(exception, holds: true, given: [])
    for literal in literals(exception, holds: false) {
      if let other = literals(.all(clauses), holds: true).first(where: { excludes($0, literal) }) {
        report(
          "POL053",
          "the exception `\(literal.atom.text)` holds wherever `\(other.text)` does, so "
            + "the rule never fires", "correct the exception",
          at: Located(text: "", position: literal.atom.position))
      }
    }
  }

  private mutating func check(_ condition: Condition, holds: Bool, given: [Literal]) {
    var known = given
    for literal in literals(condition, holds: holds) {
      if let other = known.first(where: { excludes($0, literal) }) {
        report(
          "POL052", "`\(other.text)` and `\(literal.text)` cannot both hold",
          "correct one of them, or join them with `or`",
          at: Located(text: "", position: literal.atom.position))
      }
      known.append(literal)
    }
    for branch in branches(condition, holds: holds) {
      check(branch.0, holds: branch.holds, given: known)
    }
  }

  /// What must hold of single atoms wherever the condition holds, or wherever it does not.
  private func literals(_ condition: Condition, holds: Bool) -> [Literal] {
    switch (condition, holds) {
    case (.all(let parts), true), (.any(let parts), false):
      parts.flatMap { literals($0, holds: holds) }
    case (.all, false), (.any, true): []
    case (.negation(let inner), _): literals(inner, holds: !holds)
    case (.atom(let atom), _): [Literal(atom: atom, holds: holds)]
    case (.aggregate, _): []
    }
  }

  /// The alternatives within a condition, each of which must be possible.
  private func branches(_ condition: Condition, holds: Bool) -> [(Condition, holds: Bool)] {
    switch (condition, holds) {
    case (.all(let parts), true), (.any(let parts), false):
      parts.flatMap { branches($0, holds: holds) }
    case (.all(let parts), false), (.any(let parts), true): parts.map { ($0, holds) }
    case (.negation(let inner), _): branches(inner, holds: !holds)
    case (.atom, _), (.aggregate, _): []
    }
  }

  private func excludes(_ left: Literal, _ right: Literal) -> Bool {
    let (first, second) = (left.atom, right.atom)
    guard first.subject == second.subject, first.domain == second.domain else { return false }
    if case .relation = first.test { return first.test == second.test && left.holds != right.holds }
    if case .relation = second.test { return false }
    guard first.term == second.term else { return false }
    if first.test == second.test { return left.holds != right.holds }
    // What any test says of a fact, true or false, it says of one that is stated.
    if first.test == .stated { return !left.holds }
    if second.test == .stated { return !right.holds }
    if let range = range(left), let other = self.range(right) { return range.isApart(from: other) }
    let term = vocabulary.domains[first.domain].terms[first.term]
    switch (first.test, left.holds, second.test, right.holds) {
    case (.lessAgo(let recent), true, .moreAgo(let old), true),
      (.moreAgo(let old), true, .lessAgo(let recent), true):
      return recent.isNoLonger(than: old)
    case (.lessAgo(let short), true, .lessAgo(let long), false),
      (.lessAgo(let long), false, .lessAgo(let short), true):
      return short.isNoLonger(than: long)
    case (.moreAgo(let long), true, .moreAgo(let short), false),
      (.moreAgo(let short), false, .moreAgo(let long), true):
      return short.isNoLonger(than: long)
    case (.equals(let words), true, .equals(let others), true):
      return !term.holdsSeveral && Set(words).isDisjoint(with: others)
    case (.equals(let words), true, .equals(let others), false),
      (.equals(let others), false, .equals(let words), true):
      return Set(words).isSubset(of: others)
    case (.within(let tree, let codes), true, .within(_, let others), true):
      guard !term.holdsSeveral, let tree = vocabulary.trees[tree] else { return false }
      return codes.allSatisfy { code in
        others.allSatisfy { !tree.isWithin(code, $0) && !tree.isWithin($0, code) }
      }
    case (.within(let tree, let codes), true, .within(_, let others), false),
      (.within(let tree, let others), false, .within(_, let codes), true):
      guard let tree = vocabulary.trees[tree] else { return false }
      return codes.allSatisfy { code in others.contains { tree.isWithin(code, $0) } }
    default: return false
    }
  }

  /// The numbers or days that a literal allows.
  private func range(_ literal: Literal) -> AllowedRange? {
    switch (literal.atom.test, literal.holds) {
    case (.atLeast(let bound), true), (.lessThan(let bound), false):
      AllowedRange(low: Int128(bound.millionths), high: nil)
    case (.atLeast(let bound), false), (.lessThan(let bound), true):
      AllowedRange(low: nil, high: Int128(bound.millionths) - 1)
    case (.moreThan(let bound), true), (.atMost(let bound), false):
      AllowedRange(low: Int128(bound.millionths) + 1, high: nil)
    case (.moreThan(let bound), false), (.atMost(let bound), true):
      AllowedRange(low: nil, high: Int128(bound.millionths))
    case (.before(let date), true): AllowedRange(low: nil, high: Int128(date.dayNumber) - 1)
    case (.before(let date), false): AllowedRange(low: Int128(date.dayNumber), high: nil)
    case (.after(let date), true): AllowedRange(low: Int128(date.dayNumber) + 1, high: nil)
    case (.after(let date), false): AllowedRange(low: nil, high: Int128(date.dayNumber))
    default: nil
    }
  }
}

/// Whole numbers between two bounds: millionths or days, in which nothing lies between two.
private struct AllowedRange {
  let low: Int128?
  let high: Int128?

  func isApart(from other: AllowedRange) -> Bool {
    if let low, let high = other.high, high < low { return true }
    if let high, let low = other.low, high < low { return true }
    return false
  }
}
