import Dossier
import Formats
import Policy

/// `scruple policy check` and `scruple policy test`.
enum PolicyCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      guard let verb = words.first, ["check", "test"].contains(verb) else {
        Process.write(HelpText.policy, toErrors: words.first != "--help")
        return words.first == "--help" ? .allow : .usage
      }
      let arguments = try Arguments(words.dropFirst(), options: ["home"], flags: ["help"])
      guard arguments.positional.isEmpty else {
        throw CommandFailure(
          .usage, "scruple: policy \(verb) takes no file; point --home at the folder")
      }
      let home = try HomeFolder(option: arguments.option("home"))
      let policies = try Session.policies(home, try Session.knowledge(home))
      for warning in policies.warnings { Process.write(warning.line + "\n", toErrors: true) }
      return verb == "check" ? check(policies) : test(policies)
    } catch {
      error.lines.forEach { Process.write($0 + "\n", toErrors: true) }
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
    Process.write(text)
    return .allow
  }

  private static func test(_ policies: PolicySet) -> ExitCode {
    let runner = ExampleRunner(policies)
    let outcomes = runner.run()
    let failures = outcomes.filter { !$0.passed }
    for failure in failures {
      Process.write(
        "\(failure.file):\(failure.position): \(failure.rule): \"\(failure.example)\": expected "
          + "`\(failure.expected)`, found `\(failure.found)`\n", toErrors: true)
    }
    let gaps = runner.gaps()
    for gap in gaps {
      Process.write(
        "\(gap.file):\(gap.position): warning: \(gap.rule) has no example of these kinds: "
          + gap.missing.joined(separator: "; ") + "\n", toErrors: true)
    }
    let covered = Set(outcomes.map(\.rule)).count
    Process.write(
      "\(outcomes.count - failures.count) passed, \(failures.count) failed\n"
        + "\(covered) of \(policies.rules.count) rules have examples; "
        + "\(policies.rules.count - gaps.count) have a positive, a negative and a boundary one\n")
    return failures.isEmpty ? .allow : .invalidPolicy
  }
}
