import Formats
import Memos
import Policy

/// `scruple policy show`: the rules as a table, as data, or as a page that counsel can print.
enum PolicyShowCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: ["home", "output"], flags: ["conflicts"])
    let form = try PolicyOutput.form(arguments, of: ["text", "json", "html"])
    let home = try HomeFolder(option: arguments.option("home"))
    let knowledge = try Session.knowledge(home)
    let policies = try Session.policies(home, knowledge)
    for name in arguments.positional {
      try Session.checkRule(name, of: policies)
    }
    if arguments.has("conflicts") {
      guard form != "html", arguments.positional.isEmpty else {
        throw CommandFailure(
          .usage, "scruple: --conflicts speaks of all rules, as text or json")
      }
      return conflicts(policies, isJSON: form == "json")
    }
    let chosen = policies.rules.filter {
      arguments.positional.isEmpty || arguments.positional.contains($0.name)
    }.map { RuleWords($0, policies) }
    switch form {
    case "html":
      Output.write(
        PolicyPage(policies, Session.registry(knowledge), only: arguments.positional).html)
    case "json":
      Output.write(json(chosen, policies).text(indented: true) + "\n")
    default: Output.write(table(chosen))
    }
    return .allow
  }

  private static func json(_ rules: [RuleWords], _ policies: PolicySet) -> JSON {
    .object([
      ("revision", .string(policies.revision)), ("digest", .string(policies.digest)),
      ("rules", .array(rules.map(\.json))),
    ])
  }

  /// One line for what a rule does, and below it to what it applies and when.
  private static func table(_ rules: [RuleWords]) -> String {
    let name = rules.map { $0.rule.name.count }.max() ?? 0
    let lane = rules.map { $0.rule.lane.written.count }.max() ?? 0
    let effect = rules.map { $0.consequence.count }.max() ?? 0
    var text = ""
    for words in rules {
      let rule = words.rule
      text += filled(rule.name, name) + "  " + filled(rule.lane.written, lane) + "  "
      text += filled(words.consequence, effect) + "  " + words.inForce + "\n"
      if !words.appliesTo.isEmpty {
        text += "    for     \(words.appliesTo.joined(separator: ", "))\n"
      }
      for (index, condition) in words.conditions.enumerated() {
        text += (index == 0 ? "    when    " : "     and    ") + condition.text + "\n"
      }
      if let exception = words.exception { text += "    unless  \(exception)\n" }
      text += "    basis   \((rule.bases + rule.sources).joined(separator: ", "))\n"
    }
    return text
  }

  private static func filled(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func conflicts(_ policies: PolicySet, isJSON: Bool) -> ExitCode {
    let conflicts = PolicyReview(policies, asOf: CivilDate(dayNumber: 0)).conflicts
    guard !isJSON else {
      let pairs = conflicts.map { conflict in
        JSON.object([
          ("general", RuleWords(conflict.general, policies).json),
          ("special", RuleWords(conflict.special, policies).json),
        ])
      }
      Output.write(JSON.object([("conflicts", .array(pairs))]).text(indented: true) + "\n")
      return .allow
    }
    var text = ""
    for conflict in conflicts {
      for (what, rule) in [("general", conflict.general), ("special", conflict.special)] {
        let words = RuleWords(rule, policies)
        text += "\(what)  \(rule.name): \(words.consequence)  (\(rule.file):\(rule.position))\n"
        text += "         when " + words.conditions.map(\.text).joined(separator: " and ") + "\n"
      }
      text += "\n"
    }
    text +=
      "\(conflicts.count) \(conflicts.count == 1 ? "pair" : "pairs") of rules of one lane, of which the special one answers "
    text += "otherwise than the general one without a stated exception\n"
    Output.write(text)
    return .allow
  }
}
