import Formats

/// Reads OFAC's legacy set: the main file and its companions, joined by the entity's number.
enum OfacSetReader {
  /// The files by part; throws where there is not one main file, a part stands twice, or a file
  /// holds another part than its name says.
  static func parts(of files: [ListFile]) throws(ListFailure) -> [OfacPart: ListFile] {
    var parts: [OfacPart: ListFile] = [:]
    for file in files {
      guard let part = OfacPart.recognise(file.bytes) else {
        let named = OfacPart.named(file.shortName)
        throw refusal(
          "the file is \(named.map { "empty or damaged where \($0.contents) stand" } ?? "no part of OFAC's legacy set")",
          "fetch it again", file)
      }
      if let named = OfacPart.named(file.shortName), named != part {
        throw refusal(
          "the file holds \(part.contents), not \(named.contents)",
          "fetch the files again; two may be swapped", file)
      }
      if let other = parts[part] {
        throw refusal(
          "`\(file.name)` and `\(other.name)` both hold \(part.contents)",
          "import one set of files", file)
      }
      parts[part] = file
    }
    guard parts[.main] != nil, !files.isEmpty else {
      throw refusal(
        "there are no main records, which SDN.CSV or CONS_PRIM.CSV holds",
        "import the main file; its companions are found beside it", files.first)
    }
    return parts
  }

  static func read(_ files: [ListFile], into collector: inout EntryCollector) throws(ListFailure) {
    let parts = try parts(of: files)
    guard let main = parts[.main] else { return }
    var companions = OfacCompanions()
    for part in [OfacPart.alternates, .addresses, .comments] {
      if let file = parts[part] { try companions.read(file, part, &collector) }
    }
    collector.turn(to: main)
    var found: [(entry: ListEntry, lists: [ListCode], line: Int)] = []
    var cutRemarks = 0
    var table = try OfacTable(main, .main)
    while let row = try table.next(&collector) {
      guard !row[1].isEmpty else {
        collector.refuse("it has no name", path: row.path, line: row.line)
        continue
      }
      guard let schema = OfacEntry.schema(row[2]) else {
        collector.refuse(
          "its type `\(row[2].prefix(64))` is not known", path: row.path, line: row.line)
        continue
      }
      let comments = companions.takeComments(of: row.number)
      if comments == nil, OfacRemarks.isCut(row.whole(11)) { cutRemarks += 1 }
      var entry = OfacEntry.entry(row, schema: schema, comments: comments)
      companions.complete(&entry, number: row.number)
      let lists = OfacLists.nonSDN(programmes: entry.programmes, remarks: row[11])
      found.append((entry, lists, row.line))
    }
    let isNonSDN =
      main.shortName.hasPrefix("cons")
      || OfacLists.isNonSDN(
        entries: found.count, marked: found.count { !$0.lists.isEmpty })
    for (entry, lists, line) in found {
      let codes = !isNonSDN ? [.specialDesignations] : lists.isEmpty ? [.menuBased] : lists
      for code in codes {
        var copy = entry
        copy.list = code
        copy.effect = code.effect
        collector.add(copy, path: "line \(line)", line: line)
      }
    }
    reportMissing(parts, main: main, cutRemarks: cutRemarks, &collector)
    companions.reportStrays(&collector)
  }

  private static func reportMissing(
    _ parts: [OfacPart: ListFile], main: ListFile, cutRemarks: Int,
    _ collector: inout EntryCollector
  ) {
    func tell(_ part: OfacPart, _ unknown: String) {
      let name = part.name(beside: main.shortName).uppercased()
      collector.countMissing(
        "LST015", "\(name) is missing beside the main file, so \(unknown)",
        remedy: "fetch it, put it into the same folder and import again")
    }
    if parts[.alternates] == nil {
      tell(.alternates, "all other names of the entries are unknown")
    }
    if parts[.addresses] == nil {
      tell(.addresses, "all addresses of the entries are unknown")
    }
    if cutRemarks > 0 {
      let remarks = cutRemarks == 1 ? "1 remark" : "\(cutRemarks) remarks"
      if parts[.comments] == nil {
        tell(.comments, "the end of \(remarks) is unknown")
      } else {
        collector.note(
          "LST016", "\(remarks) of full length have nothing more among the comments",
          severity: .note)
      }
    }
  }

  private static func refusal(
    _ message: String, _ remedy: String, _ file: ListFile?
  ) -> ListFailure {
    ListFailure([
      Diagnostic(
        "LST004", message, remedy: remedy, file: file?.name,
        position: SourcePosition(line: 1, column: 1))
    ])
  }
}
