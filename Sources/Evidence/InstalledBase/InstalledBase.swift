public import Formats

/// The vendor's register of what it has installed: `installed-base.csv` of a corpus.
public struct InstalledBase: Sendable {
  /// In the order of the register.
  public let instruments: [InstalledInstrument]
  private let places: [String: Int]

  init(_ instruments: [InstalledInstrument]) {
    self.instruments = instruments
    places = Dictionary(
      instruments.enumerated().map { (InstalledInstrument.key(of: $1.serial), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The instrument of a serial number, however blanks, hyphens and capitals are written.
  public func instrument(_ serial: String) -> InstalledInstrument? {
    places[InstalledInstrument.key(of: serial)].map { instruments[$0] }
  }

  /// Reads the register. No file is no register: nil, which is unknown and never none.
  ///
  /// A serial stands on one line for each holder or site: the first with the day of installation,
  /// each further one with the day on which it moved. Throws for unknown columns, for days that
  /// cannot be, and for lines of one serial that contradict each other.
  public static func read(file: String) throws(Diagnostic) -> InstalledBase? {
    guard FileReader.exists(file) else { return nil }
    let table = CSVReader(try Lines.bytes(file), file: file)
    if let fault = table.faults.first { throw fault }
    for column in ["serial", "product", "holder"] where !table.columns.contains(column) {
      throw Diagnostic(
        "EVD020", "the column `\(column)` is missing from the register of instruments",
        remedy: "name " + InstalledBaseRow.columns.joined(separator: ", "), file: file,
        position: SourcePosition(line: 1, column: 1))
    }
    for column in table.columns where !InstalledBaseRow.columns.contains(column) {
      throw Diagnostic(
        "EVD021", "the column `\(column)` is not known",
        remedy: nearestWord(to: column, among: InstalledBaseRow.columns)
          .map { "did you mean `\($0)`?" }
          ?? "name " + InstalledBaseRow.columns.joined(separator: ", "), file: file,
        position: SourcePosition(line: 1, column: 1))
    }
    var order: [String] = []
    var lines: [String: [InstalledBaseRow]] = [:]
    for row in table.rows {
      let line = try InstalledBaseRow(row, file: file)
      let key = InstalledInstrument.key(of: line.serial)
      if lines[key] == nil { order.append(key) }
      lines[key, default: []].append(line)
    }
    var instruments: [InstalledInstrument] = []
    for key in order {
      if let instrument = try InstalledBaseRow.instrument(lines[key] ?? []) {
        instruments.append(instrument)
      }
    }
    return InstalledBase(instruments)
  }
}
