import Digests
public import Formats
import Synchronization
public import Trade

extension CaseDesk {
  /// Opens an investigation, which holds its scope from then on. Anybody may.
  public func investigate(
    _ act: Investigation.Act, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Investigation {
    guard let random = RandomBytes.make(6) else {
      throw LedgerFailure(.cryptography, "libcrypto has no random bytes")
    }
    return try perform(act, on: Investigation(id: "inv_" + Hexadecimal.text(of: random)), asker)
  }

  /// Does something in an investigation and returns it as it is then.
  @discardableResult
  public func perform(
    _ act: Investigation.Act, on id: String, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Investigation {
    try perform(act, on: try investigation(id), asker)
  }

  private func perform(
    _ act: Investigation.Act, on investigation: Investigation, _ asker: LedgerAsker
  ) throws(LedgerFailure) -> Investigation {
    if let refusal = investigation.refusal(of: act, by: asker.name, on: today) {
      throw CaseDesk.refused(refusal)
    }
    var subjects: [LedgerSubject] = [.investigation(investigation.id)]
    if case .open(_, let scope) = act { subjects += scope.subjects }
    if case .stop(_, let scope, _) = act { subjects += scope.subjects }
    let receipt = try ledger.append([
      LedgerRecord(
        .investigation, open: [("act", .string(act.kind))],
        content: .object([
          ("investigation", .string(investigation.id)), ("act", act.json), ("asker", asker.json),
        ]), subjects: subjects)
    ])
    let after = try self.investigation(investigation.id)
    let entry = after.entries.first { $0.position == receipt.position }
    guard let entry, entry.refusal == nil else {
      throw LedgerFailure(
        .overtaken, "another act came in between: \(entry?.refusal ?? "it cannot be read")",
        remedy: "look at the investigation and try again")
    }
    return after
  }

  public func investigation(_ id: String) throws(LedgerFailure) -> Investigation {
    guard let found = try investigations().first(where: { $0.id == id }) else {
      throw LedgerFailure(
        .noSuchRecord, "there is no investigation `\(id)`",
        remedy: "`scruple case list` lists them")
    }
    return found
  }

  /// An investigation as a person may see it.
  public func json(of investigation: Investigation, for person: String) -> JSON {
    investigation.json(for: person, on: today)
  }

  /// The reports of all investigations, those that are due first before the others; none for whoever
  /// may not see investigations.
  public func clocks(
    for person: String
  ) throws(LedgerFailure) -> [(id: String, clock: ReportingClock)] {
    let may: Set<CaseRole> = [.analyst, .approver, .officer, .counsel, .auditor]
    guard try !roster().roles(of: person).isDisjoint(with: may) else {
      throw CaseDesk.refused("`\(person)` may not see investigations")
    }
    return try investigations().flatMap { investigation in
      investigation.clocks.map { (investigation.id, $0) }
    }.sorted { ($0.1.due ?? $0.1.start) < ($1.1.due ?? $1.1.start) }
  }

  /// All investigations, the oldest first.
  public func investigations() throws(LedgerFailure) -> [Investigation] {
    var found: [Investigation] = []
    let acts = try ledger.positions(of: .kind(.investigation))
    guard !acts.isEmpty else { return [] }
    let positions = (try ledger.positions(of: .kind(.appointment)) + acts).sorted()
    let kept = ledger.investigations.withLock { $0 }
    if kept.positions == positions { return kept.investigations }
    // An appointment counts for what comes after it, in every investigation.
    var appointments: [(Appointment, String)] = []
    for position in positions {
      let record = try ledger.record(at: position)
      if let appointment = Appointment(record.content), record.kind == .appointment {
        appointments.append((appointment, record.asker))
        for place in found.indices { found[place].take(appointment, by: record.asker) }
        continue
      }
      guard let id = record.content["investigation"]?.string, let day = record.day,
        let act = record.content["act"].flatMap({ Investigation.Act($0) })
      else { continue }
      var place = found.firstIndex { $0.id == id } ?? found.endIndex
      if place == found.endIndex {
        var investigation = Investigation(id: id)
        for (appointment, person) in appointments { investigation.take(appointment, by: person) }
        found.append(investigation)
        place = found.endIndex - 1
      }
      found[place].take(act, by: record.asker, on: day, at: position)
    }
    let read = found
    ledger.investigations.withLock { $0 = (positions, read) }
    return read
  }

  /// The investigation that holds an order, with what of its scope the order touches. Where a
  /// position is given also one that held it then and has ended since: what was answered on that
  /// record stays an answer of that moment.
  public func hold(
    on order: Order, at position: Int? = nil
  ) throws(LedgerFailure) -> (investigation: Investigation, touched: String)? {
    try hold(onRequest: order.json, at: position)
  }

  /// The same of an order as a request for screening writes it and the ledger keeps it.
  public func hold(
    onRequest request: JSON, at position: Int? = nil
  ) throws(LedgerFailure) -> (investigation: Investigation, touched: String)? {
    for investigation in try investigations()
    where investigation.holds || position.map(investigation.held) ?? false {
      if let touched = investigation.scope.touched(byRequest: request, ledger.likeness) {
        return (investigation, touched)
      }
    }
    return nil
  }

  /// The scope of a shipment that should not have gone: the order, and the devices and parties to
  /// which service would go. Throws where the ledger has no screening of the order.
  public func scope(
    ofShipment system: String, _ reference: String
  ) throws(LedgerFailure) -> InvestigationScope {
    let file = try file(system: system, reference: reference)
    var scope = InvestigationScope(
      orders: [InvestigationScope.name(system: system, reference: reference)])
    guard let ground = file.ground else { return scope }
    let summary = try ledger.record(at: ground.position).content["determination"]?["order"]
    let ends: Set<String> = ["endUser", "ultimateConsignee", "serviceSite", "trainee"]
    for party in summary?["parties"]?.array ?? [] {
      let roles = (party["roles"]?.array ?? []).compactMap(\.string)
      guard !ends.isDisjoint(with: roles) else { continue }
      scope.parties.formUnion((party["names"]?.array ?? []).compactMap(\.string))
    }
    scope.serials.formUnion(
      (summary?["lines"]?.array ?? []).compactMap { $0["serial"]?.string })
    return scope
  }
}

extension InvestigationScope {
  /// What its record is found by.
  var subjects: [LedgerSubject] {
    parties.sorted().map(LedgerSubject.party)
      + orders.sorted().compactMap { name in
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        return parts.count == 2 ? .order(system: parts[0], reference: parts[1]) : nil
      }
  }
}
