public import Formats

/// Orders as a table: one row for each line of an order, and the rows of one order together.
///
/// Nothing is guessed. A row that cannot be read holds its order and those beside it, because it
/// may be a line of theirs; rows of one order that say different things of it hold it.
public struct OrderTable: Sendable {
  /// One order of the table, or a row that cannot be read.
  public struct Entry: Sendable {
    /// The lines on which its rows begin, from one.
    public internal(set) var rows: [Int]
    public internal(set) var decoded: DecodedOrder
  }

  public let entries: [Entry]

  /// Throws where the table as a whole cannot be read: its bytes or its headings.
  public init(
    _ bytes: [UInt8], _ columns: OrderColumns, knownCountries: Set<String>
  ) throws(Diagnostic) {
    if let invalid = firstInvalidUTF8(in: bytes) {
      throw Diagnostic(
        Fault.notUTF8.rawValue, "the bytes are not valid UTF-8", remedy: "save the text as UTF-8",
        position: SourcePosition(of: invalid, in: bytes))
    }
    var records = CSVRecords(
      bytes, dialect: .init(separator: columns.separator, isLenient: false))
    let heading = try OrderTable.headings(&records, columns)
    var groups = TableGroups(heading, columns)
    reading: while true {
      switch records.next() {
      case .record(let record): groups.take(record)
      case .unreadable(let fault): groups.take(unreadable: fault)
      case .broken(let fault):
        groups.take(unreadable: fault)
        break reading
      case .end: break reading
      }
    }
    entries = groups.finish().map { $0.entry(knownCountries) }
  }

  /// No export of orders has as many.
  private static let mostColumns = 512

  private static func headings(
    _ records: inout CSVRecords, _ columns: OrderColumns
  ) throws(Diagnostic) -> [TableHeading] {
    let texts: [String]
    switch records.next() {
    case .record(let record): texts = record.texts
    case .unreadable(let fault), .broken(let fault): throw fault
    case .end:
      throw Diagnostic(
        Fault.empty.rawValue, "the table is empty", remedy: "give headings and rows")
    }
    guard texts.count <= mostColumns else {
      throw fault("the table has \(texts.count) columns", "send at most \(mostColumns)")
    }
    var headings: [TableHeading] = []
    var seen: Set<OrderColumn> = []
    for text in texts {
      let heading = TableHeading(text: text, meaning: columns.meaning(of: text))
      if case .field(let column) = heading.meaning {
        guard column.isList || !seen.contains(column) else {
          throw fault("two columns hold `\(column.text)`", "keep one of them")
        }
        seen.insert(column)
      } else if case .unknown = heading.meaning,
        let meant = ["order.", "lines.", "endUse."].first(where: { OrderColumn($0 + text) != nil })
      {
        throw fault("the column `\(text)` names no field", "call it `\(meant + text)`")
      }
      headings.append(heading)
    }
    guard !seen.isEmpty else {
      throw fault(
        "no column names a field of an order",
        "name a mapping, or call the columns `order.ref`, `lines.quantity` and so on, with commas "
          + "between them")
    }
    return headings
  }

  private static func fault(_ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(
      "TRD051", message, remedy: remedy, position: SourcePosition(line: 1, column: 1))
  }
}

/// What stands at the head of one column.
struct TableHeading: Sendable {
  let text: String
  let meaning: OrderColumns.Meaning
}
