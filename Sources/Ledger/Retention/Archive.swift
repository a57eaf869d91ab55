public import Formats
public import Law

/// Keeping, producing and erasing: what the law wants kept is kept, and the rest can go.
public struct Archive: Sendable {
  let ledger: Ledger
  /// How long the law wants records kept.
  let rules: [RetentionRule]

  /// Without `rules` nothing is erased: no period is known to have ended.
  public init(_ ledger: Ledger, rules: [RetentionRule] = []) {
    self.ledger = ledger
    self.rules = rules
  }

  /// Records that a transaction was exported, diverted or ended on a day.
  @discardableResult
  public func note(
    _ event: RetentionPeriod.Event, on day: CivilDate, system: String, reference: String,
    by asker: LedgerAsker
  ) throws(LedgerFailure) -> Ledger.Receipt {
    let order = LedgerSubject.order(system: system, reference: reference)
    guard try !ledger.positions(of: order).isEmpty else {
      throw LedgerFailure(
        .noSuchRecord, "there is no record of the order `\(system):\(reference)`",
        remedy: "write the system and the reference as the order does")
    }
    return try ledger.append([
      LedgerRecord(
        .event,
        content: .object([
          ("event", .string(event.rawValue)), ("day", .string(day.description)),
          ("system", .string(system)), ("reference", .string(reference)), ("asker", asker.json),
        ]), subjects: [order])
    ])
  }

  /// Whom or what a hold or a production covers.
  public enum Scope: Sendable, Hashable {
    case party(String)
    case order(system: String, reference: String)

    var subject: LedgerSubject {
      switch self {
      case .party(let name): .party(name)
      case .order(let system, let reference): .order(system: system, reference: reference)
      }
    }

    var json: JSON {
      switch self {
      case .party(let name): .object([("party", .string(name))])
      case .order(let system, let reference):
        .object([("system", .string(system)), ("reference", .string(reference))])
      }
    }

    init?(_ json: JSON?) {
      if let name = json?["party"]?.string {
        self = .party(name)
      } else if let system = json?["system"]?.string, let reference = json?["reference"]?.string {
        self = .order(system: system, reference: reference)
      } else {
        return nil
      }
    }
  }

  /// Forbids erasing what the scope covers, now and later, until the hold is released.
  @discardableResult
  public func hold(
    _ scope: Scope, reason: String, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Ledger.Receipt {
    try ledger.append([
      LedgerRecord(
        .hold,
        content: .object([
          ("scope", scope.json), ("reason", .string(reason)), ("asker", asker.json),
        ]), subjects: [])
    ])
  }

  /// Ends a hold, or the hold that a production is. `authority` says who allowed it.
  @discardableResult
  public func release(
    _ position: Int, authority: String, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Ledger.Receipt {
    guard try holds().contains(where: { $0.position == position }) else {
      throw LedgerFailure(.noSuchRecord, "record \(position) is no hold that is in force")
    }
    return try ledger.append([
      LedgerRecord(
        .holdRelease, open: [("releases", .integer(position))],
        content: .object([("authority", .string(authority)), ("asker", asker.json)]),
        subjects: [])
    ])
  }

  /// A hold in force, by a decision or because the records were asked for (15 CFR 762.6(b)).
  public struct Hold: Sendable, Hashable {
    public let position: Int
    public let scope: Scope
    public let reason: String
  }

  /// The holds in force, the oldest first.
  public func holds() throws(LedgerFailure) -> [Hold] {
    var released: Set<Int> = []
    for position in try ledger.positions(of: .kind(.holdRelease)) {
      if let hold = try ledger.header(at: position).json["releases"]?.integer {
        released.insert(hold)
      }
    }
    var holds: [Hold] = []
    for kind in [LedgerRecord.Kind.hold, .production] {
      for position in try ledger.positions(of: .kind(kind)) where !released.contains(position) {
        let content = try ledger.record(at: position).content
        guard let scope = Scope(content["scope"]) else {
          throw LedgerFailure(.damaged, "the hold of record \(position) cannot be read")
        }
        holds.append(
          Hold(position: position, scope: scope, reason: content["reason"]?.string ?? ""))
      }
    }
    return holds.sorted { $0.position < $1.position }
  }

  /// Everything on one party, each with its proof, after the production itself is recorded: from
  /// then on nothing of it is erased.
  public func produce(
    party: String, reason: String, by asker: LedgerAsker
  ) throws(LedgerFailure) -> [ProducedRecord] {
    try ledger.append([
      LedgerRecord(
        .production,
        content: .object([
          ("scope", Scope.party(party).json), ("reason", .string(reason)), ("asker", asker.json),
        ]), subjects: [])
    ])
    let prover = LogProver(ledger.store)
    var produced: [ProducedRecord] = []
    for position in try everything(on: party) {
      produced.append(
        ProducedRecord(
          record: try ledger.record(at: position), proof: try prover.inclusion(of: position)))
    }
    return produced
  }

  /// Records that name a party and those on the orders in which it took part.
  func everything(on party: String) throws(LedgerFailure) -> [Int] {
    var positions = Set(try ledger.positions(naming: party))
    for position in positions {
      let content = try ledger.record(at: position).content
      if let system = content["system"]?.string, let reference = content["reference"]?.string {
        positions.formUnion(
          try ledger.positions(of: .order(system: system, reference: reference)))
        positions.formUnion(
          try ledger.positions(of: .acceptedOrder(system: system, reference: reference)))
      }
    }
    return positions.sorted()
  }
}

/// A record as it is handed to somebody who asked for it.
public struct ProducedRecord: Sendable {
  public let record: OpenedRecord
  public let proof: InclusionProof

  public func json(by key: LogKey) -> JSON {
    .object([
      ("position", .integer(record.position)), ("kind", .string(record.kind.rawValue)),
      ("time", .string(record.time)), ("content", record.content), ("proof", proof.json(by: key)),
    ])
  }
}
