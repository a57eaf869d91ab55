import Formats
import Policy
import Screening

extension ReportBuilder {
  mutating func writeTimeliness() {
    open(7, "Timeliness")
    let buckets: [(label: String, days: ClosedRange<Int>)] = [
      ("0–2 days", 0...2), ("3–5 days", 3...5), ("6–10 days", 6...10), ("11–30 days", 11...30),
      ("more than 30 days", 31...Int.max),
    ]
    var bars: [ChartBar] = []
    var rows: [[ReportCell]] = []
    for (index, bucket) in buckets.enumerated() {
      let records = held.filter { bucket.days.contains(quarter.lastDay - $0.asOf) }
      rows.append([.text(bucket.label), count("Held \(bucket.label)", records)])
      bars.append(ChartBar(label: bucket.label, value: records.count, pattern: index))
    }
    let heldCell = count("Held orders, by age", held)
    say(
      heldCell,
      .text(
        " orders were held at the end of the quarter; their age runs from the as-of date of the "
          + "latest determination to \(quarter.lastDay)."))
    add(
      .chart(
        Chart(
          title: "Age of held orders",
          description: bars.map { "\($0.label): \($0.value)" }.joined(separator: ". "),
          form: .bars(bars))))
    add(
      .table(
        ReportTable(
          caption: "Age of held orders", columns: ["Age", "Orders"],
          rows: rows + [[.text("All held"), heldCell]])))
    add(
      .text(
        "When a person decided is recorded in the ledger, not here; no time to decision is stated.")
    )
  }

  mutating func writeFlags() {
    open(8, "Red flags and open questions")
    let withFlags = orders.filter { record in record.findings.contains { $0.lane == .redFlag } }
    let open = orders.filter { $0.redFlagState == "open" }
    let questions = orders.filter { !$0.questions.isEmpty }
    let flagCell = count("Orders with a red flag", withFlags)
    let openCell = count("Orders whose red-flag lane is open", open)
    let questionCell = count("Orders with open questions", questions)
    say(
      flagCell, .text(" orders raised a red flag, "), openCell,
      .text(" of all orders have one open and "),
      questionCell, .text(" wait for an answer."))
    let rules = grouped(withFlags) { record in
      record.findings.filter { $0.lane == .redFlag }.map(\.rule)
    }
    if !rules.isEmpty {
      add(
        .chart(
          Chart(
            title: "Red flags by rule, in orders",
            description: rules.map { "\($0.key): \($0.records.count)" }.joined(separator: ". "),
            form: .bars(
              rules.prefix(15).map {
                ChartBar(label: $0.key, value: $0.records.count, pattern: 0)
              }))))
      add(
        .table(
          ReportTable(
            caption: "Red flags by rule; an order may raise several",
            columns: ["Rule", "What it is", "Orders"],
            rows: rules.map { rule in
              let finding = rule.records.lazy.flatMap(\.findings).first { $0.rule == rule.key }
              return [
                .text("\(rule.key): \(finding?.title ?? "")"),
                .text(finding?.kind.words ?? ""), count("Red flag \(rule.key)", rule.records),
              ]
            })))
    }
    let terms = grouped(questions) { $0.questions.map { $0.term.isEmpty ? $0.id : $0.term } }
    if !terms.isEmpty {
      add(
        .table(
          ReportTable(
            caption: "Open questions by the fact they ask for", columns: ["Fact", "Orders"],
            rows: terms.map { [.text($0.key), count("Question: \($0.key)", $0.records)] })))
    }
    add(
      .text(
        "Shares of false positives and sampled misses need reviewed samples, which these records "
          + "do not hold; overrides and exceptions stand in the ledger."))
  }

  mutating func writeEvidence() {
    open(10, "Evidence")
    let series = ReportBuilder.evidenceClasses
    let cited = orders.filter { !$0.evidence.isEmpty }
    let citedCell = count("Orders with cited evidence", cited)
    say(
      citedCell, .text(" of all orders cite evidence; sources that repeat one report "),
      .text("share a derivation root and count once."))
    guard !cited.isEmpty else { return }
    let rows = [Decision.allow, .hold, .block].map { decision in
      let items = orders.filter { $0.decision == decision }.flatMap(\.evidence)
      return (
        label: ["allow": "Allowed", "hold": "Held", "block": "Refused"][decision.rawValue] ?? "",
        values: series.map { entry in items.count { entry.kinds.contains($0.kind) } }
      )
    }
    add(
      .chart(
        Chart(
          title: "Evidence items by kind of source, for allowed, held and refused orders",
          description: rows.map { row in
            row.label + ": "
              + zip(series, row.values).map { "\($0.label) \($1)" }.joined(separator: ", ")
          }.joined(separator: ". "), form: .stacks(series: series.map(\.label), rows: rows))))
    add(
      .table(
        ReportTable(
          caption: "Evidence by kind", columns: ["Kind", "Orders", "Items", "Derivation roots"],
          rows: EvidenceItem.Kind.allCases.compactMap { evidenceRow($0) })))
  }

  private mutating func evidenceRow(_ kind: EvidenceItem.Kind) -> [ReportCell]? {
    let records = orders.filter { record in record.evidence.contains { $0.kind == kind } }
    guard !records.isEmpty else { return nil }
    let items = records.flatMap { $0.evidence.filter { $0.kind == kind } }
    let roots = Set(items.compactMap(\.root))
    let rootless = items.count { $0.root == nil }
    let names = records.map(name)
    return [
      .text(kind.words.capitalisedFirst), count("Orders that cite: \(kind.words)", records),
      number("Items: \(kind.words)", String(items.count), orders: names),
      number(
        "Derivation roots: \(kind.words)",
        "\(roots.count)" + (rootless > 0 ? " and \(rootless) not recorded" : ""), orders: names),
    ]
  }

  /// Thirteen kinds in seven classes, so that their patterns stay apart.
  private static let evidenceClasses: [(label: String, kinds: Set<EvidenceItem.Kind>)] = [
    ("Official list or law", [.officialList, .law]), ("Tender", [.tender]),
    ("Court, government or UN", [.court, .government, .unitedNations]),
    ("Non-governmental organisation", [.ngo]), ("Press or research", [.press, .research]),
    ("Company or customer", [.company, .customerStatement]),
    ("Order or own register", [.order, .register]),
  ]
}
