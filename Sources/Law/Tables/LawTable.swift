public import Formats

/// Where a table of law comes from and of which day it is.
public struct LawTable: Sendable, Hashable {
  /// `country-chart`.
  public let name: String
  /// The day whose law it holds.
  public let asOf: CivilDate
  /// The first day for which it may be read; its own day, unless its rows carry dates.
  public let holdsFrom: CivilDate
  public let citation: String
  public let source: String
  public let verification: String

  /// Days after its own day for which a table is read; an older one leaves its steps unknown.
  public static let maximumAge = 366

  /// Why it cannot be read for a day; nil where it can.
  public func fault(on date: CivilDate) -> String? {
    if date < holdsFrom { return "the table `\(name)` is of \(asOf); it does not tell of \(date)" }
    guard date - asOf > Self.maximumAge else { return nil }
    return "the table `\(name)` is of \(asOf), more than \(Self.maximumAge) days before \(date)"
  }

  /// `15 CFR part 738 …, as of 2026-07-23`.
  public var words: String { "\(citation), as of \(asOf)" }
}

/// A table's values, or why there are none.
public struct Dated<Value: Sendable>: Sendable {
  public let name: String
  /// Nil where the table is missing.
  public let table: LawTable?
  private let content: Value?

  init(_ name: String, _ content: (table: LawTable, value: Value)?) {
    self.name = name
    table = content?.table
    self.content = content?.value
  }

  /// The values, whatever the day.
  public var value: Value? { content }

  /// The values as they may be read for a day, or why they may not.
  public func read(on date: CivilDate) -> Reading {
    guard let table, let content else { return .fault("the table `\(name)` is missing") }
    return table.fault(on: date).map(Reading.fault) ?? .value(content, table)
  }

  public enum Reading {
    case value(Value, LawTable)
    case fault(String)
  }
}

/// One file of `Data/law`: what its comment lines say of it, and its rows.
struct LawTableFile {
  let table: LawTable
  let rows: [TextTable.Row]
  let columns: [String]
  let file: String

  /// Nil where there is no such file.
  init?(_ folder: String, _ name: String, requiring columns: [String]) throws(Diagnostic) {
    let path = "\(folder)/\(name).tsv"
    guard FileReader.exists(path) else { return nil }
    let bytes = try Lines.bytes(path)
    var heading: [String: String] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.first == UInt8(ascii: "#") else { break }
      let text = String(decoding: line.dropFirst(), as: UTF8.self).trimmed
      guard let colon = text.firstRange(of: ": ") else { continue }
      heading[String(text[..<colon.lowerBound])] = String(text[colon.upperBound...])
    }
    guard let asOf = try Self.day("as of", heading, path), let citation = heading["citation"] else {
      throw Diagnostic(
        "LAW002", "the table does not say of which day or what law it is",
        remedy: "begin it with `# as of: 2026-07-23` and `# citation: …`", file: path)
    }
    table = LawTable(
      name: name, asOf: asOf, holdsFrom: try Self.day("holds from", heading, path) ?? asOf,
      citation: citation,
      source: heading["source"] ?? "not stated",
      verification: heading["verification"] ?? LawTables.unverified)
    let content = try TextTable(bytes, requiring: columns, file: path)
    file = path
    rows = content.rows
    self.columns = content.columns
  }

  private static func day(
    _ key: String, _ heading: [String: String], _ file: String
  ) throws(Diagnostic) -> CivilDate? {
    guard let text = heading[key] else { return nil }
    guard let date = CivilDate(text) else {
      throw Diagnostic(
        "LAW002", "`\(text)` is not a day of the calendar",
        remedy: "write `# \(key): 2026-07-23`", file: file)
    }
    return date
  }

  func fault(_ row: TextTable.Row, _ message: String, remedy: String) -> Diagnostic {
    Diagnostic(
      "LAW003", message, remedy: remedy, file: file,
      position: SourcePosition(line: row.line, column: 1))
  }

  /// A day of a cell; nil where it is blank.
  func date(_ row: TextTable.Row, _ column: String) throws(Diagnostic) -> CivilDate? {
    guard !row[column].isEmpty else { return nil }
    guard let date = CivilDate(row[column]) else {
      throw fault(
        row, "`\(row[column])` is not a day of the calendar", remedy: "write it as 2026-11-10")
    }
    return date
  }
}
