import Digests
public import Formats
import Policy
public import Screening
import Synchronization
public import Trade

/// A determination made ready to be recorded, as often as it is asked for: what of its record does
/// not depend on who asks and when. Good for the ledger that made it.
public struct PreparedDetermination: Sendable {
  public let decision: Decision
  /// The determination as data.
  public let json: JSON
  let policy: PolicyIdentity
  let lists: JSON
  let listsDigest: String
  private let open: [(String, JSON)]
  private let shared: LedgerRecord.Prepared
  private let first = FirstRecord()
  /// What finds a record that restates the first one.
  private let ownTokens: [[UInt8]]

  /// The order as it was read, the answer with the facts that it rests on, from which the memo is
  /// made, and by what all of it is found.
  init(
    _ determination: Determination, of order: Order, retention: RetentionBasis, _ keys: LedgerKeys
  ) throws(LedgerFailure) {
    let json = determination.json
    self.json = json
    decision = determination.decision
    policy = determination.policy
    lists = LedgerRecord.lists(determination)
    listsDigest = LedgerRecord.listsDigest(lists)
    open = [
      ("decision", .string(determination.decision.rawValue)),
      ("determination", .string(determination.outcomeName)),
      ("policy", .string(policy.digest)), ("data", .string(policy.dataDigest)),
      ("lists", .string(listsDigest)),
    ]
    let content = JSON.object([
      ("system", .string(order.system)), ("reference", .string(order.reference)),
      ("order", order.json), ("determination", json),
      (
        "dossierDigest", .optional(json["facts"].map { SHA256(of: $0.sortedText).description })
      ),
      ("retention", retention.json), ("mayBeRefused", .boolean(determination.mayBeRefused)),
    ]).utf8Text()
    var tokens: [[UInt8]] = []
    for subject in PreparedDetermination.subjects(of: determination, order) {
      tokens.append(try keys.token(subject))
    }
    ownTokens = [
      try keys.token(.order(system: order.system, reference: order.reference)),
      try keys.token(.determination(determination.id)),
    ]
    guard let members = PackedBytes.packed(content) else {
      throw LedgerFailure(.cryptography, "libzstd cannot pack a record")
    }
    shared = LedgerRecord.Prepared(members: members, tokens: tokens)
  }

  private static func subjects(
    of determination: Determination, _ order: Order
  ) -> Set<LedgerSubject> {
    let names =
      order.parties.flatMap { $0.entity.names + $0.entity.identifiers.map(\.value) }
      + determination.order.parties.flatMap { $0.names + $0.identifiers }
    var subjects: Set<LedgerSubject> = [
      .order(system: order.system, reference: order.reference), .determination(determination.id),
    ]
    if determination.decision != .allow {
      subjects.insert(.held)
      subjects.insert(
        .caseFile(CaseFile.id(system: order.system, reference: order.reference)))
    }
    return subjects.union(names.map(LedgerSubject.party))
  }

  /// The record of its being asked for once. After the first of a day the others name that one for
  /// what is the same, and are filed under the order and the determination alone: so they are small.
  ///
  /// What a record of the same day holds is there as long as they are. Records of one order are kept
  /// for one period, which counts from the newest of them.
  func record(asker: LedgerAsker, request: LedgerRequest?, on day: CivilDate) -> LedgerRecord {
    let restated = first.position(on: day)
    return LedgerRecord(
      .determination, open: open,
      content: .object([("asker", asker.json)] + (request.map { [("request", $0.json)] } ?? [])),
      subjects: request?.subject.map { [$0] } ?? [], condition: request?.condition,
      prepared: restated == nil
        ? shared : LedgerRecord.Prepared(members: nil, tokens: ownTokens),
      restates: restated)
  }

  /// Remembers where a record holds all of it.
  func isRecorded(at position: Int, on day: CivilDate) { first.note(position, day) }
}

/// Where the log holds the whole of a determination, since which day.
private final class FirstRecord: Sendable {
  private let place = Mutex<(position: Int, day: CivilDate)?>(nil)

  func position(on day: CivilDate) -> Int? {
    place.withLock { $0.flatMap { $0.day == day ? $0.position : nil } }
  }

  func note(_ position: Int, _ day: CivilDate) {
    place.withLock { $0 = (position, day) }
  }
}

extension Ledger {
  /// Makes a determination ready to be recorded in this ledger.
  public func prepared(
    _ determination: Determination, of order: Order, retention: RetentionBasis
  ) throws(LedgerFailure) -> PreparedDetermination {
    try PreparedDetermination(determination, of: order, retention: retention, keys)
  }
}
