import Formats
import Ledger
import Screening

/// The decisions on an order at a place of the log and before it, and the determination that they
/// rest on.
struct DecisionCourse {
  private(set) var decision: String?
  private(set) var previous: String?
  private(set) var determination = JSON.null

  /// With a record of the order, as it was answered: what an investigation held was a hold.
  init(
    of record: OpenedRecord, _ system: String, _ reference: String, _ ledger: Ledger
  ) throws(LedgerFailure) {
    try self.init(system, reference, through: record.position, ledger)
    let request = record.content["order"] ?? newest
    guard decision == "allow" || previous == "allow",
      try CaseDesk(ledger).wasHeld(request, before: record.position)
    else { return }
    if decision == "allow" { decision = "hold" }
    if previous == "allow" { previous = "hold" }
  }

  /// What policies and persons decided.
  init(
    _ system: String, _ reference: String, through last: Int, _ ledger: Ledger
  ) throws(LedgerFailure) {
    var isReviewed = false
    // Lists and policies that came in between decide nothing that anybody was told.
    var before: Int?
    let subject = LedgerSubject.order(system: system, reference: reference)
    var decided: Int?
    for position in try ledger.positions(of: subject) where position <= last {
      // Of an order that is asked for at every step there are many: the newest alone is opened.
      let header = try ledger.openHeader(at: position)
      let kind = header["kind"]?.string
      isReviewed = isReviewed || kind == LedgerRecord.Kind.review.rawValue
      if position < last { before = position }
      guard kind == LedgerRecord.Kind.determination.rawValue else { continue }
      previous = position == last ? decision : previous
      decision = DecisionCourse.decision(header)
      decided = position
    }
    if let decided {
      let content = try ledger.record(at: decided).content
      newest = content["order"] ?? newest
      determination = content["determination"]?["determinationId"] ?? .null
    }
    // Where persons acted it counts what they decided, by the rules of who may do what.
    guard isReviewed else { return }
    let desk = CaseDesk(ledger)
    decision = try desk.decision(system: system, reference: reference, through: last)?.rawValue
    previous = nil
    if let before {
      previous = try desk.decision(
        system: system, reference: reference, through: before)?.rawValue
    }
  }

  /// The order as it was screened last.
  private var newest = JSON.null

  /// What is not known to allow or to refuse is a hold.
  private static func decision(_ header: JSON) -> String {
    let text = header["decision"]?.string ?? "hold"
    return ["allow", "block"].contains(text) ? text : "hold"
  }
}
