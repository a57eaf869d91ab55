import Formats

/// Reads the UK Sanctions List (FCDO) and OFSI's former consolidated list as comma-separated values.
///
/// UK-Sanctions-List.csv: a line `Report Date: 13-Feb-2026`, then the header with `Unique ID`.
/// ConList.csv (withdrawn in January 2026): a line `Last Updated,27/01/2026`, then the header with
/// `Group ID`. A row holds one name or one address of its designation.
/// https://www.gov.uk/government/publications/the-uk-sanctions-list
enum SanctionsTableReader {
  static let columns = TableColumns(
    required: ["Name 6", "Name 1"],
    expected: [
      "Name 2", "Name 3", "Name 4", "Name 5", "Address Line 1|Address 1",
      "Passport number|Passport Number",
    ],
    others: [
      "Last Updated", "Unique ID", "OFSI Group ID", "Group ID", "UN Reference Number", "Name type",
      "Alias Type", "Alias strength", "Alias Quality", "Title", "Regime Name", "Regime",
      "Designation Type", "Group Type", "Designation source", "Sanctions Imposed",
      "Other Information", "UK Statement of Reasons", "Post/Zip Code", "Country", "Phone number",
      "Website", "Email address", "Date Designated", "Listed On", "D.O.B", "DOB",
      "UK Sanctions List Date Designated", "Nationality(/ies)", "Nationality", "Position", "Gender",
      "Town of birth", "Country of birth", "Type of entity", "Subsidiaries", "Parent company",
      "Business registration number (s)", "IMO number", "Current owner/operator (s)",
      "Previous owner/operator (s)", "Current believed flag of ship", "Previous flags",
      "Type of ship", "Tonnage of ship", "Length of ship", "Year Built",
      "Hull identification number (HIN)", "Entity, Vessel or Individual",
      "Honorary/Professional/Religious titles",
    ],
    families: ["Name non-latin", "Non-latin script", "Address", "National Identif", "Passport"])

  /// Returns the day of the report.
  static func read(
    _ file: ListFile, into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    try ListTable.checkEncoding(file.bytes, file: file.name)
    let (date, preamble) = preamble(of: file.bytes)
    var table = try ListTable(
      file.bytes, of: "the UK Sanctions List", preamble: preamble,
      columns: columns, file: file.name)
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
    var measures: [String: [String]] = [:]
    while let row = try table.next(&collector) {
      let id = row[idColumn]
      guard !id.isEmpty else {
        collector.refuse("`\(idColumn)` is empty", path: row.path, line: row.line)
        continue
      }
      UKMeasures.measures(in: row["Sanctions Imposed"]).forEach {
        measures[id, default: []].addOnce($0)
      }
      groups.add(id, list: .ukSanctionsList, path: row.path, line: row.line) { draft in
        SanctionsRow.add(row, to: &draft)
      }
    }
    groups.hand(to: &collector, idName: idColumn) { draft in
      // OFSI's list holds asset freezes only and has no such column.
      let measures = measures[draft.entry.id] ?? []
      draft.set(\.effect, UKMeasures.effect(of: measures, on: .ukSanctionsList))
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
