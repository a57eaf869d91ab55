public import Formats

/// What is law on a day, what begins or ends soon, and what an operator must confirm.
public struct LawCalendar: Sendable {
  /// One legal basis on the day.
  public struct Entry: Sendable {
    public let basis: LegalRegistry.Basis
    public let force: LegalRegistry.Force
  }

  /// What changes within the horizon.
  public struct Change: Sendable {
    public let date: CivilDate
    public let basis: LegalRegistry.Basis
    public let begins: Bool
    public let needsConfirmation: Bool

    public var words: String {
      if !begins { return "ends after this day as far as the registry knows" }
      return needsConfirmation ? "begins, to be confirmed by an operator" : "begins"
    }
  }

  /// Days after the day that is asked about in which a change is told.
  public static let horizon = 90

  public let asOf: CivilDate
  public let entries: [Entry]
  /// By date, then by id.
  public let changes: [Change]

  /// `confirmations` are those of operators by id of the registry, made on or before the day.
  public init(_ registry: LegalRegistry, asOf: CivilDate, confirmations: [String: Bool]) {
    self.asOf = asOf
    let laws = registry.bases.filter(\.isLaw)
    entries = laws.map {
      Entry(basis: $0, force: $0.force(on: asOf, confirmed: confirmations[$0.id]))
    }
    let last = asOf.adding(days: Self.horizon)
    var changes: [Change] = []
    for basis in laws {
      for interval in basis.intervals {
        if let from = interval.from, asOf < from, from <= last {
          changes.append(
            Change(
              date: from, basis: basis, begins: true,
              needsConfirmation: interval.needsConfirmation))
        }
        if let until = interval.until, asOf <= until, until < last {
          changes.append(
            Change(date: until, basis: basis, begins: false, needsConfirmation: false))
        }
      }
    }
    self.changes = changes.sorted { ($0.date, $0.basis.id) < ($1.date, $1.basis.id) }
  }

  public func entries(_ force: LegalRegistry.Force...) -> [Entry] {
    entries.filter { force.contains($0.force) }
  }
}
