import Formats
import Ledger
import Screening

/// What another system is told: thin, so that who needs more asks with a key.
struct WebhookEvent {
  let type: String
  let body: [UInt8]

  /// Nil for a record that changes nothing for an order. `id` is that of the message, for an event
  /// as a CloudEvent.
  init?(
    _ record: OpenedRecord, _ ledger: Ledger, form: WebhookEndpoint.Form = .plain, id: String = ""
  ) throws(LedgerFailure) {
    guard let system = record.content["system"]?.string,
      let reference = record.content["reference"]?.string
    else { return nil }
    var data: [(String, JSON)] = [
      ("orderRef", .string(reference)), ("system", .string(system)),
    ]
    switch record.kind {
    case .determination, .review:
      let course = try WebhookEvent.course(of: record, system, reference, ledger)
      guard let decision = course.decision, decision != course.previous else { return nil }
      type = "determination.changed"
      data += [
        ("determinationId", course.determination), ("previous", .optional(course.previous)),
        ("decision", .string(decision)),
        ("cause", .string(record.kind == .review ? "case.decided" : "screened")),
      ]
      if record.kind == .review { data.append(("caseId", record.content["case"] ?? .null)) }
    case .clearance:
      type = "clearance.issued"
      data.append(("clearance", record.content["clearance"]?["jti"] ?? .null))
    case .revocation:
      type = "clearance.revoked"
      data.append(("clearance", record.header["revokes"] ?? .null))
    default: return nil
    }
    data.append(
      (
        "links",
        .object([
          ("status", .string("/v1/orders/\(WebhookEvent.encoded("\(system):\(reference)"))/status"))
        ])
      ))
    let json: JSON =
      switch form {
      case .plain:
        .object([
          ("type", .string(type)), ("timestamp", .string(record.time)), ("data", .object(data)),
        ])
      case .cloudEvent:
        .object([
          ("specversion", .string("1.0")), ("type", .string("scruple.\(type).v1")),
          ("source", .string("//" + ledger.keys.name)), ("id", .string(id)),
          ("time", .string(record.time)), ("subject", .string("\(system):\(reference)")),
          ("datacontenttype", .string(MediaType.json)), ("data", .object(data)),
        ])
      }
    body = Array(json.text().utf8)
  }

  /// The decisions on an order with a record and before it, and the determination that they rest
  /// on.
  private struct Course {
    var decision: String?
    var previous: String?
    var determination = JSON.null
  }

  private static func course(
    of record: OpenedRecord, _ system: String, _ reference: String, _ ledger: Ledger
  ) throws(LedgerFailure) -> Course {
    let subject = LedgerSubject.order(system: system, reference: reference)
    var course = Course()
    var isReviewed = false
    // Lists and policies that came in between decide nothing that anybody was told.
    var before: Int?
    for position in try ledger.positions(of: subject) where position <= record.position {
      let earlier = position == record.position ? record : try ledger.record(at: position)
      isReviewed = isReviewed || earlier.kind == .review
      if position < record.position { before = position }
      guard earlier.kind == .determination else { continue }
      let determination = earlier.content["determination"]
      course.previous = position == record.position ? course.decision : course.previous
      course.decision = decision(determination)
      course.determination = determination?["determinationId"] ?? .null
    }
    // Where persons acted it counts what they decided, by the rules of who may do what.
    guard isReviewed else { return course }
    let desk = CaseDesk(ledger)
    course.decision = try desk.decision(
      system: system, reference: reference, through: record.position)?.rawValue
    course.previous = nil
    if let before {
      course.previous = try desk.decision(
        system: system, reference: reference, through: before)?.rawValue
    }
    return course
  }

  /// What is not known to allow or to refuse is a hold.
  private static func decision(_ determination: JSON?) -> String {
    let text = determination?["decision"]?.string ?? "hold"
    return ["allow", "block"].contains(text) ? text : "hold"
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-._~:".utf8.contains(byte)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.text(of: [byte]).uppercased()
    }.joined()
  }
}
