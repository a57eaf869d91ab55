public import Formats
public import Law

/// What is law on a day, as text and as data.
public enum CalendarText {
  private static let sections: [(title: String, forces: [LegalRegistry.Force])] = [
    ("Needs confirmation by an operator", [.unconfirmed]),
    ("In force", [.inForce]),
    ("Scheduled", [.notYet]),
    ("Suspended", [.suspended]),
    ("Ended", [.ended]),
    ("Recorded as not in force", [.notInForce]),
  ]

  public static func text(_ calendar: LawCalendar, _ tables: LawTables) -> String {
    var text = TerminalText()
    text.add("Law as of \(calendar.asOf), from the registry and the tables that are held here.")
    text.heading("Starts or ends within \(LawCalendar.horizon) days")
    for change in calendar.changes {
      text.add(
        "\(change.basis.id): \(change.basis.citation) \(change.words)", first: "  \(change.date)  ")
    }
    if calendar.changes.isEmpty { text.add("Nothing in the registry.", first: "  ") }
    for section in sections {
      let entries = calendar.entries.filter { section.forces.contains($0.force) }
      guard !entries.isEmpty else { continue }
      text.heading("\(section.title) (\(entries.count))")
      for entry in entries {
        let basis = entry.basis
        let mark = basis.verification == "stored" ? "" : " [\(basis.verification)]"
        text.add(
          "\(basis.citation)\(days(basis)). \(sentence(basis.effect))\(mark)",
          first: "  " + padded(basis.id, to: 20) + " ")
      }
    }
    text.heading("Tables")
    for (name, table) in tables.tables {
      guard let table else {
        text.add("missing", first: "  " + padded(name, to: 24) + " ")
        continue
      }
      let fault = table.fault(on: calendar.asOf).map { "; NOT USED: \($0)" } ?? ""
      text.add(
        "as of \(table.asOf): \(table.citation) (\(table.verification))\(fault)",
        first: "  " + padded(name, to: 24) + " ")
    }
    return text.text
  }

  private static func days(_ basis: LegalRegistry.Basis) -> String {
    let spans = basis.intervals.compactMap { interval -> String? in
      guard interval.from != nil || interval.until != nil else { return nil }
      return (interval.from.map { "from \($0)" } ?? "")
        + (interval.until.map { (interval.from == nil ? "until " : " until ") + "\($0)" } ?? "")
        + (interval.needsConfirmation ? ", to be confirmed" : "")
    }
    return spans.isEmpty ? "" : " (\(spans.joined(separator: "; ")))"
  }

  public static func json(_ calendar: LawCalendar, _ tables: LawTables) -> JSON {
    .object([
      ("asOf", .string(calendar.asOf.description)),
      (
        "changes",
        .array(
          calendar.changes.map { change in
            .object([
              ("date", .string(change.date.description)), ("basis", .string(change.basis.id)),
              ("change", .string(change.begins ? "begins" : "ends")),
              ("confirmationRequired", .boolean(change.needsConfirmation)),
            ])
          })
      ),
      (
        "bases",
        .array(
          calendar.entries.map { entry in
            .object([
              ("id", .string(entry.basis.id)), ("force", .string(entry.force.rawValue)),
              ("citation", .string(entry.basis.citation)),
              ("verification", .string(entry.basis.verification)),
              (
                "inForce",
                .array(
                  entry.basis.intervals.map { interval in
                    .object([
                      ("from", .optional(interval.from?.description)),
                      ("until", .optional(interval.until?.description)),
                      ("confirmationRequired", .boolean(interval.needsConfirmation)),
                    ])
                  })
              ),
            ])
          })
      ),
      (
        "tables",
        .array(
          tables.tables.map { name, table in
            .object([
              ("name", .string(name)), ("asOf", .optional(table?.asOf.description)),
              ("citation", .optional(table?.citation)),
              ("verification", .optional(table?.verification)),
              (
                "fault",
                .optional(
                  table == nil
                    ? "the table `\(name)` is missing" : table?.fault(on: calendar.asOf))
              ),
            ])
          })
      ),
    ])
  }
}
