import Facts

/// Says why no example of a rule notices a mutation.
struct MutationReasons {
  let rule: Rule
  let examples: [RuleExample]
  let runner: ExampleRunner
  private var clauseTruths: [[Truth]]?

  init(rule: Rule, examples: [RuleExample], runner: ExampleRunner) {
    self.rule = rule
    self.examples = examples
    self.runner = runner
  }

  mutating func reason(for mutation: Mutation) -> String {
    guard !examples.isEmpty else { return "the rule has no example that passes" }
    guard let original = mutation.part.original else { return "no example shows it" }
    let before = examples.map { truth(of: original, in: $0) }
    let after = examples.map { example in
      mutation.part.mutated.map { truth(of: $0, in: example) }
        ?? Truth(mutation.part.whenDropped)
    }
    let telling = examples.indices.filter { before[$0] != after[$0] }
    if telling.isEmpty { return unshown(mutation, original, before) }
    return masked(mutation, telling)
  }

  /// The examples do not even tell the part from what stands in its place.
  private func unshown(_ mutation: Mutation, _ original: Condition, _ truths: [Truth]) -> String {
    if let unshown = mutation.unshown { return unshown }
    let text = "`\(ConditionText.text(original))`"
    if let first = truths.first, truths.allSatisfy({ $0 == first }) {
      return "\(text) is \(first.name) in every example"
    }
    if mutation.kind == .connective {
      return "no example has parts of `\(ConditionText.text(original))` that differ"
    }
    return "no example tells them apart"
  }

  /// They tell them apart, and the rest of the rule decides.
  private mutating func masked(_ mutation: Mutation, _ telling: [Int]) -> String {
    let titles = telling.map { "\"\(examples[$0].title)\"" }
    let named = titles.prefix(2).joined(separator: " and ")
    let only =
      titles.count > 2
      ? "only \(titles.count) examples such as \(named) tell them apart"
      : "only \(named) \(titles.count > 1 ? "tell" : "tells") them apart"
    return only + ", and there " + decider(mutation, telling)
  }

  private mutating func decider(_ mutation: Mutation, _ telling: [Int]) -> String {
    let truths = truthsOfClauses()
    for (index, clause) in rule.clauses.enumerated() where index != mutation.part.clause {
      if telling.allSatisfy({ truths[index][$0] == .isFalse }) {
        return "`\(clause.text)` is false"
      }
    }
    if mutation.part.isOfException, let exception = rule.exception,
      telling.allSatisfy({ example in
        // Only an exception that is known to be true lifts.
        [exception, mutation.part.whole].allSatisfy { condition in
          condition.map { truth(of: $0, in: examples[example]) } != .isTrue
        }
      })
    {
      return "the exception lifts nothing either way"
    }
    if let exception = rule.exception, mutation.part.clause != nil,
      telling.allSatisfy({ truth(of: exception, in: examples[$0]) == .isTrue })
    {
      return "the exception is true"
    }
    if let clause = mutation.part.clause, let whole = mutation.part.whole,
      telling.allSatisfy({ truth(of: whole, in: examples[$0]) == truths[clause][$0] })
    {
      return "the rest of `\(rule.clauses[clause].text)` decides"
    }
    if telling.allSatisfy({ example in truths.contains { $0[example] == .isFalse } }) {
      return "other clauses are false"
    }
    if telling.allSatisfy({ examples[$0].expectation == .undetermined }) {
      return "the rule is undetermined anyway"
    }
    return "other parts of the rule decide"
  }

  private mutating func truthsOfClauses() -> [[Truth]] {
    if let clauseTruths { return clauseTruths }
    let found = rule.clauses.map { clause in
      examples.map { truth(of: clause.condition, in: $0) }
    }
    clauseTruths = found
    return found
  }

  private func truth(of condition: Condition, in example: RuleExample) -> Truth {
    runner.truth(of: condition, in: rule, example: example)
  }
}

extension ExampleRunner {
  /// What an example makes of one condition of its rule.
  func truth(of condition: Condition, in rule: Rule, example: RuleExample) -> Truth {
    switch verdict(of: rule.asking(condition), example: example) {
    case .fires: .isTrue
    case .undetermined: .isUnknown
    case .doesNotFire, .lifted: .isFalse
    }
  }
}
