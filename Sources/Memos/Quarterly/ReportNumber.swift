/// One number of the report: its id, what it counts and the orders behind it.
public struct ReportNumber: Sendable, Hashable {
  /// Such as `Q3-2.1`: quarter, section, running number.
  public var id: String
  public var label: String
  /// As printed: a count, or an amount with its currency.
  public var value: String
  /// Order references, or `line 14` where a line of the records could not be read.
  public var orders: [String]
}

/// A piece of a sentence or the content of a cell.
public indirect enum ReportCell: Sendable {
  case text(String)
  case number(ReportNumber)
  /// Several pieces in one cell, one after another.
  case many([ReportCell])
}

public struct ReportTable: Sendable {
  public var caption: String
  public var columns: [String]
  public var rows: [[ReportCell]]
}

/// A section: a one-sentence finding, then charts with their tables.
public struct ReportSection: Sendable {
  public enum Part: Sendable {
    case text(String)
    case chart(Chart)
    case table(ReportTable)
  }

  public var number: Int
  public var title: String
  public var finding: [[ReportCell]]
  public var parts: [Part] = []
}
