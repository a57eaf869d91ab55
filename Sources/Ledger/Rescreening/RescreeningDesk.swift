public import Formats
import Policy
public import Screening
public import Trade

/// Screens orders on record again: open ones, and those whose goods have left.
public struct RescreeningDesk: Sendable {
  let ledger: Ledger

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// The rescreening of the same day that was not ended, with how far it came, or a new one, which
  /// is then on record. `isAnew` leaves an unfinished one as it is.
  ///
  /// Whoever was at work on it before can note nothing more.
  public func run(
    since: CivilDate, isAnew: Bool, by asker: LedgerAsker
  ) throws(LedgerFailure) -> (run: Rescreening, isContinued: Bool) {
    let notes = try ledger.positions(of: .kind(.rescreening))
    if !isAnew {
      for position in notes.reversed() {
        let header = try ledger.openHeader(at: position)
        guard let found = Rescreening.read(header, claim: notes.count), found.run.since == since
        else { continue }
        if found.act == .ended { break }
        var run = found.run
        // Those that changed between the last note and the interruption are not in its tally.
        run.tally.changed = max(run.tally.changed, try changes(of: run).count)
        try put(&run, .progress, by: asker)
        return (run, true)
      }
    }
    var run = Rescreening(start: try ledger.size, since: since, claim: notes.count)
    try put(&run, .begun, by: asker)
    return (run, false)
  }

  private func put(
    _ run: inout Rescreening, _ act: Rescreening.Act, by asker: LedgerAsker
  ) throws(LedgerFailure) {
    do throws(LedgerFailure) {
      try ledger.append([run.record(act, by: asker)])
    } catch {
      guard error.kind == .overtaken else { throw error }
      throw LedgerFailure(
        .overtaken, "another rescreening of this store has begun or gone on meanwhile",
        remedy: "let that one end; with the same day it goes on from where this one came")
    }
    run.claim += 1
  }

  /// The orders that are left, in the order in which they are gone over. Orders that ended without
  /// an export are left out. Complexity: one look at each record before the start.
  public func subjects(of run: Rescreening) throws(LedgerFailure) -> [Rescreening.Subject] {
    var newest: [LedgerSubject: (position: Int, system: String, reference: String)] = [:]
    for position in 0..<run.start {
      let header = try ledger.openHeader(at: position)
      guard header["kind"]?.string == LedgerRecord.Kind.determination.rawValue,
        header["time"]?.string.flatMap({ CivilDate($0.prefix(10)) }).map({ $0 >= run.since })
          ?? true, let content = try content(at: position),
        let system = content["system"]?.string, let reference = content["reference"]?.string
      else { continue }
      newest[.order(system: system, reference: reference)] = (position, system, reference)
    }
    var events: [LedgerSubject: Set<String>] = [:]
    for position in try ledger.positions(of: .kind(.event)) {
      guard let content = try content(at: position), let event = content["event"]?.string,
        let system = content["system"]?.string, let reference = content["reference"]?.string
      else { continue }
      events[.order(system: system, reference: reference), default: []].insert(event)
    }
    return newest.compactMap { order, found -> Rescreening.Subject? in
      let events = events[order] ?? []
      let isShipped = events.contains(RetentionPeriod.Event.exported.rawValue)
      guard found.position > run.through ?? -1,
        isShipped || !events.contains(RetentionPeriod.Event.ended.rawValue)
      else { return nil }
      return Rescreening.Subject(
        position: found.position, system: found.system, reference: found.reference,
        isShipped: isShipped)
    }.sorted { $0.position < $1.position }
  }

