import Formats
import Policy

/// What the examples of a set show and what they do not, as text and as JSON.
struct PolicyTestResult {
  let policies: PolicySet
  let outcomes: [ExampleRunner.Outcome]
  let gaps: [ExampleRunner.Gap]
  let coverage: RuleCoverage
  let mutations: MutationReport

  init(_ policies: PolicySet) {
    let runner = ExampleRunner(policies)
    self.policies = policies
    outcomes = runner.run()
    gaps = runner.gaps()
    coverage = RuleCoverage(policies)
    mutations = MutationTester(policies).run()
  }

  var failures: [ExampleRunner.Outcome] { outcomes.filter { !$0.passed } }
  private var covered: Int { policies.rules.count { !$0.examples.isEmpty } }

  /// What is wrong, for people to mend.
  var messages: [String] {
    failures.map { failure in
      "\(failure.file):\(failure.position): \(failure.rule): \"\(failure.example)\": expected "
        + "`\(failure.expected)`, found `\(failure.found)`"
    }
      + gaps.map { gap in
        "\(gap.file):\(gap.position): warning: \(gap.rule) has no example of these kinds: "
          + gap.missing.joined(separator: "; ")
      }
  }

  var summary: String {
    let score = mutations.score
    let results = mutations.results
    return "\(outcomes.count - failures.count) passed, \(failures.count) failed\n"
      + "\(covered) of \(policies.rules.count) rules have examples; "
      + "\(policies.rules.count - gaps.count) have a positive, a negative and a boundary one\n"
      + "\(coverage.count(.clauseNeverFalse)) of \(coverage.clauses) clauses are never false in an "
      + "example, \(coverage.count(.exceptionNeverTrue)) of \(coverage.exceptions) exceptions never "
      + "true, \(coverage.count(.branchNeverDecisive)) of \(coverage.branches) branches of `or` "
      + "never decide\n"
      + "\(score.killed) of \(score.all) mutations are noticed: \(score.percent) percent "
      + "(besides \(results.count { $0.isEquivalent }) equivalent ones and "
      + "\(results.count { $0.isOutOfReach }) that no example can show)\n"
  }

  /// What no example notices, rule by rule.
  var survivors: String {
    var text = ""
    for rule in mutations.rules {
      let missed = rule.results.filter(\.isSurvivor)
      let parts = coverage.parts.filter { $0.rule == rule.rule }
      guard !missed.isEmpty || !parts.isEmpty else { continue }
      text += "\n\(rule.rule): \(rule.score.killed) of \(rule.score.all)\n"
      for result in missed {
        text += "  \(result.file):\(result.position): \(result.change): \(result.reason ?? "")\n"
      }
      for part in parts {
        text += "  \(part.file):\(part.position): `\(part.text)` \(part.gap.rawValue)\n"
      }
    }
    return text
  }

  var json: JSON {
    .object([
      ("schemaVersion", .string("1.0")),
      ("policies", .string(policies.digest)),
      (
        "examples",
        .object([
          ("passed", .integer(outcomes.count - failures.count)),
          ("failed", .array(failures.map(json))),
        ])
      ),
      (
        "coverage",
        .object([
          ("rules", .integer(policies.rules.count)),
          ("rulesWithExamples", .integer(covered)),
          ("rulesWithAllKindsOfExample", .integer(policies.rules.count - gaps.count)),
          ("clauses", .integer(coverage.clauses)),
          ("exceptions", .integer(coverage.exceptions)),
          ("branches", .integer(coverage.branches)),
          ("unshown", .array(coverage.parts.map(json))),
        ])
      ),
      (
        "mutations",
        .object(
          counts(mutations.results) + [("rules", .array(mutations.rules.map(json)))])
      ),
    ])
  }

  private func json(_ failure: ExampleRunner.Outcome) -> JSON {
    .object([
      ("rule", .string(failure.rule)), ("file", .string(failure.file)),
      ("place", .string("\(failure.position)")), ("example", .string(failure.example)),
      ("expected", .string(failure.expected)), ("found", .string(failure.found)),
    ])
  }

  private func json(_ part: RuleCoverage.Part) -> JSON {
    .object([
      ("rule", .string(part.rule)), ("file", .string(part.file)),
      ("place", .string("\(part.position)")), ("part", .string(part.text)),
      ("gap", .string(part.gap.rawValue)),
    ])
  }

  private func counts(_ results: [MutationResult]) -> [(String, JSON)] {
    let score = MutationScore(results)
    return [
      ("killed", .integer(score.killed)), ("all", .integer(score.all)),
      ("percent", .string(score.percent)),
      ("equivalent", .integer(results.count { $0.isEquivalent })),
      ("outOfReach", .integer(results.count { $0.isOutOfReach })),
    ]
  }

  private func json(_ rule: MutationReport.OfRule) -> JSON {
    .object(
      [("rule", .string(rule.rule)), ("file", .string(rule.file))] + counts(rule.results) + [
        ("notKilled", .array(rule.results.filter { !$0.isKilled }.map(json)))
      ])
  }

  private func json(_ result: MutationResult) -> JSON {
    let standing =
      result.isSurvivor ? "survived" : result.isEquivalent ? "equivalent" : "outOfReach"
    return .object([
      ("place", .string("\(result.position)")), ("kind", .string(result.kind.rawValue)),
      ("change", .string(result.change)), ("standing", .string(standing)),
      ("reason", .optional(result.reason)),
    ])
  }
}
