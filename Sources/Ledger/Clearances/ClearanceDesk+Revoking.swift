import Digests
import Formats
import Screening
import Trade

extension ClearanceDesk {
  /// Revokes a clearance for good. Whoever has a newer revocation list refuses it from then on.
  @discardableResult
  public func revoke(
    _ id: String, reason: String, by asker: LedgerAsker, request: LedgerRequest? = nil
  ) throws(LedgerFailure) -> Ledger.Receipt {
    let positions = try ledger.positions(of: .clearance(id))
    guard let first = positions.first else {
      throw LedgerFailure(
        .noSuchRecord, "there is no clearance `\(id)`", remedy: "write its id as `clr_…`")
    }
    let record = try ledger.record(at: first)
    var subjects = [LedgerSubject.clearance(id)] + (request?.subject.map { [$0] } ?? [])
    if let system = record.content["system"]?.string,
      let reference = record.content["reference"]?.string
    {
      subjects.append(.order(system: system, reference: reference))
    }
    return try ledger.append([
      LedgerRecord(
        .revocation, open: [("revokes", .string(id))],
        content: .object(
          [
            ("system", record.content["system"] ?? .null),
            ("reference", record.content["reference"] ?? .null), ("reason", .string(reason)),
            ("asker", asker.json),
          ] + (request.map { [("request", $0.json)] } ?? [])),
        subjects: subjects, condition: request?.condition)
    ])
  }

  /// Throws `held` where the newest clearance of an order was revoked and another person has
  /// not cleared it since: asking again is no answer to a revocation.
  func refuseRevoked(
    _ order: Order, _ ground: ClearanceGround, _ asker: LedgerAsker
  ) throws(LedgerFailure) {
    let subject = LedgerSubject.order(system: order.system, reference: order.reference)
    var revocations: [Int] = []
    // An order that is asked for at every step of its making has many records; the newest count.
    for position in try ledger.positions(of: subject).reversed() {
      let kind = try ledger.kind(at: position)
      if kind == .clearance { break }
      if kind == .revocation { revocations.append(position) }
    }
    guard !revocations.isEmpty else { return }
    var revokers: Set<String> = []
    var reason: String?
    for position in revocations.reversed() {
      let content = try ledger.record(at: position).content
      if let name = content["asker"]?["name"]?.string { revokers.insert(name) }
      reason = content["reason"]?.string ?? reason
    }
    let roles = try CaseDesk(ledger).roster().roles(of: asker.name)
    let isPerson = !roles.isDisjoint(with: [.approver, .officer, .counsel])
    guard isPerson, !revokers.contains(asker.name), asker.name != ground.asker else {
      throw LedgerFailure(
        .held, "its clearance was revoked" + (reason.map { " (\($0))" } ?? ""),
        remedy:
          "an approver, an officer or counsel who neither revoked it nor asked for the screening "
          + "clears it again")
    }
  }

  /// Whether a request about an order was promised an answer that is not there: until then the order
  /// is held. An order of a batch has its own answer before all of the batch has.
  func isWaiting(system: String, reference: String) throws(LedgerFailure) -> Bool {
    guard let waiting = try ledger.waiting(system: system, reference: reference) else {
      return false
    }
    let order = LedgerSubject.order(system: system, reference: reference)
    for position in try ledger.positions(of: order) where position > waiting.position {
      let record = try ledger.record(at: position)
      if record.kind == .determination, let request = LedgerRequest(record.content),
        request.client == waiting.request.client, request.digest == waiting.request.digest
      {
        return false
      }
    }
    return true
  }
}
