import Formats

extension Archive {
  /// What an erasure would do or did.
  public struct Erasure: Sendable, Hashable {
    public struct Kept: Sendable, Hashable {
      public let position: Int
      public let reason: String
    }

    public let erased: [Int]
    public let kept: [Kept]
  }

  /// Destroys the keys of what the ledger has on a party and no longer must keep.
  ///
  /// A record that concerns other parties too goes with it. What must still be kept stays, and is
  /// told with the reason. `isTrial` changes nothing.
  public func erase(
    party: String, reason: String, by asker: LedgerAsker, isTrial: Bool = false
  ) throws(LedgerFailure) -> Erasure {
    let size = try ledger.size
    let today = UTCTime.day(of: ledger.now)
    let covered = try coveredByHolds()
    let investigations = try CaseDesk(ledger).investigations().filter(\.holds)
    var erased: [Int] = []
    var kept: [Erasure.Kept] = []
    let (inForce, released) = try asked(party)
    kept += inForce.map { hold in
      Erasure.Kept(
        position: hold.position, reason: "it is a hold in force itself (\(hold.reason))")
    }
    for position in Set(try everything(on: party)).union(released).sorted() {
      if let hold = covered[position] {
        kept.append(
          Erasure.Kept(
            position: position,
            reason: "a hold is in force (record \(hold.position): \(hold.reason))"))
        continue
      }
      if let reason = try held(position, by: investigations) {
        kept.append(Erasure.Kept(position: position, reason: reason))
        continue
      }
      switch try period(of: position) {
      case .open(let reason): kept.append(Erasure.Kept(position: position, reason: reason))
      case .until(let day, let basis) where day >= today:
        kept.append(
          Erasure.Kept(
            position: position,
            reason: "kept through \(day) (\(basis.joined(separator: "; ")))"))
      case .until: erased.append(position)
      }
    }
    try keepRestated(&erased, &kept)
    guard !isTrial else { return Erasure(erased: erased, kept: kept) }
    guard !erased.isEmpty else {
      // An erasure before this one may have been kept from removing what it destroyed.
      try ledger.store.forgetErased()
      return Erasure(erased: erased, kept: kept)
    }
    // Nobody may hold or ask for a record between the look and the deed.
    try ledger.append(
      LedgerRecord(
        .erasure, open: [("erases", .array(erased.map(JSON.integer)))],
        content: .object([("reason", .string(reason)), ("asker", asker.json)]), subjects: []),
      expecting: size, erasing: erased)
    try ledger.store.forgetErased()
    return Erasure(erased: erased, kept: kept)
  }

  /// What a record that is kept restates is kept with it. Records of one order go together, so that
  /// none is left by this unless somebody kept a record by itself.
  private func keepRestated(
    _ erased: inout [Int], _ kept: inout [Erasure.Kept]
  ) throws(LedgerFailure) {
    var restating: [Int: Int] = [:]
    for record in kept {
      if let place = try ledger.header(at: record.position).restates {
        restating[place] = record.position
      }
    }
    guard !restating.isEmpty else { return }
    for position in erased {
      guard let record = restating[position] else { continue }
      kept.append(Erasure.Kept(position: position, reason: "record \(record) rests on it"))
    }
    erased.removeAll { restating[$0] != nil }
  }

  /// The holds and productions of a party, which name it as well: those in force and those that
  /// were released.
  private func asked(_ party: String) throws(LedgerFailure) -> (inForce: [Hold], released: [Int]) {
    let subject = LedgerSubject.party(party)
    func concerns(_ scope: Scope?) -> Bool {
      guard case .party(let name)? = scope else { return false }
      return LedgerSubject.party(name).text == subject.text
    }
    let holds = try holds()
    let standing = Set(holds.map(\.position))
    var released: [Int] = []
    for kind in [LedgerRecord.Kind.hold, .production] {
      for position in try ledger.positions(of: .kind(kind)) where !standing.contains(position) {
        if concerns(Scope(try ledger.record(at: position).content["scope"])) {
          released.append(position)
        }
      }
    }
    return (holds.filter { concerns($0.scope) }, released)
  }

