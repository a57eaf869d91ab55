/// Puts small faults into rules, one at a time, and looks whether the rules' own examples notice.
///
/// Only the examples of the rule are run, by the same evaluation that judges orders. An example
/// that fails already says nothing about a fault and is left out. The same set gives the same
/// result in the same order.
public struct MutationTester: Sendable {
  private let policies: PolicySet
  private let runner: ExampleRunner

  public init(_ policies: PolicySet) {
    self.policies = policies
    runner = ExampleRunner(policies)
  }

  public func run() -> MutationReport {
    MutationReport(
      rules: policies.rules.map { rule in
        MutationReport.OfRule(rule: rule.name, file: rule.file, results: results(of: rule))
      })
  }

  private func results(of rule: Rule) -> [MutationResult] {
    let examples = rule.examples.filter {
      runner.verdict(of: rule, example: $0) == $0.expectation
    }
    var reasons = MutationReasons(rule: rule, examples: examples, runner: runner)
    return MutationGenerator.mutations(of: rule, vocabulary: policies.vocabulary).map { mutation in
      MutationResult(
        rule: rule.name, file: rule.file, position: mutation.position, kind: mutation.kind,
        change: mutation.change, standing: standing(of: mutation, examples, &reasons))
    }
  }

  private func standing(
    of mutation: Mutation, _ examples: [RuleExample], _ reasons: inout MutationReasons
  ) -> MutationResult.Standing {
    if let reason = mutation.equivalence { return .equivalent(reason: reason) }
    if let reason = mutation.outOfReach { return .outOfReach(reason: reason) }
    let killer = examples.first {
      runner.verdict(of: mutation.rule, example: $0) != $0.expectation
    }
    if let killer { return .killed(example: killer.title) }
    return .survived(reason: reasons.reason(for: mutation))
  }
}
