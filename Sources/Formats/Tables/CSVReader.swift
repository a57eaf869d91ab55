/// Reads comma-separated values strictly, after RFC 4180, and says where it could not.
///
/// The first record is the header. Cells in quotation marks may hold commas, line breaks and
/// doubled quotation marks; a byte order mark is skipped and lines may end in CR LF or LF. Lines
/// without any text are passed over. Every fault is reported, none is repaired.
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
  private var index = 0

  public init(_ bytes: [UInt8], file: String? = nil) {
    self.bytes = bytes
    self.file = file
    if let invalid = firstInvalidUTF8(in: bytes) {
      report("FMT010", "the bytes are not valid UTF-8", at: invalid, "save the file as UTF-8")
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    readRecords()
  }

  private mutating func readRecords() {
    var indices: [String: Int] = [:]
    var line = 1
    var counted = 0
    while index < bytes.count {
      let start = index
      line += bytes[counted..<start].count { $0 == UInt8(ascii: "\n") }
      counted = start
      guard let cells = readRecord() else { return }
      if cells.count == 1, cells[0].isEmpty { continue }
      if columns.isEmpty {
        columns = cells
        for (position, name) in cells.enumerated() where indices[name] == nil {
          indices[name] = position
        }
        for (position, name) in cells.enumerated() where indices[name] != position {
          report(
            "FMT011", "the header names `\(name)` twice", at: start, "keep one of the columns")
        }
      } else if cells.count == columns.count {
        rows.append(Row(line: line, cells: cells, columns: indices))
      } else {
        report(
          "FMT012",
          "the record has \(cells.count) cells where the header names \(columns.count)", at: start,
          "put cells that hold commas in quotation marks")
      }
    }
  }

  /// The cells up to the end of the record, or nil where reading on would mislead.
  private mutating func readRecord() -> [String]? {
    var cells: [String] = []
    while true {
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        guard let cell = readQuotedCell() else { return nil }
        cells.append(cell)
      } else {
        guard let cell = readPlainCell() else { return nil }
        cells.append(cell)
      }
      guard index < bytes.count else { return cells }
      if bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      guard skipLineBreak() else {
        report(
          "FMT013", "there is text after the closing quotation mark", at: index,
          "double a quotation mark that belongs to the cell")
        return nil
      }
      return cells
    }
  }

  private mutating func skipLineBreak() -> Bool {
    if bytes[index] == UInt8(ascii: "\n") {
      index += 1
      return true
    }
    guard bytes[index] == UInt8(ascii: "\r"), index + 1 == bytes.count || bytes[index + 1] == 0x0A
    else { return false }
    index = min(index + 2, bytes.count)
    return true
  }

  private mutating func readPlainCell() -> String? {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "\n"): return text(start..<index)
      case UInt8(ascii: "\r"):
        if index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "\n") {
          return text(start..<index)
        }
        report("FMT014", "a carriage return stands alone", at: index, "end lines with CR LF or LF")
        return nil
      case UInt8(ascii: "\""):
        report(
          "FMT015", "a quotation mark stands inside a cell that does not begin with one",
          at: index, "put the whole cell in quotation marks and double those inside")
        return nil
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20:
        report("FMT016", "a control character stands in a cell", at: index, "remove it")
        return nil
      default: index += 1
      }
    }
    return text(start..<index)
  }

  private mutating func readQuotedCell() -> String? {
    let opening = index
    index += 1
    var cell: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\"") else {
        cell.append(byte)
        continue
      }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        return String(decoding: cell, as: UTF8.self)
      }
      cell.append(byte)
      index += 1
    }
    report(
      "FMT017", "the quotation mark is never closed", at: opening,
      "close it, or fetch the file again if it is cut off")
    return nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
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
