import Formats

/// Days with the name of the month: `21st April 2026`, `May 12, 2026`, `14. August 2025`,
/// `18 settembre 2025`, `12 de mayo de 2026`.
enum WordedDates {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  /// In German, French, Spanish and Italian; whole words alone, for short forms of one are words of
  /// another.
  private static let otherMonths = [
    "januar janvier enero gennaio", "februar février febrero febbraio", "märz mars marzo",
    "avril abril aprile", "mai mayo maggio", "juni juin junio giugno", "juli juillet julio luglio",
    "août agosto", "septembre septiembre settembre", "oktober octobre octubre ottobre",
    "novembre noviembre", "dezember décembre diciembre dicembre",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The day that begins at a place of a folded text, and where it ends.
  static func day(in text: [Unicode.Scalar], at start: Int) -> (CivilDate, Int)? {
    guard start == 0 || !isWordPart(text[start - 1]) else { return nil }
    var at = start
    let first = word(text, &at)
    guard !first.isEmpty else { return nil }
    let second = next(text, &at)
    let year = next(text, &at)
    let parts: (day: String, month: String)? =
      if let first = ordinal(first), month(second) != nil {
        (first, second)
      } else if let second = ordinal(second), month(first) != nil {
        (second, first)
      } else {
        nil
      }
    guard let parts, let month = month(parts.month), let day = Int(parts.day), year.count == 4,
      let number = Int(year), (1990...2100).contains(number)
    else { return nil }
    return CivilDate(year: number, month: month, day: day).map { ($0, at) }
  }

  /// The next word or number, behind blanks, commas and points.
  private static func word(_ text: [Unicode.Scalar], _ index: inout Int) -> String {
    while index < text.count, " ,.".unicodeScalars.contains(text[index]) { index += 1 }
    let part = text[index...].prefix { isWordPart($0) }
    index = part.endIndex
    return String(String.UnicodeScalarView(part))
  }

  /// The next word but `de`.
  private static func next(_ text: [Unicode.Scalar], _ index: inout Int) -> String {
    let found = word(text, &index)
    return found == "de" ? word(text, &index) : found
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    NoticeText.isDigit(scalar) || NoticeText.isLatinLetter(scalar)
  }

  /// `21st` and `21` as 21.
  private static func ordinal(_ word: String) -> String? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count)
    return (1...2).contains(digits.count) && ["", "st", "nd", "rd", "th"].contains(rest)
      ? String(digits) : nil
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let month =
      months.firstIndex { $0.hasPrefix(word == "sept" ? "sep" : word) }
      ?? otherMonths.firstIndex { $0.contains(word) }
    return month.map { $0 + 1 }
  }
}
