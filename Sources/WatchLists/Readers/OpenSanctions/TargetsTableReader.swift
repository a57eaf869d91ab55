import Formats

/// Reads `targets.simple.csv` of OpenSanctions: one target a row, several values of a cell between
/// semicolons.
///
/// Columns: https://www.opensanctions.org/docs/bulk/csv/.
enum TargetsTableReader {
  static let columns = TableColumns(
    required: ["id", "schema", "name", "aliases", "countries"],
    expected: ["addresses", "identifiers"],
    others: [
      "birth_date", "sanctions", "phones", "emails", "program_ids", "dataset", "first_seen",
      "last_seen", "last_change",
    ])

  /// Returns the newest day on which OpenSanctions saw a target in its source.
  static func read(
    _ file: ListFile, list: ListCode?, into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    var table = try ListTable(
      file.bytes, of: "the targets of OpenSanctions",
      columns: columns, file: file.name)
    var newest: CivilDate?
    while let row = try table.next(&collector) {
      let id = row["id"]
      let name = row["name"]
      guard !id.isEmpty, !name.isEmpty else {
        collector.refuse(
          id.isEmpty ? "`id` is empty" : "`name` is empty", path: row.path, line: row.line)
        continue
      }
      if let seen = CivilDate(row["last_seen"].prefix(10)),
        seen > newest ?? seen.adding(days: -1)
      {
        newest = seen
      }
      let datasets = row["dataset"].valuesBetweenSemicolons
      for code in list.map({ [$0] }) ?? DatasetLists.lists(of: datasets) {
        var entry = entry(row, id: id, name: name, list: code)
        if datasets.count > 1 {
          entry.addRemark(datasets.joined(separator: ", "), label: "datasets")
        }
        collector.add(entry, path: row.path, line: row.line)
      }
    }
    return newest
  }

  private static func entry(
    _ row: ListTable.Row, id: String, name: String, list: ListCode
  ) -> ListEntry {
    var entry = ListEntry(
      id: id, list: list, name: name, schema: EntrySchema(word: row["schema"]) ?? .unknown)
    entry.addAliases(row["aliases"].valuesBetweenSemicolons)
    for text in row["countries"].valuesBetweenSemicolons {
      if let code = PublishedCountry.code(text) { entry.countries.addOnce(code) }
    }
    for address in row["addresses"].valuesBetweenSemicolons { entry.addresses.addOnce(address) }
    entry.births = row["birth_date"].valuesBetweenSemicolons
    for number in row["identifiers"].valuesBetweenSemicolons { entry.identifiers.addOnce(number) }
    for (column, kind) in [("phones", "Phone"), ("emails", "Email")] {
      for value in row[column].valuesBetweenSemicolons { entry.addIdentifier(value, kind: kind) }
    }
    for programme in row["program_ids"].valuesBetweenSemicolons {
      entry.programmes.addOnce(programme)
    }
    for sanction in row["sanctions"].valuesBetweenSemicolons { entry.addRemark(sanction) }
    return entry
  }
}
