public import Formats

/// Days on which United States federal offices are closed (5 U.S.C. 6103), for periods that are
/// counted in business days.
///
/// The day of an inauguration, which closes offices around Washington only, counts as a business
/// day here: a period then ends sooner, never later.
public enum FederalHolidays {
  public static func isBusinessDay(_ day: CivilDate) -> Bool {
    !isWeekend(day) && !isHoliday(day)
  }

  /// The last of so many business days after a day, which itself does not count.
  public static func businessDay(_ count: Int, after day: CivilDate) -> CivilDate {
    var day = day
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if isBusinessDay(day) { left -= 1 }
    }
    return day
  }

  /// Monday is 0. 1 January 1970 was a Thursday.
  static func weekday(_ day: CivilDate) -> Int { ((day.dayNumber + 3) % 7 + 7) % 7 }

  private static func isWeekend(_ day: CivilDate) -> Bool { weekday(day) >= 5 }

  static func isHoliday(_ day: CivilDate) -> Bool {
    // The New Year of the next year may be observed on 31 December.
    [day.year, min(day.year + 1, 9999)].contains { holidays(of: $0).contains(day) }
  }

  /// The days on which the holidays of a year are observed.
  static func holidays(of year: Int) -> [CivilDate] {
    var fixed = [(1, 1), (7, 4), (11, 11), (12, 25)]
    // Public Law 117-17, from 2021 on.
    if year >= 2021 { fixed.append((6, 19)) }
    let moving = [
      nth(3, weekday: 0, month: 1, of: year), nth(3, weekday: 0, month: 2, of: year),
      last(weekday: 0, month: 5, of: year), nth(1, weekday: 0, month: 9, of: year),
      nth(2, weekday: 0, month: 10, of: year), nth(4, weekday: 3, month: 11, of: year),
    ]
    return fixed.compactMap { CivilDate(year: year, month: $0.0, day: $0.1).map(observed) }
      + moving.compactMap(\.self)
  }

  /// A holiday on Saturday is observed on Friday, one on Sunday on Monday.
  private static func observed(_ day: CivilDate) -> CivilDate {
    switch weekday(day) {
    case 5: day.adding(days: -1)
    case 6: day.adding(days: 1)
    default: day
    }
  }

  private static func nth(_ count: Int, weekday: Int, month: Int, of year: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return first.adding(days: (weekday - self.weekday(first) + 7) % 7 + 7 * (count - 1))
  }

  private static func last(weekday: Int, month: Int, of year: Int) -> CivilDate? {
    let days = CivilDate.days(inMonth: month, of: year)
    guard let last = CivilDate(year: year, month: month, day: days) else { return nil }
    return last.adding(days: -((self.weekday(last) - weekday + 7) % 7))
  }
}
