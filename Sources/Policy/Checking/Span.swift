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

  /// Whether it is no longer than another, from whichever day both are counted.
  func isNoLonger(than other: Span) -> Bool {
    if let days, let otherDays = other.days { return days <= otherDays }
    if let months, let otherMonths = other.months { return months <= otherMonths }
    // A month has 28 to 31 days; twelve of them have 365 or 366.
    let longest = months.map { $0 * 31 } ?? days ?? 0
    let shortest = other.months.map { $0 * 28 } ?? other.days ?? 0
    return longest <= shortest
  }

  private var days: Int? {
    switch unit {
    case .days: count
    case .weeks: 7 * count
    case .months, .years: nil
    }
  }

  private var months: Int? {
    switch unit {
    case .days, .weeks: nil
    case .months: count
    case .years: 12 * count
    }
  }

  public var words: String { "\(count) \(unit.rawValue)" }
}
