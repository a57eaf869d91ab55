import Digests
import Formats
import Policy
import Screening
public import Trade

/// Issues and revokes clearances. An order is born held: without one it does not leave.
public struct ClearanceDesk: Sendable {
  let ledger: Ledger

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// A clearance and the token that carries it.
  public struct Issued: Sendable {
    public let clearance: Clearance
    public let token: String
    /// Where it stands in the log.
    public let position: Int
  }

  /// Clears an order on its newest determination, which must allow it as it stands.
  ///
  /// A release is cleared by the policies; each condition of a release with conditions must have
  /// been confirmed by a named person. `confirmations` are names by the condition's id. Throws
  /// `notCleared` or `held` with the reason. The clearance is recorded before this returns.
  public func issue(
    for order: Order, days: Int, confirmations: [String: String], by asker: LedgerAsker,
    request: LedgerRequest? = nil
  ) throws(LedgerFailure) -> Issued {
    guard (1...30).contains(days) else {
      throw LedgerFailure(.request, "a clearance lasts from 1 to 30 days, not \(days)")
    }
    // Another determination of the order may be recorded meanwhile; then all is looked at again.
    var attempt = 0
    while true {
      do throws(LedgerFailure) {
        return try issue(for: order, seconds: days * 86_400, confirmations, asker, request)
      } catch {
        attempt += 1
        guard error.kind == .overtaken, attempt < 20, try !isAnswered(request) else { throw error }
      }
    }
  }

  /// Whether another instance has recorded something of the request meanwhile.
  private func isAnswered(_ request: LedgerRequest?) throws(LedgerFailure) -> Bool {
    guard let request, let subject = request.subject else { return false }
    return try ledger.positions(of: subject).count != request.seen
  }

  private func issue(
    for order: Order, seconds: Int, _ confirmations: [String: String], _ asker: LedgerAsker,
    _ request: LedgerRequest?
  ) throws(LedgerFailure) -> Issued {
    let size = try ledger.size
    let (ground, ruling) = try ground(for: order)
    return try issue(
      on: ground, ruling, order, seconds: seconds, confirmations, asker, expecting: size, request)
  }

  /// `ruling` is what two persons decided, where the determination itself does not allow;
  /// `expecting` is how many records the log must still have.
  func issue(
    on ground: ClearanceGround, _ ruling: CaseFile.Ruling?, _ order: Order, seconds: Int,
    _ confirmations: [String: String], _ asker: LedgerAsker, expecting size: Int?,
    _ request: LedgerRequest? = nil
  ) throws(LedgerFailure) -> Issued {
    if let hold = try hold(on: order) { throw hold }
    try refuseRevoked(order, ground, asker)
    // Asked for again by hand there may be several; policies give one on a determination.
    let once = size == nil ? LedgerSubject.clearedOn(ground.position) : nil
    let now = ledger.now
    let conditions = try confirmed(
      ruling.map { Clearance.Condition.list($0.conditions) } ?? ground.conditions, confirmations,
      screenedBy: ground.asker)
    let persons = Set(conditions.compactMap(\.confirmedBy)).sorted()
    // A determination is good for thirty days, however often a clearance is asked for.
    var latest = ground.recordedOn.dayNumber * 86_400 + Clearance.longest
    if let until = ruling?.until { latest = min(latest, (until.dayNumber + 1) * 86_400) }
    guard latest > now else {
      throw refused("the determination is older than 30 days", "screen the order again")
    }
    guard let random = RandomBytes.make(12) else {
      throw LedgerFailure(.cryptography, "libcrypto has no random bytes")
    }
    let clearance = Clearance(
      id: "clr_" + Hexadecimal.text(of: random), issuer: ledger.keys.name, ground: ground,
      conditions: conditions,
      approvers: ruling.map { [$0.proposer, $0.approver].compactMap(\.self) + persons }
        ?? (conditions.isEmpty ? ["policy:" + ground.record.policyDigest] : persons),
      outcome: ruling?.effect.rawValue ?? ground.record.outcome?.name ?? "errorFailClosed",
      issued: now, expires: min(now + seconds, latest))
    guard
      let token = JSONWebSignature.sign(
        clearance.json, kind: Clearance.kind, with: ledger.keys.clearances)
    else { throw LedgerFailure(.cryptography, "libcrypto does not sign") }
    let record = LedgerRecord(
      .clearance, open: [("expires", .string(UTCTime.text(seconds: clearance.expires)))],
      content: .object(
        [
          ("asker", asker.json), ("system", .string(order.system)),
          ("reference", .string(order.reference)), ("clearance", clearance.json),
          ("token", .string(token)),
        ] + (request.map { [("request", $0.json)] } ?? [])),
      subjects: (request?.subject.map { [$0] } ?? []) + (once.map { [$0] } ?? []) + [
        .clearance(clearance.id),
        .order(system: order.system, reference: order.reference),
      ], condition: request?.condition ?? once.map { LedgerRecord.Condition($0, count: 0) })
    let receipt =
      if let size { try ledger.append(record, expecting: size) } else {
        try ledger.append([record])
      }
    return Issued(clearance: clearance, token: token, position: receipt.position)
  }

