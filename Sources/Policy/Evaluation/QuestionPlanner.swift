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
  }

  /// Those that decide most come first.
  public let items: [Item]
  /// The outcome if all of them were answered favourably.
  public let ifAllFavourable: Outcome
}

extension Evaluator {
  /// A small set of unknown facts whose favourable answers settle the outcome.
  ///
  /// Facts are taken greedily by the number of rules that wait for them, then any that the
  /// settlement does not need is dropped, so no proper subset of the result settles it as well.
  public func plan(for evaluation: Evaluation, of table: FactTable) -> QuestionPlan {
    let settled = evaluation.determination
    var waiting = evaluation.raising
    // A rule that fired although its exception is unknown may be lifted by an answer.
    waiting += evaluation.results.filter {
      $0.state == .fired && !$0.unknown.isEmpty && ($0.effect ?? .release) >= .hold
    }
    guard !waiting.isEmpty else {
      return QuestionPlan(items: [], ifAllFavourable: settled)
    }
    let indices = waiting.map(\.rule)
    var counts: [FactKey: Int] = [:]
    for result in waiting {
      for key in result.unknown where isAskable(key) { counts[key, default: 0] += 1 }
    }
    let candidates = counts.keys.sorted { left, right in
      (counts[right, default: 0], left) < (counts[left, default: 0], right)
    }
    func isSettled(_ keys: [FactKey]) -> Bool {
      let assumed = Dictionary(
        keys.map { ($0, Assumption.favourable) }, uniquingKeysWith: { first, _ in first })
      return evaluate(table, rules: indices, assuming: assumed).results.allSatisfy {
        $0.state != .undetermined && ($0.state != .fired || $0.unknown.isEmpty)
      }
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
      let asking = waiting.filter { $0.unknown.contains(key) }
      return QuestionPlan.Item(
        key: key, rules: asking.map { policies.rules[$0.rule].name },
        isRedFlag: asking.contains { policies.rules[$0.rule].lane == .redFlag },
        ifUnfavourable: evaluate(table, assuming: [key: .unfavourable]).outcome)
    }
    let favourable = Dictionary(
      chosen.map { ($0, Assumption.favourable) }, uniquingKeysWith: { first, _ in first })
    return QuestionPlan(
      items: items, ifAllFavourable: evaluate(table, assuming: favourable).outcome)
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
