import Dossier
import Evidence
import Formats
import Memos
import Policy
import Screening

/// What `watch` found, in the form that was asked for.
struct WatchReport {
  private(set) var code = ExitCode.allow
  /// Orders, customers and instruments that were held against what is new.
  var counts = (orders: 0, customers: 0, instruments: 0)
  private var orders: [WatchedOrder] = []
  private var parties: [WatchedParty] = []
  private var unreadable: [Diagnostic] = []

  private let watch: Watch
  private let asOf: CivilDate
  private let since: CivilDate?
  private let coverage: Coverage
  private let titles: [String: String]
  private let demonstration: String?
  private let isPartial: Bool

  init(
    _ watch: Watch, asOf: CivilDate, since: CivilDate?, coverage: Coverage, policies: PolicySet,
    demonstration: String?, isPartial: Bool
  ) {
    self.watch = watch
    self.asOf = asOf
    self.since = since
    self.coverage = coverage
    self.demonstration = demonstration
    self.isPartial = isPartial
    titles = Dictionary(
      policies.rules.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
    if isPartial { code = .coverage }
    if !watch.contradictions.isEmpty { note(.heldOrBlocked) }
  }

  mutating func note(_ code: ExitCode) { self.code = ExitCode.worst(self.code, code) }

  mutating func add(_ order: WatchedOrder) {
    orders.append(order)
    note(.heldOrBlocked)
  }

  mutating func add(_ party: WatchedParty) {
    parties.append(party)
    note(.heldOrBlocked)
  }

  mutating func addUnreadable(_ problems: [Diagnostic]) {
    unreadable += problems
    note(.invalidInput)
  }

  func text(as form: WatchCommand.Form) -> String {
    switch form {
    case .text: text
    case .json:
      JSON.object(
        summary + [
          ("orders", .array(orders.map { $0.json(titles) })),
          ("contradictions", .array(watch.contradictions.map(\.json))),
          ("parties", .array(customers.map(\.json))),
          ("instruments", .array(instruments.map(\.json))),
        ]
      ).text(indented: true) + "\n"
    case .ndjson:
      (orders.map { $0.json(titles) } + parties.map(\.json) + watch.contradictions.map(\.json)
        + [.object([("type", .string("summary"))] + summary)])
        .map { $0.text() + "\n" }.joined()
    }
  }

  /// What stands in the place of an answer where nothing could be watched.
  static func failure(_ failure: CommandFailure, as form: WatchCommand.Form) -> String {
    let message =
      failure.reasons.joined(separator: "; ")
      + ". Nothing was watched; that nothing is named says nothing."
    let json = JSON.object([
      ("schemaVersion", .string("1.0")), ("result", .string("notWatched")),
      ("summary", .string(message)), ("exitCode", .integer(Int(failure.code.rawValue))),
    ])
    return switch form {
    case .text: "NOT WATCHED\n\(visible(message))\n"
    case .json: json.text(indented: true) + "\n"
    case .ndjson: json.text() + "\n"
    }
  }

  private var customers: [WatchedParty] { parties.filter { $0.serial == nil } }
  private var instruments: [WatchedParty] { parties.filter { $0.serial != nil } }
  private var changed: [WatchedOrder] { orders.filter(\.isChanged) }

  private var summary: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("asOf", .string(asOf.description)),
      ("since", .optional(since?.description)),
      (
        "new",
        .object([
          ("claims", .integer(watch.news.claims.count)),
          ("notices", .integer(watch.news.notices.count)),
          ("listEntriesThatDiffer", .integer(watch.entriesThatDiffer)),
          ("complete", .boolean(!isPartial)),
        ])
      ),
      (
        "watched",
        .object([
          ("orders", .integer(counts.orders)), ("parties", .integer(counts.customers)),
          ("instruments", .integer(counts.instruments)),
        ])
      ),
      (
        "touched",
        .object([
          ("orders", .integer(orders.count)), ("determinations", .integer(changed.count)),
          ("parties", .integer(customers.count)), ("instruments", .integer(instruments.count)),
          ("contradictions", .integer(watch.contradictions.count)),
        ])
      ),
      ("unreadable", .array(unreadable.map(\.json))),
      (
        "coverage",
        .object([
          ("complete", .boolean(coverage.isComplete)),
          (
            "faults",
            .strings(coverage.lists.flatMap { list in list.faults.map { "\(list.name) \($0)" } })
          ),
        ])
      ),
      ("exitCode", .integer(Int(code.rawValue))),
    ]
    if let demonstration { members.insert(("demonstration", .string(demonstration)), at: 1) }
    return members
  }

  private var text: String {
    var text = demonstration.map { "DEMONSTRATION, not for use. \(visible($0))\n" } ?? ""
    text +=
      "New " + (since.map { "since \($0), " } ?? "") + "as of \(asOf): "
      + "\(counted(watch.news.claims.count, "claim")), "
      + "\(counted(watch.news.notices.count, "notice")), "
      + "\(counted(watch.entriesThatDiffer, "list entry", "list entries")) that differ\n"
    text += section("Determinations that would change", changed.map(lines))
    text += section(
      "Orders that are touched and keep their determination",
      orders.filter { !$0.isChanged }.map(lines))
    text += section("Contradictions", watch.contradictions.map(lines))
    text += section("Customers", customers.map(lines))
    text += section("Instruments", instruments.map(lines))
    text +=
      "\n\(counted(counts.orders, "order")), \(counted(counts.customers, "customer")) and "
      + "\(counted(counts.instruments, "instrument")) watched: "
      + "\(counted(changed.count, "determination")) would change; "
      + "\(counted(orders.count, "order")), \(counted(customers.count, "customer")) and "
      + "\(counted(instruments.count, "instrument")) touched"
      + (watch.contradictions.isEmpty
        ? "" : "; \(counted(watch.contradictions.count, "contradiction"))")
      + (unreadable.isEmpty ? "" : "; \(counted(unreadable.count, "problem")) not read") + "\n"
    if isPartial {
      text += "Part of what is new could not be read or does not count yet; it is told above.\n"
    }
    if !coverage.isComplete {
      text += "Coverage of the required lists is NOT complete; that an order is not named here "
      text += "says nothing:\n"
      for list in coverage.lists where list.isRequired {
        for fault in list.faults { text += "  \(list.name) \(visible(fault))\n" }
      }
    }
    return text
  }

  private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }

  private func section(_ title: String, _ parts: [String]) -> String {
    parts.isEmpty ? "" : "\n\(title)\n" + parts.joined()
  }

  private func lines(_ order: WatchedOrder) -> String {
    let (old, new) = (WatchedOrder.name(order.before), WatchedOrder.name(order.after))
    var text =
      "  \(visible(order.reference))"
      + (order.line.map { " · line \($0)" } ?? "") + " · "
      + (order.isChanged ? "\(old) -> \(new)" : old) + "\n"
    for change in order.changes {
      text +=
        "    "
        + (change.rule.isEmpty
          ? change.kind.words
          : "\(change.rule): \(titles[change.rule] ?? "") (\(change.kind.words))") + "\n"
    }
    return text + lines(order.touches)
  }

  private func lines(_ party: WatchedParty) -> String {
    (party.serial.map { "  \(visible($0)), held by " } ?? "  ") + visible(party.name)
      + " · in \(visible(party.places.joined(separator: ", ")))\n" + lines(party.touches)
  }

  private func lines(_ touches: [Touch]) -> String {
    touches.map { touch in
      "    - \(touch.kind.rawValue) \(visible(touch.reason))\n"
        + "      \(visible(touch.title)) · \(visible(touch.publisher))"
        + (touch.published.map { " · \($0)" } ?? "") + " · \(visible(touch.place))\n"
    }.joined()
  }

  private func lines(_ contradiction: ClaimContradiction) -> String {
    func words(_ side: ClaimContradiction.Side) -> String {
      "\(visible(side.value)) (\(visible(side.claim.id)), \(visible(side.claim.locator)))"
    }
    return "  \(contradiction.matter): \(words(contradiction.new)) against "
      + "\(words(contradiction.other))\n    \(visible(contradiction.note))\n"
  }
}
