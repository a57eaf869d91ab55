import Formats

/// Reads the ways in which publishers write a day.
enum PublishedDate {
  /// In which order a publisher writes the numbers of a day.
  enum Order {
    case dayFirst, monthFirst
  }

  /// `2026-07-23`, `23.7.2026`, `23/07/2026` or `07/23/2026`, `13-Feb-2026`, `10 Dec 1948`,
  /// `26 Feb. 2011`, `June 21, 2022`; nil for anything else, such as a year alone.
  static func date(_ text: String, _ order: Order) -> CivilDate? {
    if let date = CivilDate(text) { return date }
    let parts = text.utf8.split(whereSeparator: { separators.contains($0) })
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3 else { return nil }
    if let month = month(parts[0]) {
      guard let day = number(parts[1]), let year = year(parts[2]) else { return nil }
      return CivilDate(year: year, month: month, day: day)
    }
    if let year = year(parts[0]), let month = number(parts[1]), let day = number(parts[2]) {
      return CivilDate(year: year, month: month, day: day)
    }
    guard let year = year(parts[2]), let first = number(parts[0]) else { return nil }
    if let month = month(parts[1]) { return CivilDate(year: year, month: month, day: first) }
    guard let second = number(parts[1]) else { return nil }
    return order == .dayFirst
      ? CivilDate(year: year, month: second, day: first)
      : CivilDate(year: year, month: first, day: second)
  }

  /// A date of birth: as `1948-12-10` where it is one day, as the year where day and month are
  /// zero (OFSI writes `00/00/1975`), else as published.
  static func birth(_ text: String, _ order: Order) -> String {
    if let date = date(text, order) { return date.description }
    let parts = text.split(separator: "/")
    if parts.count == 3, parts[0] == "00", parts[1] == "00", year(String(parts[2])) != nil {
      return String(parts[2])
    }
    return text
  }

  private static let separators: Set<UInt8> = [
    UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","),
  ]

  private static func number(_ text: String) -> Int? { text.utf8.count <= 2 ? Int(text) : nil }

  private static func year(_ text: String) -> Int? { text.utf8.count == 4 ? Int(text) : nil }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ text: String) -> Int? {
    guard text.utf8.count >= 3 else { return nil }
    return months.firstIndex(of: text.prefix(3).lowercased()).map { $0 + 1 }
  }
}
