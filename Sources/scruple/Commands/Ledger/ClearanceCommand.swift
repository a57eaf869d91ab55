import Dossier
import Formats
import Ledger
import Memos
import Trade

/// `scruple clearance`: what lets an order leave.
enum ClearanceCommand {
  private static let verbs = ["issue", "verify", "revoke", "revocations"]

  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      guard let verb = words.first, verbs.contains(verb) else {
        if let word = words.first, ["--help", "-h", "help"].contains(word) {
          Output.write(HelpText.clearance)
          return .allow
        }
        throw CommandFailure(
          .usage, "scruple: `clearance` knows issue, verify, revoke and revocations")
      }
      let arguments = try Arguments(
        words.dropFirst(),
        options: StoreOptions.options.union([
          "home", "key", "days", "confirm", "reason", "to", "order", "revocations", "output",
        ]), flags: ["help"], repeatable: ["confirm"])
      if arguments.has("help") {
        Output.write(HelpText.clearance)
        return .allow
      }
      switch verb {
      case "issue": return try issue(arguments)
      case "verify": return try verify(arguments)
      case "revoke": return try revoke(arguments)
      default: return try revocations(arguments)
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func issue(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let days = try StoreOptions.number(arguments, "days", in: 1...30) ?? 30
    var confirmations: [String: String] = [:]
    for text in arguments.all("confirm") {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, confirmations.updateValue(parts[1], forKey: parts[0]) == nil else {
        throw CommandFailure(
          .usage,
          "scruple: `\(text)` for --confirm is no condition with a name; write `C-1=NAME`, "
            + "each condition once")
      }
    }
    let order = try order(try arguments.single("file with an order"), arguments)
    let ledger = try options.ledger()
    let asker = StoreOptions.asker(arguments, "scruple clearance issue")
    let issued = try CommandFailure.of { () throws(LedgerFailure) in
      try ClearanceDesk(ledger).issue(
        for: order, days: days, confirmations: confirmations, by: asker)
    }
    try LogCommand.deliver(issued.token + "\n", to: arguments.option("to"))
    Output.tell(
      "clearance \(issued.clearance.id) of order \(order.reference), until "
        + "\(UTCTime.text(seconds: issued.clearance.expires)), recorded as \(issued.position)")
    return .allow
  }

  /// The one order of a file.
  private static func order(
    _ path: String, _ arguments: Arguments
  ) throws(CommandFailure) -> Order {
    let bytes = try Session.input(path, limit: 16 << 20)
    let home = try HomeFolder(option: arguments.option("home"))
    let decoded = OrderDecoder.decode(
      bytes, file: path, knownCountries: try Session.knowledge(home).countries)
    guard decoded.count == 1, let result = decoded.first else {
      throw CommandFailure(.invalidInput, "scruple: `\(path)` must hold exactly one order")
    }
    guard let order = result.order else {
      throw CommandFailure(.invalidInput, result.diagnostics.map(\.line))
    }
    return order
  }

  private static func verify(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let isJSON = try ListsCommand.isJSON(arguments)
    let file = try StoreOptions.required(
      arguments, "key", "the file with the public keys, which `scruple log keys` wrote")
    let list = try StoreOptions.required(
      arguments, "revocations", "the file that `scruple clearance revocations` wrote")
    let path = try StoreOptions.required(arguments, "order", "the order as it is about to leave")
    let token = try text(try arguments.single("file with a clearance, or -,"))
    let keys = try CommandFailure.of { () throws(LedgerFailure) in try PublishedKeys(file: file) }
    let revoked = try text(list)
    let order = try order(path, arguments)
    let verifier = ClearanceVerifier(keys: keys, now: Process.now.seconds)
    do throws(ClearanceRefusal) {
      let clearance = try verifier.verify(
        token, for: order,
        revocations: try RevocationList(revoked, keys: keys))
      Output.write(
        isJSON
          ? JSON.object([
            ("decision", .string("allow")), ("clearance", clearance.json),
          ]).text(indented: true) + "\n" : allowed(clearance))
      return .allow
    } catch {
      let code: ExitCode =
        if case .isVoid = error { .heldOrBlocked } else { .doesNotVerify }
      Output.write(
        isJSON
          ? JSON.object([
            ("decision", .string("hold")), ("exitCode", .integer(Int(code.rawValue))),
            ("reasons", .strings(error.words)),
          ]).text(indented: true) + "\n"
          : "HOLD · order \(visible(order.reference)) · it does not leave\n"
            + error.words.map { "  - \(visible($0))\n" }.joined())
      return code
    }
  }

  private static func allowed(_ clearance: Clearance) -> String {
    var text =
      "CLEARED · order \(visible(clearance.reference)) · until "
      + "\(UTCTime.text(seconds: clearance.expires)) · \(clearance.id)\n"
      + "  by \(visible(clearance.approvers.joined(separator: ", ")))\n"
    for condition in clearance.conditions {
      text +=
        "  \(condition.id) \(visible(condition.text)) · confirmed by "
        + "\(visible(condition.confirmedBy ?? "nobody"))\n"
    }
    return text
  }

  /// A token as a file holds it, without the end of its line.
  private static func text(_ path: String) throws(CommandFailure) -> String {
    let bytes = try Session.input(path, limit: 1 << 22)
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .joined(separator: "\n")
  }

  private static func revoke(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let id = try arguments.single("clearance")
    let reason = try StoreOptions.required(arguments, "reason", "why?")
    let asker = try StoreOptions.person(arguments, "scruple clearance revoke")
    let ledger = try options.ledger()
    let receipt = try CommandFailure.of { () throws(LedgerFailure) in
      try ClearanceDesk(ledger).revoke(id, reason: reason, by: asker)
    }
    Output.tell("\(id) is revoked, recorded as \(receipt.position)")
    return try publish(ledger, arguments)
  }

  private static func revocations(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    guard arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: clearance revocations takes no file")
    }
    return try publish(try StoreOptions(arguments).ledger(), arguments)
  }

  private static func publish(
    _ ledger: Ledger, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    let days = try StoreOptions.number(arguments, "days", in: 1...30) ?? 7
    let token = try CommandFailure.of { () throws(LedgerFailure) in
      try ClearanceDesk(ledger).revocations(days: days)
    }
    try LogCommand.deliver(token + "\n", to: arguments.option("to"))
    return .allow
  }
}
