import Formats

/// Reads entries one JSON object a line: the bundled list of restricted parties, and our own.
enum EntryLinesReader {
  /// Returns the newest `asOf` of the entries: the first day on which all of them were known.
  static func read(
    _ bytes: [UInt8], into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    var newest: CivilDate?
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let text = Array(bytes[start..<end])
      let isLast = end >= bytes.count
      start = end + 1
      number += 1
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      let path = "line \(number)"
      do {
        let record = try JSONReader.read(text)
        guard var fields = RecordFields(record) else {
          collector.refuse("it is \(record.kindName), not an object", path: path, line: number)
          continue
        }
        let entry = EntryLine.entry(&fields)
        let asOf = fields.date("asOf")
        guard fields.problems.isEmpty else {
          collector.refuse(fields.problems.joined(separator: "; "), path: path, line: number)
          continue
        }
        if let asOf, asOf > newest ?? asOf.adding(days: -1) { newest = asOf }
        collector.add(entry, path: path, line: number)
      } catch {
        guard !isLast else {
          throw ListFailure([
            Diagnostic(
              "LST006", "the last line is cut off: \(error.message)",
              remedy: "fetch the file again; nothing of it was imported", file: collector.file,
              position: SourcePosition(line: number, column: error.position.column))
          ])
        }
        collector.refuse("it is not JSON: \(error.message)", path: path, line: number)
      }
    }
    return newest
  }
}
