import Formats

extension PolicyLimits {
  /// What of a file is larger than may be: a rule that ranges over too much is read by nobody.
  static func faults(of policy: PolicySyntax, file: String) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    func check(_ count: Int, _ limit: Int, _ what: String, at place: SourcePosition) {
      guard count > limit else { return }
      faults.append(
        Diagnostic(
          "POL085", "there are \(count) \(what); there can be \(limit)",
          remedy: "divide it in two", file: file, position: place))
    }
    for rule in policy.rules {
      let place = rule.name.position
      let conditions = [rule.condition, rule.exception].compactMap { $0 }
      check(rule.bindings.count, bindings, "variables", at: place)
      check(conditions.map(countOfFacts).reduce(0, +), facts, "facts", at: place)
      check(rule.examples.count, examples, "examples", at: place)
      for example in rule.examples {
        check(example.facts.count, examples, "facts in the example", at: example.position)
      }
    }
    for guarantee in policy.guarantees {
      let place = guarantee.name.position
      let conditions = [guarantee.hypothesis, guarantee.known].compactMap { $0 }
      check(guarantee.bindings.count, bindings, "variables", at: place)
      check(conditions.map(countOfFacts).reduce(0, +), facts, "facts", at: place)
    }
    return faults
  }

  private static func countOfFacts(_ condition: ConditionSyntax) -> Int {
    switch condition {
    case .all(let parts), .any(let parts): parts.map(countOfFacts).reduce(0, +)
    case .negation(let inner, _): countOfFacts(inner)
    case .atom: 1
    case .aggregate(let aggregate): 1 + (aggregate.condition.map(countOfFacts) ?? 0)
    }
  }
}
