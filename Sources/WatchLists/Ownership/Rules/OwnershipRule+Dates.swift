public import Formats

/// When a rule binds.
extension OwnershipRule {
  /// Whether a rule is law on a day.
  public enum Force: String, Sendable, Hashable {
    case notYet, inForce, suspended
    /// By its text in force again, which an operator must confirm.
    case unconfirmed
  }

  /// OFAC's from 13 August 2014, the EU's and the UK's with their regimes. The Affiliates Rule
  /// from 29 September 2025, suspended from 10 November 2025 to 9 November 2026, by its text in
  /// force again from 10 November 2026 (90 FR 47201 and the rule that suspends it). A result is
  /// computed on every day: a listed owner is a red flag whether or not the rule binds.
  public func force(on date: CivilDate) -> Force {
    switch id {
    case OwnershipRule.ofac.id: return date >= day(2014, 8, 13) ? .inForce : .notYet
    case OwnershipRule.affiliatesID:
      if date < day(2025, 9, 29) { return .notYet }
      if date < day(2025, 11, 10) { return .inForce }
      return date < day(2026, 11, 10) ? .suspended : .unconfirmed
    case OwnershipRule.unitedKingdom.id: return date >= day(2020, 7, 6) ? .inForce : .notYet
    default: return .inForce
    }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }
}
