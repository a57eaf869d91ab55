import Dossier
import Formats
import Policy

/// `scruple policy check` and `scruple policy test`.
enum PolicyCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      if words.first == "backtest" { return try PolicyBacktestCommand.run(Array(words.dropFirst())) }
      guard let verb = words.first, ["check", "test"].contains(verb) else {
        guard let verb = words.first, ["--help", "-h", "help"].contains(verb) else {
          throw CommandFailure(.usage, "scruple: `policy` knows check and test")
        }
        Output.write(HelpText.policy)
        return .allow
      }
      let arguments = try Arguments(words.dropFirst(), options: ["home"], flags: ["help"])
      if arguments.has("help") {
        Output.write(HelpText.policy)
        return .allow
      }
      guard arguments.positional.isEmpty else {
        throw CommandFailure(
          .usage, "scruple: policy \(verb) takes no file; point --home at the folder")
      }
      let home = try HomeFolder(option: arguments.option("home"))
      let policies = try Session.policies(home, try Session.knowledge(home))
      Output.tell(policies.warnings.map(\.line))
      return verb == "check" ? check(policies) : test(policies)
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func check(_ policies: PolicySet) -> ExitCode {
    var text = "\(policies.rules.count) rules, \(policies.lists.count) required lists, no error\n"
    text += "revision \(policies.revision), \(policies.digest)\n"
    for lane in Lane.allCases {
      let rules = policies.rules.filter { $0.lane == lane }
      text += "  \(String(rules.count).leftPadded(to: 3))  \(lane.rawValue)\n"
    }
    Output.write(text)
    return .allow
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
