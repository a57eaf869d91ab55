import Formats

/// The rows of one order, or one row that cannot be read.
struct TableGroup {
  /// What tells orders apart.
  struct Name: Hashable {
    let system: String
    let reference: String

    init?(_ row: TableRow, _ columns: OrderColumns) {
      let constant = { (path: [String]) in
        columns.values.first { $0.key.place == .request(path) }?.value
      }
      guard let reference = row.cell(["order", "ref"]) ?? constant(["order", "ref"]),
        let system = row.cell(["order", "system"]) ?? constant(["order", "system"])
      else { return nil }
      self.reference = reference
      self.system = system
    }
  }

  /// Nil for a row of no order that could be told.
  let name: Name?
  private(set) var rows: [TableRow] = []
  var faults: [Diagnostic] = []
  private let unreadable: Diagnostic?
  private var said: [OrderColumn: (cells: [String], line: Int)] = [:]
  /// Those that speak of the order as a whole, in the order in which they stand.
  private(set) var orderColumns: [OrderColumn] = []
  private var headings: [OrderColumn: String] = [:]

  init(_ name: Name, _ row: TableRow, _ columns: OrderColumns) {
    self.name = name
    unreadable = nil
    take(row)
    for (column, value) in columns.values.sorted(by: { $0.key.text < $1.key.text })
    where said[column] == nil {
      said[column] = ([value], row.line)
      orderColumns.append(column)
    }
  }

  init(_ fault: Diagnostic) {
    name = nil
    unreadable = fault
  }

  var lastLine: Int { rows.last?.line ?? 1 }

  mutating func take(_ row: TableRow) {
    rows.append(row)
    var own: [OrderColumn: [String]] = [:]
    for (column, heading, cell) in row.fields where !column.isLine {
      own[column, default: []].append(cell)
      headings[column] = heading
      if !orderColumns.contains(column) { orderColumns.append(column) }
    }
    for (column, cells) in own.sorted(by: { $0.key.text < $1.key.text }) {
      guard let earlier = said[column] else {
        said[column] = (cells, row.line)
        continue
      }
      guard earlier.cells != cells else { continue }
      faults.append(
        Diagnostic(
          "TRD055",
          "the rows of one order differ in `\(column.text)`, on lines \(earlier.line) and \(row.line)",
          remedy: "let all rows of an order say the same of it, or nothing",
          position: SourcePosition(line: row.line, column: 1), path: column.text))
    }
  }

  /// The order as a request, and what became of it.
  func entry(_ countries: Set<String>) -> OrderTable.Entry {
    if let unreadable {
      let line = unreadable.position?.line ?? 1
      return OrderTable.Entry(
        rows: [line], decoded: DecodedOrder(line: line, result: .failure([unreadable])))
    }
    let first = rows[0].line
    let text = Array(json.text().utf8)
    let decoded = OrderDecoder.decode(text, knownCountries: countries)
    var result = decoded.first?.result ?? .failure([])
    switch result {
    case .order(let order, let warnings) where faults.isEmpty:
      result = .order(order, warnings: warnings.map(placed))
    case .order(_, let others): result = .failure(faults + others.map(placed))
    case .failure(let others): result = .failure(faults + others.map(placed))
    }
    return OrderTable.Entry(
      rows: rows.map(\.line), decoded: DecodedOrder(line: first, result: result))
  }

  /// A fault of the request as one of the table: on the row, with the heading of the column.
  private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    var line = rows[0].line
    var heading: String?
    let path = diagnostic.path ?? ""
    if path.hasPrefix("lines["), let end = path.firstIndex(of: "]"),
      let index = Int(path[path.index(path.startIndex, offsetBy: 6)..<end]),
      rows.indices.contains(index)
    {
      line = rows[index].line
      let field = "lines" + path[path.index(after: end)...]
      heading = rows[index].fields.first { $0.column.text == field }?.heading
    } else if path.hasPrefix("parties[") {
      heading = partyHeading(path)
    } else if let column = OrderColumn(path) {
      heading = headings[column]
    }
    return Diagnostic(
      diagnostic.id,
      diagnostic.message + (heading.map { $0 == path ? "" : " (column `\($0)`)" } ?? ""),
      severity: diagnostic.severity, remedy: diagnostic.remedy,
      position: SourcePosition(line: line, column: 1), path: diagnostic.path)
  }

  private func partyHeading(_ path: String) -> String? {
    let steps = path.split(whereSeparator: { ".[]".contains($0) })
    guard steps.count > 4, let index = Int(steps[1]), parties.indices.contains(index) else {
      return nil
    }
    let property = String(steps[4])
    return headings.first { column, _ in
      column.place == .party(roles: parties[index], property: property)
    }?.value
  }

  /// What is said of a column; several columns of one list add to one another.
  func value(of column: OrderColumn) -> JSON {
    let cells = said[column]?.cells ?? []
    return column.value(column.isList ? cells.joined(separator: "|") : cells.first ?? "")
  }

  /// The roles of each party, in the order in which their columns stand.
  var parties: [[String]] {
    var found: [[String]] = []
    for column in orderColumns {
      if case .party(let roles, _) = column.place, !found.contains(roles) { found.append(roles) }
    }
    return found
  }
}
