import Formats

/// A table of a corpus that may be written as CSV or as NDJSON, in lines of one form.
///
/// A cell of CSV that holds several texts has `|` between them; an empty cell is a member that is
/// not there.
struct RecordTable {
  /// Names of columns or members.
  let columns: [String]
  /// Those that hold several texts.
  let lists: [String]
  /// Those without which a table says nothing.
  let required: [String]

  func lines(of path: String) throws(Diagnostic) -> [Line] {
    guard path.hasSuffix(".csv") else {
      let lines = try Lines.read(path)
      for line in lines { try line.allowOnly(columns) }
      return lines
    }
    let table = CSVReader(try Lines.bytes(path), file: path)
    if let fault = table.faults.first { throw fault }
    for column in required where !table.columns.contains(column) {
      throw Diagnostic(
        "EVD120", "the column `\(column)` is missing",
        remedy: "name " + columns.joined(separator: ", "), file: path,
        position: SourcePosition(line: 1, column: 1))
    }
    for column in table.columns where column != "note" && !columns.contains(column) {
      throw Diagnostic(
        "EVD121", "the column `\(column)` is not known",
        remedy: nearestWord(to: String(column.prefix(64)), among: columns).map {
          "did you mean `\($0)`?"
        } ?? "name " + columns.joined(separator: ", "), file: path,
        position: SourcePosition(line: 1, column: 1))
    }
    return table.rows.map { row in
      let members = columns.compactMap { column -> (String, JSON)? in
        let cell = row[column]
        guard !cell.isEmpty else { return nil }
        return (
          column,
          lists.contains(column)
            ? .strings(cell.split(separator: "|").map(String.init)) : .string(cell)
        )
      }
      return Line(json: .object(members), file: path, number: row.line)
    }
  }
}

extension Line {
  /// Names of a body, of which there must be one.
  func names(_ key: String) throws(Diagnostic) -> [String] {
    let names = try texts(key).filter { !$0.isEmpty }
    guard !names.isEmpty else {
      throw fault("EVD122", "the member `\(key)` names nobody", remedy: "name the body")
    }
    return names
  }

  /// A day that must be there.
  func day(_ key: String) throws(Diagnostic) -> CivilDate {
    guard let day = try date(key) else {
      throw fault("EVD123", "the member `\(key)` is missing", remedy: "write it as 2026-03-31")
    }
    return day
  }

  /// A number that is not below zero, as a number or a text.
  func quantity(_ key: String) throws(Diagnostic) -> Decimal {
    guard let number = number(key), number >= .zero else {
      throw fault(
        "EVD124", "the member `\(key)` is missing or is no quantity",
        remedy: "write how many units, such as 12; 0 says that none were sold")
    }
    return number
  }

  private func number(_ key: String) -> Decimal? {
    switch json[key]?.value {
    case .number(let literal): Decimal(literal)
    case .string(let text): Decimal(text)
    default: nil
    }
  }

  /// Where it stands within a corpus: `distributors/audits.csv:4`.
  var place: String { file.split(separator: "/").suffix(2).joined(separator: "/") + ":\(number)" }

  /// A word of a closed list; nil where there is none.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ id: String
  ) throws(Diagnostic) -> Word? where Word.RawValue == String {
    guard let text = try optional(key) else { return nil }
    return try word(text, key, id)
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ key: String, _ id: String
  ) throws(Diagnostic) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue)
      throw fault(
        id, "`\(text)` in `\(key)` is not known",
        remedy: nearestWord(to: String(text.prefix(64)), among: known).map {
          "did you mean `\($0)`?"
        } ?? "use " + known.joined(separator: ", "))
    }
    return word
  }

  /// A number above zero, as a number or a text; nil where there is none.
  func positive(_ key: String, _ id: String) throws(Diagnostic) -> Decimal? {
    guard let member = json[key], !member.isNull else { return nil }
    guard let number = number(key), number > .zero else {
      throw fault(id, "the member `\(key)` is no number above zero", remedy: "write it as 12")
    }
    return number
  }
}
