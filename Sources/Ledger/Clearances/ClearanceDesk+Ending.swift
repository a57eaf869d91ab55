import Digests
import Formats

/// A clearance and where its record stands in the log.
public struct RecordedClearance: Sendable {
  public let clearance: Clearance
  public let position: Int

  public init(_ clearance: Clearance, at position: Int) {
    self.clearance = clearance
    self.position = position
  }
}

extension ClearanceDesk {
  /// The signed list of clearances that no longer hold although their time is not over: those
  /// revoked, and those whose order has since been screened otherwise.
  public func revocations(days: Int = 7) throws(LedgerFailure) -> String {
    guard (1...30).contains(days) else {
      throw LedgerFailure(.request, "a revocation list lasts from 1 to 30 days, not \(days)")
    }
    let now = ledger.now
    var revoked: Set<String> = []
    for position in try ledger.positions(of: .kind(.revocation)) {
      if let id = try ledger.header(at: position).json["revokes"]?.string { revoked.insert(id) }
    }
    let live = try live(at: now)
    // Each order is read once, however many clearances it has.
    var orders: [LedgerSubject: [RecordedClearance]] = [:]
    for entry in live where !revoked.contains(entry.clearance.id) {
      orders[.order(of: entry.clearance), default: []].append(entry)
    }
    let holding = try CaseDesk(ledger).investigations().filter(\.holds)
    var reasons: [String: String] = [:]
    for clearances in orders.values {
      reasons.merge(try endings(of: clearances, holding)) { first, _ in first }
    }
    let listed = live.compactMap { entry in
      let id = entry.clearance.id
      return (revoked.contains(id) ? "revoked" : reasons[id]).map {
        RevocationList.Entry(clearance: id, reason: $0)
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

  /// Clearances whose time is not over, the oldest first.
  private func live(at now: Int) throws(LedgerFailure) -> [RecordedClearance] {
    let moment = UTCTime.text(seconds: now)
    var live: [RecordedClearance] = []
    for position in try ledger.positions(of: .kind(.clearance)) {
      if let end = try ledger.header(at: position).json["expires"]?.string, end <= moment {
        continue
      }
      let record = try ledger.record(at: position)
      guard let clearance = record.content["clearance"].flatMap({ Clearance($0) }) else {
        throw LedgerFailure(.damaged, "the clearance of record \(position) cannot be read")
      }
      if clearance.expires > now { live.append(RecordedClearance(clearance, at: position)) }
    }
    return live
  }

  /// What a revocation list made now would say of one clearance, without reading the others.
  ///
  /// One that is not in the log was not issued by it, whoever signed it, and is revoked.
  public func revocations(of clearance: Clearance) throws(LedgerFailure) -> RevocationList {
    var isRevoked = false
    var issued: Int?
    for position in try ledger.positions(of: .clearance(clearance.id)) {
      switch try ledger.header(at: position).kind {
      case .revocation: isRevoked = true
      case .clearance: issued = issued ?? position
      default: break
      }
    }
    var reason: String? = isRevoked ? "revoked" : "notRecorded"
    if !isRevoked, let issued {
      reason = try endings(of: [RecordedClearance(clearance, at: issued)])[clearance.id]
    }
    return RevocationList(
      issuer: ledger.keys.name, issued: ledger.now, expires: ledger.now + 86_400,
      entries: reason.map { [RevocationList.Entry(clearance: clearance.id, reason: $0)] } ?? [])
  }

  /// Why later screenings of their order, or an investigation, end clearances, by their id; what
  /// nothing ended is not in it. All must be of one order, which is read once.
  public func endings(
    of clearances: [RecordedClearance]
  ) throws(LedgerFailure) -> [String: String] {
    try endings(of: clearances, try CaseDesk(ledger).investigations().filter(\.holds))
  }

  private func endings(
    of clearances: [RecordedClearance], _ holding: [Investigation]
  ) throws(LedgerFailure) -> [String: String] {
    guard let first = clearances.first else { return [:] }
    var course = OrderCourse(
      self, system: first.clearance.system, reference: first.clearance.reference, holding)
    var reasons: [String: String] = [:]
    for entry in clearances {
      if let reason = try course.ending(of: entry) { reasons[entry.clearance.id] = reason }
    }
    return reasons
  }
}

extension LedgerSubject {
  fileprivate static func order(of clearance: Clearance) -> LedgerSubject {
    .order(system: clearance.system, reference: clearance.reference)
  }
}
