public import Facts
public import Formats

/// One norm of `capacity-norms.tsv`: a range, and who says so.
public struct CapacityNorm: Sendable, Hashable {
  public let range: Interval
  public let unit: String
  /// Source and how far it was verified, for a reader.
  public let source: String
}

/// How goods become people, and how many tests a body plausibly needs.
public struct CapacityNorms: Sendable {
  /// Percent of the reactions that controls and ladders take.
  public let controls: CapacityNorm
  /// Percent of the people who are tested again.
  public let repeats: CapacityNorm
  /// Days of a year on which an instrument runs.
  public let days: CapacityNorm
  /// Tests a year for a thousand residents that routine casework needs at most.
  public let routine: CapacityNorm
  /// Tests a year for a thousand residents that are of the scale of a population.
  public let population: CapacityNorm
  /// Percent of the residents that one order must not reach.
  public let oneOrder: CapacityNorm

  /// Loads `capacity-norms.tsv`. A norm that is missing, or no range above zero, is an error:
  /// arithmetic without it would show less than there is.
  public init(file: String) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file),
      requiring: ["norm", "low", "high", "unit", "verification", "source"], file: file)
    var norms: [String: CapacityNorm] = [:]
    for row in table.rows {
      let cells = CapacityCells(row: row, file: file)
      let name = row["norm"]
      guard norms[name] == nil else {
        throw cells.fault("EVD110", "the norm `\(name)` stands twice", "keep one of them")
      }
      norms[name] = CapacityNorm(
        range: try cells.range("low", "high"), unit: row["unit"], source: cells.source)
    }
    func norm(_ name: String) throws(Diagnostic) -> CapacityNorm {
      guard let norm = norms[name] else {
        throw Diagnostic(
          "EVD111", "the norm `\(name)` is missing", remedy: "restore it", file: file)
      }
      return norm
    }
    controls = try norm("controls-and-ladders")
    repeats = try norm("repeats")
    days = try norm("days-a-year")
    routine = try norm("routine-tests")
    population = try norm("population-tests")
    oneOrder = try norm("one-order-share")
  }
}
