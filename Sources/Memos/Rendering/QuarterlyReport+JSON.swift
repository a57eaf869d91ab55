public import Formats
import Screening

extension QuarterlyReport {
  /// The report as data: every number with its orders, every table, and what was not counted.
  public var json: JSON {
    .object([
      ("report", .string("quarterly")), ("quarter", .string(quarter.description)),
      ("from", .string(quarter.firstDay.description)),
      ("to", .string(quarter.lastDay.description)), ("recordsDigest", .string(recordsDigest)),
      ("demonstration", .optional(demonstration)),
      ("reconciles", .boolean(reconciliationFaults.isEmpty)),
      ("numbers", .array(numbers.map(\.json))), ("sections", .array(sections.map(\.json))),
      ("superseded", .array(selection.superseded.map(json))),
      ("outside", .array(selection.outside.map(json))),
      (
        "unreadable",
        .array(
          selection.unreadable.map {
            .object([("line", .integer($0.line)), ("fault", $0.fault.json)])
          })
      ),
    ])
  }

  private func json(_ entry: RecordSelection.Entry) -> JSON {
    .object([
      ("line", .integer(entry.line)), ("system", .string(entry.record.system)),
      ("orderRef", .string(entry.record.reference)),
      ("orderRevision", .integer(entry.record.revision)),
      ("asOf", .string(entry.record.asOf.description)),
      ("determinationId", .string(entry.record.id)),
    ])
  }
}

extension ReportNumber {
  var json: JSON {
    .object([
      ("id", .string(id)), ("label", .string(label)), ("value", .string(value)),
      ("orders", .strings(orders)),
    ])
  }
}

extension ReportSection {
  var json: JSON {
    .object([
      ("number", .integer(number)), ("title", .string(title)),
      ("finding", .array(finding.map { .string($0.map(\.words).joined()) })),
      ("parts", .array(parts.map(\.json))),
    ])
  }
}

extension ReportSection.Part {
  var json: JSON {
    switch self {
    case .text(let text): .object([("text", .string(text))])
    case .chart(let chart):
      .object([("chart", .string(chart.title)), ("description", .string(chart.description))])
    case .table(let table):
      .object([
        ("table", .string(table.caption)), ("columns", .strings(table.columns)),
        ("rows", .array(table.rows.map { .strings($0.map(\.words)) })),
      ])
    }
  }
}

extension ReportCell {
  /// The text with the id behind each number, as `12 (Q3-2.4)`.
  var words: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number.value) (\(number.id))"
    case .many(let cells):
      cells.reduce(into: "") { output, cell in
        if case .number = cell, !output.isEmpty, !output.hasSuffix(" ") { output += "; " }
        output += cell.words
      }
    }
  }
}
