/// Tells numbers that count something from those that number, measure or are part of a word.
extension ReportScanner {
  func isDozen(_ unit: ReportUnit) -> Bool {
    vocabulary.forms[unit.symbols.exact].numeral == 12 && bytes[Int(unit.start)] | 0x20 == 0x64
  }

  /// Whether the number is only part of what is said: `one in ten`, 3/4, 2½, 数十, 5 km.
  func isPart(_ index: Int) -> Bool {
    let (start, end) = (Int(units[index].start), Int(units[index].end))
    if start > 0, bytes[start - 1] == 0x2F { return true }
    // ½, ¼ and ¾
    if end + 1 < bytes.count, bytes[end] == 0xC2, (0xBC...0xBE).contains(bytes[end + 1]) {
      return true
    }
    if index > 0, units[index].isNumber, let before = han(index - 1),
      before == Unicode.Scalar("数").value || before == Unicode.Scalar("几").value
    {
      return true
    }
    if index > 1, word(index - 1) == "in", word(index - 2) == "one" { return true }
    guard let next = units[safe: index + 1], !next.isHan, next.end - next.start < 11 else {
      return false
    }
    return ReportScanner.measures.contains(word(index + 1))
  }

  func word(_ index: Int) -> String {
    String(decoding: bytes[Int(units[index].start)..<Int(units[index].end)], as: UTF8.self)
  }

  /// What a number before it measures, so that it counts nothing that follows.
  private static let measures: Set<String> = [
    "km", "kilometres", "kilometers", "metres", "meters", "cm", "mm", "kg", "grams", "ml", "mL",
    "litres", "liters", "hours", "days", "weeks", "months", "minutes", "degrees", "hectares",
  ]

  /// `4th Division`, `paragraph 4`, `10^99`: it numbers a thing and counts none.
  func isLabel(_ index: Int) -> Bool {
    let unit = units[index]
    guard unit.isNumber, !unit.isHan else { return false }
    let range = Int(unit.start)..<Int(unit.end)
    if bytes[range].contains(where: { $0 < 0x80 && $0 & 0x5F == 0x54 || $0 & 0x5F == 0x52 })
      || bytes[range].suffix(2).elementsEqual("st".utf8)
      || bytes[range].suffix(2).elementsEqual("nd".utf8)
    {
      return true
    }
    if range.lowerBound > 0, bytes[range.lowerBound - 1] == 0x5E { return true }
    guard index > 0 else { return false }
    let before = bytes[Int(units[index - 1].start)..<Int(units[index - 1].end)]
    return ReportScanner.labels.contains { label in
      before.count == label.count && zip(before, label).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  /// Words behind which a number names what they say.
  private static let labels = [
    "paragraph", "paragraphs", "page", "section", "article", "figure", "table", "chapter",
    "footnote", "annex", "clause", "line",
  ].map { Array($0.utf8) }

  func isMinus(before index: Int) -> Bool {
    let start = Int(units[index].start)
    guard start > 1 else { return false }
    return bytes[start - 1] == 0x2D && bytes[start - 2] == 0x20
  }
}
