public import Formats

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

  /// `events` are the days on which something happened that a period counts from.
  public init(
    recorded: CivilDate, events: [(kind: Event, day: CivilDate)], basis: RetentionBasis
  ) {
    guard events.contains(where: { $0.kind != .diverted }) else {
      self = .open(
        reason: "the period counts from the export or the end of the transaction, and neither is "
          + "recorded")
      return
    }
    let start = events.map(\.day).reduce(recorded, max)
    var ends = [(start.adding(years: 5), "15 CFR 762.6: five years")]
    if basis.isSubjectToOFAC != false {
      ends.append(
        (
          start.adding(years: 10),
          "31 CFR 501.601: ten years"
            + (basis.isSubjectToOFAC == nil ? ", as it is not known whether it applies" : "")
        ))
    }
    if basis.isSubjectToEU != false {
      ends.append(
        (
          CivilDate(year: min(start.year + 5, 9999), month: 12, day: 31) ?? start,
          "Regulation (EU) 2021/821 article 27: five years from the end of the year"
            + (basis.isSubjectToEU == nil ? ", as it is not known whether it applies" : "")
        ))
    }
    let end = ends.map(\.0).reduce(start, max)
    self = .until(end, basis: ends.filter { $0.0 == end }.map(\.1))
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
