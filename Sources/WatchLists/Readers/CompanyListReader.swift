import Digests
import Formats

/// Reads a company's own list: comma-separated values with a header line.
///
/// Columns, of which only `name` must stand: name, aliases (separated by `|`), country, list,
/// effect, programme, listedFrom, removedOn, identifiers (`|`), address (`|`). A row without an
/// effect takes that of its list, which is a red flag for a company's own.
enum CompanyListReader {
  static let columns = [
    "name", "aliases", "country", "list", "effect", "programme", "listedFrom", "removedOn",
    "identifiers", "address",
  ]

  static func read(
    _ bytes: [UInt8], list: ListCode, into collector: inout EntryCollector
  ) throws(ListFailure) {
    let table = CSVReader(bytes, file: collector.file)
    let isNamed = table.columns.contains("name")
    // A file that is no such table at all should be told so, not the faults of its lines.
    var faults = isNamed || table.columns.isEmpty ? table.faults : []
    if isNamed || faults.isEmpty {
      faults += headerFaults(of: table.columns, file: collector.file)
    }
    guard faults.isEmpty else { throw ListFailure(faults) }
    for row in table.rows {
      let path = "line \(row.line)"
      var problems: [String] = []
      let entry = entry(row, list: list, &problems)
      if problems.isEmpty {
        collector.add(entry, path: path, line: row.line)
      } else {
        collector.refuse(problems.joined(separator: "; "), path: path, line: row.line)
      }
    }
  }

  private static func headerFaults(of header: [String], file: String) -> [Diagnostic] {
    let place = SourcePosition(line: 1, column: 1)
    let expected = "the header names \(columns.joined(separator: ", "))"
    if header.contains("entity_number"), header.contains("alt_names") {
      return [
        Diagnostic(
          "LST004", "the file is the Consolidated Screening List as comma-separated values",
          remedy: "import its JSON form, consolidated.json, which keeps lists apart", file: file,
          position: place)
      ]
    }
    guard header.contains("name") else {
      let isSemicolons = header.count == 1 && header[0].contains(";")
      return [
        Diagnostic(
          "LST004",
          isSemicolons
            ? "the cells are separated by `;`"
            : "the file is no list that is read: no column `name`",
          remedy: isSemicolons ? "separate them by commas" : expected, file: file, position: place)
      ]
    }
    // An unknown column may be a misspelt one, and a list without its aliases finds less.
    return header.filter { !columns.contains($0) }.map { name in
      let nearest = nearestWord(to: name, among: columns)
      return Diagnostic(
        "LST008", "the column `\(name)` is not known",
        remedy: nearest.map { "did you mean `\($0)`" } ?? expected, file: file, position: place)
    }
  }

  private static func entry(
    _ row: CSVReader.Row, list: ListCode, _ problems: inout [String]
  ) -> ListEntry {
    func cell(_ column: String) -> String? {
      let text = row[column].trimmedOfSpace
      return text.isEmpty ? nil : text
    }
    func parts(_ column: String) -> [String] {
      row[column].split(separator: "|").map { String($0).trimmedOfSpace }.filter { !$0.isEmpty }
    }
    func date(_ column: String) -> CivilDate? {
      guard let text = cell(column) else { return nil }
      let date = CivilDate(text)
      if date == nil { problems.append("`\(column)` is `\(text)`, not a date such as 2026-07-31") }
      return date
    }
    let name = cell("name") ?? ""
    if name.isEmpty { problems.append("`name` is empty") }
    var code = list
    if let text = cell("list") {
      if let stated = ListCode(text) {
        code = stated
      } else {
        problems.append("`list` is `\(text)`, not a code such as `company-list`")
      }
    }
    var entry = ListEntry(id: "", list: code, name: name)
    if let word = cell("effect") {
      if let effect = ListEffect(rawValue: word) {
        entry.effect = effect
      } else {
        let words = ListEffect.allCases.map(\.rawValue)
        let nearest = nearestWord(to: word, among: words).map { "did you mean `\($0)`" }
        problems.append(
          "`effect` is `\(word)`; " + (nearest ?? "use one of " + words.joined(separator: ", ")))
      }
    }
    for text in parts("country") {
      if let country = PublishedCountry.code(text) {
        entry.countries.append(country)
      } else {
        problems.append("`country` is `\(text)`, not a code such as `CN`")
      }
    }
    entry.addAliases(parts("aliases"))
    entry.programmes = parts("programme")
    entry.identifiers = parts("identifiers")
    entry.addresses = parts("address")
    entry.listedFrom = date("listedFrom")
    entry.removedOn = date("removedOn")
    if let from = entry.listedFrom, let removed = entry.removedOn, removed < from {
      problems.append("`removedOn` \(removed) lies before `listedFrom` \(from)")
    }
    let identity = JSON.strings([code.id, FoldedName(name).text] + entry.countries.sorted())
    entry.id = String(SHA256(of: identity.text()).hexadecimal.prefix(16))
    return entry
  }
}
