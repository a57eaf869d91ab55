import Formats

/// Reads the EU's consolidated list of financial sanctions as semicolon-separated values.
///
/// Layouts 1.1 (`fileGenerationDate;Entity_LogicalId;…`) and 1.0 (`Date_file;Entity_logical_id;…`)
/// of the Financial Sanctions Files, https://webgate.ec.europa.eu/fsd/fsf. A row holds one name, one
/// address, one birth, one document or one citizenship of its entity.
enum FinancialSanctionsTableReader {
  static let columns = TableColumns(
    expected: [
      "Address_Street|Addr_street", "Address_City|Addr_city", "Identification_Number|Iden_number",
    ],
    others: ["fileGenerationDate", "Date_file", "Subject_type", "Programme", "EU_ref_num"],
    families: [
      "Entity_", "NameAlias_", "Address_", "BirthDate_", "Identification_", "Citizenship_",
      // Version 1.0.
      "Leba_", "Naal_", "Addr_", "Birt_", "Iden_", "Citi_",
    ])

  /// Returns the day on which the file was made.
  static func read(
    _ file: ListFile, into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    var table = try ListTable(
      file.bytes, of: "the EU's list of financial sanctions", separator: ";",
      columns: columns, file: file.name)
    // Version 1.0 writes other names and, for countries, ISO 3166-1 alpha-3.
    let isOld = table.has("Naal_wholename")
    guard table.has("Entity_LogicalId"), isOld || table.has("NameAlias_WholeName") else {
      throw ListFailure([
        Diagnostic(
          "LST004",
          "the header of the EU's list of financial sanctions lacks `Entity_LogicalId` or "
            + "`NameAlias_WholeName`",
          remedy: "fetch the file again; nothing of it was imported", file: file.name,
          position: SourcePosition(line: 1, column: 1))
      ])
    }
    var made: CivilDate?
    var groups = EntryGroups()
    var regulations: [String: CivilDate] = [:]
    while let row = try table.next(&collector) {
      let id = row["Entity_LogicalId"]
      guard !id.isEmpty else {
        collector.refuse("`Entity_LogicalId` is empty", path: row.path, line: row.line)
        continue
      }
      made = made ?? PublishedDate.date(row.first("fileGenerationDate", "Date_file"), .dayFirst)
      let listing = FinancialSanctionsRow.listing(row)
      if let day = listing.regulation { regulations[id] = min(day, regulations[id] ?? day) }
      groups.add(id, list: .euFinancialSanctions, path: row.path, line: row.line) { draft in
        FinancialSanctionsRow.add(row, to: &draft)
        draft.addListing(listing.designated)
      }
    }
    groups.hand(to: &collector, idName: "Entity_LogicalId") { draft in
      if draft.entry.listedFrom == nil { draft.addListing(regulations[draft.entry.id]) }
    }
    return made
  }
}
