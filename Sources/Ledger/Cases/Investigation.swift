public import Formats

/// An allegation of misuse, or a shipment that should not have gone: sales and service in its scope
/// hold until there are findings and a remedy, and two persons have closed it.
public struct Investigation: Sendable {
  public enum Act: Sendable, Hashable {
    case open(allegation: String, InvestigationScope)
    /// Something left that should not have; discovered on a day. Opens and starts the clocks.
    case stop(reason: String, InvestigationScope, discovered: CivilDate)
    case finding(String)
    case remedy(String)
    /// Property was blocked or a transaction rejected on a day.
    case event(ReportingClock.Duty, on: CivilDate)
    case report(ReportingClock.Duty, on: CivilDate)
    /// Proposed by an officer, in force when counsel or another officer does it too.
    case close(reason: String)

    public var kind: String {
      switch self {
      case .open: "open"
      case .stop: "stop"
      case .finding: "finding"
      case .remedy: "remedy"
      case .event: "event"
      case .report: "report"
      case .close: "close"
      }
    }
  }

  public struct Entry: Sendable {
    public let position: Int
    public let day: CivilDate
    public let person: String
    public let act: Act
    public let refusal: String?
  }

  public let id: String
  public private(set) var scope = InvestigationScope()
  public private(set) var allegation = ""
  public private(set) var opened: CivilDate?
  public private(set) var discovered: CivilDate?
  public private(set) var findings: [String] = []
  public private(set) var remedies: [String] = []
  /// Who asked for its end.
  public private(set) var closer: String?
  public private(set) var isClosed = false
  public private(set) var entries: [Entry] = []
  private var events: [ReportingClock.Duty: CivilDate] = [:]
  private var reports: [ReportingClock.Duty: CivilDate] = [:]
  private var roster = Roster()

  init(id: String) { self.id = id }

  /// Whether what it covers is held.
  public var holds: Bool { opened != nil && !isClosed }

  /// Whether it held what it covers just before the record at a position was added.
  func held(at position: Int) -> Bool {
    let effective = entries.filter { $0.refusal == nil }
    guard let first = effective.first, first.position < position else { return false }
    guard isClosed, let last = effective.last else { return true }
    return last.position >= position
  }

  public var clocks: [ReportingClock] {
    var clocks: [ReportingClock] = []
    if let discovered {
      clocks.append(
        ReportingClock(.disclosureNotice, from: discovered, made: reports[.disclosureNotice]))
    }
    if let notice = reports[.disclosureNotice] {
      clocks.append(
        ReportingClock(.disclosureNarrative, from: notice, made: reports[.disclosureNarrative]))
    }
    for duty in [ReportingClock.Duty.blocked, .rejected] {
      if let day = events[duty] {
        clocks.append(ReportingClock(duty, from: day, made: reports[duty]))
      }
    }
    return clocks
  }

  /// Why an act is not allowed, or nil.
  public func refusal(of act: Act, by person: String, on day: CivilDate) -> String? {
    guard Roster.isName(person) else { return Roster.noName }
    let roles = roster.roles(of: person)
    func isSilent(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
    switch act {
    case .open(let text, let scope), .stop(let text, let scope, _):
      // Anybody may allege, in whatever role or none.
      if opened != nil { return "it is open" }
      if isSilent(text) { return "it says nothing; give the allegation or the reason" }
      if scope.isEmpty { return "its scope is empty: name parties, serials, products or orders" }
      if case .stop(_, _, let found) = act, found > day { return "\(found) has not come yet" }
      return nil
    default: break
    }
    guard holds else { return opened == nil ? "there is no such investigation" : "it is closed" }
    switch act {
    case .open, .stop: return nil
    case .finding(let text):
      if isSilent(text) { return "it says nothing" }
      return roles.isDisjoint(with: [.analyst, .officer, .counsel])
        ? "findings are for analyst, counsel, officer" : nil
    case .remedy(let text):
      if isSilent(text) { return "it says nothing" }
      return roles.isDisjoint(with: [.officer, .counsel])
        ? "remedies are for counsel, officer" : nil
    case .event(let duty, let when), .report(let duty, let when):
      if roles.isDisjoint(with: [.analyst, .officer, .counsel]) {
        return "reports are for analyst, counsel, officer"
      }
      if when > day { return "\(when) has not come yet" }
      return refusal(of: act, duty)
    case .close(let reason):
      if isSilent(reason) { return "it says nothing; give the reason" }
      return refusalOfClosing(by: person, roles)
    }
  }

  private func refusal(of act: Act, _ duty: ReportingClock.Duty) -> String? {
    if case .event = act {
      guard [.blocked, .rejected].contains(duty) else { return "only blocked and rejected happen" }
      return events[duty] == nil ? nil : "the day is recorded; the first one counts"
    }
    guard let clock = clocks.first(where: { $0.duty == duty }) else {
      return "nothing has started this period"
    }
    if case .report(_, let when) = act, when < clock.start {
      return "\(when) is before the period began, on \(clock.start)"
    }
    return reports[duty] == nil ? nil : "the report is recorded"
  }

  private func refusalOfClosing(by person: String, _ roles: Set<CaseRole>) -> String? {
    if findings.isEmpty || remedies.isEmpty { return "it needs findings and a remedy first" }
    if let open = clocks.first(where: { $0.made == nil }) {
      return "the report \(open.duty.rawValue) (\(open.duty.basis)) is not made"
    }
    guard let closer else {
      return roles.contains(.officer) ? nil : "its end is asked for by an officer"
    }
    if closer == person { return "who asked for its end does not confirm it" }
    return roles.isDisjoint(with: [.officer, .counsel])
      ? "its end is confirmed by counsel or another officer" : nil
  }

  mutating func take(_ appointment: Appointment, by person: String) {
    roster.take(appointment, by: person)
  }

  public func roles(of person: String) -> Set<CaseRole> { roster.roles(of: person) }

  mutating func take(_ act: Act, by person: String, on day: CivilDate, at position: Int) {
    let refusal = refusal(of: act, by: person, on: day)
    entries.append(
      Entry(position: position, day: day, person: person, act: act, refusal: refusal))
    guard refusal == nil else { return }
    // Whatever is added after somebody asked for the end must be looked at again.
    if act.kind != "close" { closer = nil }
    switch act {
    case .open(let text, let scope): (allegation, self.scope, opened) = (text, scope, day)
    case .stop(let text, let scope, let found):
      (allegation, self.scope, opened, discovered) = (text, scope, day, found)
    case .finding(let text): findings.append(text)
    case .remedy(let text): remedies.append(text)
    case .event(let duty, let when): events[duty] = when
    case .report(let duty, let when): reports[duty] = when
    case .close:
      isClosed = closer != nil
      closer = closer ?? person
    }
  }
}
