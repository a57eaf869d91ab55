import Digests
import Screening

/// What happened to the orders of a quarter, for a board: every number has an id and the orders
/// behind it, and all totals reconcile with the records read.
///
/// ```swift
/// let report = QuarterlyReport(quarter: quarter, records: bytes)
/// report.explain("Q3-2.4")  // ["SO-1002", "SO-1009"]
/// ```
///
/// Of each order (system and reference) the latest revision within the quarter counts once. A
/// quarter without determinations gives a report that says so.
public struct QuarterlyReport: Sendable {
  public let quarter: Quarter
  public let selection: RecordSelection
  /// `sha256:` digest of the records as read.
  public let recordsDigest: String
  public let numbers: [ReportNumber]
  public let sections: [ReportSection]
  /// Set where any counted determination rests on a demonstration corpus.
  public let demonstration: String?
  /// Numbers of outcomes, in order of severity, whose orders part the counted orders.
  let outcomeNumbers: [String]

  /// `records` is NDJSON: on each line the JSON of a determination, alone or within an envelope.
  public init(quarter: Quarter, records: [UInt8]) {
    self.quarter = quarter
    selection = RecordSelection(quarter: quarter, records: records)
    recordsDigest = SHA256(of: records).description
    demonstration = selection.counted.lazy.compactMap(\.record.demonstration).first
    var builder = ReportBuilder(quarter: quarter, selection: selection)
    builder.writeSummary()
    builder.writeControl()
    let ids = builder.writeOutcomes()
    outcomeNumbers = ids
    builder.writeExposure()
    builder.writeHumanRights()
    builder.writeDistributors()
    builder.writeInstalledBase()
    builder.writeTimeliness()
    builder.writeFlags()
    builder.writeEvidence()
    builder.writePolicy()
    builder.writeLimits(outcomeIds: ids)
    numbers = builder.numbers
    sections = builder.sections
  }

  /// The orders behind a number; nil where no number has this id.
  public func explain(_ id: String) -> [String]? {
    numbers.first { $0.id == id }?.orders
  }

  /// Faults of reconciliation, empty where every order stands in exactly one outcome and every
  /// line of the records is accounted for.
  public var reconciliationFaults: [String] {
    var faults: [String] = []
    let placed = outcomeNumbers.flatMap { explain($0) ?? [] }
    if placed.count != Set(placed).count { faults.append("an order stands in two outcomes") }
    if placed.count != selection.counted.count {
      faults.append("\(placed.count) orders have an outcome, \(selection.counted.count) count")
    }
    return faults
  }

  var banner: String? { demonstration.map { "DEMONSTRATION, not for use. " + $0 } }
}
