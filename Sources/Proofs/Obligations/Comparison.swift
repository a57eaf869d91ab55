import Facts
import Formats
import Policy

/// The claim that one reading of an order is answered no more mildly than another: of the same
/// order with other facts, or by another policy set.
///
/// The outcome of the upper side is stricter than that of the lower in one of three ways. A rule
/// above hold fires above, and below none that is as strict. A rule is not false above that, if
/// it fired, would hold the order or ask for conditions, and below none that is as strict is
/// open. Or a rule that asks for conditions is undetermined above and none fires there, which
/// holds the order, while below one fires, which does not.
struct Comparison: Sendable {
  struct Part: Sendable {
    enum Way: Sendable {
      case fires(Outcome)
      case isOpen(Outcome)
      /// Conditions are undetermined above and fire below.
      case conditions
    }

    let name: String
    let meaning: String
    /// Indices of the rules of the upper side that must be stricter.
    let rules: [Int]
    /// Indices of the rules of the lower side that may fire.
    var lowerRules: [Int] = []
    let way: Way
  }

  let upper: RuleSet
  let upperWorld: World
  let lower: RuleSet
  let lowerWorld: World
  /// Whether a rule can come out differently on the two sides.
  let differs: @Sendable (Rule) -> Bool
  /// What the upper side is, before `answered …`.
  let words: String

  /// Rules that cannot differ need no question: what they do above they do below.
  var parts: [Part] {
    var parts: [Part] = []
    for (index, rule) in upper.policies.rules.enumerated() {
      guard let effect = rule.effect, effect > .release, differs(rule) else { continue }
      let least = min(effect, .hold)
      parts.append(
        Part(
          name: "\(rule.name).\(least.name)",
          meaning: "`\(rule.name)` is not false, and below no rule of \(least.name) is open",
          rules: [index], way: .isOpen(least)))
      if effect > .hold {
        parts.append(
          Part(
            name: "\(rule.name).\(effect.name)",
            meaning: "`\(rule.name)` fires, and below no rule of \(effect.name) does",
            rules: [index], way: .fires(effect)))
      }
    }
    let sides = upper.policies.rules + lower.policies.rules
    if sides.contains(where: { $0.effect == .releaseWithConditions && differs($0) }) {
      parts.append(
        Part(
          name: "conditions", meaning: "conditions are undetermined above and fire below",
          rules: asking(upper), lowerRules: asking(lower), way: .conditions))
    }
    return parts
  }

  /// Rules that ask for conditions.
  private func asking(_ set: RuleSet) -> [Int] {
    set.policies.rules.indices.filter {
      set.policies.rules[$0].effect == .releaseWithConditions
    }
  }

  /// Objects for the rules of a part, which may be those of the guarantee or others.
  func slots(_ part: Part) -> [Slot] {
    func slots(_ set: RuleSet, _ rules: [Int], _ mark: String) -> [Slot] {
      rules.map { set.policies.rules[$0] }.flatMap { rule in
        rule.bindings.map {
          Slot(name: "\($0.variable) of \(mark)\(rule.name)", domain: $0.domain)
        }
      }
    }
    return slots(upper, part.rules, upper.mark) + slots(lower, part.lowerRules, "lower ")
  }

  func assert(_ part: Part, in encoding: inout Encoding) {
    let isLoose = encoding.scope == .everyOrder
    switch part.way {
    case .fires(let outcome):
      for rule in part.rules.map({ upper.policies.rules[$0] }) {
        encoding.script.assert(encoding.hasEffect(rule, atLeast: outcome, upper))
        encoding.script.assert(
          encoding.whole(rule, upperWorld, upper, loosely: isLoose).fires)
      }
      encoding.assertOutcome(below: outcome, lowerWorld, lower)
    case .isOpen(let outcome):
      for rule in part.rules.map({ upper.policies.rules[$0] }) {
        encoding.script.assert(encoding.hasEffect(rule, atLeast: outcome, upper))
        encoding.script.assert(
          encoding.whole(rule, upperWorld, upper, loosely: isLoose).isPossible)
      }
      encoding.assertOutcome(below: outcome, lowerWorld, lower)
    case .conditions:
      encoding.assertOutcome(below: .hold, lowerWorld, lower)
      let rules = part.rules.map { upper.policies.rules[$0] }
      encoding.script.assert(
        .any(
          rules.map { rule in
            encoding.hasEffect(rule, atLeast: .releaseWithConditions, upper).and(
              encoding.whole(rule, upperWorld, upper, loosely: isLoose).isPossible)
          }))
      // Below, none of them is open, or one fires.
      let below = part.lowerRules.map { lower.policies.rules[$0] }
      let settled = below.filter { encoding.isCovered($0) }.map { rule in
        encoding.hasEffect(rule, atLeast: .releaseWithConditions, lower).implies(
          !encoding.whole(rule, lowerWorld, lower).isPossible)
      }
      let fired = below.map { rule in
        encoding.hasEffect(rule, atLeast: .releaseWithConditions, lower).and(
          encoding.whole(rule, lowerWorld, lower, loosely: isLoose).fires)
      }
      encoding.script.assert(Formula.all(settled).or(.any(fired)))
      for rule in upper.policies.rules
      where (rule.effect ?? .release) >= .releaseWithConditions && encoding.isCovered(rule) {
        let applies = encoding.hasEffect(rule, atLeast: .releaseWithConditions, upper)
        encoding.script.assert(
          applies.implies(!encoding.whole(rule, upperWorld, upper).fires))
      }
    }
  }

  func confirm(_ candidate: Candidate, other: OrderDraft) -> Confirmation? {
    guard candidate.order.keepsAxioms(lower.policies.vocabulary) else { return nil }
    let below = candidate.evaluator(lower.policies).evaluate(
      candidate.order.table(lower.policies.vocabulary).table)
    let above = candidate.evaluator(upper.policies).evaluate(
      other.table(upper.policies.vocabulary).table)
    guard above.outcome > below.outcome else { return nil }
    return Confirmation(
      outcome: below.outcome, results: below.results, expected: above.outcome,
      comparison: "\(words) \(above.outcome.name)")
  }
}
