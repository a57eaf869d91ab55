import Formats
import Policy

/// `scruple policy test`: runs the examples that stand beside the rules.
enum PolicyTestCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: ["home"], flags: [])
    try PolicyOutput.refusePositional(arguments, "test")
    let home = try HomeFolder(option: arguments.option("home"))
    let policies = try Session.policies(home, try Session.knowledge(home))
    Output.tell(PolicyFiles(home).listing(policies.warnings).text)
    return test(policies)
  }

  private static func test(_ policies: PolicySet) -> ExitCode {
    let runner = ExampleRunner(policies)
    let outcomes = runner.run()
    let failures = outcomes.filter { !$0.passed }
    for failure in failures {
      Output.tell(
        "\(failure.file):\(failure.position): \(failure.rule): \"\(failure.example)\": expected "
          + "`\(failure.expected)`, found `\(failure.found)`")
    }
    let gaps = runner.gaps()
    for gap in gaps {
      Output.tell(
        "\(gap.file):\(gap.position): warning: \(gap.rule) has no example of these kinds: "
          + gap.missing.joined(separator: "; "))
    }
    let covered = Set(outcomes.map(\.rule)).count
    Output.write(
      "\(outcomes.count - failures.count) passed, \(failures.count) failed\n"
        + "\(covered) of \(policies.rules.count) rules have examples; "
        + "\(policies.rules.count - gaps.count) have a positive, a negative and a boundary one\n")
    return failures.isEmpty ? .allow : .invalidPolicy
  }
}
