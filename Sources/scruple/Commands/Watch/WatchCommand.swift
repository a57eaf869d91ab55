import Dossier
import Formats
import Policy
import Screening
import Trade
import WatchLists

/// `scruple watch`: which orders, customers and instruments new reports, notices or lists touch,
/// and which determinations they would change. It changes nothing.
struct WatchCommand {
  enum Form: String { case text, json, ndjson }

  private let session: Session
  private let watch: Watch
  private let coverage: Coverage
  private var report: WatchReport
  private let progress = Progress()

  private static let files: Set<String> = ["reports", "tenders", "lists"]

  static func run(_ words: [String]) -> ExitCode {
    var form = Form.text
    if words.contains(where: { $0 == "ndjson" || $0 == "--output=ndjson" }) { form = .ndjson }
    if words.contains(where: { $0 == "json" || $0 == "--output=json" }) { form = .json }
    do throws(CommandFailure) {
      let arguments = try Arguments(
        spread(words),
        options: Session.options.union(files).union(["since", "orders", "retrieved", "accept"]),
        flags: ["help"], repeatable: files)
      if arguments.has("help") {
        Output.write(HelpText.watch)
        return .allow
      }
      form = try chosenForm(arguments)
      guard arguments.positional.isEmpty else {
        throw CommandFailure(
          .usage,
          "scruple: watch does not know what to do with `\(arguments.positional[0])`; name files "
            + "after --reports, --tenders, --lists or --orders")
      }
      var command = try WatchCommand(arguments)
      try command.run(arguments)
      Output.write(command.report.text(as: form))
      return command.report.code
    } catch {
      Output.tell(error.lines)
      Output.write(WatchReport.failure(error, as: form))
      return error.code
    }
  }

  /// `--reports A B` says the same as `--reports A --reports B`.
  private static func spread(_ words: [String]) -> [String] {
    var spread: [String] = []
    var current: String?
    for word in words {
      if word.hasPrefix("-"), word != "-" {
        let name = String(word.drop { $0 == "-" })
        current = files.contains(name) ? word : nil
        spread.append(word)
      } else if let option = current, spread.last != option {
        spread += [option, word]
      } else {
        spread.append(word)
      }
    }
    return spread
  }

  private static func chosenForm(_ arguments: Arguments) throws(CommandFailure) -> Form {
    guard let named = arguments.option("output") else { return .text }
    guard let form = Form(rawValue: named) else {
      throw CommandFailure(
        .usage, "scruple: `\(named)` is no form of output; use text, json or ndjson")
    }
    return form
  }

  private init(_ arguments: Arguments) throws(CommandFailure) {
    let since = try Session.date(arguments.option("since"), "--since")
    let named = WatchCommand.files.contains { !arguments.all($0).isEmpty }
    guard (since != nil) != named else {
      throw CommandFailure(
        .usage,
        since == nil
          ? "scruple: watch takes --since DATE, or new files with --reports, --tenders or --lists"
          : "scruple: watch takes --since DATE or new files, not both")
    }
    let session = try Session(arguments)
    self.session = session
    let asOf = session.asOf ?? session.today
    if let since, since >= asOf {
      throw CommandFailure(
        .usage, "scruple: nothing can have come since \(since) by \(asOf); name an earlier day")
    }
    let states: WatchStates =
      if let since {
        try WatchStates(session, asOf: asOf, since: since)
      } else {
        try WatchStates(session, arguments, asOf: asOf)
      }
    Output.tell(states.news.warnings.map(\.line) + states.warnings.map(\.line))
    coverage = PartyScreener.coverage(
      of: states.afterLists, asOf: asOf, knowledge: session.knowledge.lists,
      required: session.policies.lists, corpus: states.after.parties)
    func screener(
      _ corpus: Corpus, _ lists: [LoadedFeed], beside other: Screener? = nil
    ) -> Screener {
      Screener(
        knowledge: session.knowledge, policies: session.policies, corpus: corpus, asOf: asOf,
        bundledDigest: session.knowledge.digest, feeds: lists, judged: states.afterLists,
        beside: other)
    }
    do throws(Diagnostic) {
      let before = screener(states.before, states.beforeLists)
      let after = screener(states.after, states.afterLists, beside: before)
      watch = try Watch(from: before, to: after, news: states.news)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
    report = WatchReport(
      watch, asOf: asOf, since: since, coverage: coverage, policies: session.policies,
      demonstration: session.corpus.demonstration,
      isPartial: states.isPartial || !watch.notices.isEmpty)
    Output.tell(watch.notices.map(\.line))
    // Of a version that cannot be read nobody knows what changed.
    let faults = (states.beforeLists + states.afterLists).flatMap {
      ($0.fault.map { [$0] } ?? []) + $0.historyFaults
    }
    Output.tell(faults.map(\.line))
    if !coverage.isComplete || !faults.isEmpty { report.note(.coverage) }
  }

  private mutating func run(_ arguments: Arguments) throws(CommandFailure) {
    let orders = try self.orders(arguments)
    let customers = WatchedCustomers(
      orders.map(\.order), session.corpus, session.knowledge)
    let instruments = session.corpus.instruments ?? []
    guard
      !orders.isEmpty || !customers.customers.isEmpty || !instruments.isEmpty
        || report.code == .invalidInput
    else {
      throw CommandFailure(
        .invalidInput,
        "scruple: there is nothing to watch: the corpus holds no orders, no distributors and no "
          + "instruments; put past orders into its folder orders, or name a file with --orders")
    }
    let total = orders.count + customers.customers.count + instruments.count
    var done = 0
    func each<Element: Sendable, Result: Sendable>(
      _ elements: [Element], _ change: @Sendable (Element) -> Result?,
      _ keep: (Result) -> Void
    ) {
      var rest = elements[...]
      while !rest.isEmpty {
        let batch = Array(rest.prefix(256))
        rest = rest.dropFirst(batch.count)
        for result in Threads.map(batch, change) {
          if let result { keep(result) }
        }
        done += batch.count
        progress.tell("watched \(done) of \(total)")
      }
    }
    let watch = watch
    each(orders, { watch.change(of: $0.order, line: $0.line) }, { report.add($0) })
    each(customers.customers, { watch.change(of: $0) }, { report.add($0) })
    each(instruments, { watch.change(of: $0) }, { report.add($0) })
    progress.end()
    report.counts = (orders.count, customers.customers.count, instruments.count)
  }

  /// The orders that are watched: those of the file, else the past orders of the corpus.
  private mutating func orders(
    _ arguments: Arguments
  ) throws(CommandFailure) -> [(order: Order, line: Int?)] {
    guard let path = arguments.option("orders") else {
      return (session.corpus.pastOrders ?? []).map { ($0, nil) }
    }
    var orders: [(order: Order, line: Int?)] = []
    for decoded in OrderDecoder.decode(
      try Session.input(path), file: path == "-" ? "standard input" : path,
      knownCountries: session.knowledge.countries,
      formerCountries: session.knowledge.formerCountries)
    {
      switch decoded.result {
      case .order(let order, let warnings):
        Output.tell(session.told(warnings, of: order).map(\.line))
        orders.append((order, decoded.line))
      case .failure(let diagnostics):
        Output.tell(diagnostics.map(\.line))
        report.addUnreadable(diagnostics)
      }
    }
    return orders
  }
}
