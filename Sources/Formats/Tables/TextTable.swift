/// A tab-separated table with a header line, the form of the tables in `Data/`.
///
/// Lines before the header that begin with `#` say what the table is and where it comes from.
public struct TextTable: Sendable {
  /// One line of the table, with cells reached by column name.
  public struct Row: Sendable {
    public let line: Int
    let cells: [String]
    /// A table has few columns, among which a name is found sooner than by its hash.
    let columns: [String]

    /// The cell, or an empty text where the line is shorter than the header.
    public subscript(column: String) -> String {
      guard let index = columns.firstIndex(of: column), index < cells.count else { return "" }
      return cells[index]
    }

    /// The parts of a cell that holds several values separated by `|`.
    public func list(_ column: String) -> [String] {
      let cell = self[column]
      guard cell.utf8.contains(UInt8(ascii: "|")) else { return cell.isEmpty ? [] : [cell] }
      return cell.utf8.split(separator: UInt8(ascii: "|")).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  public let columns: [String]
  public let rows: [Row]

  /// Throws a diagnostic for invalid UTF-8, for a missing column and for a line with more cells
  /// than the header names.
  public init(
    _ bytes: [UInt8], requiring required: [String], file: String
  ) throws(Diagnostic) {
    if let invalid = firstInvalidUTF8(in: bytes) {
      throw Diagnostic(
        "FMT001", "the bytes are not valid UTF-8", remedy: "save the file as UTF-8",
        file: file, position: SourcePosition(of: invalid, in: bytes))
    }
    let lines = TextTable.parts(of: bytes[...], separatedBy: UInt8(ascii: "\n"))
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    let header = lines.firstIndex { $0.first != UInt8(ascii: "#") } ?? 0
    columns =
      lines[header].split(separator: UInt8(ascii: "\t"))
      .map { String(decoding: $0, as: UTF8.self) }
    for column in required where !columns.contains(column) {
      throw Diagnostic(
        "FMT002", "the column `\(column)` is missing",
        remedy: "the header must name \(required.joined(separator: ", "))", file: file,
        position: SourcePosition(line: header + 1, column: 1))
    }
    var rows: [Row] = []
    for (number, line) in lines.enumerated().dropFirst(header + 1) where !line.isEmpty {
      let cells = TextTable.parts(of: line, separatedBy: UInt8(ascii: "\t"))
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count <= columns.count else {
        throw Diagnostic(
          "FMT003", "the line has \(cells.count) cells where the header names \(columns.count)",
          remedy: "remove the extra tabs", file: file,
          position: SourcePosition(line: number + 1, column: 1))
      }
      rows.append(Row(line: number + 1, cells: cells, columns: columns))
    }
    self.rows = rows
  }
  /// As `split`, keeping empty parts, without a call for each byte.
  private static func parts(
    of bytes: ArraySlice<UInt8>, separatedBy separator: UInt8
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: separator) {
      parts.append(bytes[start..<end])
      start = end + 1
    }
    parts.append(bytes[start...])
    return parts
  }
}
