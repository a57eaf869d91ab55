import Digests
import Formats

/// Reads lists that were compiled from printed sources: the Entity List and twelve others.
///
/// One object with `list_id`, `extracted`, `count` and the array `entities` of objects with `name`,
/// `aliases`, `country`, `address`, `federal_register`, `notes`, `effective_date` and `status`. A
/// file `lists.json` beside them (`generated`, `lists` with `id` and `official_name`) says which
/// lists there are.
enum CompiledListReader {
  /// Returns the day on which the lists were taken from their sources.
  ///
  /// `list` overrides what the file says. Several files need a `list_id` each.
  static func read(
    _ files: [ListFile], list: ListCode?, into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    var day: CivilDate?
    var described: [String: ListFile] = [:]
    var found: Set<String> = []
    for file in files {
      if CompiledLists.isDescription(file.bytes) {
        for id in try CompiledLists.described(file) { described[id] = file }
        continue
      }
      collector.turn(to: file)
      let (made, id) = try read(file, list: list, into: &collector)
      if let id { found.insert(id) }
      // The oldest day is the one on which all of them were known.
      if let made, made < day ?? made.adding(days: 1) { day = made }
    }
    for (id, file) in described.sorted(by: { $0.key < $1.key }) where !found.contains(id) {
      collector.turn(to: file)
      collector.countMissing(
        "LST018", "the list `\(id)` is described and its file is missing, so it is unknown",
        remedy: "fetch it and import the folder again")
    }
    return day
  }

  private static func read(
    _ file: ListFile, list: ListCode?, into collector: inout EntryCollector
  ) throws(ListFailure) -> (CivilDate?, id: String?) {
    let head: CompiledLists.Head
    do {
      head = try CompiledLists.Head(of: file.bytes)
    } catch {
      throw damaged(error, file)
    }
    guard let code = list ?? head.listID.flatMap(CompiledLists.code) else {
      throw ListFailure([
        Diagnostic(
          "LST025", "the file does not say which list it is: it has no `list_id`",
          remedy: "name the list with --list CODE", file: file.name)
      ])
    }
    var records = 0
    var counter = collector
    do {
      _ = try JSONReader.readElements(ofArrayNamed: "entities", in: file.bytes) { record in
        let path = "entities[\(records)]"
        let line = counter.line(of: record.offset)
        records += 1
        guard var fields = RecordFields(record) else {
          counter.refuse("it is \(record.kindName), not an object", path: path, line: line)
          return
        }
        let entry = CompiledRecord.entry(&fields, list: code)
        if fields.problems.isEmpty {
          counter.add(entry, path: path, line: line)
        } else {
          counter.refuse(fields.problems.joined(separator: "; "), path: path, line: line)
        }
      }
    } catch {
      throw damaged(error, file)
    }
    collector = counter
    if let count = head.count, count != records {
      throw ListFailure([
        Diagnostic(
          "LST007", "the file states a count of \(count) entities and holds \(records)",
          remedy: "fetch it again; nothing of it was imported", file: file.name)
      ])
    }
    return (head.extracted, head.listID)
  }

  private static func damaged(_ error: JSONFailure, _ file: ListFile) -> ListFailure {
    ListFailure([
      Diagnostic(
        "LST006", "the list is damaged or cut off: \(error.message)",
        remedy: "fetch it again; nothing of it was imported", file: file.name,
        position: error.position)
    ])
  }
}
