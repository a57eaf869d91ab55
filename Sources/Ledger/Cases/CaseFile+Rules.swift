import Digests
public import Formats
import Policy
import Screening

/// Who may do what, and when. One function decides, before an act is recorded and whenever the
/// records are read again.
extension CaseFile {
  /// Why an act is not allowed, or nil.
  public func refusal(of act: CaseAct, by person: String, on day: CivilDate) -> String? {
    guard Roster.isName(person) else { return Roster.noName }
    guard let ground else { return "the order was never screened" }
    guard act.text.contains(where: { !$0.isWhitespace }) else {
      return "it says nothing; give the reason or the text"
    }
    let roles = roles(of: person)
    guard !roles.isDisjoint(with: CaseFile.whoMay(act)) else {
      if roles.isEmpty { return "`\(person)` has no role; an officer appoints" }
      return "`\(person)` is \(CaseFile.words(roles)), and \(act.kind) is for "
        + CaseFile.words(CaseFile.whoMay(act))
    }
    if ground.decision == .allow, !CaseFile.isStatement(act) {
      return "the newest determination allows the order; there is nothing to decide"
    }
    switch act {
    case .note, .evidence, .answer: return nil
    case .assign(let assignee):
      return self.roles(of: assignee).isDisjoint(with: [.analyst, .approver, .officer, .counsel])
        ? "`\(assignee)` works on no cases" : nil
    case .decide(let effect, _, let conditions):
      return refusal(of: effect, conditions, ground)
    case .override(_, let until, _): return refusalOfOverride(until, on: day, ground)
    case .approve: return refusalOfApproval(by: person, roles, on: day, ground)
    case .dissent:
      guard let ruling = pending ?? ruling else { return "there is no decision to dissent from" }
      return [ruling.proposer, ruling.approver].contains(person)
        ? "who decided does not dissent; reopen the case" : nil
    case .reopen:
      return ruling == nil && pending == nil ? "the case is open" : nil
    }
  }

  private static func isStatement(_ act: CaseAct) -> Bool {
    switch act {
    case .note, .evidence, .answer: true
    default: false
    }
  }

  static func whoMay(_ act: CaseAct) -> Set<CaseRole> {
    switch act {
    case .note, .evidence, .answer:
      [.sales, .service, .analyst, .approver, .officer, .counsel]
    case .assign: [.analyst, .approver, .officer]
    case .decide: [.analyst, .approver, .officer]
    case .approve: [.approver, .officer, .counsel]
    case .dissent, .reopen: [.analyst, .approver, .officer, .counsel]
    case .override: [.officer]
    }
  }

  static func words(_ roles: Set<CaseRole>) -> String {
    roles.map(\.rawValue).sorted().joined(separator: ", ")
  }

  private func refusal(
    of effect: CaseAct.Effect, _ conditions: [String], _ ground: CaseGround
  ) -> String? {
    if ruling != nil, !isOvertaken { return "it is decided; reopen the case first" }
    if effect == .releaseWithConditions, conditions.isEmpty { return "no condition is named" }
    if effect != .releaseWithConditions, !conditions.isEmpty {
      return "conditions are for releaseWithConditions"
    }
    guard effect.releases else { return nil }
    if isOvertaken { return "lists or policies are newer than its screening: screen it again" }
    switch ground.outcome {
    case .hold, .escalate: return nil
    case .licenceRequired: return "a licence is required: record it and screen the order again"
    case .refusePolicy: return "a policy refuses it; only an override could release it"
    case .refuseProhibited:
      return "it is prohibited unless authorised: record the authorisation and screen it again"
    case .release, .releaseWithConditions: return "there is nothing to decide"
    case nil: return "it could not be screened: remove the fault and screen it again"
    }
  }

  /// Only what a policy or a person refused can be overridden, never the law.
  private func refusalOfOverride(
    _ until: CivilDate, on day: CivilDate, _ ground: CaseGround
  ) -> String? {
    if isOvertaken { return "lists or policies are newer than its screening: screen it again" }
    if ground.legalBar != nil {
      return "the law asks for an authorisation as well, which nobody here can override: record it "
        + "and screen the order again"
    }
    let wasRefused = ruling?.effect == .refuse || ruling?.effect == .hold
    switch ground.outcome {
    case .refusePolicy: break
    case .hold, .escalate: if !wasRefused { return "nobody has refused it; decide the case" }
    default: return "only a refusal by policy or by a person can be overridden"
    }
    guard until >= day, until - day <= 30 else {
      return "an override ends within 30 days; \(until) is not within them"
    }
    return nil
  }

  private func refusalOfApproval(
    by person: String, _ roles: Set<CaseRole>, on day: CivilDate, _ ground: CaseGround
  ) -> String? {
    guard let pending else { return "there is nothing to approve" }
    if isOvertaken || pending.basis != ground.basis {
      return "what was proposed rests on an older screening: screen the order again"
    }
    if person == pending.proposer { return "who proposed it does not approve it" }
    if makers.contains(person) {
      return "who screened the order or gave its evidence does not approve it"
    }
    if let until = pending.until {
      guard roles.contains(.counsel) else { return "an override is approved by counsel" }
      return day > until ? "its time is over" : nil
    }
    guard !roles.isDisjoint(with: [.approver, .officer]) else {
      return "a decision is approved by an approver or an officer"
    }
    return pending.dissenters.isEmpty || roles.contains(.officer)
      ? nil : "there is a dissent: only an officer approves"
  }

  /// The same for all of an order: what was decided on it stays with it.
  public static func id(system: String, reference: String) -> String {
    "case_" + SHA256(of: "case\n\(system)\n\(reference)").hexadecimal.prefix(12)
  }
}
