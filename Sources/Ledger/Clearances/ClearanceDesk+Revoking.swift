import Digests
import Formats
import Screening

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

  /// The signed list of clearances that no longer hold although their time is not over: those
  /// revoked, and those whose order has since been screened otherwise.
  public func revocations(days: Int = 7) throws(LedgerFailure) -> String {
    guard (1...30).contains(days) else {
      throw LedgerFailure(.request, "a revocation list lasts from 1 to 30 days, not \(days)")
    }
    let now = ledger.now
    let moment = UTCTime.text(seconds: now)
    var revoked: [String: String] = [:]
    for position in try ledger.positions(of: .kind(.revocation)) {
      if let id = try ledger.header(at: position).json["revokes"]?.string {
        revoked[id] = "revoked"
      }
    }
    let holding = try CaseDesk(ledger).investigations().filter(\.holds)
    var listed: [RevocationList.Entry] = []
    for position in try ledger.positions(of: .kind(.clearance)) {
      if let end = try ledger.header(at: position).json["expires"]?.string, end <= moment {
        continue
      }
      let record = try ledger.record(at: position)
      guard let clearance = record.content["clearance"].flatMap({ Clearance($0) }) else {
        throw LedgerFailure(.damaged, "the clearance of record \(position) cannot be read")
      }
      guard clearance.expires > now else { continue }
      var reason = revoked[clearance.id]
      if reason == nil { reason = try superseded(clearance, issuedAt: position, holding) }
      if let reason {
        listed.append(RevocationList.Entry(clearance: clearance.id, reason: reason))
      }
    }
    let list = RevocationList(
      issuer: ledger.keys.name, issued: now, expires: now + days * 86_400, entries: listed)
    guard
      let token = JSONWebSignature.sign(
        list.json, kind: RevocationList.kind, with: ledger.keys.clearances)
    else { throw LedgerFailure(.cryptography, "libcrypto does not sign") }
    return token
  }

  /// Why a later screening of its order or an investigation ends a clearance; nil where none does.
  ///
  /// Each later screening counts, not only the newest, and a replay as well: what was once ended
  /// is not brought back by asking again. One that two persons gave holds as long as their release.
  /// `issuedAt` is the position of its record.
  public func superseded(
    _ clearance: Clearance, issuedAt: Int
  ) throws(LedgerFailure) -> String? {
    try superseded(
      clearance, issuedAt: issuedAt, try CaseDesk(ledger).investigations().filter(\.holds))
  }

  private func superseded(
    _ clearance: Clearance, issuedAt: Int, _ holding: [Investigation]
  ) throws(LedgerFailure) -> String? {
    let order = LedgerSubject.order(system: clearance.system, reference: clearance.reference)
    let positions = try ledger.positions(of: order)
    guard positions.contains(clearance.determinationPosition) else { return "determinationErased" }
    var newest = try ClearanceGround(try ledger.record(at: clearance.determinationPosition))
    let isReleasedByPersons = newest.record.decision != .allow
    let confirmed = Set(clearance.conditions.map(\.text))
    for position in positions where position > clearance.determinationPosition {
      let record = try ledger.record(at: position)
      guard record.kind == .determination else { continue }
      // A screening that failed says nothing for the order.
      guard let ground = try? ClearanceGround(record) else { return "screenedAgain" }
      newest = ground
      if newest.orderDigest != clearance.orderDigest { return "orderChanged" }
      if !isReleasedByPersons, newest.record.decision != .allow { return "screenedAgain" }
      if !confirmed.isSuperset(of: newest.conditions.map(\.text)) { return "conditionsAdded" }
    }
    if holding.contains(where: { $0.scope.touched(byRequest: newest.request) != nil }) {
      return "investigation"
    }
    guard isReleasedByPersons else { return nil }
    let cases = CaseDesk(ledger)
    let file = try cases.file(system: clearance.system, reference: clearance.reference)
    // A later release is another decision and needs a clearance of its own.
    let stands = file.release(on: cases.today).map { $0.position < issuedAt } ?? false
    return stands ? nil : "screenedAgain"
  }
}
