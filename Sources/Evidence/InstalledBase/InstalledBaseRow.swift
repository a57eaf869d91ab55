import Formats

/// One line of the register of instruments, read strictly.
struct InstalledBaseRow {
  static let columns = [
    "serial", "product", "holder", "country", "site", "installed", "status", "moved", "retired",
    "note",
  ]

  /// What a line may say of the instrument; left out, the days say it.
  enum Status: String, CaseIterable {
    case installed, moved, retired
  }

  let serial: String
  let product: String
  let installed: CivilDate?
  let moved: CivilDate?
  let retired: CivilDate?
  let station: InstalledInstrument.Station
  private let file: String

  var line: Int { station.line }

  init(_ row: CSVReader.Row, file: String) throws(Diagnostic) {
    self.file = file
    func fault(_ id: String, _ message: String, _ remedy: String) -> Diagnostic {
      InstalledBaseRow.fault(id, message, remedy, file, row.line)
    }
    let holder = row["holder"].split(separator: "|").map(String.init).filter { !$0.isEmpty }
    guard !row["serial"].isEmpty, !holder.isEmpty else {
      throw fault("EVD023", "the instrument has no serial or no holder", "add both")
    }
    guard
      row["country"].isEmpty
        || row["country"].utf8.count == 2
          && row["country"].utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else {
      throw fault(
        "EVD046", "`\(row["country"])` is no code of a country",
        "write two letters, such as CN (ISO 3166-1)")
    }
    func day(_ column: String) throws(Diagnostic) -> CivilDate? {
      guard !row[column].isEmpty else { return nil }
      guard let day = CivilDate(row[column]) else {
        throw fault(
          "EVD024", "`\(row[column])` in `\(column)` is not a day of the calendar",
          "write it as 2024-03-31")
      }
      return day
    }
    serial = row["serial"]
    product = row["product"]
    installed = try day("installed")
    moved = try day("moved")
    retired = try day("retired")
    station = InstalledInstrument.Station(
      holder: holder, country: row["country"].isEmpty ? nil : row["country"].uppercased(),
      site: row["site"], from: moved ?? installed, line: row.line)
    for (earlier, later, name) in [
      (installed, moved, "moved"), (installed, retired, "retired"), (moved, retired, "retired"),
    ] {
      if let earlier, let later, later < earlier {
        throw fault(
          "EVD035", "the instrument was \(name) on \(later), before \(earlier)",
          "correct the days")
      }
    }
    guard !row["status"].isEmpty else { return }
    guard let status = Status(rawValue: row["status"]) else {
      throw fault(
        "EVD036", "there is no status `\(row["status"])`",
        nearestWord(to: row["status"], among: Status.allCases.map(\.rawValue))
          .map { "did you mean `\($0)`?" } ?? "write installed, moved or retired")
    }
    let told: Status = retired != nil ? .retired : moved != nil ? .moved : .installed
    guard status == told else {
      throw fault(
        "EVD037", "the status is \(status.rawValue), and the days say \(told.rawValue)",
        status == .installed
          ? "remove the day or correct the status"
          : "add the day in `\(status.rawValue)`")
    }
  }

  /// The instrument that lines of one serial are, or nil without lines.
  static func instrument(_ rows: [InstalledBaseRow]) throws(Diagnostic) -> InstalledInstrument? {
    guard let first = rows.first else { return nil }
    // The line without a move is where it stood first, wherever it is in the file.
    let ordered = rows.sorted { left, right in
      switch (left.moved, right.moved) {
      case (nil, _?): true
      case (let left?, let right?): left < right
      default: false
      }
    }
    for (earlier, later) in zip(ordered, ordered.dropFirst()) {
      guard let moved = later.moved, moved != earlier.moved else {
        let (above, below) = earlier.line < later.line ? (earlier, later) : (later, earlier)
        throw below.fault(
          "EVD022", "the serial `\(below.serial)` stands twice, first on line \(above.line)",
          "keep the present holder, or give each later one its day in `moved`")
      }
      guard earlier.retired == nil else {
        throw later.fault(
          "EVD038",
          "the instrument `\(later.serial)` moves on, and line \(earlier.line) retires it",
          "say that it is retired on its last line only")
      }
      guard later.product == earlier.product else {
        throw later.fault(
          "EVD039",
          "the serial `\(later.serial)` is another product here than on line \(earlier.line)",
          "correct the product or the serial")
      }
      let days = [earlier.installed, later.installed].compactMap { $0 }
      if let day = days.first, let other = days.last, day != other {
        throw later.fault(
          "EVD045",
          "the serial `\(later.serial)` was installed on another day on line \(earlier.line)",
          "leave the day out of all lines but the first")
      }
      if let installed = ordered[0].installed, moved < installed {
        throw later.fault(
          "EVD035", "the instrument was moved on \(moved), before \(installed)",
          "correct the days")
      }
    }
    return InstalledInstrument(
      serial: first.serial, product: first.product, stations: ordered.map(\.station),
      retiredOn: ordered.last?.retired)
  }

  private func fault(_ id: String, _ message: String, _ remedy: String) -> Diagnostic {
    InstalledBaseRow.fault(id, message, remedy, file, line)
  }

  private static func fault(
    _ id: String, _ message: String, _ remedy: String, _ file: String, _ line: Int
  ) -> Diagnostic {
    Diagnostic(
      id, message, remedy: remedy, file: file, position: SourcePosition(line: line, column: 1))
  }
}
