import Formats
import Ledger
import Screening

/// What a record of the log changed for an order.
struct OrderEvent: Sendable {
  let type: String
  /// Of the record.
  let time: String
  let system: String
  let reference: String
  var data: [(String, JSON)] = []

  static let decision = "determination.changed"
  static let issued = "clearance.issued"
  static let revoked = "clearance.revoked"
  static let types = [decision, issued, revoked]

  /// In an order that is always the same; empty for a record that changes nothing for any order.
  static func events(
    of record: OpenedRecord, _ ledger: Ledger
  ) throws(LedgerFailure) -> [OrderEvent] {
    if record.kind == .investigation { return try allegation(record, ledger) }
    guard let system = record.content["system"]?.string,
      let reference = record.content["reference"]?.string
    else { return [] }
    func event(_ type: String, _ data: [(String, JSON)]) -> OrderEvent {
      OrderEvent(
        type: type, time: record.time, system: system, reference: reference, data: data)
    }
    switch record.kind {
    case .determination, .review:
      let course = try DecisionCourse(of: record, system, reference, ledger)
      guard let decision = course.decision, decision != course.previous else { return [] }
      var data: [(String, JSON)] = [
        ("determinationId", course.determination), ("previous", .optional(course.previous)),
        ("decision", .string(decision)),
        ("cause", .string(record.kind == .review ? "case.decided" : "screened")),
      ]
      if record.kind == .review { data.append(("caseId", record.content["case"] ?? .null)) }
      return [event(OrderEvent.decision, data)]
    case .clearance:
      return [
        event(issued, [("clearance", record.content["clearance"]?["jti"] ?? .null)])
      ]
    case .revocation: return [event(revoked, [("clearance", record.header["revokes"] ?? .null)])]
    default: return []
    }
  }

  /// The beginning of an investigation holds orders and ends their clearances, and its end frees
  /// them. Why is told to nobody.
  private static func allegation(
    _ record: OpenedRecord, _ ledger: Ledger
  ) throws(LedgerFailure) -> [OrderEvent] {
    let desk = CaseDesk(ledger)
    var events: [OrderEvent] = []
    for order in try desk.ordersTouched(by: record) {
      let course: DecisionCourse
      do throws(LedgerFailure) {
        course = try DecisionCourse(
          order.system, order.reference, through: record.position, ledger)
      } catch {
        // One whose records are erased has no decision that somebody waits for.
        guard error.kind == .erased else { throw error }
        continue
      }
      let (wasHeld, isHeld) = (
        try desk.wasHeld(order.request, before: record.position),
        try desk.wasHeld(order.request, before: record.position + 1)
      )
      guard wasHeld != isHeld, course.decision == "allow" else { continue }
      func event(_ type: String, _ data: [(String, JSON)]) -> OrderEvent {
        OrderEvent(
          type: type, time: record.time, system: order.system, reference: order.reference,
          data: data)
      }
      events.append(
        event(
          decision,
          [
            ("determinationId", course.determination),
            ("previous", .string(wasHeld ? "hold" : "allow")),
            ("decision", .string(isHeld ? "hold" : "allow")),
            ("cause", .string(isHeld ? "held" : "freed")),
          ]))
      guard isHeld else { continue }
      events += order.clearances.map { event(revoked, [("clearance", .string($0))]) }
    }
    return events
  }
}
