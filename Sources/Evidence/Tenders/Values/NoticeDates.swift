import Formats

/// Reads days as notices write them: `2024年07月24日 09点30分`, `2024-7-4`, `2020-04-14+01:00`,
/// `24.07.2024`, `二〇二四年七月`.
enum NoticeDates {
  /// The first day that a text names; nil for none, and for one that does not exist.
  static func day(in text: String) -> CivilDate? { days(in: text).first }

  /// The first two numbers of `04/22/2026`; nil for days that are written otherwise.
  static func slashed(_ text: String) -> (Int, Int)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, Int(parts[2]) != nil,
      let first = Int(parts[0]), let second = Int(parts[1])
    else { return nil }
    return (first, second)
  }

  /// All days that a text names, in its order.
  static func days(in text: String) -> [CivilDate] {
    let scalars = inDigits(Array(NoticeText.folded(text).unicodeScalars))
    var found: [CivilDate] = []
    var index = 0
    while index < scalars.count {
      if let (day, end) = day(in: scalars, at: index) ?? WordedDates.day(in: scalars, at: index) {
        found.append(day)
        index = end
      } else {
        index += NoticeText.isDigit(scalars[index]) ? digits(scalars, index).count : 1
      }
    }
    return found
  }

  /// A month such as `2024年7月` or `2024-07` as its first and last day; a day as itself.
  static func span(in text: String) -> ClosedRange<CivilDate>? {
    let scalars = inDigits(Array(NoticeText.folded(text).unicodeScalars))
    for start in scalars.indices {
      let year = digits(scalars, start)
      guard year.count == 4, start == 0 || !NoticeText.isDigit(scalars[start - 1]),
        let number = Int(string(year)), (1990...2100).contains(number)
      else { continue }
      if let months = months(scalars[(start + 4)...]),
        let first = CivilDate(year: number, month: months.lowerBound, day: 1),
        let last = CivilDate(
          year: number, month: months.upperBound,
          day: CivilDate.days(inMonth: months.upperBound, of: number))
      {
        return first...last
      }
      if let day = day(in: text) { return day...day }
      var at = start + 4
      while at < scalars.count, " 年-/.".unicodeScalars.contains(scalars[at]) { at += 1 }
      let month = digits(scalars, at)
      guard (1...2).contains(month.count), at > start + 4, let value = Int(string(month)),
        let first = CivilDate(year: number, month: value, day: 1)
      else { continue }
      return first...first.adding(days: CivilDate.days(inMonth: value, of: number) - 1)
    }
    return day(in: text).map { $0...$0 }
  }

  /// The months of a quarter, a half or a span behind a year: `年二季度`, `年下半年`, `年6-7月`.
  private static func months(_ text: ArraySlice<Unicode.Scalar>) -> ClosedRange<Int>? {
    var rest = text.drop { $0 == " " }
    guard rest.first == "年" else { return nil }
    rest = rest.dropFirst().drop { $0 == " " || $0 == "第" }
    if rest.starts(with: "上半年".unicodeScalars) { return 1...6 }
    if rest.starts(with: "下半年".unicodeScalars) { return 7...12 }
    let quarters: [Unicode.Scalar: Int] = [
      "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    ]
    if let first = rest.first, let quarter = quarters[first],
      rest.dropFirst().starts(with: "季度".unicodeScalars)
    {
      return (quarter * 3 - 2)...(quarter * 3)
    }
    let from = rest.prefix { NoticeText.isDigit($0) }
    let between = rest.dropFirst(from.count).prefix { "月-~—至".unicodeScalars.contains($0) }
    let to = rest.dropFirst(from.count + between.count).prefix { NoticeText.isDigit($0) }
    let behind = rest.dropFirst(from.count + between.count + to.count)
    guard !between.isEmpty, behind.first == "月", let first = Int(string(from)),
      let last = Int(string(to)), (1...12).contains(first), (first...12).contains(last)
    else { return nil }
    return first...last
  }

  /// 二〇二六年三月十五日 as 2026年3月15日: only before the words for year, month and day.
  private static func inDigits(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains(where: { HanNumber.isPart($0) }) else { return text }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      let run = text[index...].prefix { HanNumber.isPart($0) }
      guard !run.isEmpty else {
        result.append(text[index])
        index += 1
        continue
      }
      let digits = run.endIndex < text.count ? inDigits(run, before: text[run.endIndex]) : nil
      result += digits.map { Array($0.unicodeScalars) } ?? Array(run)
      index = run.endIndex
    }
    return result
  }

  private static func inDigits(
    _ run: ArraySlice<Unicode.Scalar>, before word: Unicode.Scalar
  ) -> String? {
    switch word {
    case "年":
      guard run.count == 4, run.allSatisfy({ HanNumber.isDigit($0) }) else { return nil }
      return run.indices.compactMap { HanNumber.prefix(of: run[$0...$0])?.value.description }
        .joined()
    case "月", "日", "号":
      guard let number = HanNumber.prefix(of: run), number.length == run.count else { return nil }
      return number.value.description
    default: return nil
    }
  }

  private static func day(
    in text: [Unicode.Scalar], at start: Int
  ) -> (CivilDate, Int)? {
    if start > 0, NoticeText.isDigit(text[start - 1]) { return nil }
    let first = digits(text, start)
    guard !first.isEmpty else { return nil }
    if first.count == 8, let value = Int(string(first)) {
      // 20240724, where no digit follows.
      return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        .flatMap { (1990...2100).contains($0.year) ? ($0, start + 8) : nil }
    }
    let separators: [Set<Unicode.Scalar>] = [["年", "-", "/", "."], ["月", "-", "/", "."]]
    var at = start + first.count
    var parts = [string(first)]
    for signs in separators {
      at = skipBlanks(text, at)
      guard at < text.count, signs.contains(text[at]) else { return nil }
      at = skipBlanks(text, at + 1)
      let next = digits(text, at)
      guard !next.isEmpty, next.count <= 4 else { return nil }
      parts.append(string(next))
      at += next.count
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let day: CivilDate?
    if parts[0].count == 4 {
      day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    } else if parts[2].count == 4, parts[0].count <= 2 {
      // 24.07.2024; where the middle number is no month, it is written month first.
      day =
        CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
        ?? CivilDate(year: numbers[2], month: numbers[0], day: numbers[1])
    } else {
      day = nil
    }
    return day.flatMap { (1990...2100).contains($0.year) ? ($0, at) : nil }
  }

  private static func digits(_ text: [Unicode.Scalar], _ start: Int) -> ArraySlice<Unicode.Scalar> {
    text[min(start, text.count)...].prefix { NoticeText.isDigit($0) }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    var index = index
    while index < text.count, text[index] == " " { index += 1 }
    return index
  }
}
