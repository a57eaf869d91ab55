import Formats
import Ledger

/// Acts of `scruple case` on investigations.
enum InvestigationActs {
  static func run(
    _ verb: String, _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    let investigation: Investigation
    switch verb {
    case "investigate", "stop":
      guard arguments.positional.isEmpty else {
        throw CommandFailure(.usage, "scruple: case \(verb) names its scope by options")
      }
      let act = try opening(verb, desk, arguments)
      investigation = try CommandFailure.of { () throws(LedgerFailure) in
        try desk.investigate(act, by: asker)
      }
    default:
      let id = try arguments.single("investigation")
      let act = try act(verb, arguments)
      investigation = try CommandFailure.of { () throws(LedgerFailure) in
        try desk.perform(act, on: id, by: asker)
      }
    }
    Output.write("\(investigation.id) · \(investigation.holds ? "hold" : "closed")\n")
    return .allow
  }

  private static func opening(
    _ verb: String, _ desk: CaseDesk, _ arguments: Arguments
  ) throws(CommandFailure) -> Investigation.Act {
    let reason = try StoreOptions.required(arguments, "reason", "what is alleged?")
    var scope = InvestigationScope(
      parties: Set(arguments.all("party")), serials: Set(arguments.all("serial")),
      products: Set(arguments.all("product")), orders: [])
    for text in arguments.all("order") {
      let order = try StoreOptions.order(text)
      scope.formUnion(
        try CommandFailure.of { () throws(LedgerFailure) in
          try desk.scope(ofShipment: order.system, order.reference)
        })
    }
    guard verb == "stop" else { return .open(allegation: reason, scope) }
    guard !arguments.all("order").isEmpty else {
      throw CommandFailure(.usage, "scruple: the option `--order` is missing: what left?")
    }
    return .stop(
      reason: reason, scope, discovered: try CaseCommand.day(arguments, "discovered"))
  }

  private static func act(
    _ verb: String, _ arguments: Arguments
  ) throws(CommandFailure) -> Investigation.Act {
    func text(_ name: String) throws(CommandFailure) -> String {
      try StoreOptions.required(arguments, name, "what is to be said?")
    }
    switch verb {
    case "finding": return .finding(try text("text"))
    case "remedy": return .remedy(try text("text"))
    case "close": return .close(reason: try text("reason"))
    default:
      let word = try StoreOptions.required(arguments, "duty", "which report?")
      guard let duty = ReportingClock.Duty(rawValue: word) else {
        let known = ReportingClock.Duty.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "scruple: `\(word)` for --duty is none of \(known)")
      }
      let day = try CaseCommand.day(arguments, "on")
      return verb == "event" ? .event(duty, on: day) : .report(duty, on: day)
    }
  }
}
