public import Formats
public import Law

/// How long the record of a transaction must be kept: the longest period that applies.
public enum RetentionPeriod: Sendable, Hashable {
  /// Through this day, by these rules.
  case until(CivilDate, basis: [String])
  /// The period has not begun, or nobody said that it has.
  case open(reason: String)

  /// What starts or prolongs a period (15 CFR 762.6(a)).
  public enum Event: String, Sendable, CaseIterable {
    case exported, diverted, ended
  }

  /// `events` are the days on which something happened that a period counts from, `rules` the
  /// periods of the law. Without rules nothing ends.
  public init(
    recorded: CivilDate, events: [(kind: Event, day: CivilDate)], basis: RetentionBasis,
    rules: [RetentionRule]
  ) {
    guard events.contains(where: { $0.kind != .diverted }) else {
      self = .open(
        reason: "the period counts from the export or the end of the transaction, and neither is "
          + "recorded")
      return
    }
    guard !rules.isEmpty else {
      self = .open(reason: "the table `retention-periods` is missing, so no period is known to end")
      return
    }
    let start = events.map(\.day).reduce(recorded, max)
    let ends = rules.compactMap { rule -> (day: CivilDate, words: String)? in
      let applies = basis.isBound(by: rule.reach)
      guard applies != false else { return nil }
      let end =
        rule.countsFromYearEnd
        ? CivilDate(year: min(start.year + rule.years, 9999), month: 12, day: 31) ?? start
        : start.adding(years: rule.years)
      return (
        end,
        "\(rule.citation): \(rule.years) years from \(rule.starts)"
          + (applies == nil ? ", as it is not known whether it applies" : "")
      )
    }
    guard !ends.isEmpty else {
      self = .open(reason: "no period of the table `retention-periods` applies")
      return
    }
    let end = ends.map(\.day).reduce(start, max)
    self = .until(end, basis: ends.filter { $0.day == end }.map(\.words))
  }
}

extension RetentionBasis {
  /// Nil where it is not known.
  func isBound(by reach: RetentionRule.Reach) -> Bool? {
    switch reach {
    case .everybody: true
    case .ofac: isSubjectToOFAC
    case .eu: isSubjectToEU
    }
  }
}

extension CivilDate {
  /// The same day so many years later; 29 February becomes 1 March where there is none.
  func adding(years: Int) -> CivilDate {
    let (year, month, day) = components
    return CivilDate(year: min(year + years, 9999), month: month, day: day)
      ?? CivilDate(year: min(year + years, 9999), month: 3, day: 1) ?? self
  }
}
