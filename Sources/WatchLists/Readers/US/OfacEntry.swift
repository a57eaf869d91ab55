/// One main record of OFAC's legacy files as an entry, without what its companions say.
///
/// Cells: number, name, type, programme, title, call sign, vessel type, tonnage, gross registered
/// tonnage, vessel flag, vessel owner, remarks.
enum OfacEntry {
  static func entry(
    _ row: OfacTable.Row, schema: EntrySchema, comments: String?
  ) -> ListEntry {
    var entry = ListEntry(
      id: String(row.number), list: .specialDesignations, name: row[1], schema: schema)
    entry.number = entry.id
    entry.programmes = programmes(row[3])
    entry.addRemark(row[4], label: "title")
    entry.addIdentifier(row[5], kind: "Call sign")
    entry.addRemark(row[6], label: "vessel type")
    entry.addRemark(row[9], label: "flag")
    entry.addRemark(row[10], label: "vessel owner")
    // Remarks that did not fit are cut anywhere, also inside a word.
    let column = row.whole(11)
    OfacRemarks.read(
      column + (comments ?? ""), isCut: comments == nil && OfacRemarks.isCut(column), into: &entry)
    return entry
  }

  /// Nothing stands for organisations; nil for a word that is not known.
  static func schema(_ word: String) -> EntrySchema? {
    word.isEmpty ? .organisation : OfacKinds.schema(word)
  }

  /// `SDGT] [NS-PLC` is two tags: the outer brackets are left out in the file.
  static func programmes(_ text: String) -> [String] {
    var tags: [String] = []
    for part in text.utf8.split(whereSeparator: { $0 == UInt8(ascii: "]") || $0 == 0x5B }) {
      tags.addOnce(String(decoding: part, as: UTF8.self).trimmedOfSpace)
    }
    return tags
  }
}
