import Formats

/// Walks through a publisher's table with a header, and counts the records that cannot be read.
///
/// Columns are found by name without regard to capitals, spaces and signs, which publishers change
/// between versions of a file.
struct ListTable {
  /// The names of the header, as published.
  let header: [String]
  private let columns: [String: Int]
  private var records: CSVRecords
  private let what: String
  /// Whether the publisher ends the last line too; that of the Denied Persons List does not.
  private let endsLines: Bool
  private let expected: TableColumns
  private let headerLine: Int
  private var hasTold = false

  /// Reads the header, which begins behind the first `preamble` lines.
  ///
  /// `what` names the list in messages. Throws where the header lacks a required column.
  init(
    _ bytes: [UInt8], of what: String, separator: Character = ",", preamble: Int = 0,
    columns expected: TableColumns, file: String
  ) throws(ListFailure) {
    try ListTable.checkEncoding(bytes, file: file)
    self.what = what
    self.expected = expected
    endsLines = separator != "\t"
    records = CSVRecords(
      bytes, dialect: .init(separator: separator.asciiValue ?? 0x2C, isLenient: true), file: file)
    var found: CSVRecord?
    for _ in 0...preamble {
      switch records.next() {
      case .record(let record): found = record
      case .unreadable(let fault), .broken(let fault): throw ListFailure([fault])
      case .end: found = nil
      }
    }
    headerLine = found?.line ?? 1
    header = found?.texts.map(\.trimmedOfSpace) ?? []
    columns = Dictionary(
      header.enumerated().map { (ListTable.key($1), $0) }, uniquingKeysWith: { first, _ in first })
    let missing = expected.required.filter { columns[ListTable.key($0)] == nil }
    guard missing.isEmpty else {
      let names = missing.map { "`\($0)`" }.joined(separator: ", ")
      throw ListFailure([
        Diagnostic(
          "LST004", "the header of \(what) lacks \(names)",
          remedy: "fetch the file again; nothing of it was imported", file: file,
          position: SourcePosition(line: found?.line ?? 1, column: 1))
      ])
    }
  }

  /// Throws for bytes that are no UTF-8, with the line and what they look like.
  static func checkEncoding(_ bytes: [UInt8], file: String) throws(ListFailure) {
    guard let invalid = firstInvalidUTF8(in: bytes) else { return }
    let encoding = TextEncoding.guess(of: bytes, from: invalid)
    throw ListFailure([
      Diagnostic(
        "FMT010", "the bytes are not valid UTF-8; they look like \(encoding.name)",
        remedy: "save the file as UTF-8", file: file,
        position: SourcePosition(of: invalid, in: bytes))
    ])
  }

  /// One record of the table.
  struct Row {
    let record: CSVRecord
    fileprivate let columns: [String: Int]

    var line: Int { record.line }
    var path: String { "line \(record.line)" }

    /// The cell without white space around it; empty where there is no such column.
    subscript(column: String) -> String {
      guard let index = columns[column] ?? columns[ListTable.key(column)], !record.isEmpty(index)
      else { return "" }
      return record[index].trimmedOfSpace
    }

    /// The first of the columns that is filled.
    func first(_ names: String...) -> String {
      for name in names {
        let text = self[name]
        if !text.isEmpty { return text }
      }
      return ""
    }
  }

  func has(_ column: String) -> Bool { columns[ListTable.key(column)] != nil }

  /// The next record; nil at the end. Records that cannot be read are counted and passed over.
  ///
  /// Throws where the last record shows that the file is cut off.
  mutating func next(_ collector: inout EntryCollector) throws(ListFailure) -> Row? {
    if !hasTold { tellOfColumns(&collector) }
    while true {
      switch records.next() {
      case .end:
        countOpenEnd(&collector)
        return nil
      case .broken(let fault): throw cutOff(fault)
      case .unreadable(let fault):
        if records.isAtEnd, records.endedWithoutBreak { throw cutOff(fault) }
        collector.refuse(fault, lines: records.unreadableLines)
      case .record(let record):
        if record.count == header.count { return Row(record: record, columns: columns) }
        // Cells beyond the header say nothing as long as they are empty.
        if record.count > header.count,
          (header.count..<record.count).allSatisfy({ record.isEmpty($0) })
        {
          return Row(record: record, columns: columns)
        }
        let message =
          "it has \(record.count) cells where the header names \(header.count)"
        if record.count < header.count, records.isAtEnd, records.endedWithoutBreak {
          throw cutOff(
            Diagnostic(
              "FMT012", message, file: collector.file,
              position: SourcePosition(line: record.line, column: 1)))
        }
        collector.refuse(message, line: record.line)
      }
    }
  }

  private mutating func tellOfColumns(_ collector: inout EntryCollector) {
    hasTold = true
    for name in expected.missing(from: Set(columns.keys)) {
      collector.countMissing(
        "LST045", "the header of \(what) lacks `\(name)`, so what stands there is unknown",
        remedy: "check whether this version of Scruple is the newest", line: headerLine)
    }
    let unknown = expected.unknown(in: header)
    guard !unknown.isEmpty else { return }
    let names = unknown.prefix(5).map { "`\($0.prefix(40))`" }.joined(separator: ", ")
    collector.note(
      "LST044",
      unknown.count == 1
        ? "the column \(names) is not known and was not read"
        : "\(unknown.count) columns are not known and were not read: \(names)",
      severity: .warning, remedy: "check whether this version of Scruple is the newest",
      line: headerLine)
  }

  /// A file that is cut off within the last cell of a record looks whole but for this.
  private func countOpenEnd(_ collector: inout EntryCollector) {
    guard records.endedWithoutBreak, endsLines else { return }
    collector.countMissing(
      "LST014",
      "the last line has no line break at its end, so the file may be cut off within it",
      remedy: "fetch it again, and do not open it in an editor")
  }

  private func cutOff(_ fault: Diagnostic) -> ListFailure {
    ListFailure([
      Diagnostic(
        "LST006", "\(what) is damaged or cut off: \(fault.message)",
        remedy: "fetch it again; nothing of it was imported", file: fault.file,
        position: fault.position)
    ])
  }

  /// The letters and digits of a column's name, without capitals.
  static func key(_ name: String) -> String {
    String(decoding: name.lowercased().utf8.filter(isWord), as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
