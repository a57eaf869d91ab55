import Formats
import Policy
import Screening

/// The outcomes as the report counts them; each counted order stands in exactly one.
let reportOutcomes: [(outcome: Outcome?, label: String)] = [
  (.release, "Allowed: release"), (.releaseWithConditions, "Allowed with conditions"),
  (.hold, "Held"), (.escalate, "Escalated"), (.licenceRequired, "Licence required"),
  (.refusePolicy, "Refused: company policy"),
  (.refuseProhibited, "Refused: prohibited unless authorised"),
  (nil, "Could not be screened (held)"),
]

extension ReportBuilder {
  var held: [RecordedDetermination] { orders.filter { $0.decision == .hold } }
  var blocked: [RecordedDetermination] { orders.filter { $0.decision == .block } }

  mutating func writeSummary() {
    open(0, "Summary")
    let all = orders
    let allowed = all.filter { $0.decision == .allow }
    let failed = all.filter { $0.outcome == nil }
    let old = held.filter { quarter.lastDay - $0.asOf > 30 }
    let total = count("Orders screened", all)
    if all.isEmpty {
      add(
        .text(
          "No determination of \(quarter) stands in the records. All counts are zero for that "
            + "reason; nothing is said about orders that were not screened."))
    }
    let allowedCell = count("Orders allowed, with and without conditions", allowed)
    let heldCell = count("Orders held", held)
    let blockedCell = count("Orders refused", blocked)
    let failedCell = count("Orders that could not be screened", failed)
    let oldCell = count("Orders held more than 30 days at the end of the quarter", old)
    say(.text("The records hold "), total, .text(" orders of \(quarter), each counted once."))
    say(
      .text("Of these, "), allowedCell, .text(" may proceed, "), heldCell, .text(" are held and "),
      blockedCell, .text(" are refused."))
    let policy = count("Refused under company policy", all.filter { $0.outcome == .refusePolicy })
    let law = count(
      "Refused as prohibited unless authorised", all.filter { $0.outcome == .refuseProhibited })
    say(
      .text("Of the refusals "), policy, .text(" rest on company policy and "), law,
      .text(" on law; a refusal of policy asserts no legal bar."))
    say(failedCell, .text(" of the held orders could not be screened within their coverage."))
    say(
      oldCell,
      .text(" of the held orders were older than 30 days on \(quarter.lastDay), the last day."))
    add(
      .table(
        ReportTable(
          caption: "Numbers of this page", columns: ["What", "Number"],
          rows: [
            [.text("Orders screened"), total], [.text("Allowed"), allowedCell],
            [.text("Held"), heldCell], [.text("Refused"), blockedCell],
            [.text("Could not be screened (among the held)"), failedCell],
            [.text("Held more than 30 days"), oldCell],
          ])))
    add(
      .text(
        "The decision for the board: "
          + (old.isEmpty
            ? "the records ask for none."
            : "what becomes of the orders held for more than 30 days.")))
    add(
      .text(
        "The previous quarter is not part of these records; no change against it is stated."))
  }

  /// Returns the ids of the outcome numbers.
  mutating func writeOutcomes() -> [String] {
    open(2, "Volume and outcomes")
    let received = count("Orders received", orders)
    say(
      received, .text(" orders were received; the bars come down from them to zero, "),
      .text("so each order stands in one outcome."))
    var bars = [ChartBar(label: "Received", value: orders.count, pattern: 8)]
    var rows: [[ReportCell]] = [
      [.text("Received"), received, joined(values("Value received", orders))]
    ]
    var ids: [String] = []
    for (index, entry) in reportOutcomes.enumerated() {
      let records = orders.filter { $0.outcome == entry.outcome }
      let cell = count(entry.label, records)
      if case .number(let number) = cell { ids.append(number.id) }
      rows.append([.text(entry.label), cell, joined(values("Value, \(entry.label)", records))])
      bars.append(ChartBar(label: entry.label, value: records.count, pattern: index))
    }
    add(
      .chart(
        Chart(
          title: "What happened to the orders",
          description: bars.map { "\($0.label): \($0.value)" }.joined(separator: ". "),
          form: .waterfall(bars))))
    add(
      .table(
        ReportTable(
          caption: "Outcomes by count and by value; amounts of two currencies are not added",
          columns: ["Outcome", "Orders", "Value"], rows: rows)))
    return ids
  }

  /// Amounts in one cell; nothing is `none`.
  func joined(_ cells: [ReportCell]) -> ReportCell { cells.isEmpty ? .text("none") : .many(cells) }

  mutating func writeExposure() {
    open(3, "Exposure")
    let regions = grouped(orders) { ["\($0.destinationName) (\($0.destination))"] }
    var families = grouped(orders) { record in ReportBuilder.families(record) }.map(\.key)
    let others = families.count > 6 ? Set(families[5...]) : []
    if !others.isEmpty { families = families.prefix(5) + ["Other families"] }
    guard !regions.isEmpty else {
      say(.text("No order, so no exposure: there is no map of regions and product families."))
      return
    }
    var rows: [[ReportCell]] = []
    var drawn: [(label: String, cells: [HeatCell])] = []
    var heaviest: (place: String, stopped: Int, cell: ReportCell)?
    for region in regions {
      var row: [ReportCell] = [.text(region.key)]
      var cells: [HeatCell] = []
      for family in families {
        let all = region.records.filter { record in
          let own = ReportBuilder.families(record)
          return own.contains(family)
            || (family == "Other families" && own.contains(where: others.contains))
        }
        let stopped = all.filter { $0.decision != .allow }
        let place = "\(region.key), \(family)"
        let stoppedCell = count("Held or refused: \(place)", stopped)
        let allCell = count("All orders: \(place)", all)
        row.append(.many([stoppedCell, .text(" of "), allCell]))
        cells.append(
          HeatCell(
            stopped: stopped.count, all: all.count,
            isThin: all.contains { $0.dataState == "insufficient" }))
        if stopped.count > heaviest?.stopped ?? 0 { heaviest = (place, stopped.count, stoppedCell) }
      }
      rows.append(row)
      drawn.append((region.key, cells))
    }
    if let heaviest {
      say(.text("Most orders were stopped in \(heaviest.place): "), heaviest.cell, .text("."))
    } else {
      say(.text("No order was held or refused in any destination and product family."))
    }
    add(
      .chart(
        Chart(
          title: "Orders held or refused, by destination and product family",
          description: drawn.map { row in
            row.label + ": "
              + zip(families, row.cells).map { "\($0) \($1.stopped) of \($1.all)" }
              .joined(separator: ", ")
          }.joined(separator: ". "), form: .heat(columns: families, rows: drawn))))
    add(
      .table(
        ReportTable(
          caption: "Held or refused, of all orders. An order with lines of two families stands in "
            + "both columns, so the cells may add to more than the orders.",
          columns: ["Destination"] + families, rows: rows)))
  }

  static func families(_ record: RecordedDetermination) -> [String] {
    let names = record.lines.map { $0.familyName ?? $0.family ?? "Family not known" }
    return names.isEmpty ? ["Family not known"] : names
  }
}
