import Digests
import Formats

/// Reads tables of the annexes of EU acts, as transcribed from the Official Journal.
///
/// Layout: OpenSanctions, `datasets/eu/journal_sanctions/data/FORMAT.md`. A consolidated table
/// (`celex,recordId,…`) holds the annexes of one act, an amending table
/// (`amendedCelex,amendmentCelex,recordId,…`) what one act adds to or changes in others. Neither
/// marks removals: an entity that was removed is missing from the next consolidated table.
enum JournalTableReader {
  static let columns = TableColumns(
    required: [
      "recordId", "programKey", "annex", "measure", "schema", "name", "alias", "address",
    ],
    expected: ["weakAlias", "registrationNumber"],
    others: [
      "celex", "amendedCelex", "amendmentCelex", "startDate", "previousName", "country",
      "nationality", "jurisdiction", "birthDate", "appearance", "ethnicity", "flag",
    ] + JournalRow.identifiers.map(\.0) + JournalRow.remarks.map(\.0))

  static func read(_ files: [ListFile], into collector: inout EntryCollector) throws(ListFailure) {
    var entries: [ListEntry] = []
    var places: [(file: ListFile, line: Int)] = []
    var indices: [String: Int] = [:]
    // An amending act changes what the consolidated table of the act says, never the reverse.
    let ordered =
      files.filter { !isAmending($0) }.sorted { $0.shortName < $1.shortName }
      + files.filter(isAmending).sorted { $0.shortName < $1.shortName }
    for file in ordered {
      collector.turn(to: file)
      var inFile: Set<String> = []
      var table = try ListTable(
        file.bytes, of: "the table of the Official Journal", columns: columns, file: file.name)
      while let row = try table.next(&collector) {
        var problems: [String] = []
        var entry = JournalRow.entry(row, &problems)
        guard problems.isEmpty else {
          collector.refuse(problems.joined(separator: "; "), path: row.path, line: row.line)
          continue
        }
        var key = entry.list.id + "/" + entry.id
        if inFile.contains(key), entry.number == nil {
          // Without a number of the act, two entries of one name are told apart by all they say.
          entry.id = JournalRow.contentID(row)
          key = entry.list.id + "/" + entry.id
        }
        guard let index = indices[key] else {
          indices[key] = entries.count
          inFile.insert(key)
          entries.append(entry)
          places.append((file, row.line))
          continue
        }
        if inFile.contains(key) {
          if entries[index] != entry {
            collector.refuse(
              "two different entries have the id `\(entry.id)`", path: row.path, line: row.line)
          }
          continue
        }
        inFile.insert(key)
        JournalRow.amend(&entries[index], by: entry)
      }
    }
    var current: String?
    for (entry, place) in zip(entries, places) {
      if current != place.file.name { collector.turn(to: place.file) }
      current = place.file.name
      collector.add(entry, path: "line \(place.line)", line: place.line)
    }
  }

  private static func isAmending(_ file: ListFile) -> Bool {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = file.bytes[start...].prefix(16).filter { $0 != UInt8(ascii: "\"") }
    return head.starts(with: Array("amendedCelex".utf8))
  }
}
