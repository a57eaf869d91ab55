import Digests
import Formats

/// Reads the Denied Persons List of BIS as tab-separated text (dpl.txt).
///
/// Layout: https://www.bis.gov, "Denied Persons List": `Name`, `Street_Address`, `City`, `State`,
/// `Country`, `Postal_Code`, `Effective_Date`, `Expiration_Date`, `Standard_Order`, `Last_Update`,
/// `Action`, `FR_Citation`; days as 06/19/2003. A row holds one address of one order.
enum DeniedPersonsReader {
  static let columns = TableColumns(
    required: ["Name", "Street_Address", "Effective_Date", "Expiration_Date", "FR_Citation"],
    expected: ["City", "Country"],
    others: ["State", "Postal_Code", "Standard_Order", "Last_Update", "Action"])

  static func read(_ file: ListFile, into collector: inout EntryCollector) throws(ListFailure) {
    var table = try ListTable(
      file.bytes, of: "the Denied Persons List", separator: "\t",
      columns: columns, file: file.name)
    while let row = try table.next(&collector) {
      var problems: [String] = []
      let entry = entry(row, &problems)
      if problems.isEmpty {
        collector.add(entry, path: row.path, line: row.line)
      } else {
        collector.refuse(problems.joined(separator: "; "), path: row.path, line: row.line)
      }
    }
  }

  private static func entry(_ row: ListTable.Row, _ problems: inout [String]) -> ListEntry {
    let name = row["Name"]
    if name.isEmpty { problems.append("`Name` is empty") }
    // The publisher numbers no orders, so the row is its own identity.
    let identity = JSON.strings(row.record.texts).text()
    var entry = ListEntry(
      id: String(SHA256(of: identity).hexadecimal.prefix(16)), list: .deniedPersons, name: name)
    entry.listedFrom = date("Effective_Date", of: row, &problems)
    entry.removedOn = date("Expiration_Date", of: row, &problems)
    let country = row["Country"]
    let code = PublishedCountry.code(country)
    if let code { entry.countries = [code] }
    let address = [
      row["Street_Address"], row["City"], row["State"], row["Postal_Code"],
      code == nil ? country : "",
    ].joinedWhereFilled(by: ", ")
    if !address.isEmpty { entry.addresses = [address] }
    entry.federalRegister = citations(row["FR_Citation"])
    if row["Standard_Order"] == "N" { entry.addRemark("not a standard order") }
    entry.addRemark(row["Action"])
    return entry
  }

  private static func date(
    _ column: String, of row: ListTable.Row, _ problems: inout [String]
  ) -> CivilDate? {
    let text = row[column]
    guard !text.isEmpty else { return nil }
    let date = PublishedDate.date(text, .monthFirst)
    if date == nil {
      problems.append("`\(column)` is `\(text.prefix(32))`, which is not a date such as 06/19/2003")
    }
    return date
  }

  /// `68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06` is two citations: each begins with the volume
  /// that stands before `F.R.`.
  static func citations(_ text: String) -> [String] {
    let words = text.split(separator: " ")
    var citations: [[Substring]] = []
    for (index, word) in words.enumerated() {
      let isVolume = Int(word) != nil && index + 1 < words.count && words[index + 1] == "F.R."
      if isVolume || citations.isEmpty { citations.append([]) }
      citations[citations.count - 1].append(word)
    }
    return citations.map { $0.joined(separator: " ") }
  }
}
