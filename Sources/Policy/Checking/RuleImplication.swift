import Facts
import Formats

/// Whether one rule applies wherever another does, by the form of their conditions.
///
/// Sound and incomplete. The variables of the general rule are matched with those of the special
/// one; each of its clauses must then follow from what the special rule demands.
struct RuleImplication {
  let vocabulary: Vocabulary
  private let literals: LiteralImplication

  /// Matchings tried before giving up: a rule has few variables.
  private static let effort = 256

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    literals = LiteralImplication(vocabulary: vocabulary)
  }

  /// The matching under which `general` applies wherever `special` does, exceptions left aside.
  func matching(of general: Rule, with special: Rule) -> [Int]? {
    let hasEvery = (general.bindings + special.bindings).contains(where: \.isEvery)
    if hasEvery {
      let isSame =
        general.bindings.map(\.collection) == special.bindings.map(\.collection)
        && general.bindings.map(\.isEvery) == special.bindings.map(\.isEvery)
      let identity = Array(general.bindings.indices)
      return isSame && covers(general, special, identity) ? identity : nil
    }
    var tried = 0
    return search(general, special, [], &tried)
  }

  private func search(
    _ general: Rule, _ special: Rule, _ chosen: [Int], _ tried: inout Int
  ) -> [Int]? {
    guard chosen.count < general.bindings.count else {
      tried += 1
      return covers(general, special, chosen) ? chosen : nil
    }
    let wanted = general.bindings[chosen.count].collection
    for index in special.bindings.indices where tried < RuleImplication.effort {
      guard isPart(special.bindings[index].collection, of: wanted) else { continue }
      if let found = search(general, special, chosen + [index], &tried) { return found }
    }
    return nil
  }

  private func isPart(_ part: Int, of whole: Int, depth: Int = 0) -> Bool {
    part == whole
      || (depth < 8
        && vocabulary.collections[part].isPartOf.contains {
          isPart($0, of: whole, depth: depth + 1)
        })
  }

  private func covers(_ general: Rule, _ special: Rule, _ matching: [Int]) -> Bool {
    let known = special.clauses.map(\.condition)
    return general.clauses.allSatisfy { follows($0.condition, from: known, matching) }
  }

  /// Whether a condition of the general rule follows from what is known of the special one.
  func follows(_ condition: Condition, from known: [Condition], _ matching: [Int]) -> Bool {
    follows(condition, holds: true, known, matching)
  }

  private func follows(
    _ condition: Condition, holds: Bool, _ known: [Condition], _ matching: [Int]
  ) -> Bool {
    if known.contains(where: { entails($0, true, condition, holds, matching) }) { return true }
    switch (condition, holds) {
    case (.all(let parts), true), (.any(let parts), false):
      return parts.allSatisfy { follows($0, holds: holds, known, matching) }
    case (.all(let parts), false), (.any(let parts), true):
      return parts.contains { follows($0, holds: holds, known, matching) }
    case (.negation(let inner), _): return follows(inner, holds: !holds, known, matching)
    case (.atom, _), (.aggregate, _): return false
    }
  }

  /// Whether one condition of the special rule, alone, brings the other about.
  private func entails(
    _ known: Condition, _ knownHolds: Bool, _ wanted: Condition, _ holds: Bool, _ matching: [Int]
  ) -> Bool {
    switch (known, knownHolds) {
    case (.negation(let inner), _): return entails(inner, !knownHolds, wanted, holds, matching)
    case (.all(let parts), true), (.any(let parts), false):
      return parts.contains { entails($0, knownHolds, wanted, holds, matching) }
    case (.all(let parts), false), (.any(let parts), true):
      // Whichever of them holds must bring it about.
      return parts.allSatisfy { part in
        let one: Condition = knownHolds ? part : .negation(part)
        return follows(wanted, holds: holds, [one], matching)
      }
    case (.atom(let atom), _):
      guard case .atom(let other) = wanted else { return false }
      return entails(atom, knownHolds, other, holds, matching)
    case (.aggregate(let count), true):
      // A count speaks of its own members; only the very same one is seen to follow.
      guard case .aggregate(let other) = wanted, holds else { return false }
      return matching == Array(matching.indices) && count.text == other.text
        && count.binding.collection == other.binding.collection
    case (.aggregate, false): return false
    }
  }

  private func entails(
    _ known: Atom, _ knownHolds: Bool, _ wanted: Atom, _ holds: Bool, _ matching: [Int]
  ) -> Bool {
    func matched(_ variable: Int) -> Int? {
      variable < 0 ? variable : matching.indices.contains(variable) ? matching[variable] : nil
    }
    guard matched(wanted.subject) == known.subject else { return false }
    if case .relation(let relation, let second) = wanted.test {
      guard case .relation(let other, let otherSecond) = known.test else { return false }
      return relation == other && matched(second) == otherSecond && holds == knownHolds
    }
    if case .relation = known.test { return false }
    guard known.domain == wanted.domain, known.term == wanted.term else { return false }
    return literals.follows(wanted.test, holds: holds, from: known.test, knownHolds: knownHolds)
  }
}
