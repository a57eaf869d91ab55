import Facts
import Formats
import Policy

/// A policy set as one side of a query, with the word that tells it from the other.
struct RuleSet: Sendable {
  let policies: PolicySet
  /// Empty, or `old ` where two sets are compared.
  let mark: String
}

extension Encoding {
  /// When a rule is in force, and when it waits for an operator to confirm that it is.
  mutating func validity(_ rule: Rule, _ set: RuleSet) -> (inForce: Formula, awaits: Formula) {
    guard !rule.intervals.isEmpty else { return (.yes, .no) }
    let key = set.mark + rule.name
    if let known = memory.validity[key] { return known }
    var inForce: [Formula] = []
    var awaits: [Formula] = []
    for interval in rule.intervals {
      let contains = contains(interval)
      if let confirmation = interval.confirmation {
        let answer = self.confirmation(confirmation)
        inForce.append(.all([contains, answer.isSet, answer.isTrue]))
        awaits.append(contains.and(!answer.isSet))
      } else {
        inForce.append(contains)
      }
    }
    let applies = script.define("\(key) is in force", .any(inForce))
    let waits = script.define("\(key) awaits confirmation", .any(awaits).and(!applies))
    memory.validity[key] = (applies, waits)
    return (applies, waits)
  }

  func contains(_ interval: ValidityInterval) -> Formula {
    .all([
      interval.from.map { Formula.number(Int64($0.dayNumber)).isAtMost(asOf) } ?? .yes,
      interval.until.map { asOf.isAtMost(.number(Int64($0.dayNumber))) } ?? .yes,
    ])
  }

  private mutating func confirmation(_ key: String) -> (isSet: Formula, isTrue: Formula) {
    if let known = confirmations[key] { return known }
    let made = (
      isSet: script.declare("an operator answered for \(key)", .bool),
      isTrue: script.declare("the operator confirmed \(key)", .bool)
    )
    confirmations[key] = made
    return made
  }

  /// Whether the rule's effect is at least so in its validity; it must be so by its text.
  mutating func hasEffect(_ rule: Rule, atLeast outcome: Outcome, _ set: RuleSet) -> Formula {
    let (inForce, awaits) = validity(rule, set)
    return outcome <= .hold ? inForce.or(awaits) : inForce
  }

  /// Whether a rule fires, and whether it is not false, for one choice of objects; a missing slot
  /// is the unnamed member of an open set.
  mutating func leaf(
    _ rule: Rule, _ objects: [Int?], _ world: World, _ set: RuleSet
  ) -> (fires: Formula, isPossible: Formula) {
    let names = objects.map { $0.map { slots[$0].name } ?? "nobody named" }
    let key =
      "\(set.mark)\(rule.name) (\(names.joined(separator: ", ")))"
      + (world == .other ? " in the other order" : "")
    if let known = memory.leaves[key] { return known }
    let vocabulary = set.policies.vocabulary
    var parts: [Ternary] = []
    for (binding, slot) in zip(rule.bindings, objects) where slot == nil {
      // That an open set has one more member is itself not known.
      let somebody = binding.isEvery ? anyMember(binding, world) : .no
      parts.append(Ternary(isTrue: somebody, isFalse: .no))
    }
    for clause in rule.clauses {
      parts.append(known(clause.condition, objects, rule.bindings, world, vocabulary))
    }
    let condition = Ternary.all(parts)
    var isLifted = Formula.no
    if let exception = rule.exception {
      let isCurrent =
        rule.exceptionUntil.map { asOf.isAtMost(.number(Int64($0.dayNumber))) } ?? .yes
      isLifted = isCurrent.and(
        known(exception, objects, rule.bindings, world, vocabulary).isTrue)
    }
    let result = (
      fires: script.define("\(key) fires", condition.isTrue.and(!isLifted)),
      isPossible: script.define("\(key) is not false", (!condition.isFalse).and(!isLifted))
    )
    memory.leaves[key] = result
    return result
  }

  private func anyMember(_ binding: Binding, _ world: World) -> Formula {
    .any(
      slots.indices.dropFirst().filter { slots[$0].domain == binding.domain }
        .map { stands(world, $0, in: binding.collection) })
  }

  /// Whether a rule fires, and whether it is not false, with the objects of this query.
  ///
  /// With `loosely`, one choice of objects is enough for `every` as well, as there must be one in
  /// an order of any size in which the rule fires.
  mutating func whole(
    _ rule: Rule, _ world: World, _ set: RuleSet, loosely: Bool = false, chosen: [Int?] = []
  ) -> (fires: Formula, isPossible: Formula) {
    guard chosen.count < rule.bindings.count else { return leaf(rule, chosen, world, set) }
    let binding = rule.bindings[chosen.count]
    let isEvery = binding.isEvery && !loosely
    var guards: [Formula] = []
    var fires: [Formula] = []
    var possible: [Formula] = []
    let candidates: [Int?] =
      slots.indices.dropFirst().filter { slots[$0].domain == binding.domain } + [nil]
    for candidate in candidates {
      let isThere =
        candidate.map { stands(world, $0, in: binding.collection) }
        ?? isOpen[binding.collection]
      let inner = whole(rule, world, set, loosely: loosely, chosen: chosen + [candidate])
      guards.append(isThere)
      fires.append(isEvery ? isThere.implies(inner.fires) : isThere.and(inner.fires))
      possible.append(
        isEvery ? isThere.implies(inner.isPossible) : isThere.and(inner.isPossible))
    }
    guard isEvery else { return (.any(fires), .any(possible)) }
    // `every` over an empty closed set is false: nothing was shown.
    let somebody = Formula.any(guards)
    return (.all([somebody] + fires), .all([somebody] + possible))
  }

  // MARK: - Outcomes

  /// Asserts that the outcome is milder. Over every order, rules over `every` are left out: other
  /// objects may falsify them.
  mutating func assertOutcome(below outcome: Outcome, _ world: World, _ set: RuleSet) {
    for rule in set.policies.rules {
      guard let effect = rule.effect, effect >= outcome, isCovered(rule) else { continue }
      let applies = hasEffect(rule, atLeast: outcome, set)
      let result = whole(rule, world, set)
      script.assert(applies.implies(outcome > .hold ? !result.fires : !result.isPossible))
    }
    if outcome == .hold, scope == .theseObjects { assertConditionsSettled(world, set) }
  }

  func isCovered(_ rule: Rule) -> Bool {
    scope == .theseObjects || !rule.bindings.contains(where: \.isEvery)
  }

  /// An undetermined rule that asks for conditions holds the order, unless another one fires.
  mutating func assertConditionsSettled(_ world: World, _ set: RuleSet) {
    let (fired, open) = conditions(world, set)
    script.assert(.any(fired).or(!(.any(open))))
  }

  /// Rules that ask for conditions: those that fire, and those that are not false.
  mutating func conditions(
    _ world: World, _ set: RuleSet
  ) -> (fired: [Formula], open: [Formula]) {
    var fired: [Formula] = []
    var open: [Formula] = []
    for rule in set.policies.rules where rule.effect == .releaseWithConditions {
      let applies = hasEffect(rule, atLeast: .releaseWithConditions, set)
      let result = whole(rule, world, set)
      fired.append(applies.and(result.fires))
      open.append(applies.and(result.isPossible))
    }
    return (fired, open)
  }
}
