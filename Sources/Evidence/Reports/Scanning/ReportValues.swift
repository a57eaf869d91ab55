public import Formats

/// A number of something, as a report states it.
public struct ReportQuantity: Sendable, Hashable {
  public let value: Decimal
  /// A class of `quantity-nouns.tsv`, such as `people` or `entries`.
  public let noun: String
  /// `nearly`, `about` or `over`, where the text says so.
  public let approximation: String?
  /// What further tells the counted things from others of their class: `uyghur`.
  public var quality: String?

  /// The number with its class, as a paraphrase prints it.
  public var words: String {
    (approximation.map { $0 + " " } ?? "") + ReportQuantity.grouped(value) + " " + noun
  }

  static func grouped(_ value: Decimal) -> String {
    let whole = value.wholePart
    for (size, name) in [(1_000_000_000, "billion"), (1_000_000, "million")] where whole >= size {
      if let part = value.divided(by: Decimal(exactly: size) ?? value),
        part.description.utf8.count < 7
      {
        return "\(part) \(name)"
      }
    }
    return value.isInteger ? String(value.wholePart) : value.description
  }

  /// Whether two statements may be of one number: equal when rounded as the coarser one is.
  func agrees(with other: ReportQuantity) -> Bool {
    if value == other.value { return true }
    let (low, high) = value < other.value ? (self, other) : (other, self)
    // What is `nearly` more or `over` less is no other number within a twentieth.
    let isRounded = high.approximation == "nearly" || low.approximation == "over"
    guard isRounded, let margin = high.value.divided(by: Decimal(exactly: 20) ?? high.value),
      let reached = low.value.adding(margin)
    else { return false }
    return high.value < reached
  }
}

/// A day, month or year that a report names.
public struct ReportDate: Sendable, Hashable {
  public let year: Int
  public let month: Int?
  public let day: Int?
  /// `early`, `mid`, `late` or `end`, where the text says so.
  public let part: String?
  /// Whether the year comes from elsewhere in the sentence or report.
  public var isYearInferred = false

  /// `2017`, `2017-06` or `2017-06-12`.
  public var text: String {
    // Without interpolation, which takes longer than all else of a claim of a date.
    var text = String(year)
    for number in [month, day] {
      if let number { text += (number < 10 ? "-0" : "-") + String(number) }
    }
    return text
  }

  /// The same with a year from elsewhere.
  func text(in year: Int) -> String {
    guard year > 0 else {
      return (["month", month.map(String.init), day.map { "day \($0)" }].compactMap { $0 })
        .joined(separator: " ") + ", year not stated"
    }
    return ReportDate(year: year, month: month, day: day, part: part, isYearInferred: true).text
  }

  /// The first day that it may mean.
  public var first: CivilDate? { CivilDate(year: year, month: month ?? 1, day: day ?? 1) }

  /// The last day that it may mean.
  public var last: CivilDate? {
    let month = month ?? 12
    guard (1...12).contains(month) else { return nil }
    return CivilDate(
      year: year, month: month, day: day ?? CivilDate.days(inMonth: month, of: year))
  }
}
