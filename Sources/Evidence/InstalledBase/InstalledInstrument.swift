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
    return table.rows.map { row in
      InstalledInstrument(
        serial: row["serial"], product: row["product"],
        holder: row["holder"].split(separator: "|").map(String.init),
        holderCountry: row["country"].isEmpty ? nil : row["country"].uppercased(),
        site: row["site"], installedOn: CivilDate(row["installed"]), line: row.line)
    }
  }
}