  /// The orders whose result the rescreening has changed so far, as its records tell, with the
  /// determinations before and after.
  public func changes(of run: Rescreening) throws(LedgerFailure) -> [Rescreening.Change] {
    var changes: [LedgerSubject: Rescreening.Change] = [:]
    for position in run.start..<max(run.start, try ledger.size) {
      let header = try ledger.openHeader(at: position)
      guard header["kind"]?.string == LedgerRecord.Kind.determination.rawValue,
        let content = try content(at: position),
        content["asker"]?["act"]?.string == Rescreening.act,
        let system = content["system"]?.string, let reference = content["reference"]?.string
      else { continue }
      let order = LedgerSubject.order(system: system, reference: reference)
      let now = content["determination"] ?? .null
      var before = changes[order]?.before
      if before == nil { before = try determination(of: order, before: position) }
      guard let before, CaseGround.basis(of: before) != CaseGround.basis(of: now) else {
        changes[order] = nil
        continue
      }
      changes[order] = Rescreening.Change(
        position: position, system: system, reference: reference,
        isShipped: try isShipped(order), before: before, after: now)
    }
    return changes.values.sorted { $0.position < $1.position }
  }

  private func determination(
    of order: LedgerSubject, before position: Int
  ) throws(LedgerFailure) -> JSON? {
    for place in try ledger.positions(of: order).reversed() where place < position {
      if let content = try content(at: place), let found = content["determination"] {
        return found
      }
    }
    return nil
  }

  private func isShipped(_ order: LedgerSubject) throws(LedgerFailure) -> Bool {
    for position in try ledger.positions(of: order)
    where try ledger.openHeader(at: position)["kind"]?.string == LedgerRecord.Kind.event.rawValue {
      if try content(at: position)?["event"]?.string == RetentionPeriod.Event.exported.rawValue {
        return true
      }
    }
    return false
  }

  /// Nil of what was erased.
  private func content(at position: Int) throws(LedgerFailure) -> JSON? {
    do throws(LedgerFailure) {
      return try ledger.record(at: position).content
    } catch {
      guard error.kind == .erased else { throw error }
      return nil
    }
  }

  /// The order as it was screened last, with the outcome of then, nil standing for an error; or nil
  /// where it was erased.
  public func newest(
    of subject: Rescreening.Subject
  ) throws(LedgerFailure) -> (order: JSON, last: OpenedRecord)? {
    let order = LedgerSubject.order(system: subject.system, reference: subject.reference)
    for position in try ledger.positions(of: order).reversed() {
      let record = try ledger.record(at: position)
      guard record.kind == .determination else { continue }
      return (record.content["order"] ?? .null, record)
    }
    return nil
  }

  /// Records the new determination of an order unless it is the last one again: the same policies,
  /// data and lists, and the same result. Returns whether the result is another.
  public func record(
    _ determination: Determination, of order: Order, after last: OpenedRecord,
    by asker: LedgerAsker, retention: RetentionBasis
  ) throws(LedgerFailure) -> Bool {
    let lists = LedgerRecord.listsDigest(LedgerRecord.lists(determination))
    let isSameData =
      last.header["policy"]?.string == determination.policy.digest
      && last.header["data"]?.string == determination.policy.dataDigest
      && last.header["lists"]?.string == lists
    let isChanged =
      CaseGround.basis(of: determination.json)
      != CaseGround.basis(of: last.content["determination"] ?? .null)
    if isChanged || !isSameData {
      try ledger.record(determination, of: order, asker: asker, retention: retention)
    }
    return isChanged
  }

  /// Puts on record how far it came. Throws `overtaken` where somebody else has gone on with it, or
  /// has begun another one.
  public func note(
    _ run: inout Rescreening, by asker: LedgerAsker
  ) throws(LedgerFailure) {
    try put(&run, .progress, by: asker)
  }

  /// The same, and that nothing is left.
  public func end(_ run: inout Rescreening, by asker: LedgerAsker) throws(LedgerFailure) {
    try put(&run, .ended, by: asker)
  }
}

extension Rescreening {
  /// Takes what came of the order at a position.
  public mutating func took(_ position: Int, isChanged: Bool, isFailed: Bool) {
    through = position
    tally.screened += isFailed ? 0 : 1
    tally.changed += isChanged ? 1 : 0
    tally.failed += isFailed ? 1 : 0
  }
}
