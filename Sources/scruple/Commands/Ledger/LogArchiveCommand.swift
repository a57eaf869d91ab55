import Formats
import Law
import Ledger
import Memos

/// `scruple log event|hold|produce|erase`: what is kept, handed out and destroyed.
enum LogArchiveCommand {
  static func event(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    guard let order = try StoreOptions.order(arguments) else {
      throw CommandFailure(.usage, "scruple: the option `--order` is missing: of which order?")
    }
    let asker = try StoreOptions.person(arguments, "scruple log event")
    let named = RetentionPeriod.Event.allCases.filter { arguments.option($0.rawValue) != nil }
    guard let event = named.first, named.count == 1,
      let day = try Session.date(arguments.option(event.rawValue), "--" + event.rawValue)
    else {
      throw CommandFailure(
        .usage, "scruple: give one of --exported, --diverted and --ended with a day")
    }
    let ledger = try options.ledger()
    let receipt = try CommandFailure.of { () throws(LedgerFailure) in
      try Archive(ledger).note(
        event, on: day, system: order.system, reference: order.reference, by: asker)
    }
    Output.write("recorded as \(receipt.position): \(event.rawValue) on \(day)\n")
    return .allow
  }

  static func hold(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let asker = try StoreOptions.person(arguments, "scruple log hold")
    let reason = try StoreOptions.required(arguments, "reason", "why, or who allowed it?")
    let released = try StoreOptions.number(arguments, "release", in: 0...Int.max)
    let scope = released == nil ? try scope(arguments) : nil
    let ledger = try options.ledger()
    let archive = Archive(ledger)
    if case .party(let party)? = scope,
      try CommandFailure.of({ () throws(LedgerFailure) in try ledger.positions(naming: party) })
        .isEmpty
    {
      Output.tell("scruple: warning: " + nothing(named: party))
    }
    let receipt = try CommandFailure.of { () throws(LedgerFailure) in
      if let released { return try archive.release(released, authority: reason, by: asker) }
      return try archive.hold(scope ?? .party(""), reason: reason, by: asker)
    }
    Output.write(
      released.map { "hold \($0) ended, recorded as \(receipt.position)\n" }
        ?? "held, recorded as \(receipt.position); until that hold is released nothing of it is "
        + "erased\n")
    return .allow
  }

  /// Names are kept as keys that nobody can read, so nothing near can be offered.
  private static func nothing(named what: String) -> String {
    "no record has `\(visible(what))`; a name is found by all of its words as an order spells them, "
      + "so ask for its other names and its register numbers too"
  }

  private static func scope(_ arguments: Arguments) throws(CommandFailure) -> Archive.Scope {
    if let order = try StoreOptions.order(arguments) {
      return .order(system: order.system, reference: order.reference)
    }
    return .party(try StoreOptions.required(arguments, "party", "whom does it cover?"))
  }

  static func produce(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let party = try StoreOptions.required(arguments, "party", "everything on whom?")
    let reason = try StoreOptions.required(arguments, "reason", "who asked for it?")
    let asker = try StoreOptions.person(arguments, "scruple log produce")
    let key = try options.publishedKeys(arguments).log
    let ledger = try options.ledger()
    let produced = try CommandFailure.of { () throws(LedgerFailure) in
      try Archive(ledger).produce(party: party, reason: reason, by: asker)
    }
    try LogCommand.deliver(
      produced.map { $0.json(by: key).text() + "\n" }.joined(), to: arguments.option("to"))
    Output.tell(
      "\(produced.count) records; what was asked for is not erased until its hold is released")
    guard produced.isEmpty else { return .allow }
    Output.tell("scruple: " + nothing(named: party))
    return .invalidInput
  }

  /// How long the law wants records kept, as `Data/law` has it.
  private static func rules(_ home: HomeFolder) throws(CommandFailure) -> [RetentionRule] {
    do throws(Diagnostic) {
      return try LawTables(folder: home.data + "/law").retention.value ?? []
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  static func erase(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let party = try StoreOptions.required(arguments, "party", "whose records?")
    let reason = try StoreOptions.required(arguments, "reason", "on whose demand?")
    let asker = try StoreOptions.person(arguments, "scruple log erase")
    let ledger = try options.ledger()
    let isTrial = arguments.has("trial")
    let rules = try rules(HomeFolder(option: arguments.option("home")))
    let erasure = try CommandFailure.of { () throws(LedgerFailure) in
      try Archive(ledger, rules: rules).erase(
        party: party, reason: reason, by: asker, isTrial: isTrial)
    }
    let verb = isTrial ? "would be erased" : "erased: its key is destroyed"
    for position in erasure.erased { Output.write("record \(position)  \(verb)\n") }
    for kept in erasure.kept {
      Output.write("record \(kept.position)  kept: \(visible(kept.reason))\n")
    }
    if erasure.erased.isEmpty, erasure.kept.isEmpty {
      Output.write("the ledger has nothing on this party under this name\n")
    }
    return erasure.kept.isEmpty ? .allow : .heldOrBlocked
  }
}
