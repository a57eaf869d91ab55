public import Formats

/// The work on cases: what is open, what a person does, and what follows from it.
///
/// An act that the rules do not allow is refused and not recorded. Should another act come in
/// between, the record stands without effect, and whoever did it is told.
public struct CaseDesk: Sendable {
  let ledger: Ledger

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// The case of an order. Throws where the ledger has no screening of it.
  public func file(system: String, reference: String) throws(LedgerFailure) -> CaseFile {
    let order = LedgerSubject.order(system: system, reference: reference)
    let own = try ledger.positions(of: order)
    guard !own.isEmpty else {
      throw LedgerFailure(
        .noSuchRecord, "there is no record of the order `\(system):\(reference)`",
        remedy: "write the system and the reference as the order does")
    }
    var file = CaseFile(system: system, reference: reference)
    for position in try world(beside: own) { try file.take(try ledger.record(at: position)) }
    return file
  }

  /// The case with this id.
  public func file(_ id: String) throws(LedgerFailure) -> CaseFile {
    guard let first = try ledger.positions(of: .caseFile(id)).first,
      case let content = try ledger.record(at: first).content,
      let system = content["system"]?.string, let reference = content["reference"]?.string
    else {
      throw LedgerFailure(
        .noSuchRecord, "there is no case `\(id)`", remedy: "`scruple case list` lists them")
    }
    return try file(system: system, reference: reference)
  }

  /// Records of an order with those that bear on every case, in the order of the log.
  func world(beside own: [Int]) throws(LedgerFailure) -> [Int] {
    var positions = Set(own)
    for kind in [LedgerRecord.Kind.appointment, .listImport, .policyActivation] {
      positions.formUnion(try ledger.positions(of: .kind(kind)))
    }
    return positions.sorted()
  }

  /// All cases, those that were opened first before the others.
  public func files() throws(LedgerFailure) -> [CaseFile] {
    var seen: Set<String> = []
    var files: [CaseFile] = []
    for position in try ledger.positions(of: .held) {
      let content = try ledger.record(at: position).content
      guard let system = content["system"]?.string, let reference = content["reference"]?.string,
        seen.insert(CaseFile.id(system: system, reference: reference)).inserted
      else { continue }
      files.append(try file(system: system, reference: reference))
    }
    return files
  }

  /// Does something on a case and returns it as it is then.
  @discardableResult
  public func perform(
    _ act: CaseAct, on file: CaseFile, by asker: LedgerAsker
  ) throws(LedgerFailure) -> CaseFile {
    if let refusal = file.refusal(of: act, by: asker.name, on: today) {
      throw CaseDesk.refused(refusal)
    }
    let receipt = try ledger.append([
      LedgerRecord(
        .review, open: [("act", .string(act.kind))],
        content: .object([
          ("case", .string(file.id)), ("system", .string(file.system)),
          ("reference", .string(file.reference)), ("act", act.json), ("asker", asker.json),
        ]),
        subjects: [
          .order(system: file.system, reference: file.reference), .caseFile(file.id),
        ])
    ])
    let after = try self.file(system: file.system, reference: file.reference)
    let entry = after.entries.first { $0.position == receipt.position }
    guard let entry, entry.refusal == nil else {
      throw LedgerFailure(
        .overtaken, "another act came in between: \(entry?.refusal ?? "it cannot be read")",
        remedy: "look at the case and try again")
    }
    return after
  }

  /// Gives a person roles, all that it has from then on.
  @discardableResult
  public func appoint(
    _ appointment: Appointment, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Roster {
    if let refusal = try roster().refusal(of: appointment, by: asker.name) {
      throw CaseDesk.refused(refusal)
    }
    try ledger.append([
      LedgerRecord(
        .appointment,
        content: .object([
          ("person", .string(appointment.person)),
          ("roles", .strings(appointment.roles.map(\.rawValue).sorted())),
          ("asker", asker.json),
        ]), subjects: [])
    ])
    return try roster()
  }

  public func roster() throws(LedgerFailure) -> Roster {
    var roster = Roster()
    for position in try ledger.positions(of: .kind(.appointment)) {
      let record = try ledger.record(at: position)
      if let appointment = Appointment(record.content) {
        roster.take(appointment, by: record.asker)
      }
    }
    return roster
  }

  /// The day, in UTC.
  public var today: CivilDate { UTCTime.day(of: ledger.now) }

  static func refused(_ why: String) -> LedgerFailure {
    LedgerFailure(.notAllowed, why, remedy: "`scruple help case` says who may do what")
  }
}

extension OpenedRecord {
  /// Who did it, as told.
  var asker: String { content["asker"]?["name"]?.string ?? "" }

  var day: CivilDate? { CivilDate(time.prefix(10)) }
}

extension Appointment {
  /// Nil for roles that this version does not know: they are then none.
  init?(_ content: JSON) {
    guard let person = content["person"]?.string, let roles = content["roles"]?.array else {
      return nil
    }
    let known = roles.compactMap { $0.string.flatMap(CaseRole.init) }
    guard known.count == roles.count else { return nil }
    self.init(person: person, roles: Set(known))
  }
}

extension CaseFile {
  /// Takes a record of the log as what it means for this case.
  mutating func take(_ record: OpenedRecord) throws(LedgerFailure) {
    guard let day = record.day else {
      throw LedgerFailure(.damaged, "record \(record.position) has no day")
    }
    switch record.kind {
    case .determination: take(CaseGround(record), on: day)
    case .appointment:
      if let appointment = Appointment(record.content) { take(appointment, by: record.asker) }
    case .listImport:
      newest.takeLists(of: record)
      // A single list that was imported is in no determination from before.
      let lists = record.header["lists"] ?? record.header["imported"]
      take(lists: lists?.string ?? "", policies: nil, at: record.position)
    case .policyActivation:
      take(lists: nil, policies: record.header["policy"]?.string, at: record.position)
    case .review:
      guard record.content["case"]?.string == id,
        let act = record.content["act"].flatMap({ CaseAct($0) })
      else { return }
      take(act, by: record.asker, on: day, at: record.position)
    default: break
    }
  }
}