  /// Each record that a hold in force covers, with that hold.
  private func coveredByHolds() throws(LedgerFailure) -> [Int: Hold] {
    var covered: [Int: Hold] = [:]
    for hold in try holds() {
      var positions = try ledger.positions(of: hold.scope.subject)
      switch hold.scope {
      case .party(let name): positions = try everything(on: name)
      case .order(let system, let reference):
        positions += try ledger.positions(
          of: .acceptedOrder(system: system, reference: reference))
      }
      for position in positions where covered[position] == nil { covered[position] = hold }
    }
    return covered
  }

  /// Why an open investigation forbids that a record goes: it is one of its own, or on an order
  /// that it touches.
  private func held(
    _ position: Int, by investigations: [Investigation]
  ) throws(LedgerFailure) -> String? {
    guard !investigations.isEmpty else { return nil }
    let content = try ledger.record(at: position).content
    if let own = content["investigation"]?.string, investigations.contains(where: { $0.id == own })
    {
      return "the investigation \(own) is not closed"
    }
    guard let system = content["system"]?.string, let reference = content["reference"]?.string
    else { return nil }
    for other in try ledger.positions(of: .order(system: system, reference: reference)) {
      guard let request = try ledger.record(at: other).content["order"] else { continue }
      for investigation in investigations {
        if let touched = investigation.scope.touched(byRequest: request, ledger.likeness) {
          return "the investigation \(investigation.id) is not closed: it touches \(touched)"
        }
      }
    }
    return nil
  }

  /// How long a record must be kept.
  public func period(of position: Int) throws(LedgerFailure) -> RetentionPeriod {
    let record = try ledger.record(at: position)
    let recorded = CivilDate(record.time.prefix(10)) ?? UTCTime.day(of: ledger.now)
    guard let system = record.content["system"]?.string,
      let reference = record.content["reference"]?.string
    else {
      // Of no order: the longest period counts from the record itself, or from the newest of its
      // investigation.
      var latest = recorded
      if let id = record.content["investigation"]?.string {
        for other in try ledger.positions(of: .investigation(id)) {
          let day = CivilDate(try ledger.header(at: other).time.prefix(10))
          latest = max(latest, day ?? UTCTime.day(of: ledger.now))
        }
      }
      return RetentionPeriod(
        recorded: latest, events: [(.ended, latest)],
        basis: RetentionBasis(isSubjectToOFAC: nil, isSubjectToEU: nil), rules: rules)
    }
    var events: [(kind: RetentionPeriod.Event, day: CivilDate)] = []
    // What is known of any screening of the order counts for all of its records.
    var bases: [RetentionBasis] = []
    var latest = recorded
    for other in try ledger.positions(of: .order(system: system, reference: reference)) {
      let record = try ledger.record(at: other)
      latest = max(latest, CivilDate(record.time.prefix(10)) ?? latest)
      if record.kind == .determination {
        bases.append(RetentionBasis(record.content["retention"]))
      }
      if let kind = record.content["event"]?.string.flatMap(RetentionPeriod.Event.init),
        let day = record.content["day"]?.string.flatMap({ CivilDate($0) })
      {
        events.append((kind, day))
      }
    }
    return RetentionPeriod(
      recorded: latest, events: events,
      basis: RetentionBasis(
        isSubjectToOFAC: RetentionBasis.worst(bases.map(\.isSubjectToOFAC)),
        isSubjectToEU: RetentionBasis.worst(bases.map(\.isSubjectToEU))), rules: rules)
  }
}

extension RetentionBasis {
  /// True where one is; false only where all are.
  fileprivate static func worst(_ answers: [Bool?]) -> Bool? {
    if answers.contains(true) { return true }
    return answers.isEmpty || answers.contains(nil) ? nil : false
  }
}
