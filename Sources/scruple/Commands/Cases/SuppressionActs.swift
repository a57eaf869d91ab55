import Formats
import Ledger
import WatchLists

/// `scruple case suppress`, `approve SUPPRESSION`, `withdraw` and `suppressions`: false matches that
/// two persons suppress until a day.
enum SuppressionActs {
  static func isSuppression(_ arguments: Arguments) -> Bool {
    arguments.positional.first?.hasPrefix("sup_") == true
  }

  static func run(
    _ verb: String, _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    let json: JSON
    switch verb {
    case "suppressions": return try register(desk, asker)
    case "suppress": json = try propose(desk, asker, arguments)
    case "approve":
      json = try act(
        .approve(until: try CaseCommand.day(arguments, "until")), desk, asker, arguments)
    default:
      let reason = try StoreOptions.required(arguments, "reason", "why?")
      json = try act(.withdraw(reason: reason), desk, asker, arguments)
    }
    Output.write(
      "\(json["suppression"]?.string ?? "") · \(json["status"]?.string ?? "")"
        + (json["expires"]?.string.map { " until \($0)" } ?? "") + "\n")
    return .allow
  }

  private static func act(
    _ act: SuppressionProposal.Act, _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> JSON {
    let id = try arguments.single("suppression")
    return try CommandFailure.of { () throws(LedgerFailure) in
      try desk.perform(act, on: try desk.suppression(id), by: asker).json(on: desk.today)
    }
  }

  private static func propose(
    _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> JSON {
    let path = try arguments.single("file with the suppression, or - for standard input,")
    let record = try record(try Session.input(path, limit: 1 << 20), path, asker, on: desk.today)
    return try CommandFailure.of { () throws(LedgerFailure) in
      try desk.suppress(record, by: asker).json(on: desk.today)
    }
  }

  /// What the register would refuse is not proposed.
  private static func record(
    _ bytes: [UInt8], _ path: String, _ asker: LedgerAsker, on day: CivilDate
  ) throws(CommandFailure) -> JSON {
    let json: JSON
    do throws(JSONFailure) {
      json = try JSONReader.read(bytes)
    } catch {
      throw CommandFailure(
        .invalidInput, "scruple: `\(path)`:\(error.position): \(error.message)")
    }
    for name in ["id", "maker", "approvedBy", "approvedOn", "expires"] where json[name] != nil {
      throw CommandFailure(
        .invalidInput, "scruple: `\(name)` follows from who proposes and who approves; leave it out"
      )
    }
    let line = SuppressionProposal.line(
      id: "proposed", json, maker: asker.name, approver: "another than " + asker.name, on: day,
      until: CivilDate(dayNumber: day.dayNumber + 1))
    let faults: [Diagnostic]
    do throws(Diagnostic) {
      faults = try SuppressionRegister(Array((line.text() + "\n").utf8), file: path).diagnostics
    } catch {
      faults = [error]
    }
    guard faults.isEmpty, json.members != nil else {
      throw CommandFailure(
        .invalidInput, faults.map(\.line) + ["scruple: nothing was proposed"])
    }
    return json
  }

  /// `register/suppressions.ndjson` as the log has it today.
  private static func register(
    _ desk: CaseDesk, _ asker: LedgerAsker
  ) throws(CommandFailure) -> ExitCode {
    let lines = try CommandFailure.of { () throws(LedgerFailure) -> [JSON] in
      guard try desk.maySeeSuppressions(asker.name) else {
        throw LedgerFailure(.notAllowed, "`\(asker.name)` may not see suppressions")
      }
      return try desk.suppressions().compactMap { $0.registerLine(on: desk.today) }
    }
    for line in lines { Output.write(line.text() + "\n") }
    return .allow
  }
}
