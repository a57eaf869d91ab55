import Formats
import Ledger

/// `scruple case`: what persons do about orders that were not simply released.
enum CaseCommand {
  private static let verbs = [
    "list", "show", "assign", "note", "evidence", "answer", "decide", "approve", "dissent",
    "override", "reopen", "appoint", "investigate", "stop", "finding", "remedy", "event",
    "report", "close", "suppress", "withdraw", "suppressions", "clocks",
  ]

  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      guard let verb = words.first, verbs.contains(verb) else {
        if let word = words.first, ["--help", "-h", "help"].contains(word) {
          Output.write(HelpText.cases)
          return .allow
        }
        throw CommandFailure(
          .usage, "scruple: `case` knows \(verbs.dropLast().joined(separator: ", ")) and clocks")
      }
      let arguments = try Arguments(
        words.dropFirst(),
        options: StoreOptions.options.union([
          "to", "text", "reason", "file", "question", "effect", "condition", "until", "role",
          "party", "serial", "product", "order", "discovered", "duty", "on", "output", "home",
        ]), flags: ["help"],
        repeatable: ["file", "condition", "role", "party", "serial", "product", "order"])
      if arguments.has("help") {
        Output.write(HelpText.cases)
        return .allow
      }
      let desk = CaseDesk(try StoreOptions(arguments).ledger())
      let asker = try StoreOptions.person(arguments, "scruple case " + verb)
      switch verb {
      case "list": return try CaseListing.list(desk, asker, arguments)
      case "clocks": return try CaseListing.clocks(desk, asker, arguments)
      case "show": return try show(desk, asker, arguments)
      case "appoint": return try appoint(desk, asker, arguments)
      case "suppress", "withdraw", "suppressions":
        return try SuppressionActs.run(verb, desk, asker, arguments)
      case "approve" where SuppressionActs.isSuppression(arguments):
        return try SuppressionActs.run(verb, desk, asker, arguments)
      case "investigate", "stop", "finding", "remedy", "event", "report", "close":
        return try InvestigationActs.run(verb, desk, asker, arguments)
      default: return try act(verb, desk, asker, arguments)
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func show(
    _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    let id = try arguments.single("case, investigation or suppression")
    let json = try CommandFailure.of { () throws(LedgerFailure) in
      if SuppressionActs.isSuppression(arguments) {
        guard try desk.maySeeSuppressions(asker.name) else {
          throw LedgerFailure(.notAllowed, "`\(asker.name)` may not see suppressions")
        }
        return try desk.suppression(id).json(on: desk.today)
      }
      return id.hasPrefix("inv_")
        ? desk.json(of: try desk.investigation(id), for: asker.name)
        : try desk.json(of: try desk.file(id), for: asker.name)
    }
    Output.write(json.text(indented: true) + "\n")
    return .allow
  }

  private static func act(
    _ verb: String, _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    let id = try arguments.single("case")
    let act = try act(verb, arguments)
    let json = try CommandFailure.of { () throws(LedgerFailure) in
      let file = try desk.perform(act, on: try desk.file(id), by: asker)
      return try desk.json(of: file, for: asker.name)
    }
    let status = json["status"]?.string.map { " · \($0)" } ?? ""
    Output.write("\(id) · \(json["decision"]?.string ?? "hold")\(status)\n")
    return .allow
  }

  private static func act(
    _ verb: String, _ arguments: Arguments
  ) throws(CommandFailure) -> CaseAct {
    func reason() throws(CommandFailure) -> String {
      try StoreOptions.required(arguments, "reason", "why?")
    }
    func text() throws(CommandFailure) -> String {
      try StoreOptions.required(arguments, "text", "what is to be said?")
    }
    switch verb {
    case "assign":
      return .assign(to: try StoreOptions.required(arguments, "to", "who works on it?"))
    case "note": return .note(try text())
    case "evidence": return .evidence(try text(), digests: try digests(arguments))
    case "answer":
      let question = try StoreOptions.required(arguments, "question", "which question?")
      return .answer(question: question, try text(), digests: try digests(arguments))
    case "decide":
      let word = try StoreOptions.required(arguments, "effect", "what is decided?")
      guard let effect = CaseAct.Effect(rawValue: word) else {
        let known = CaseAct.Effect.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "scruple: `\(word)` for --effect is none of \(known)")
      }
      return .decide(effect, reason: try reason(), conditions: arguments.all("condition"))
    case "approve": return .approve(reason: try reason())
    case "dissent": return .dissent(reason: try reason())
    case "override":
      return .override(
        reason: try reason(), until: try day(arguments, "until"),
        conditions: arguments.all("condition"))
    default: return .reopen(reason: try reason())
    }
  }

  /// Documents stay where they are; the log keeps what tells them from others.
  private static func digests(_ arguments: Arguments) throws(CommandFailure) -> [String] {
    var digests: [String] = []
    for path in arguments.all("file") {
      digests.append(CaseDocuments.digest(of: try Session.input(path, limit: 1 << 28)))
    }
    return digests
  }

  static func day(_ arguments: Arguments, _ name: String) throws(CommandFailure) -> CivilDate {
    let text = try StoreOptions.required(arguments, name, "on which day?")
    guard let day = CivilDate(text) else {
      throw CommandFailure(
        .usage, "scruple: `\(text)` for --\(name) is no day; write it as 2026-11-22")
    }
    return day
  }

  private static func appoint(
    _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    let person = try arguments.single("name of a person")
    var roles: Set<CaseRole> = []
    for word in arguments.all("role") {
      guard let role = CaseRole(rawValue: word) else {
        let known = CaseRole.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "scruple: `\(word)` for --role is none of \(known)")
      }
      roles.insert(role)
    }
    let roster = try CommandFailure.of { () throws(LedgerFailure) in
      try desk.appoint(Appointment(person: person, roles: roles), by: asker)
    }
    let named = roster.roles(of: person).map(\.rawValue).sorted().joined(separator: ", ")
    Output.write("\(person) · \(named.isEmpty ? "no role" : named)\n")
    return .allow
  }
}
