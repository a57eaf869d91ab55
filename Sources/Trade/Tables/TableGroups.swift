import Formats

/// Rows of a table on their way to orders: those of one order stand together.
struct TableGroups {
  private let headings: [TableHeading]
  private let columns: OrderColumns
  private var groups: [TableGroup] = []
  private var places: [TableGroup.Name: Int] = [:]
  /// The row before could not be read: it may be a line of what comes now.
  private var followsUnreadable = false

  init(_ headings: [TableHeading], _ columns: OrderColumns) {
    self.headings = headings
    self.columns = columns
  }

  mutating func take(_ record: CSVRecord) {
    guard record.count == headings.count else {
      take(
        unreadable: Diagnostic(
          "TRD052",
          "the row has \(record.count) cells where the headings name \(headings.count)",
          remedy: "put cells that hold the separator in quotation marks",
          position: SourcePosition(line: record.line, column: 1)))
      return
    }
    let row = TableRow(record, headings)
    guard !row.isBlank else { return }
    guard let name = TableGroup.Name(row, columns) else {
      // It may be a line of the order above, as where cells were joined.
      take(
        unreadable: Diagnostic(
          "TRD055",
          "the row does not say of which order it is: `order.ref` or `order.system` is blank",
          remedy: "fill in both on every row", position: SourcePosition(line: row.line, column: 1)))
      return
    }
    if groups.last?.name == name, !followsUnreadable {
      groups[groups.count - 1].take(row)
    } else {
      var group = TableGroup(name, row, columns)
      if followsUnreadable { group.faults.append(TableGroups.besideUnreadable(row.line)) }
      if let first = places[name] {
        // Whatever stands between: each part lacks the lines of the other.
        let lines = "lines \(groups[first].rows[0].line) and \(row.line)"
        group.faults.append(TableGroups.apart(lines, row.line))
        groups[first].faults.append(TableGroups.apart(lines, groups[first].rows[0].line))
      }
      if places[name] == nil { places[name] = groups.count }
      groups.append(group)
    }
    followsUnreadable = false
  }

  mutating func take(unreadable fault: Diagnostic) {
    if let last = groups.indices.last, groups[last].name != nil || !groups[last].rows.isEmpty {
      groups[last].faults.append(TableGroups.besideUnreadable(groups[last].lastLine))
    }
    groups.append(TableGroup(fault))
    followsUnreadable = true
  }

  func finish() -> [TableGroup] { groups }

  private static func besideUnreadable(_ line: Int) -> Diagnostic {
    Diagnostic(
      "TRD053", "a row beside it cannot be read and may be one of its lines",
      remedy: "correct that row and send the table again",
      position: SourcePosition(line: line, column: 1))
  }

  private static func apart(_ lines: String, _ line: Int) -> Diagnostic {
    Diagnostic(
      "TRD054", "rows of this order stand apart, as on \(lines)",
      remedy: "let the rows of one order follow one another",
      position: SourcePosition(line: line, column: 1))
  }
}

/// One row with what its cells hold; blank cells say nothing.
struct TableRow {
  let line: Int
  private(set) var fields: [(column: OrderColumn, heading: String, cell: String)] = []
  /// Cells of columns that nobody knows.
  private(set) var others: [(heading: String, cell: String)] = []

  init(_ record: CSVRecord, _ headings: [TableHeading]) {
    line = record.line
    for (place, heading) in headings.enumerated() {
      let cell = TableRow.trimmed(record[place])
      guard !cell.isEmpty else { continue }
      switch heading.meaning {
      case .field(let column): fields.append((column, heading.text, cell))
      case .leftOut: break
      case .unknown: others.append((heading.text, cell))
      }
    }
  }

  var isBlank: Bool { fields.isEmpty && others.isEmpty }

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let first = text.utf8.firstIndex(where: { !isBlank($0) }),
      let last = text.utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
  }

  func cell(_ path: [String]) -> String? {
    fields.first { $0.column.place == .request(path) }?.cell
  }
}
