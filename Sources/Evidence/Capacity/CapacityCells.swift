import Facts
import Formats

/// Reads the cells that the tables of capacity share.
struct CapacityCells {
  let row: TextTable.Row
  let file: String

  /// A range above zero; an empty upper cell is open.
  func range(_ low: String, _ high: String) throws(Diagnostic) -> Interval {
    guard let first = Decimal(row[low]), first > .zero else {
      throw fault("EVD112", "`\(row[low])` is no number above zero", "correct `\(low)`")
    }
    guard !row[high].isEmpty else { return Interval(low: first, high: nil) }
    guard let last = Decimal(row[high]), last >= first else {
      throw fault(
        "EVD113", "`\(row[high])` is no number of at least \(first)", "correct `\(high)`")
    }
    return Interval(low: first, high: last)
  }

  /// What the row rests on; what nobody checked says so.
  var source: String {
    row["verification"].isEmpty ? row["source"] : "\(row["source"]) (\(row["verification"]))"
  }

  func fault(_ id: String, _ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(
      id, message, remedy: remedy, file: file,
      position: SourcePosition(line: row.line, column: 1))
  }
}
