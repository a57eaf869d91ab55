import Formats

/// What a correction changes, in tables, labelled lines and sentences.
extension WordedNotice {
  mutating func readCorrections() {
    guard notice.stage == .correction else { return }
    for table in fields.tables where table.has("correction-after") {
      for row in table.rows {
        func cell(_ code: String) -> String {
          table.index(code).flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
        }
        let after = cell("correction-after")
        guard !after.isEmpty else { continue }
        correct(cell("correction-field"), cell("correction-before"), after, row.line)
      }
    }
    var field = ""
    var before = ""
    for value in fields.values {
      switch value.code {
      case "correction-field": field = value.text
      case "correction-before": before = value.text
      case "correction-after":
        if field.isEmpty, before.isEmpty, let old = original(before: value.line) {
          (field, before) = old
        }
        correct(field, before, value.text, value.line)
        before = ""
      case "amount-before": before = value.text
      case "amount-after":
        correct("合同金额", before, value.text, value.line)
        before = ""
        if let amount = money(value) {
          notice.awarded = amount
          notice.locate("awarded", "line \(value.line)")
        }
      default: break
      }
    }
    readCorrectionsInWords()
  }

  /// 原定投标截止时间：2026年5月6日 on the line before 现更正为：….
  private func original(before line: Int) -> (field: String, before: String)? {
    guard let text = fields.lines.last(where: { $0.line < line && $0.line >= line - 2 })?.text,
      text.hasPrefix("原"), let colon = text.firstIndex(where: { "：:".contains($0) })
    else { return nil }
    return (
      NoticeText.trimmed(text[..<colon].drop { "原定".contains($0) }),
      NoticeText.trimmed(text[text.index(after: colon)...])
    )
  }

  /// STR试剂盒由100盒增至130盒: what changed, and what is bought from then on.
  private mutating func readIncrease(_ text: String, _ line: Int) -> Bool {
    let verbs = ["增加至", "减少至", "增加到", "减少到", "变更为", "调整为", "修改为", "增至", "减至", "改为"]
    guard let verb = verbs.lazy.compactMap({ text.firstRange(of: $0) }).first,
      let from = ["由", "从"].lazy.compactMap({ text[..<verb.lowerBound].firstRange(of: $0) }).first
    else { return false }
    let before = NoticeText.trimmed(text[from.upperBound..<verb.lowerBound])
    let after = NoticeText.trimmed(text[verb.upperBound...].prefix { !"，,；;。".contains($0) })
    let lead = text[..<from.lowerBound]
    let field = NoticeText.trimmed(
      lead.lastIndex { "：:，,；;。".contains($0) }.map { lead[lead.index(after: $0)...] } ?? lead)
    let reading = QuantityReader(terms: terms).read(after)
    guard !before.isEmpty, !field.isEmpty, reading.fault == nil, let quantity = reading.quantity
    else { return false }
    correct(field, before, after, line)
    if isChangedContract, reading.unit != nil {
      append(
        TenderItem(
          description: field, quantity: quantity, unit: reading.unit, place: "line \(line)"))
    }
    return true
  }

  /// 原第3条参数为：… and on the next line 现变更第3条参数为：….
  private mutating func readCorrectedLines() {
    let verbs = ["现变更", "现更正", "现修改", "现调整", "现更改", "现改为", "更正为", "变更为", "修改为"]
    for (old, new) in zip(fields.lines, fields.lines.dropFirst())
    where old.text.hasPrefix("原") && new.line - old.line <= 2 {
      guard let verb = verbs.first(where: { new.text.hasPrefix($0) }) else { continue }
      func words(_ text: some StringProtocol) -> String {
        NoticeText.trimmed(text.drop { "为：:".contains($0) }.prefix { !"；;。".contains($0) })
      }
      let (before, after) = (words(old.text.dropFirst()), words(new.text.dropFirst(verb.count)))
      if !before.isEmpty, !after.isEmpty { correct("", before, after, new.line) }
    }
  }

  /// 原“80盒”现更正为“800盒”.
  private mutating func readCorrectionsInWords() {
    readCorrectedLines()
    let lines = fields.lines.map { ($0.text, $0.line) } + fields.values.map { ($0.text, $0.line) }
    for (text, line) in lines where text.unicodeScalars.count <= 400 {
      if readIncrease(text, line) || !text.contains("原") { continue }
      let verbs = ["更正为", "变更为", "修改为", "调整为", "改为"]
      guard let verb = verbs.lazy.compactMap({ text.firstRange(of: $0) }).first,
        let old = text.firstRange(of: "原"), old.upperBound <= verb.lowerBound,
        let before = WordedNotice.quotation(in: text[old.upperBound..<verb.lowerBound]),
        let after = WordedNotice.quotation(in: text[verb.upperBound...])
      else { continue }
      correct("", before, after, line)
    }
  }

  /// What stands within quotation marks first.
  private static func quotation(in text: Substring) -> String? {
    let opening = "“「『\"'‘", closing = "”」』\"'’"
    guard let start = text.firstIndex(where: { opening.contains($0) }) else { return nil }
    let rest = text[text.index(after: start)...]
    guard let end = rest.firstIndex(where: { closing.contains($0) }) else { return nil }
    let words = NoticeText.trimmed(rest[..<end])
    return words.isEmpty ? nil : words
  }

  private mutating func correct(_ field: String, _ before: String, _ after: String, _ line: Int) {
    // A page says the same in its table and in words.
    if notice.corrections.contains(where: { $0.before == before && $0.after == after }) { return }
    notice.corrections.append(
      TenderNotice.Correction(field: field, before: before, after: after))
    notice.locate("corrections", "line \(line)")
    // The new day counts from now on.
    let isDeadline = ["截止", "开标", "开启", "递交"].contains { (field + before).contains($0) }
    if isDeadline, let day = NoticeDates.day(in: after) {
      notice.deadline = day
      notice.locate("deadline", "line \(line)")
    }
  }
}
