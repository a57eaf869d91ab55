import Formats
import Policy
import Screening

extension ReportBuilder {
  mutating func writePolicy() {
    open(11, "Policy and scheduled law")
    let policies = grouped(orders) { ["\($0.policyName) \($0.policyRevision), \($0.policyDigest)"] }
    let sets = number("Policy sets", String(policies.count), orders: orders.map(name))
    say(.text("Policy sets under which the orders were decided: "), sets, .text("."))
    guard !policies.isEmpty else { return }
    add(
      .table(
        ReportTable(
          caption: "Policy sets in force", columns: ["Policy set", "Orders"],
          rows: policies.map { [.text($0.key), count("Decided under \($0.key)", $0.records)] })))
    let changes = grouped(orders) { record in
      record.scheduledChanges.map { "\($0.date): \($0.subject). \($0.text)" }
    }.sorted { $0.key < $1.key }
    if changes.isEmpty {
      add(.text("No record names a change of rule or law within 90 days of its as-of date."))
    } else {
      add(
        .table(
          ReportTable(
            caption: "Scheduled changes named in the determinations",
            columns: ["Change", "Orders"],
            rows: changes.map { [.text($0.key), count("Scheduled: \($0.key)", $0.records)] })))
    }
  }

  mutating func writeLimits(outcomeIds: [String]) {
    open(13, "Limits and reconciliation")
    let counts = selection
    let lines = number(
      "Lines read", String(counts.linesRead),
      orders: (counts.counted + counts.superseded + counts.outside).sorted { $0.line < $1.line }
        .map { name($0.record) } + counts.unreadable.map { "line \($0.line)" })
    let counted = count("Orders counted", orders)
    let superseded = count(
      "Earlier determinations of the same orders", counts.superseded.map(\.record))
    let outside = count("Determinations of other quarters", counts.outside.map(\.record))
    let unreadable = number(
      "Lines that could not be read", String(counts.unreadable.count),
      orders: counts.unreadable.map { "line \($0.line)" })
    let placed = outcomeIds.flatMap { id in numbers.first { $0.id == id }?.orders ?? [] }
    let isExact = placed.count == orders.count && Set(placed).count == placed.count
    say(
      lines, .text(" lines were read: "), counted, .text(" counted, "), superseded,
      .text(" superseded by a later revision, "), outside, .text(" of other quarters and "),
      unreadable, .text(" that could not be read."))
    say(
      .text(
        isExact
          ? "The outcomes of section 2 add to the orders counted; every order stands in exactly one."
          : "The outcomes of section 2 do NOT add to the orders counted."))
    add(
      .table(
        ReportTable(
          caption: "Reconciliation of lines", columns: ["What", "Number"],
          rows: [
            [.text("Lines read"), lines], [.text("= orders counted"), counted],
            [.text("+ superseded"), superseded], [.text("+ other quarters"), outside],
            [.text("+ could not be read"), unreadable],
          ])))
    writeListed(
      "Superseded determinations", selection.superseded, ["Line", "Order", "As of", "Outcome"]
    ) { [$0.record.asOf.description, words(for: $0.record.outcome)] }
    writeListed(
      "Determinations of other quarters", selection.outside, ["Line", "Order", "As of"]
    ) { [$0.record.asOf.description] }
    if !selection.unreadable.isEmpty {
      add(
        .table(
          ReportTable(
            caption: "Lines that could not be read; their orders are in no count",
            columns: ["Line", "Why"],
            rows: selection.unreadable.map { entry in
              let place = entry.fault.path.map { $0 + ": " } ?? ""
              return [
                .text("line \(entry.line)"),
                .text("\(entry.fault.id): \(place)\(entry.fault.message)"),
              ]
            })))
    }
    for text in ReportBuilder.limits { add(.text(text)) }
  }

  private mutating func writeListed(
    _ caption: String, _ entries: [RecordSelection.Entry], _ columns: [String],
    _ more: (RecordSelection.Entry) -> [String]
  ) {
    guard !entries.isEmpty else { return }
    add(
      .table(
        ReportTable(
          caption: caption, columns: columns,
          rows: entries.map { entry in
            [
              .text("line \(entry.line)"),
              .text("\(name(entry.record)) revision \(entry.record.revision)"),
            ]
              + more(entry).map { .text($0) }
          })))
  }

  private static let limits = [
    "No extract of the order system was given, so these totals agree with the records and with "
      + "nothing else: an order that was never screened is not in them.",
    "Of each order, by system and reference, the latest revision within the quarter counts once.",
    "Sections 9 (overrides) and 12 (enforcement watch) need the ledger and public sources that "
      + "these records do not hold; they are left out, not empty.",
    "Small cells are not suppressed: this is the internal form, not for publication.",
  ]
}
