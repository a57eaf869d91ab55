import Formats

/// Reads the UK Sanctions List (FCDO) and OFSI's former consolidated list as comma-separated values.
///
/// UK-Sanctions-List.csv: a line `Report Date: 13-Feb-2026`, then the header with `Unique ID`.
/// ConList.csv (withdrawn in January 2026): a line `Last Updated,27/01/2026`, then the header with
/// `Group ID`. A row holds one name or one address of its designation.
/// https://www.gov.uk/government/publications/the-uk-sanctions-list
enum SanctionsTableReader {
  /// Returns the day of the report.
  static func read(
    _ file: ListFile, into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    try ListTable.checkEncoding(file.bytes, file: file.name)
    let (date, preamble) = preamble(of: file.bytes)
    var table = try ListTable(
      file.bytes, of: "the UK Sanctions List", preamble: preamble,
      requiring: ["Name 6", "Name 1"], file: file.name)
    let idColumn = table.has("Unique ID") ? "Unique ID" : "Group ID"
    guard table.has(idColumn) else {
      throw ListFailure([
        Diagnostic(
          "LST004", "the header of the UK Sanctions List lacks `Unique ID` or `Group ID`",
          remedy: "fetch the file again; nothing of it was imported", file: file.name,
          position: SourcePosition(line: preamble + 1, column: 1))
      ])
    }
    var groups = EntryGroups()
    var measures: [String: Bool] = [:]
    while let row = try table.next(&collector) {
      let id = row[idColumn]
      guard !id.isEmpty else {
        collector.refuse("`\(idColumn)` is empty", path: row.path, line: row.line)
        continue
      }
      let imposed = row["Sanctions Imposed"].lowercased()
      // The former list holds asset freezes only and has no such column.
      if imposed.isEmpty || imposed.contains("asset freeze") {
        measures[id] = true
      } else if measures[id] == nil {
        measures[id] = false
      }
      groups.add(id, list: .ukSanctionsList, line: row.line) { entry in
        SanctionsRow.add(row, to: &entry)
      }
    }
    groups.hand(to: &collector) { entry in
      // Travel bans, shipping and trade sanctions bar some dealings and freeze nothing.
      if measures[entry.id] == false { entry.effect = .sectoral }
    }
    return date
  }

  /// The day of the line before the header, and how many lines stand before it.
  static func preamble(of bytes: [UInt8]) -> (date: CivilDate?, lines: Int) {
    var records = CSVRecords(bytes, dialect: .strict)
    guard case .record(let first) = records.next() else { return (nil, 0) }
    let key = ListTable.key(first[0])
    if key.hasPrefix("reportdate") {
      let text = first[0].split(separator: ":").last.map { String($0).trimmedOfSpace } ?? ""
      return (PublishedDate.date(text.isEmpty ? first[1] : text, .dayFirst), 1)
    }
    if key == "lastupdated", let date = PublishedDate.date(first[1].trimmedOfSpace, .dayFirst) {
      return (date, 1)
    }
    return (nil, 0)
  }
}
