import Formats
import Policy

/// `scruple policy test`: runs the examples, then says what they would not notice.
enum PolicyTestCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["home", "minimum", "output"], flags: ["survivors"])
    guard arguments.positional.isEmpty else {
      throw CommandFailure(
        .usage, "scruple: policy test takes no file; point --home at the folder")
    }
    let minimum = try minimum(arguments.option("minimum"))
    let isJSON = try PolicyOutput.form(arguments, of: ["text", "json"]) == "json"
    let home = try HomeFolder(option: arguments.option("home"))
    let policies = try Session.policies(home, try Session.knowledge(home))
    Output.tell(PolicyFiles(home).listing(policies.warnings).text)
    let result = PolicyTestResult(policies)
    Output.tell(result.messages)
    Output.write(
      isJSON
        ? result.json.text(indented: true) + "\n"
        : result.summary + (arguments.has("survivors") ? result.survivors : ""))
    return verdict(result, minimum)
  }

  /// The least share of mutations, in percent, that the examples have to notice.
  private static func minimum(_ written: String?) throws(CommandFailure) -> Decimal? {
    guard let written else { return nil }
    guard let percent = Decimal(written), percent >= .zero,
      percent.millionths <= 100 * 1_000_000
    else {
      throw CommandFailure(
        .usage, "scruple: the minimum is a number of percent such as 90, not `\(written)`")
    }
    return percent
  }

  private static func verdict(_ result: PolicyTestResult, _ minimum: Decimal?) -> ExitCode {
    if let minimum, !result.mutations.score.isAtLeast(minimum) {
      Output.tell(
        "scruple: the examples notice \(result.mutations.score.percent) percent of the mutations, "
          + "less than \(minimum); --survivors lists the others")
      return .invalidPolicy
    }
    return result.failures.isEmpty ? .allow : .invalidPolicy
  }
}
