public import Formats

/// A quarter of a calendar year, such as `2026-Q3`.
public struct Quarter: Sendable, Hashable, CustomStringConvertible {
  public let year: Int
  /// 1 to 4.
  public let number: Int
  public let firstDay: CivilDate
  public let lastDay: CivilDate

  /// Reads `YYYY-Qn`, nothing else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[1].hasPrefix("Q"), let year = Int(parts[0]), let number = Int(parts[1].dropFirst()),
      (1...4).contains(number),
      let first = CivilDate(year: year, month: number * 3 - 2, day: 1),
      let last = CivilDate(
        year: year, month: number * 3, day: CivilDate.days(inMonth: number * 3, of: year))
    else { return nil }
    self.year = year
    self.number = number
    firstDay = first
    lastDay = last
  }

  public func contains(_ day: CivilDate) -> Bool { firstDay <= day && day <= lastDay }

  /// The start of every number's id: `Q3`.
  var label: String { "Q\(number)" }

  public var description: String { firstDay.description.prefix(4) + "-" + label }
}
