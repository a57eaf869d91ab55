import Formats

/// A date as registers write it: a day, a month or a year (FollowTheMoney `date`; BODS dates).
struct WrittenDate: Sendable, Hashable {
  /// The first and the last day that it may mean.
  let earliest: CivilDate
  let latest: CivilDate

  /// Reads `2024`, `2024-03`, `2024-03-31` and the day of a date with a time.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    if bytes.count > 10 {
      guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
        let day = CivilDate(text.prefix(10))
      else { return nil }
      (earliest, latest) = (day, day)
      return
    }
    if let day = CivilDate(text) {
      (earliest, latest) = (day, day)
      return
    }
    let suffixes = bytes.count == 4 ? ("-01-01", "-12-31") : ("-01", "")
    guard bytes.count == 4 || bytes.count == 7,
      let first = CivilDate(text + suffixes.0)
    else { return nil }
    earliest = first
    let last =
      bytes.count == 4
      ? CivilDate(text + suffixes.1)
      : CivilDate(
        year: first.year, month: first.month,
        day: CivilDate.days(inMonth: first.month, of: first.year))
    guard let last else { return nil }
    latest = last
  }

  /// The last day on which an interest is counted that ceased on this date, where the publisher
  /// may have rounded a month to its first day (BODS 0.4, `Interest.endDate`): the whole month.
  var lastDayBeforeRounding: CivilDate {
    let (year, month, day) = latest.components
    guard day == 1 else { return latest }
    return CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year))
      ?? latest
  }
}

/// The days on which an interest is taken to stand: the widest that its dates allow, so that a
/// date that is told in part never shortens a restricted owner's share.
struct DaySpan: Sendable, Hashable {
  /// Day numbers, both included.
  private let first: Int32
  private let last: Int32

  static let always = DaySpan()

  /// Open at an end that is nil.
  init(from: CivilDate? = nil, until: CivilDate? = nil) {
    first = from.map { Int32(clamping: $0.dayNumber) } ?? .min
    last = until.map { Int32(clamping: $0.dayNumber) } ?? .max
  }

  var isEmpty: Bool { first > last }
  var from: CivilDate? { first == .min ? nil : CivilDate(dayNumber: Int(first)) }
  var until: CivilDate? { last == .max ? nil : CivilDate(dayNumber: Int(last)) }

  func contains(_ date: CivilDate) -> Bool {
    Int(first) <= date.dayNumber && date.dayNumber <= Int(last)
  }

  func intersection(_ other: DaySpan) -> DaySpan {
    DaySpan(first: max(first, other.first), last: min(last, other.last))
  }

  private init(first: Int32, last: Int32) {
    self.first = first
    self.last = last
  }

  /// By start and then by end.
  static func precedes(_ left: DaySpan, _ right: DaySpan) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }

  /// `, since 2024-03-01`; nothing where no date is known.
  var words: String {
    (from.map { ", since \($0)" } ?? "") + (until.map { ", until \($0)" } ?? "")
  }
}
