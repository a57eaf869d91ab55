import Formats

/// Days such as `04/05/2026` of one table, of which any row may tell whether months stand first.
struct SlashedDays {
  private struct Day {
    let notice: Int
    let code: String
    let text: String
    let line: Int
  }

  private let columns: [(place: Int, code: String)]
  private var open: [Day] = []
  /// What days that can be read in one way say: whether their month stands first.
  private var found: Set<Bool> = []

  init(columns: [TenderTerms.Label?]) {
    self.columns = columns.enumerated().compactMap { place, label in
      guard let code = label?.code, ["published", "deadline", "awarded-on"].contains(code) else {
        return nil
      }
      return (place, code)
    }
  }

  /// Learns from a row.
  mutating func note(_ record: CSVRecord) {
    for (_, _, first, second) in days(of: record) {
      if first > 12, second <= 12 { found.insert(false) }
      if second > 12, first <= 12 { found.insert(true) }
    }
  }

  /// Keeps the days of a row that made a notice and can be read in two ways.
  mutating func note(_ record: CSVRecord, of notice: Int) {
    for (code, text, first, second) in days(of: record)
    where first <= 12 && second <= 12 && first != second {
      open.append(Day(notice: notice, code: code, text: text, line: record.line))
    }
  }

  /// Reads the days that were kept as the others of the table; where none tells, that is told.
  func settle(_ reading: inout TenderReading, file: String) {
    if found == [false] { return }
    for day in open {
      guard found == [true] else {
        let message =
          "\(NoticeText.quoted(day.text)) may have its month first or its day; it is read as day first"
        reading.notices[day.notice].unread.append("line \(day.line): \(message)")
        reading.faults.add(
          Diagnostic(
            "EVD104", message, severity: .warning, remedy: "write it as 2026-11-10", file: file,
            position: SourcePosition(line: day.line, column: 1)))
        continue
      }
      let parts = day.text.split(separator: "/")
      guard parts.count == 3,
        let date = NoticeDates.day(in: "\(parts[1])/\(parts[0])/\(parts[2])")
      else { continue }
      switch day.code {
      case "published": reading.notices[day.notice].published = date
      case "deadline": reading.notices[day.notice].deadline = date
      default: reading.notices[day.notice].awardedOn = date
      }
    }
  }

  private func days(
    of record: CSVRecord
  ) -> [(code: String, text: String, first: Int, second: Int)] {
    columns.compactMap { place, code in
      guard place < record.count else { return nil }
      let text = NoticeText.trimmed(record[place])
      return NoticeDates.slashed(text).map { (code, text, $0.0, $0.1) }
    }
  }
}
