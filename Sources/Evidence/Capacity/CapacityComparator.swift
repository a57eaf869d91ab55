public import Facts
public import Formats

/// What somebody bought or collected, by which a quantity can be compared.
public struct CapacityComparator: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Casework of a body.
    case routine
    /// A collection, or the means for one, from a population.
    case population
  }

  public let name: String
  public let kind: Kind
  /// Tests or people.
  public let unit: String
  /// Tests or people in a year for a thousand residents.
  public let perThousand: Interval
  public let source: String

  /// Loads `capacity-comparators.tsv`.
  public static func read(file: String) throws(Diagnostic) -> [CapacityComparator] {
    let table = try TextTable(
      try Lines.bytes(file),
      requiring: [
        "comparator", "kind", "amount_low", "amount_high", "unit", "years_low", "years_high",
        "residents_low", "residents_high", "verification", "source",
      ], file: file)
    var comparators: [CapacityComparator] = []
    for row in table.rows {
      let cells = CapacityCells(row: row, file: file)
      guard let kind = Kind(rawValue: row["kind"]) else {
        throw cells.fault(
          "EVD114", "there is no kind `\(row["kind"])` of comparator", "write routine or population"
        )
      }
      let yearly = try cells.range("amount_low", "amount_high")
        .divided(by: try cells.range("years_low", "years_high"))
      comparators.append(
        CapacityComparator(
          name: row["comparator"], kind: kind, unit: row["unit"],
          perThousand: yearly.perThousand(
            of: try cells.range("residents_low", "residents_high")), source: cells.source))
    }
    return comparators
  }
}

extension Interval {
  /// A whole number as an interval of one value.
  static func exactly(_ integer: Int) -> Interval {
    Decimal(exactly: integer).map { Interval(exactly: $0) } ?? .unknownAmount
  }

  func perThousand(of residents: Interval) -> Interval {
    multiplied(by: .exactly(1000)).divided(by: residents)
  }

  /// This amount as a percentage of another, at its widest.
  public func percent(of whole: Interval) -> Interval {
    multiplied(by: .exactly(100)).divided(by: whole)
  }
}
