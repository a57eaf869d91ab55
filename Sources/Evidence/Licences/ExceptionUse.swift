public import Formats

/// A person's record that an order relies on a licence exception (15 CFR part 740, 762.2).
public struct ExceptionUse: Sendable, Hashable {
  /// The order's number.
  public let order: String
  /// The system that gave the number; nil where the record names none.
  public let system: String?
  /// Numbers of lines; empty where every line of the order relies on it.
  public let lines: [String]
  /// The symbol of the exception, such as `GBS`.
  public let exception: String
  /// How each condition of its section is met, one text for each.
  public let conditions: [String]
  public let recordedBy: String
  public let date: CivilDate
  /// Who else held the record against the section; nil where nobody did.
  public let reviewedBy: String?
  public let reviewed: CivilDate?
  /// Where the proof is kept.
  public let evidence: String
  /// The first day from which it is relied on no more.
  public let withdrawn: CivilDate?
  public let place: String

  static let table = RecordTable(
    columns: [
      "order", "lines", "exception", "conditions", "recordedBy", "date", "reviewedBy", "reviewed",
      "evidence", "withdrawn", "system",
    ],
    lists: ["lines", "conditions"],
    required: ["order", "exception", "conditions", "recordedBy", "date", "evidence"])

  init(_ line: Line) throws(Diagnostic) {
    order = try line.text("order")
    system = try line.optional("system")
    lines = try line.texts("lines").filter { !$0.isEmpty }
    exception = try line.text("exception").uppercased()
    conditions = try line.texts("conditions").filter { !$0.isEmpty }
    recordedBy = try line.text("recordedBy")
    date = try line.day("date")
    reviewedBy = try line.optional("reviewedBy")
    reviewed = try line.date("reviewed")
    evidence = try line.text("evidence")
    withdrawn = try line.date("withdrawn")
    place = line.place
    guard !conditions.isEmpty else {
      throw line.fault(
        "EVD166", "the record does not say how the conditions of the exception are met",
        remedy: "add `conditions`, parted by `|`")
    }
    guard reviewedBy != recordedBy else {
      throw line.fault(
        "EVD167", "`\(recordedBy)` reviews a record of their own",
        remedy: "name who reviewed it, or leave `reviewedBy` empty")
    }
    guard (reviewedBy == nil) == (reviewed == nil) else {
      throw line.fault(
        "EVD168", "a review has no person, or no day", remedy: "give reviewedBy with reviewed")
    }
    guard reviewed.map({ date <= $0 }) ?? true, withdrawn.map({ date <= $0 }) ?? true else {
      throw line.fault(
        "EVD169", "the record is reviewed or withdrawn before it was made on \(date)",
        remedy: "correct the days")
    }
  }
}
