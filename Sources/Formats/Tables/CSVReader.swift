/// Reads comma-separated values strictly, after RFC 4180, and says where it could not.
///
/// The first record is the header. Cells in quotation marks may hold commas, line breaks and
/// doubled quotation marks; a byte order mark is skipped and lines may end in CR LF or LF. Lines
/// without any text are passed over. Every fault is reported, none is repaired. Long tables are
/// read through `CSVRecords`.
public struct CSVReader: Sendable {
  /// One record, with cells reached by column name.
  public struct Row: Sendable {
    /// The line on which the record begins, counted from one.
    public let line: Int
    public let cells: [String]
    let columns: [String: Int]

    /// The cell, or an empty text where there is no such column.
    public subscript(column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }
  }

  public private(set) var columns: [String] = []
  public private(set) var rows: [Row] = []
  /// What is wrong with the text, in the order of the text; rows with faults are left out.
  public private(set) var faults: [Diagnostic] = []

  private let bytes: [UInt8]
  private let file: String?

  public init(_ bytes: [UInt8], file: String? = nil) {
    self.bytes = bytes
    self.file = file
    if let invalid = firstInvalidUTF8(in: bytes) {
      let encoding = TextEncoding.guess(of: bytes, from: invalid)
      report(
        "FMT010", "the bytes are not valid UTF-8; they look like \(encoding.name)", at: invalid,
        "save the file as UTF-8")
      return
    }
    readRecords()
  }

  private mutating func readRecords() {
    var records = CSVRecords(bytes, dialect: .strict, file: file)
    var indices: [String: Int] = [:]
    while true {
      switch records.next() {
      case .end: return
      case .unreadable(let fault) where fault.id == "FMT018": faults.append(fault)
      case .unreadable(let fault), .broken(let fault):
        // Reading on would mislead.
        faults.append(fault)
        return
      case .record(let record):
        if columns.isEmpty {
          columns = record.texts
          readHeader(at: record.offset, &indices)
        } else if record.count == columns.count {
          rows.append(Row(line: record.line, cells: record.texts, columns: indices))
        } else {
          report(
            "FMT012",
            "the record has \(record.count) cells where the header names \(columns.count)",
            at: record.offset, "put cells that hold commas in quotation marks")
        }
      }
    }
  }

  private mutating func readHeader(at offset: Int, _ indices: inout [String: Int]) {
    for (position, name) in columns.enumerated() where indices[name] == nil {
      indices[name] = position
    }
    for (position, name) in columns.enumerated() where indices[name] != position {
      report("FMT011", "the header names `\(name)` twice", at: offset, "keep one of the columns")
    }
  }

  private mutating func report(
    _ id: String, _ message: String, at offset: Int, _ remedy: String
  ) {
    faults.append(
      Diagnostic(
        id, message, remedy: remedy, file: file,
        position: SourcePosition(of: offset, in: bytes)))
  }
}
