public import Formats

/// One instrument of the vendor's register of what it has installed.
public struct InstalledInstrument: Sendable, Hashable {
  public let serial: String
  public let product: String
  public let holder: [String]
  public let holderCountry: String?
  public let site: String
  public let installedOn: CivilDate?
  /// Line of the register, for citation.
  public let line: Int

  /// Reads `installed-base.csv` of a corpus: columns serial, product, holder (several names
  /// separated by `|`), country, site, installed. No file is no register.
  public static func read(file: String) throws(Diagnostic) -> [InstalledInstrument]? {
    guard FileReader.exists(file) else { return nil }
    let table = CSVReader(try Lines.bytes(file), file: file)
    if let fault = table.faults.first { throw fault }
    for column in ["serial", "product", "holder"] where !table.columns.contains(column) {
      throw Diagnostic(
        "EVD020", "the column `\(column)` is missing from the register of instruments",
        remedy: "name serial, product, holder, country, site, installed", file: file,
        position: SourcePosition(line: 1, column: 1))
    }
    for column in table.columns where !columns.contains(column) {
      throw Diagnostic(
        "EVD021", "the column `\(column)` is not known",
        remedy: nearestWord(to: column, among: columns).map { "did you mean `\($0)`?" }
          ?? "name " + columns.joined(separator: ", "), file: file,
        position: SourcePosition(line: 1, column: 1))
    }
    var instruments: [InstalledInstrument] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      let instrument = try read(row, file: file)
      if let first = lines.updateValue(row.line, forKey: instrument.serial) {
        throw fault(
          "EVD022", "the serial `\(instrument.serial)` stands twice, first on line \(first)",
          "keep the present holder", file, row.line)
      }
      instruments.append(instrument)
    }
    return instruments
  }

  static let columns = ["serial", "product", "holder", "country", "site", "installed", "note"]

  private static func read(
    _ row: CSVReader.Row, file: String
  ) throws(Diagnostic) -> InstalledInstrument {
    let holder = row["holder"].split(separator: "|").map(String.init)
    guard !row["serial"].isEmpty, !holder.isEmpty else {
      throw fault(
        "EVD023", "the instrument has no serial or no holder", "add both", file, row.line)
    }
    let day = CivilDate(row["installed"])
    guard row["installed"].isEmpty || day != nil else {
      throw fault(
        "EVD024", "`\(row["installed"])` is not a day of the calendar", "write it as 2024-03-31",
        file, row.line)
    }
    return InstalledInstrument(
      serial: row["serial"], product: row["product"], holder: holder,
      holderCountry: row["country"].isEmpty ? nil : row["country"].uppercased(),
      site: row["site"], installedOn: day, line: row.line)
  }

  private static func fault(
    _ id: String, _ message: String, _ remedy: String, _ file: String, _ line: Int
  ) -> Diagnostic {
    Diagnostic(
      id, message, remedy: remedy, file: file, position: SourcePosition(line: line, column: 1))
  }
}
