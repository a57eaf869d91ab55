import Formats
import Policy

/// `scruple policy check`: reads all policies and says what is wrong.
enum PolicyCheckCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: ["home", "output", "as-of"], flags: [])
    try PolicyOutput.refusePositional(arguments, "check")
    let isJSON = try PolicyOutput.form(arguments, of: ["text", "json"]) == "json"
    let asOf =
      try Session.date(arguments.option("as-of"), "--as-of")
      ?? CivilDate(dayNumber: Process.now.seconds / 86_400)
    let home = try HomeFolder(option: arguments.option("home"))
    let files = PolicyFiles(home)
    let knowledge = try Session.knowledge(home)
    do throws(PolicyRefused) {
      let policies = try Session.checkedPolicies(home, knowledge)
      let listing = files.listing(
        policies.warnings + PolicyReview(policies, asOf: asOf).diagnostics)
      if isJSON {
        Output.write(listing.json.text(indented: true) + "\n")
      } else {
        Output.tell(listing.text)
        Output.write(summary(policies))
      }
      return .allow
    } catch {
      let listing = files.listing(error.diagnostics)
      if isJSON { Output.write(listing.json.text(indented: true) + "\n") }
      throw CommandFailure(
        .invalidPolicy,
        (isJSON ? [] : listing.text) + ["scruple: the policies are refused as a whole"])
    }
  }

  private static func summary(_ policies: PolicySet) -> String {
    var text = "\(policies.rules.count) rules, \(policies.lists.count) required lists, no error\n"
    text += "revision \(policies.revision), \(policies.digest)\n"
    for lane in Lane.allCases {
      let rules = policies.rules.filter { $0.lane == lane }
      text += "  \(String(rules.count).leftPadded(to: 3))  \(lane.rawValue)\n"
    }
    return text
  }
}
