import Formats

/// The tables of one folder of a corpus, each of the kind with whose word its name begins.
enum RecordFolder<Kind: RawRepresentable & CaseIterable> where Kind.RawValue == String {
  /// Nil for a file that is not read.
  static func kind(of name: String) -> Kind? {
    guard [".csv", ".ndjson"].contains(where: { name.hasSuffix($0) }) else { return nil }
    return Kind.allCases.first { name.hasPrefix($0.rawValue) }
  }

  /// In the order of their names; none where there is no folder.
  static func tables(in folder: String) -> [(kind: Kind, path: String)] {
    guard FileReader.isFolder(folder) else { return [] }
    return FileReader.names(in: folder).compactMap { name in
      kind(of: name).map { ($0, folder + "/" + name) }
    }
  }
}

extension RecordTable {
  /// Adds the records of a table to those of others; from then on the kind was searched.
  func read<Record>(
    _ path: String, into records: inout [Record]?,
    _ record: (Line) throws(Diagnostic) -> Record
  ) throws(Diagnostic) {
    var rows = records ?? []
    for line in try lines(of: path) { rows.append(try record(line)) }
    records = rows
  }
}

extension Line {
  /// Who verified what a person states; nil where nobody did. Nobody verifies a statement of their
  /// own.
  func verifier(of person: String, _ id: String) throws(Diagnostic) -> String? {
    let verifier = try optional("verifiedBy")
    guard verifier != person else {
      throw fault(
        id, "`\(person)` verifies a statement of their own",
        remedy: "name who verified it, or leave `verifiedBy` empty")
    }
    return verifier
  }

  /// The days `issued` and `expires` of what holds for a time; `what` is what a fault calls it.
  func term(_ what: String, _ id: String) throws(Diagnostic) -> (
    issued: CivilDate, expires: CivilDate
  ) {
    let (issued, expires) = (try day("issued"), try day("expires"))
    guard issued <= expires else {
      throw fault(
        id, "the \(what) expires on \(expires), before it was issued on \(issued)",
        remedy: "correct one of the two days")
    }
    return (issued, expires)
  }
}
