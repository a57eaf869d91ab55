import Policy
import Screening

/// What happened to one order, by which its clearances hold or end.
struct OrderCourse {
  private let desk: ClearanceDesk
  private let system: String
  private let reference: String
  private let holding: [Investigation]
  /// The screenings of the order; nil stands for one that failed.
  private var grounds: [(position: Int, ground: ClearanceGround?)]?
  /// Where a clearance of the order was revoked.
  private var revocations: [Int] = []
  private var ruling: CaseFile.Ruling??
  private var isWaiting: Bool?

  /// `holding` are the investigations that are not closed.
  init(
    _ desk: ClearanceDesk, system: String, reference: String, _ holding: [Investigation]
  ) {
    self.desk = desk
    self.system = system
    self.reference = reference
    self.holding = holding
  }

  /// Why a later screening of its order or an investigation ends a clearance; nil where none does.
  ///
  /// Each later screening counts, not only the newest, and a replay as well: what was once ended
  /// is not brought back by asking again. One that two persons gave holds as long as their release.
  mutating func ending(of entry: RecordedClearance) throws(LedgerFailure) -> String? {
    let clearance = entry.clearance
    let grounds = try screenings()
    let own = grounds.first { $0.position == clearance.determinationPosition }
    guard var newest = own?.ground else { return "determinationErased" }
    // What was revoked is the leave of the order: others that were given before go with it.
    if revocations.contains(where: { $0 > entry.position }) { return "revoked" }
    let isReleasedByPersons = newest.record.decision != .allow
    let confirmed = Set(clearance.conditions.map(\.text))
    for later in grounds where later.position > clearance.determinationPosition {
      // A screening that failed says nothing for the order.
      guard let ground = later.ground else { return "screenedAgain" }
      newest = ground
      if newest.orderDigest != clearance.orderDigest { return "orderChanged" }
      if !isReleasedByPersons, newest.record.decision != .allow { return "screenedAgain" }
      if !confirmed.isSuperset(of: newest.conditions.map(\.text)) { return "conditionsAdded" }
    }
    if holding.contains(where: {
      $0.scope.touched(byRequest: newest.request, desk.ledger.likeness) != nil
    }) {
      // The list is for everybody, and an allegation is not.
      return "held"
    }
    if try waits() { return "waiting" }
    guard isReleasedByPersons else { return nil }
    // A later release is another decision and needs a clearance of its own.
    let stands = try release().map { $0.inForceFrom < entry.position } ?? false
    return stands ? nil : "screenedAgain"
  }

  private mutating func screenings() throws(LedgerFailure) -> [(
    position: Int, ground: ClearanceGround?
  )] {
    if let grounds { return grounds }
    var read: [(position: Int, ground: ClearanceGround?)] = []
    let order = LedgerSubject.order(system: system, reference: reference)
    for position in try desk.ledger.positions(of: order) {
      let record = try desk.ledger.record(at: position)
      if record.kind == .revocation { revocations.append(position) }
      guard record.kind == .determination else { continue }
      read.append((position, try? ClearanceGround(record)))
    }
    grounds = read
    return read
  }

  /// Looked up once, however many clearances the order has.
  private mutating func waits() throws(LedgerFailure) -> Bool {
    if let isWaiting { return isWaiting }
    let found = try desk.isWaiting(system: system, reference: reference)
    isWaiting = found
    return found
  }

  private mutating func release() throws(LedgerFailure) -> CaseFile.Ruling? {
    if let ruling { return ruling }
    let cases = CaseDesk(desk.ledger)
    let found = try cases.file(system: system, reference: reference).release(on: cases.today)
    ruling = .some(found)
    return found
  }
}
