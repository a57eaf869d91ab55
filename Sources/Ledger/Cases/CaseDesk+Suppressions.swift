import Digests
public import Formats

extension CaseDesk {
  /// Proposes a suppression; `record` is what the register says of it, without approval.
  @discardableResult
  public func suppress(
    _ record: JSON, by asker: LedgerAsker
  ) throws(LedgerFailure) -> SuppressionProposal {
    guard let random = RandomBytes.make(8) else {
      throw LedgerFailure(.cryptography, "libcrypto has no random bytes")
    }
    let proposal = SuppressionProposal(id: "sup_" + Hexadecimal.text(of: random))
    return try perform(.propose(record), on: proposal, by: asker)
  }

  /// Does something about a suppression and returns it as it is then.
  @discardableResult
  public func perform(
    _ act: SuppressionProposal.Act, on proposal: SuppressionProposal, by asker: LedgerAsker
  ) throws(LedgerFailure) -> SuppressionProposal {
    let roles = try roster().roles(of: asker.name)
    if let refusal = proposal.refusal(of: act, by: asker.name, as: roles, on: today) {
      throw CaseDesk.refused(refusal)
    }
    // What anybody else does about it meanwhile makes this act one on something else.
    let subject = LedgerSubject.caseFile(proposal.id)
    let seen = try ledger.positions(of: subject).count
    guard try suppression(proposal.id, isNew: seen == 0) == proposal else {
      throw Ledger.overtaken
    }
    try ledger.append([
      LedgerRecord(
        .suppression, open: [("act", .string(act.kind))],
        content: .object([
          ("suppression", .string(proposal.id)), ("act", act.json), ("asker", asker.json),
        ]), subjects: [subject], condition: .init(subject, count: seen))
    ])
    return try suppression(proposal.id)
  }

  public func suppression(_ id: String) throws(LedgerFailure) -> SuppressionProposal {
    try suppression(id, isNew: false)
  }

  private func suppression(
    _ id: String, isNew: Bool
  ) throws(LedgerFailure) -> SuppressionProposal {
    if let found = try suppressions().first(where: { $0.id == id }) { return found }
    guard isNew else {
      throw LedgerFailure(
        .noSuchRecord, "there is no suppression `\(id)`", remedy: "`scruple case list` lists them")
    }
    return SuppressionProposal(id: id)
  }

  /// All suppressions that were ever proposed, the oldest first. Each act is held against the
  /// roles that its person had at its place in the log.
  public func suppressions() throws(LedgerFailure) -> [SuppressionProposal] {
    let acts = try ledger.positions(of: .kind(.suppression))
    guard !acts.isEmpty else { return [] }
    var found: [SuppressionProposal] = []
    var roster = Roster()
    for position in (try ledger.positions(of: .kind(.appointment)) + acts).sorted() {
      let record = try ledger.record(at: position)
      if record.kind == .appointment {
        if let appointment = Appointment(record.content) {
          roster.take(appointment, by: record.asker)
        }
        continue
      }
      guard let id = record.content["suppression"]?.string, let day = record.day,
        let act = record.content["act"].flatMap({ SuppressionProposal.Act($0) })
      else { continue }
      var place = found.firstIndex { $0.id == id } ?? found.endIndex
      if place == found.endIndex {
        found.append(SuppressionProposal(id: id))
        place = found.endIndex - 1
      }
      found[place].take(act, by: record.asker, as: roster.roles(of: record.asker), on: day)
    }
    return found
  }

  /// Whether a person may see suppressions with their reasons.
  public func maySeeSuppressions(_ person: String) throws(LedgerFailure) -> Bool {
    let may: Set<CaseRole> = [.analyst, .approver, .officer, .counsel, .auditor]
    return try !roster().roles(of: person).isDisjoint(with: may)
  }
}
