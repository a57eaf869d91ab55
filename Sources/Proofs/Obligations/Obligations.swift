import Facts
import Formats
import Policy

/// The questions that together decide a guarantee.
struct Obligations: Sendable {
  let policies: PolicySet
  let mentions: Mentions
  private var set: RuleSet { RuleSet(policies: policies, mark: "") }

  init(_ policies: PolicySet) {
    self.policies = policies
    var mentions = Mentions()
    mentions.add(policies)
    for guarantee in policies.guarantees { mentions.add(guarantee, policies.vocabulary) }
    self.mentions = mentions
  }

  func questions(of guarantee: Guarantee) -> [Obligation] {
    switch guarantee.conclusion {
    case .atLeast(let outcome): [atLeast(outcome, guarantee)]
    case .noMilderThan(let facts): noMilder(facts, guarantee)
    case .addingFindingsLowersNothing: findings(guarantee)
    }
  }

  private func slots(_ bindings: [Binding], of rule: String? = nil) -> [Slot] {
    bindings.map { binding in
      Slot(
        name: rule.map { "\(binding.variable) of \($0)" } ?? binding.variable,
        domain: binding.domain)
    }
  }

  /// With the words of this guarantee, should it not stand in the set.
  private func mentions(with guarantee: Guarantee) -> Mentions {
    var all = mentions
    all.add(guarantee, policies.vocabulary)
    return all
  }

  // MARK: - At least

  private func atLeast(_ outcome: Outcome, _ guarantee: Guarantee) -> Obligation {
    let (set, premise) = (set, Premise(guarantee, policies))
    return Obligation(
      name: guarantee.name,
      meaning: "an order that meets the guarantee's conditions is answered less than "
        + outcome.name,
      vocabulary: policies.vocabulary, mentions: mentions(with: guarantee),
      slots: [.order] + slots(guarantee.bindings), difference: .none,
      encode: { encoding in
        premise.assert(in: &encoding)
        encoding.assertOutcome(below: outcome, .order, set)
      },
      confirm: { candidate in
        guard premise.holds(of: candidate) else { return nil }
        let table = candidate.order.table(set.policies.vocabulary).table
        let evaluation = candidate.evaluator(set.policies).evaluate(table)
        guard evaluation.outcome < outcome else { return nil }
        return Confirmation(
          outcome: evaluation.outcome, results: evaluation.results, expected: outcome,
          comparison: "the guarantee promises at least \(outcome.name)")
      })
  }

  // MARK: - No milder than

  private func noMilder(_ facts: [RuleExample.Given], _ guarantee: Guarantee) -> [Obligation] {
    let vocabulary = policies.vocabulary
    let changes = facts.map { given in
      ChangedFact(
        slot: given.subject + 1, domain: given.domain,
        term: given.second == nil
          ? vocabulary.domains[given.domain].terms[given.term].name : String(given.term),
        second: given.second.map { $0 + 1 }, value: given.value)
    }
    let changed = Set(changes.map { $0.reading(vocabulary) })
    let comparison = Comparison(
      upper: set, upperWorld: .other, lower: set, lowerWorld: .order,
      differs: { !RuleReading.terms($0, vocabulary).isDisjoint(with: changed) },
      words: "the same order with the other facts is answered")
    let premise = Premise(guarantee, policies)
    return comparison.parts.map { part in
      return Obligation(
        name: "\(guarantee.name).\(part.name)", meaning: part.meaning, vocabulary: vocabulary,
        mentions: mentions(with: guarantee),
        slots: [.order] + slots(guarantee.bindings) + comparison.slots(part),
        difference: .given(changes),
        encode: { encoding in
          premise.assert(in: &encoding)
          for change in changes {
            for slot in [change.slot] + (change.second.map { [$0] } ?? []) {
              encoding.script.assert(encoding.isNamed[slot])
            }
          }
          comparison.assert(part, in: &encoding)
        },
        confirm: { candidate in
          guard premise.holds(of: candidate) else { return nil }
          return comparison.confirm(candidate, other: candidate.order.changed(changes))
        })
    }
  }

  // MARK: - Adding findings

  private func findings(_ guarantee: Guarantee) -> [Obligation] {
    var all: [Obligation] = []
    for (index, rule) in policies.rules.enumerated() {
      guard let effect = rule.effect else { continue }
      let mayWait = rule.intervals.contains { $0.confirmation != nil } && effect > .hold
      for level in [effect] + (mayWait ? [.hold] : []) {
        all.append(finding(guarantee, index, level))
      }
    }
    return all
  }

  private func finding(_ guarantee: Guarantee, _ index: Int, _ level: Outcome) -> Obligation {
    let (set, rule) = (set, policies.rules[index])
    return Obligation(
      name: "\(guarantee.name).\(rule.name).\(level.name)",
      meaning: "`\(rule.name)` fires, and with more found out no rule does that is as strict",
      vocabulary: policies.vocabulary, mentions: mentions(with: guarantee),
      slots: [.order] + slots(rule.bindings, of: rule.name), difference: .raised,
      encode: { encoding in
        encoding.script.assert(Premise.isWithin(guarantee.intervals, encoding))
        encoding.script.assert(encoding.hasEffect(rule, atLeast: level, set))
        let isLoose = encoding.scope == .everyOrder
        encoding.script.assert(encoding.whole(rule, .order, set, loosely: isLoose).fires)
        for other in policies.rules where (other.effect ?? .release) >= level {
          guard encoding.isCovered(other) else { continue }
          let applies = encoding.hasEffect(other, atLeast: level, set)
          encoding.script.assert(
            applies.implies(!encoding.whole(other, .other, set).fires))
        }
      },
      confirm: { candidate in
        guard let raised = candidate.other, raised.isRaised(from: candidate.order, policies)
        else { return nil }
        let (vocabulary, evaluator) = (set.policies.vocabulary, candidate.evaluator(set.policies))
        let before = evaluator.evaluate(candidate.order.table(vocabulary).table)
        let after = evaluator.evaluate(raised.table(vocabulary).table)
        guard candidate.order.keepsAxioms(vocabulary), after.determination < before.determination
        else { return nil }
        return Confirmation(
          outcome: after.outcome, results: after.results, expected: before.determination,
          comparison: "without these findings rules of \(before.determination.name) fire")
      })
  }
}
