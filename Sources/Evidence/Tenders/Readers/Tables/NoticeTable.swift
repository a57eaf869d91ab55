import Formats

/// A table of notices with one item a row, whose columns are told by their names in English,
/// German or Chinese; rows of one notice share its id, or number and stage.
struct NoticeTable {
  private let text: [UInt8]
  private let columns: [TenderTerms.Label?]
  private let names: [String]
  private let separator: UInt8
  private let knowledge: TenderKnowledge
  private let file: String

  /// Nil where the first line is no head of such a table.
  init?(_ text: [UInt8], knowledge: TenderKnowledge, file: String) {
    let text = NoticeTable.withoutSeparatorLine(text)
    guard let start = text.firstIndex(where: { $0 > 0x20 }) else { return nil }
    let lineEnd = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    guard lineEnd - start <= 1 << 14, lineEnd < text.count else { return nil }
    let head = Array(text[start...lineEnd])
    var best: (separator: UInt8, names: [String], labels: [TenderTerms.Label?])?
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      var records = CSVRecords(
        head, dialect: CSVRecords.Dialect(separator: separator, isLenient: true))
      guard case .record(let record) = records.next(), record.count >= 3 else { continue }
      let labels = record.texts.map { NoticeTable.label($0, knowledge.terms) }
      if labels.count(where: { $0 != nil }) > best?.labels.count(where: { $0 != nil }) ?? 0 {
        best = (separator, record.texts, labels)
      }
    }
    guard let best else { return nil }
    let codes = Set(best.labels.compactMap { $0?.code })
    let telling: Set<String> = [
      "buyer", "project-name", "item-name", "published", "id", "supplier", "description",
    ]
    guard codes.count * 2 >= best.labels.count, codes.intersection(telling).count >= 2 else {
      return nil
    }
    self.text = text
    self.knowledge = knowledge
    self.file = file
    separator = best.separator
    columns = NoticeTable.settled(best.labels, best.names, knowledge.terms)
    names = best.names
  }

  /// Excel writes `sep=;` on a line of its own; blanks in its place keep the numbers of the lines.
  private static func withoutSeparatorLine(_ text: [UInt8]) -> [UInt8] {
    guard text.starts(with: Array("sep=".utf8)), let end = text.firstIndex(of: 0x0A), end <= 7
    else { return text }
    return Array(text[end...])
  }

  private static func label(_ name: String, _ terms: TenderTerms) -> TenderTerms.Label? {
    terms.label(name)
      ?? terms.label(String(name.map { $0 == "_" || $0 == "-" || $0 == "." ? " " : $0 }))
      ?? terms.label(spaced(name))
  }

  /// Who awards for another is an agency, and a subject beside quantities is what is bought.
  private static func settled(
    _ labels: [TenderTerms.Label?], _ names: [String], _ terms: TenderTerms
  ) -> [TenderTerms.Label?] {
    var labels = TenderTerms.settled(labels)
    let buyers = labels.indices.filter { labels[$0]?.code == "buyer" }
    let awarding = buyers.filter {
      ["vergabestelle", "contracting office", "awarding office"].contains(
        NoticeText.trimmed(NoticeText.folded(names[$0])))
    }
    if awarding.count < buyers.count {
      for place in awarding { labels[place] = TenderTerms.Label(code: "agency", aside: "") }
    }
    let codes = Set(labels.compactMap { $0?.code })
    if !codes.contains("item-name"), codes.contains("quantity"),
      let place = labels.firstIndex(where: { $0?.code == "project-name" })
    {
      labels[place] = TenderTerms.Label(code: "item-name", aside: "")
    }
    return labels
  }

  /// A row of sums is no notice.
  private static func isSum(_ record: CSVRecord) -> Bool {
    let first = record.texts.lazy.map { NoticeText.trimmed($0) }.first { !$0.isEmpty }
    return ["合计", "总计", "小计", "共计", "summe", "gesamt", "total", "sum"].contains(
      first.map { NoticeText.folded($0) } ?? "")
  }

  /// `buyerName` as `buyer Name`.
  private static func spaced(_ name: String) -> String {
    var result = ""
    for character in name {
      if character.isUppercase, result.last?.isLowercase == true { result.append(" ") }
      result.append(character)
    }
    return result
  }

  func read(into reading: inout TenderReading) {
    for (name, column) in zip(names, columns) where column == nil && !name.isEmpty {
      reading.faults.add(
        Diagnostic(
          "EVD100", "the column `\(name)` is not known and was not read", severity: .warning,
          remedy: "rename it, for example to buyer, item, quantity, unit price", file: file,
          position: SourcePosition(line: 1, column: 1)))
    }
    var records = CSVRecords(
      text, dialect: CSVRecords.Dialect(separator: separator, isLenient: true), file: file)
    var isHead = true
    var places: [String: Int] = [:]
    var days = SlashedDays(columns: columns)
    defer { days.settle(&reading, file: file) }
    while true {
      switch records.next() {
      case .end: return
      case .unreadable(let fault): reading.faults.add(fault)
      case .broken(let fault):
        reading.faults.add(fault)
        return
      case .record(let record):
        if isHead {
          isHead = false
          continue
        }
        guard record.count == columns.count else {
          reading.faults.add(
            Diagnostic(
              "FMT012",
              "the record has \(record.count) cells where the header names \(columns.count)",
              remedy: "put cells that hold separators in quotation marks", file: file,
              position: SourcePosition(line: record.line, column: 1)))
          continue
        }
        if !NoticeTable.isSum(record) { take(record, &days, &places, into: &reading) }
      }
    }
  }

  private func take(
    _ record: CSVRecord, _ days: inout SlashedDays, _ places: inout [String: Int],
    into reading: inout TenderReading
  ) {
    days.note(record)
    var row = NoticeRow(
      record: record, columns: columns, knowledge: knowledge, file: file,
      decimalComma: separator == UInt8(ascii: ";"))
    let key = row.key
    if let place = places[key] {
      row.extend(&reading.notices[place])
    } else if let notice = row.notice() {
      places[key] = reading.notices.count
      days.note(record, of: reading.notices.count)
      reading.notices.append(notice)
    }
    reading.faults.add(row.faults)
  }
}
