public import Formats

/// How a table of orders is written: what its columns are called, and what holds for every row.
///
///     {"id": "erp-export", "separator": ";", "columns": {"Auftrag": "order.ref", "Notiz": null},
///      "values": {"order.system": "erp", "stage": "order"}}
///
/// A column that has the name of a field needs no entry, `null` leaves one out, and one that nobody
/// names is kept and told as a field that is not understood.
public struct OrderColumns: Sendable, Hashable {
  public let id: String
  let separator: UInt8
  /// Nil for a column that is left out.
  let columns: [String: OrderColumn?]
  let values: [OrderColumn: String]

  /// Columns that have the names of fields, with commas between them.
  public static let byName = OrderColumns()

  private init() {
    id = ""
    separator = UInt8(ascii: ",")
    columns = [:]
    values = [:]
  }

  /// `path` is where the mapping stands, for faults.
  public init(_ json: JSON, path: String) throws(Diagnostic) {
    guard let id = json["id"]?.string, !id.isEmpty, id.utf8.count <= 64 else {
      throw OrderColumns.fault("a table needs an `id`", path)
    }
    for member in json.members ?? []
    where !["id", "separator", "columns", "values"].contains(member.key) {
      throw OrderColumns.fault("`\(member.key)` is not known of a table", path)
    }
    self.id = id
    let text = json["separator"]?.string ?? ","
    guard [",", ";", "\t", "|"].contains(text), let separator = text.utf8.first else {
      throw OrderColumns.fault("`separator` must be a comma, semicolon, tab or bar", path)
    }
    self.separator = separator
    var columns: [String: OrderColumn?] = [:]
    for member in json["columns"]?.members ?? [] {
      guard !member.value.isNull else {
        columns[member.key] = .some(nil)
        continue
      }
      columns[member.key] = try OrderColumns.column(
        member.value, "\(path).columns[\"\(member.key)\"]")
    }
    self.columns = columns
    var values: [OrderColumn: String] = [:]
    for member in json["values"]?.members ?? [] {
      let place = "\(path).values[\"\(member.key)\"]"
      let column = try OrderColumns.column(.string(member.key), place)
      guard let value = member.value.string, !value.isEmpty, !column.isLine else {
        throw OrderColumns.fault("a value must be a text, and of no line", place)
      }
      values[column] = value
    }
    self.values = values
  }

  private static func column(_ json: JSON, _ path: String) throws(Diagnostic) -> OrderColumn {
    guard let text = json.string, let column = OrderColumn(text) else {
      let word = String((json.string ?? json.kindName).prefix(64))
      throw fault(
        "`\(word)` names no field of an order", path,
        remedy: nearestWord(to: word, among: OrderColumn.words).map { "did you mean `\($0)`?" }
          ?? "write such as `order.ref`, `lines.quantity` or `parties.endUser.name`")
    }
    return column
  }

  private static func fault(
    _ message: String, _ path: String, remedy: String? = nil
  ) -> Diagnostic {
    Diagnostic("TRD050", message, remedy: remedy, path: path)
  }

  /// What a heading holds; nil where nobody knows.
  enum Meaning: Sendable {
    case field(OrderColumn)
    case leftOut
    case unknown
  }

  func meaning(of heading: String) -> Meaning {
    if let named = columns[heading] { return named.map(Meaning.field) ?? .leftOut }
    return OrderColumn(heading).map(Meaning.field) ?? .unknown
  }
}
