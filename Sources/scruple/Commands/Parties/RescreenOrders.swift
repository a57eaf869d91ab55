import Dossier
import Evidence
import Formats
import Ledger
import Memos
import Screening
import Trade
import WatchLists

/// `scruple rescreen --since DATE`: orders on record, open or shipped, and the register of
/// instruments against the lists, evidence and policies of now.
struct RescreenOrders {
  private let session: Session
  private let since: CivilDate
  private let isJSON: Bool
  private var code = ExitCode.allow
  private var orders: [RescreenedOrder] = []
  private var instruments: [ChangedParty] = []
  private var counts: [(String, JSON)] = []
  private var summary = ""

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    guard arguments.positional.isEmpty else {
      throw CommandFailure(
        .usage, "scruple: --since speaks of the orders of a store; it takes no file")
    }
    var command = try RescreenOrders(arguments)
    if arguments.option("store") != nil { try command.orders(arguments) }
    try command.installedBase()
    Output.write(command.isJSON ? command.json.text(indented: true) + "\n" : command.text)
    return command.code
  }

  private init(_ arguments: Arguments) throws(CommandFailure) {
    guard let since = try Session.date(arguments.option("since"), "--since") else {
      throw CommandFailure(.usage, "scruple: the option `--since` is missing: a day")
    }
    self.since = since
    isJSON = try ListsCommand.isJSON(arguments)
    session = try Session(arguments)
  }

  /// Orders between two notes of how far it came.
  private static let step = 100

  private mutating func orders(_ arguments: Arguments) throws(CommandFailure) {
    let ledger = try StoreOptions(arguments).ledger()
    let desk = RescreeningDesk(ledger)
    let asker = StoreOptions.asker(arguments, Rescreening.act)
    try session.putInForce(in: ledger, by: asker)
    let (began, isContinued) = try CommandFailure.of { () throws(LedgerFailure) in
      try desk.run(since: since, isAnew: arguments.has("anew"), by: asker)
    }
    var run = began
    let subjects = try CommandFailure.of { () throws(LedgerFailure) in
      try desk.subjects(of: began)
    }
    if isContinued {
      orders = try CommandFailure.of { () throws(LedgerFailure) in
        try desk.changes(of: began).map(RescreenedOrder.init)
      }
      let done = run.tally.screened + run.tally.failed
      Output.tell("goes on with a rescreening that came to \(done) orders; --anew begins another")
    }
    for (number, subject) in subjects.enumerated() {
      let result = try rescreen(subject, desk, asker)
      run.took(
        subject.position, isChanged: result?.isChanged == true, isFailed: result == nil)
      if let result, result.isChanged { orders.append(result) }
      if (number + 1) % RescreenOrders.step == 0 {
        try CommandFailure.of { () throws(LedgerFailure) in try desk.note(&run, by: asker) }
        Output.tell("\(number + 1) of \(subjects.count) orders, \(run.tally.changed) changed")
      }
    }
    try CommandFailure.of { () throws(LedgerFailure) in try desk.end(&run, by: asker) }
    if run.tally.changed > 0 { code = ExitCode.worst(code, .heldOrBlocked) }
    if run.tally.failed > 0 { code = ExitCode.worst(code, .invalidInput) }
    counts += [
      ("orders", .integer(run.tally.screened)), ("ordersChanged", .integer(run.tally.changed)),
      ("ordersNotScreened", .integer(run.tally.failed)), ("continued", .boolean(isContinued)),
    ]
    summary +=
      "\(run.tally.screened) orders screened again: \(run.tally.changed) with another result; "
      + "\(run.tally.failed) not screened\n"
  }

  /// Nil where the order is erased or cannot be read.
  private mutating func rescreen(
    _ subject: Rescreening.Subject, _ desk: RescreeningDesk, _ asker: LedgerAsker
  ) throws(CommandFailure) -> RescreenedOrder? {
    let name = "\(subject.system):\(subject.reference)"
    let found = try CommandFailure.of { () throws(LedgerFailure) in try desk.newest(of: subject) }
    guard let (json, last) = found else {
      Output.tell("scruple: the order `\(name)` was erased")
      return nil
    }
    let decoded = OrderDecoder.decode(
      json.utf8Text(), file: name, knownCountries: session.knowledge.countries)
    guard case .order(let order, let notices)? = decoded.first?.result else {
      Output.tell("scruple: the order `\(name)` on record cannot be read")
      Output.tell(decoded.flatMap(\.diagnostics).map(\.line))
      return nil
    }
    // Against what is known now, whatever day the order spoke of.
    let day = session.asOf ?? session.today
    let told = session.told(notices, of: order)
    let determination = try session.screener(for: day).screen(
      order,
      notices: told.map {
        Diagnostic($0.id, $0.message, severity: $0.severity, remedy: $0.remedy, path: $0.path)
      })
    let company = session.corpus.company
    let isChanged = try CommandFailure.of { () throws(LedgerFailure) in
      try desk.record(
        determination, of: order, after: last, by: asker,
        retention: RetentionBasis(
          of: determination, order, isUSPerson: company.isUSPerson,
          isEUPerson: company.isEUPerson))
    }
    if determination.outcome == nil { code = ExitCode.worst(code, .coverage) }
    return RescreenedOrder(
      subject: subject, before: last.content["determination"]?["determination"]?.string,
      determination: determination, isChanged: isChanged)
  }

  /// Holders of instruments that the lists meet otherwise than on the day.
  private mutating func installedBase() throws(CommandFailure) {
    guard let register = session.corpus.installedBase else { return }
    let present = try ListState(session, asOf: session.asOf ?? session.today)
    let before = try ListState(named: since.description, in: session, beside: present)
    let faults = before.snapshot.faults + present.snapshot.faults
    Output.tell(faults.map(\.line))
    if !faults.isEmpty { code = ExitCode.worst(code, .coverage) }
    let rescreening = try session.rescreening(from: before.snapshot, to: present.snapshot)
    for instrument in register.instruments {
      let station = instrument.station(on: present.snapshot.asOf)
      let holder = PartyReading(holderOf: instrument, at: station, session.knowledge)
      let party = ScreenedParty(
        id: instrument.serial, names: holder.names, countries: holder.countries,
        identifiers: holder.identifiers, addresses: holder.addresses)
      guard let changed = ChangedParty(party, line: station.line, rescreening) else { continue }
      instruments.append(changed)
      code = ExitCode.worst(code, .heldOrBlocked)
    }
    counts += [
      ("instruments", .integer(register.instruments.count)),
      ("instrumentsChanged", .integer(instruments.count)),
    ]
    summary +=
      "\(register.instruments.count) instruments: the lists meet the holders of "
      + "\(instruments.count) otherwise than on \(since)\n"
  }

  private var json: JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("since", .string(since.description)),
    ]
    if let demonstration = session.corpus.demonstration {
      members.append(("demonstration", .string(demonstration)))
    }
    return .object(
      members + counts + [
        ("changedOrders", .array(orders.map(\.json))),
        ("changedInstruments", .array(instruments.map(\.json))),
        ("exitCode", .integer(Int(code.rawValue))),
      ])
  }

  private var text: String {
    var text = ""
    if let demonstration = session.corpus.demonstration {
      text += "DEMONSTRATION, not for use. \(visible(demonstration))\n"
    }
    for order in orders { text += order.text }
    for instrument in instruments { text += "instrument " + instrument.text }
    return text
      + (summary.isEmpty
        ? "there is no register of instruments, and no store was named with --store\n" : summary)
  }
}
