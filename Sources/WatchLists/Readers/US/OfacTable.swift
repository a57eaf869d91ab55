import Formats

/// Walks through one file of OFAC's legacy set.
struct OfacTable {
  private var records: CSVRecords
  private let part: OfacPart
  private let file: ListFile

  init(_ file: ListFile, _ part: OfacPart) throws(ListFailure) {
    try ListTable.checkEncoding(file.bytes, file: file.name)
    self.file = file
    self.part = part
    records = CSVRecords(file.bytes, dialect: .ofac, file: file.name)
  }

  /// One record: the number of its entity, and its cells with `-0-` as nothing.
  struct Row {
    let number: Int
    fileprivate let record: CSVRecord

    var line: Int { record.line }
    var path: String { "line \(record.line)" }

    /// The cell with the white space at which a full column may be cut.
    func whole(_ cell: Int) -> String {
      let text = record[cell]
      return text.trimmedOfSpace == "-0-" ? "" : text
    }

    subscript(cell: Int) -> String {
      let text = record[cell].trimmedOfSpace
      return text == "-0-" ? "" : text
    }
  }

  /// The next record; nil at the end. Records that cannot be read are counted and passed over.
  ///
  /// Throws where the file is cut off.
  mutating func next(_ collector: inout EntryCollector) throws(ListFailure) -> Row? {
    while true {
      switch records.next() {
      case .end:
        try checkEnd(&collector)
        return nil
      case .broken(let fault): throw cutOff(fault.message, fault.position)
      case .unreadable(let fault):
        if records.isAtEnd { throw cutOff(fault.message, fault.position) }
        collector.refuse(fault, lines: records.unreadableLines)
      case .record(let record):
        if OfacPart.isHeader(record) { continue }
        let place = SourcePosition(line: record.line, column: 1)
        guard record.count == part.width else {
          let message = "it has \(record.count) cells where \(part.width) stand"
          if record.count < part.width, records.isAtEnd, records.endedWithoutBreak {
            throw cutOff(message, place)
          }
          collector.refuse(message, line: record.line)
          continue
        }
        guard let number = Int(record[0].trimmedOfSpace) else {
          collector.refuse("`\(record[0].prefix(64))` is no number of an entity", line: record.line)
          continue
        }
        return Row(number: number, record: record)
      }
    }
  }

  /// The publisher ends each file with 0x1A, and each line with a break.
  private func checkEnd(_ collector: inout EntryCollector) throws(ListFailure) {
    guard !records.sawEndMark else { return }
    guard !records.endedWithoutBreak else {
      throw cutOff("its last line does not end", nil)
    }
    collector.countMissing(
      "LST014",
      "the end mark 0x1A is missing, so the file of \(part.contents) is cut off between two lines",
      remedy: "fetch it again, and do not open it in an editor")
  }

  private func cutOff(_ message: String, _ place: SourcePosition?) -> ListFailure {
    ListFailure([
      Diagnostic(
        "LST006", "the file of \(part.contents) is damaged or cut off: \(message)",
        remedy: "fetch it again; nothing of it was imported", file: file.name, position: place)
    ])
  }
}
