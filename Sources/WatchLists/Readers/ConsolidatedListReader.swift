import Formats

/// Reads the JSON download of the US Consolidated Screening List.
///
/// Layout: https://developer.trade.gov, "Consolidated Screening List". The file is one object with
/// `total`, `search_performed_at` and the array `results`, which is read record by record.
enum ConsolidatedListReader {
  /// Returns the day on which the file was made, where it says so.
  static func read(
    _ bytes: [UInt8], into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    var records = 0
    var names = SourceNames()
    let others: [JSON.Member]
    do {
      others = try JSONReader.readElements(ofArrayNamed: "results", in: bytes) { record in
        let path = "results[\(records)]"
        let line = collector.line(of: record.offset)
        records += 1
        guard var fields = RecordFields(record) else {
          collector.refuse("it is \(record.kindName), not an object", path: path, line: line)
          return
        }
        let entry = ConsolidatedRecord.entry(&fields, names: &names)
        if fields.problems.isEmpty {
          collector.add(entry, path: path, line: line)
        } else {
          collector.refuse(fields.problems.joined(separator: "; "), path: path, line: line)
        }
      }
    } catch {
      throw ListFailure([
        Diagnostic(
          "LST006", "the Consolidated Screening List is damaged or cut off: \(error.message)",
          remedy: "fetch it again; nothing of it was imported", file: collector.file,
          position: error.position, path: records > 0 ? "results[\(records)]" : nil)
      ])
    }
    for source in names.unknown.sorted() {
      collector.note(
        "LST012", "the source `\(source)` is not known, so its entries count as red flags",
        severity: .warning, remedy: "check whether this version of Scruple is the newest")
    }
    try checkTotal(others, records: records, collector: &collector)
    return try date(others, collector: collector)
  }

  private static func checkTotal(
    _ others: [JSON.Member], records: Int, collector: inout EntryCollector
  ) throws(ListFailure) {
    guard let total = others.first(where: { $0.key == "total" }) else {
      if records == 0 {
        let found = others.map { "`\($0.key)`" }.joined(separator: ", ")
        throw failure(
          "LST004", "the object has no `results`, so it is not a list; it has \(found)",
          "import the file consolidated.json of the Consolidated Screening List", collector)
      }
      collector.note(
        "LST013", "the file does not state its `total`, so its length cannot be checked",
        severity: .warning)
      return
    }
    guard let count = total.value.integer else {
      throw failure(
        "LST004", "`total` is \(total.value.kindName) where a whole number stands",
        "fetch the file again", collector)
    }
    guard count == records else {
      throw failure(
        "LST007", "the file states a total of \(count) entries and holds \(records)",
        "fetch it again; nothing of it was imported", collector)
    }
  }

  private static func date(
    _ others: [JSON.Member], collector: EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    guard let stated = others.first(where: { $0.key == "search_performed_at" })?.value,
      !stated.isNull
    else { return nil }
    guard let date = CivilDate(stated.string?.prefix(10) ?? "") else {
      throw failure(
        "LST004", "`search_performed_at` does not begin with a date such as 2026-07-31",
        "fetch the file again", collector)
    }
    return date
  }

  private static func failure(
    _ id: String, _ message: String, _ remedy: String, _ collector: EntryCollector
  ) -> ListFailure {
    ListFailure([Diagnostic(id, message, remedy: remedy, file: collector.file)])
  }
}
