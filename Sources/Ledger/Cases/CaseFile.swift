public import Formats
import Screening

/// Everything on one order that was not simply released, as the records of the log make it.
///
/// Nothing is stored: the state follows from the records, each held against the rules at its own
/// place in the log. A record that the rules do not allow stands in the file and has no effect.
public struct CaseFile: Sendable {
  /// One act on the case.
  public struct Entry: Sendable {
    public let position: Int
    public let day: CivilDate
    public let person: String
    public let roles: Set<CaseRole>
    public let act: CaseAct
    /// Why it has no effect, where it has none.
    public let refusal: String?
  }

  /// What was proposed and perhaps approved.
  public struct Ruling: Sendable, Hashable {
    public let position: Int
    public let effect: CaseAct.Effect
    public let proposer: String
    public fileprivate(set) var approver: String?
    public let reason: String
    public let conditions: [String]
    /// The last day of an override; nil for a decision.
    public let until: CivilDate?
    let basis: String
    /// Where it came into force: its own place, or that of the approval.
    public fileprivate(set) var inForceFrom: Int
    public fileprivate(set) var dissenters: [String] = []

    public var isOverride: Bool { until != nil }
  }

  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// The newest determination allows the order; there is nothing to decide.
    case settled
    case open
    /// A release waits for another person.
    case proposed
    case decided
  }

  public let system: String
  public let reference: String
  public private(set) var ground: CaseGround?
  public private(set) var opened: CivilDate?
  public private(set) var assignee: String?
  public private(set) var entries: [Entry] = []
  public private(set) var pending: Ruling?
  public private(set) var ruling: Ruling?
  /// Why the case was opened again, each time.
  public private(set) var reopenings: [String] = []
  /// Who screened the order or gave evidence on it: none of them may check a decision.
  public private(set) var makers: Set<String> = []
  /// Lists or policies came after the newest determination.
  public private(set) var isOvertaken = false
  /// Who dissented from a release since an officer last approved one.
  private var dissenters: [String] = []
  private var roster = Roster()
  var newest = NewestData()

  public init(system: String, reference: String) {
    self.system = system
    self.reference = reference
  }

  public var id: String { CaseFile.id(system: system, reference: reference) }

  public var status: Status {
    if let ground, ground.decision == .allow { return .settled }
    if pending != nil { return .proposed }
    return ruling == nil || isOvertaken ? .open : .decided
  }

  /// The release by two persons that holds on a day, or nil.
  public func release(on day: CivilDate) -> Ruling? {
    guard let ruling, ruling.effect.releases, ruling.approver != nil, !isOvertaken,
      let ground, ground.decision != .allow, ground.basis == ruling.basis
    else { return nil }
    if let until = ruling.until, day > until { return nil }
    return ruling
  }
}

extension CaseFile {
  public mutating func take(_ appointment: Appointment, by person: String) {
    roster.take(appointment, by: person)
  }

  public func roles(of person: String) -> Set<CaseRole> { roster.roles(of: person) }

  mutating func take(_ determination: CaseGround, on day: CivilDate) {
    let older = ground
    ground = determination
    let isCurrent = !isOvertaken
    // A screening that failed rests on nothing, and nobody can release by it anyway.
    isOvertaken = determination.outcome != nil && newest.isNewer(than: determination)
    makers.insert(determination.asker)
    if determination.decision != .allow, opened == nil { opened = day }
    if isOvertaken, isCurrent, ruling != nil || pending != nil {
      reopenings.append("it was screened on older lists or policies: screen the order again")
    }
    guard let older, older.basis != determination.basis, ruling != nil || pending != nil else {
      return
    }
    reopen("the order was screened with another result")
  }

  /// Lists or policies that the log met; the newest determination may rest on others.
  mutating func take(lists: String?, policies: String?, at position: Int) {
    if let policies { newest.policies = policies }
    guard let ground, position > ground.position else { return }
    let differs =
      lists.map { $0 != ground.lists } ?? false || policies.map { $0 != ground.policies } ?? false
    guard differs, !isOvertaken else { return }
    isOvertaken = true
    if ruling != nil || pending != nil {
      reopenings.append(
        lists != nil
          ? "lists changed: screen the order again" : "policies changed: screen the order again")
    }
  }

  /// Records an act and, where the rules allow it, what it does.
  mutating func take(_ act: CaseAct, by person: String, on day: CivilDate, at position: Int) {
    let refusal = refusal(of: act, by: person, on: day)
    entries.append(
      Entry(
        position: position, day: day, person: person, roles: roles(of: person), act: act,
        refusal: refusal))
    guard refusal == nil, let ground else { return }
    switch act {
    case .note: break
    case .assign(let person): assignee = person
    case .evidence, .answer:
      if ruling != nil || pending != nil { reopen("new evidence") }
      makers.insert(person)
    case .reopen(let reason): reopen(reason)
    case .dissent: dissent(of: person)
    case .decide(let effect, let reason, let conditions):
      propose(effect, person, reason, conditions, until: nil, at: position, ground)
    case .override(let reason, let until, let conditions):
      let effect: CaseAct.Effect = conditions.isEmpty ? .release : .releaseWithConditions
      propose(effect, person, reason, conditions, until: until, at: position, ground)
    case .approve:
      if roles(of: person).contains(.officer) { dissenters = [] }
      pending?.approver = person
      pending?.inForceFrom = position
      ruling = pending
      pending = nil
    }
  }

  /// A release that no officer approved waits for one from the dissent on.
  private mutating func dissent(of person: String) {
    dissenters.append(person)
    if pending != nil {
      pending?.dissenters.append(person)
      return
    }
    ruling?.dissenters.append(person)
    guard var disputed = ruling, disputed.effect.releases, !disputed.isOverride,
      disputed.approver.map({ !roles(of: $0).contains(.officer) }) ?? true
    else { return }
    disputed.approver = nil
    pending = disputed
    ruling = nil
  }

  private mutating func propose(
    _ effect: CaseAct.Effect, _ person: String, _ reason: String, _ conditions: [String],
    until: CivilDate?, at position: Int, _ ground: CaseGround
  ) {
    var proposal = Ruling(
      position: position, effect: effect, proposer: person, reason: reason,
      conditions: conditions, until: until, basis: ground.basis, inForceFrom: position)
    if effect.releases {
      // Neither to propose it again nor to reopen the case silences who dissented.
      proposal.dissenters = dissenters
      pending = proposal
    } else {
      pending = nil
      ruling = proposal
    }
  }

  private mutating func reopen(_ reason: String) {
    reopenings.append(reason)
    ruling = nil
    pending = nil
  }
}
