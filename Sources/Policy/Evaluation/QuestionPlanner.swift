public import Facts

/// Which unknown facts to ask for, and what their answers would do; each confirmed by evaluation.
public struct QuestionPlan: Sendable {
  public struct Item: Sendable {
    public let key: FactKey
    /// Names of the rules that wait for it.
    public let rules: [String]
    /// Whether one of those rules is a red flag.
    public let isRedFlag: Bool
    /// The outcome if this one answer were unfavourable and all others were not known.
    public let ifUnfavourable: Outcome
    /// Titles of the rules that would then set the outcome.
    public let worst: [String]
  }

  /// Those that decide most come first.
  public let items: [Item]
  /// The outcome if all of them were answered favourably.
  public let ifAllFavourable: Outcome
}

extension Evaluator {
  /// A set of facts, unknown or still to be shown, whose favourable answers settle the outcome at
  /// the least that they allow; none of them can be left out.
  ///
  /// Facts are taken greedily by the number of rules that wait for them, then any that the
  /// settlement does not need is dropped. Nothing is asked that could not change the outcome.
  public func plan(for evaluation: Evaluation, of table: FactTable) -> QuestionPlan {
    let concerned = evaluation.results.filter { result in
      result.state == .undetermined && result.effect != nil
        || result.state == .fired && (result.effect ?? .release) >= .hold
          && !(result.unknown.isEmpty && result.remediable.isEmpty)
    }
    let all = Set(concerned.flatMap { ($0.unknown + $0.remediable).filter(isAskable) })
    guard !all.isEmpty else { return QuestionPlan(items: [], ifAllFavourable: evaluation.outcome) }
    let best = evaluate(table, assuming: assumption(all, .favourable))
    // What no answer can lower is the floor; rules at or below it are not worth a question.
    let floor = best.determination
    let waiting = concerned.filter { ($0.effect ?? .release) > floor }
    let indices = waiting.map(\.rule)
    let settled = Set(
      best.results.filter { $0.state == .fired || $0.state == .undetermined }.map(\.rule))
    func isSettled(_ keys: some Sequence<FactKey>) -> Bool {
      evaluate(table, rules: indices, assuming: assumption(keys, .favourable)).results
        .allSatisfy { result in
          settled.contains(result.rule)
            || result.state != .undetermined && result.state != .fired
        }
    }
    var counts: [FactKey: Int] = [:]
    for result in waiting {
      for key in result.unknown + result.remediable where isAskable(key) {
        counts[key, default: 0] += 1
      }
    }
    let candidates = counts.keys.sorted { left, right in
      (counts[right, default: 0], left) < (counts[left, default: 0], right)
    }
    var chosen: [FactKey] = []
    for candidate in candidates where !isSettled(chosen) { chosen.append(candidate) }
    for candidate in chosen.reversed() {
      let without = chosen.filter { $0 != candidate }
      if isSettled(without) { chosen = without }
    }
    return describe(chosen, waiting, of: table)
  }

  private func describe(
    _ chosen: [FactKey], _ waiting: [RuleResult], of table: FactTable
  ) -> QuestionPlan {
    let items = chosen.map { key in
      let asking = waiting.filter { $0.unknown.contains(key) || $0.remediable.contains(key) }
      let worst = evaluate(table, assuming: [key: .unfavourable])
      let fired = worst.results.filter { result in
        result.state == .fired && result.effect == worst.determination
          && asking.contains { $0.rule == result.rule }
      }
      return QuestionPlan.Item(
        key: key, rules: asking.map { policies.rules[$0.rule].name },
        isRedFlag: asking.contains { policies.rules[$0.rule].lane == .redFlag },
        ifUnfavourable: worst.outcome, worst: fired.map { policies.rules[$0.rule].title })
    }
    return QuestionPlan(
      items: items,
      ifAllFavourable: evaluate(table, assuming: assumption(chosen, .favourable)).outcome)
  }

  private func assumption(
    _ keys: some Sequence<FactKey>, _ assumption: Assumption
  ) -> [FactKey: Assumption] {
    Dictionary(keys.map { ($0, assumption) }, uniquingKeysWith: { first, _ in first })
  }

  /// Facts that somebody can be asked for; the rest are settled by the ones that can.
  private func isAskable(_ key: FactKey) -> Bool {
    if key.collection >= 0 {
      return policies.vocabulary.collections[key.collection].question != nil
    }
    if key.isRelation { return true }
    return policies.vocabulary.domains[key.subject].terms[key.term].question != nil
  }
}
