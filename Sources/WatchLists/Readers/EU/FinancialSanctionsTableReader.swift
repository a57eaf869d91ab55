import Formats

/// Reads the EU's consolidated list of financial sanctions as semicolon-separated values.
///
/// Layouts 1.1 (`fileGenerationDate;Entity_LogicalId;…`) and 1.0 (`Date_file;Entity_logical_id;…`)
/// of the Financial Sanctions Files, https://webgate.ec.europa.eu/fsd/fsf. A row holds one name, one
/// address, one birth, one document or one citizenship of its entity.
enum FinancialSanctionsTableReader {
  /// Returns the day on which the file was made.
  static func read(
    _ file: ListFile, into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    var table = try ListTable(
      file.bytes, of: "the EU's list of financial sanctions", separator: ";", requiring: [],
      file: file.name)
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
    // The regulation of the first row of an entity decides on its list.
    var lists: [String: ListCode] = [:]
    while let row = try table.next(&collector) {
      let id = row["Entity_LogicalId"]
      guard !id.isEmpty else {
        collector.refuse("`Entity_LogicalId` is empty", path: row.path, line: row.line)
        continue
      }
      made = made ?? PublishedDate.date(row.first("fileGenerationDate", "Date_file"), .dayFirst)
      let regulation = row.first("Entity_Regulation_NumberTitle", "Leba_numtitle")
      let programme = row.first("Entity_Regulation_Programme", "Programme")
      let list = lists[id] ?? EuropeanLists.financial(regulation: regulation, programme: programme)
      lists[id] = list
      groups.add(id, list: list, line: row.line) { entry in
        FinancialSanctionsRow.add(row, isOld: isOld, to: &entry)
      }
    }
    groups.hand(to: &collector)
    return made
  }
}
