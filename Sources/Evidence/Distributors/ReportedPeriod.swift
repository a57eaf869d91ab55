public import Formats

/// The days that a sell-through report speaks of.
public struct ReportedPeriod: Sendable, Hashable {
  public let days: ClosedRange<CivilDate>

  public init(_ days: ClosedRange<CivilDate>) { self.days = days }

  /// Reads `2026`, `2026-H1`, `2026-Q3`, `2026-09`, a day, or two days with `/` between them
  /// (ISO 8601); nil for anything else.
  public init?(_ text: String) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    if halves.count == 2 {
      guard let first = CivilDate(halves[0]), let last = CivilDate(halves[1]), first <= last
      else { return nil }
      days = first...last
      return
    }
    if let day = CivilDate(text) {
      days = day...day
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ Int($0) }), parts[0].utf8.count == 4, parts.count < 3
    else { return nil }
    guard let months = ReportedPeriod.months(parts.count == 2 ? parts[1] : nil),
      let first = CivilDate(year: year, month: months.lowerBound, day: 1),
      let last = CivilDate(
        year: year, month: months.upperBound,
        day: CivilDate.days(inMonth: months.upperBound, of: year))
    else { return nil }
    days = first...last
  }

  private static func months(_ part: Substring?) -> ClosedRange<Int>? {
    guard let part else { return 1...12 }
    guard part.utf8.count == 2 else { return nil }
    if let month = Int(part) { return (1...12).contains(month) ? month...month : nil }
    guard let number = part.last.flatMap({ Int(String($0)) }) else { return nil }
    return switch part.first {
    case "Q" where (1...4).contains(number): (number * 3 - 2)...(number * 3)
    case "H" where (1...2).contains(number): (number * 6 - 5)...(number * 6)
    default: nil
    }
  }
}
