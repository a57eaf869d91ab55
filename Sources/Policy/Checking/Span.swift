public import Formats

/// A length of time in whole units of the calendar, as a rule writes it: `90 days`, `2 years`.
public struct Span: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case days, weeks, months, years
  }

  public let count: Int
  public let unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// The day that lies this long before another.
  ///
  /// Months and years keep the day of the month, or take the last one of a shorter month.
  public func before(_ date: CivilDate) -> CivilDate {
    switch unit {
    case .days: return date.adding(days: -count)
    case .weeks: return date.adding(days: -7 * count)
    case .months: return Span.earlier(date, months: count)
    case .years: return Span.earlier(date, months: 12 * count)
    }
  }

  private static func earlier(_ date: CivilDate, months: Int) -> CivilDate {
    let (year, month, day) = date.components
    let index = year * 12 + month - 1 - months
    let (past, rest) = index.quotientAndRemainder(dividingBy: 12)
    let (target, number) = rest < 0 ? (past - 1, rest + 13) : (past, rest + 1)
    let last = CivilDate.days(inMonth: number, of: target)
    // Before the calendar of the type begins, the first day that it has.
    return CivilDate(year: target, month: number, day: min(day, last))
      ?? date.adding(days: -31 * months)
  }

  public var words: String { "\(count) \(unit.rawValue)" }
}
