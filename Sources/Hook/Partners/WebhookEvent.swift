import Formats
import Ledger

/// What another system is told: thin, so that who needs more asks with a key.
struct WebhookEvent {
  let type: String
  let body: [UInt8]

  /// Nil for a record that changes nothing for an order.
  init?(_ record: OpenedRecord, _ ledger: Ledger) throws(LedgerFailure) {
    guard let system = record.content["system"]?.string,
      let reference = record.content["reference"]?.string
    else { return nil }
    var data: [(String, JSON)] = [
      ("orderRef", .string(reference)), ("system", .string(system)),
    ]
    switch record.kind {
    case .determination:
      let determination = record.content["determination"]
      let decision = WebhookEvent.decision(determination)
      let previous = try WebhookEvent.previous(record, system, reference, ledger)
      guard decision != previous else { return nil }
      type = "determination.changed"
      data += [
        ("determinationId", determination?["determinationId"] ?? .null),
        ("previous", .optional(previous)), ("decision", .string(decision)),
        ("cause", .string("screened")),
      ]
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
    body = Array(
      JSON.object([
        ("type", .string(type)), ("timestamp", .string(record.time)), ("data", .object(data)),
      ]).text().utf8)
  }

  /// What is not known to allow or to refuse is a hold.
  private static func decision(_ determination: JSON?) -> String {
    let text = determination?["decision"]?.string ?? "hold"
    return ["allow", "block"].contains(text) ? text : "hold"
  }

  private static func previous(
    _ record: OpenedRecord, _ system: String, _ reference: String, _ ledger: Ledger
  ) throws(LedgerFailure) -> String? {
    let subject = LedgerSubject.order(system: system, reference: reference)
    for position in try ledger.positions(of: subject).reversed() where position < record.position {
      let earlier = try ledger.record(at: position)
      if earlier.kind == .determination { return decision(earlier.content["determination"]) }
    }
    return nil
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