  /// The newest determination of the order, if it or two persons allow exactly this order.
  private func ground(
    for order: Order
  ) throws(LedgerFailure) -> (ClearanceGround, CaseFile.Ruling?) {
    guard let ground = try newestGround(system: order.system, reference: order.reference) else {
      throw refused(
        "the order has no recorded determination", "screen it with `scruple screen --store`")
    }
    return (ground, try check(ground, order))
  }

  /// Throws `notCleared` unless the determination allows exactly this order, or else two persons,
  /// whose decision it returns, have released it.
  func check(
    _ ground: ClearanceGround, _ order: Order
  ) throws(LedgerFailure) -> CaseFile.Ruling? {
    guard ground.orderDigest == order.digest.description else {
      throw refused(
        "its newest determination is of other content: parties, goods, prices, route, "
          + "destination or end use differ", "screen the order as it stands now")
    }
    let ruling = try release(of: order, ground)
    guard ground.record.isCoverageComplete else {
      throw refused("a required list did not answer", "bring the lists up to date")
    }
    guard ground.record.demonstration == nil else {
      throw refused(
        "the determination rests on the demonstration corpus", "screen it on a corpus of your own")
    }
    guard abs(ground.record.asOf - ground.recordedOn) <= 1 else {
      throw refused(
        "the determination is a replay as of \(ground.record.asOf)",
        "screen the order as of today")
    }
    return ruling
  }

  /// What two persons decided on an order that its determination does not allow; nil for one that
  /// it allows. Throws where nobody did.
  private func release(
    of order: Order, _ ground: ClearanceGround
  ) throws(LedgerFailure) -> CaseFile.Ruling? {
    guard ground.record.decision != .allow else { return nil }
    let cases = CaseDesk(ledger)
    let file = try cases.file(system: order.system, reference: order.reference)
    guard let ruling = file.release(on: cases.today) else {
      throw refused(
        "its newest determination is `\(ground.record.outcome?.name ?? "errorFailClosed")`, and "
          + "no two persons have released it",
        "answer its questions and screen it again, or decide the case \(file.id)")
    }
    return ruling
  }

  /// The newest determination of an order that the ledger has, or nil.
  func newestGround(
    system: String, reference: String, after: Int = -1
  ) throws(LedgerFailure) -> ClearanceGround? {
    let order = LedgerSubject.order(system: system, reference: reference)
    for position in try ledger.positions(of: order).reversed() where position > after {
      let record = try ledger.record(at: position)
      if record.kind == .determination { return try ClearanceGround(record) }
    }
    return nil
  }

  private func confirmed(
    _ conditions: [Clearance.Condition], _ confirmations: [String: String],
    screenedBy maker: String
  ) throws(LedgerFailure) -> [Clearance.Condition] {
    let known = conditions.map(\.id)
    for id in confirmations.keys.sorted() where !known.contains(id) {
      throw LedgerFailure(
        .request, "the determination has no condition `\(id)`",
        remedy: known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))")
    }
    var confirmed = conditions
    var open: [String] = []
    let roster = confirmations.isEmpty ? Roster() : try CaseDesk(ledger).roster()
    for (place, condition) in conditions.enumerated() {
      let name = confirmations[condition.id]?.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      if let name, !name.isEmpty, !name.lowercased().hasPrefix("policy:") {
        let refusal =
          name == maker
          ? "`\(name)` asked for the screening" : roster.refusal(ofConfirmationBy: name)
        if let refusal {
          throw refused(
            "\(condition.id) is not confirmed: \(refusal)",
            "have another analyst, approver, officer or counsel confirm it")
        }
        confirmed[place].confirmedBy = name
      } else {
        open.append("\(condition.id) \(condition.text)")
      }
    }
    guard open.isEmpty else {
      throw refused(
        "no person has confirmed " + open.joined(separator: " · "),
        "confirm each with `--confirm \(conditions[0].id)=NAME`")
    }
    return confirmed
  }

  /// Why an investigation holds an order whatever its determination at a position allows: one that
  /// touches it now, or did when that was recorded. Nil where none does.
  public func allegation(
    on order: Order, at position: Int? = nil
  ) throws(LedgerFailure) -> LedgerFailure? {
    try CaseDesk(ledger).hold(on: order, at: position).map { hold in
      LedgerFailure(
        .held, "the investigation \(hold.investigation.id) holds it: it touches \(hold.touched)",
        remedy: "it ends with findings and a remedy")
    }
  }

  /// Why an order is held now, by an investigation or by a request that waits; nil where it is not.
  public func hold(on order: Order) throws(LedgerFailure) -> LedgerFailure? {
    if let allegation = try allegation(on: order) { return allegation }
    guard try isWaiting(system: order.system, reference: order.reference) else { return nil }
    return LedgerFailure(
      .held, "a request about it is accepted and not answered", remedy: "wait for its answer")
  }

  func refused(_ why: String, _ remedy: String) -> LedgerFailure {
    LedgerFailure(.notCleared, why, remedy: remedy)
  }
}
