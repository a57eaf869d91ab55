import Formats

/// Numbers, day and address of a notice.
extension WordedNotice {
  mutating func readHead(_ document: NoticeDocument) {
    notice.origin = file
    notice.url =
      document.metadata.first { ["url", "og:url", "articleurl"].contains($0.name) }?.content
      ?? fields.first("url")?.text
    let numbers = fields.all("project-number").filter { !terms.isAbsent($0.text) }
    if let value = numbers.first, let number = number(value.text) {
      notice.projectNumber = number
      notice.locate("projectNumber", "line \(value.line)")
    }
    // What other countries number behind a lot is the lot.
    let lot = notice.language == "zh" ? nil : fields.first("lot")?.line
    for value in numbers.dropFirst() + fields.all("process-number")[...]
    where lot.map({ value.line < $0 }) ?? true {
      guard !terms.isAbsent(value.text), let number = number(value.text),
        number != notice.projectNumber,
        !notice.processNumbers.contains(number)
      else { continue }
      notice.processNumbers.append(number)
    }
    notice.published = day("published")
    if notice.published == nil, notice.stage == .correction {
      notice.published = day("corrected-on")
    }
    if notice.published == nil,
      let stated = document.metadata.first(where: { $0.name == "pubdate" })
    {
      notice.published = NoticeDates.day(in: stated.content)
      if notice.published != nil { notice.locate("published", "meta PubDate") }
    }
    // The day under the signature, or beside the source, stands on a line of its own.
    if notice.published == nil {
      let dated = fields.lines.reversed().prefix(30) + fields.lines.prefix(12)[...]
      // Pages of other countries date the steps of a procurement, each on a line of its own.
      let isDated =
        notice.language == "zh"
        || Set(
          dated.filter { $0.text.unicodeScalars.count <= 24 && !document.isAnswer($0.line) }
            .flatMap { NoticeDates.days(in: $0.text) }
        ).count == 1
      for line in isDated ? Array(dated) : []
      where line.text.unicodeScalars.count <= 60 && !document.isAnswer(line.line) {
        let days = NoticeDates.days(in: line.text)
        guard days.count == 1, line.text.unicodeScalars.count <= 24 || line.text.contains("来源")
        else { continue }
        notice.published = days[0]
        notice.locate("published", "line \(line.line)")
        break
      }
    }
    if notice.published == nil { tellMissingDay() }
    notice.locate("title", "line \(document.blocks.first?.line ?? 1)")
  }

  private mutating func tellMissingDay() {
    // 2026-02-30 below the signature is no day.
    let impossible = fields.lines.reversed().prefix(10).first { line in
      let parts = line.text.split { !$0.isNumber }
      return line.text.unicodeScalars.count <= 12 && parts.map(\.count) == [4, 2, 2]
        && NoticeDates.day(in: line.text) == nil
    }
    if let impossible {
      fault(
        "EVD093", "\(NoticeText.quoted(impossible.text)) is no day", "correct it",
        line: impossible.line)
    } else {
      fault("EVD092", "the day of publication is not stated", "add it", line: 1)
    }
  }

  /// A number holds a digit. In Chinese it ends with the first blank; elsewhere `27-24 SF SH` is one.
  private func number(_ text: String) -> String? {
    var number = text
    if notice.language == "zh" {
      number = WordedNotice.chineseNumber(text)
    } else {
      for end in [" dated", " Dated", " DATED", " Date", " DATE", " for ", " FOR "] {
        if let range = number.firstRange(of: end) { number = String(number[..<range.lowerBound]) }
      }
      number = NoticeText.withoutStops(number.prefix { !";,".contains($0) })
        .split(separator: "/", omittingEmptySubsequences: false)
        .map { NoticeText.trimmed($0) }.joined(separator: "/")
    }
    let isOne =
      (1...60).contains(number.unicodeScalars.count) && number.contains(where: \.isNumber)
    return isOne || notice.language == "zh" && !number.isEmpty ? number : nil
  }

  /// Without blanks and what stands in brackets behind it.
  private static func chineseNumber(_ text: String) -> String {
    let words = text.split(whereSeparator: {
      $0 == " " || $0 == "\u{3000}" || $0 == "；" || $0 == ";"
    })
    var number = String(words.first ?? "")
    // What follows a bracket that was opened before the number belongs to the sentence.
    var depth = 0
    number = String(
      number.prefix { character in
        if "（([【".contains(character) { depth += 1 }
        if "）)]】".contains(character) { depth -= 1 }
        return depth >= 0 && !"，,。".contains(character)
      })
    // The label stood in brackets with it: （招标文件编号：YL-12）.
    for (open, close) in [("（", "）"), ("(", ")")]
    where number.hasSuffix(close) && !number.contains(open) {
      number.removeLast()
    }
    return number
  }
}
