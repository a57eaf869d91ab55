import Formats

/// Tells the format of JSON and of tables by their first bytes.
enum ListShape {
  /// The first of some names among the members of the object that the bytes begin with; nil where
  /// none stands before the bytes cease to be JSON.
  static func firstKey(in bytes: [UInt8], among keys: [String]) -> String? {
    let names = JSONNames(keys)
    do throws(JSONFailure) {
      var cursor = try JSONCursor(bytes, limits: .init(bytes: 1 << 30))
      try cursor.enterObject()
      while let member = try cursor.nextMember(of: names) {
        if case .known(let index) = member { return keys[index] }
        try cursor.skip()
      }
      return nil
    } catch {
      return nil
    }
  }

  /// A format of JSON that is told by the names of its members; nil where they do not tell.
  static func json(_ bytes: [UInt8], file: String) throws(Diagnostic) -> ListFormat? {
    let keys = ["results", "entities", "list_id", "properties", "lists", "list"]
    switch firstKey(in: bytes, among: keys) {
    case "entities", "list_id": return .compiledList
    case "properties": return .followTheMoney
    case "lists":
      throw Diagnostic(
        "LST004", "the file describes lists and holds none",
        remedy: "import its folder, or the files beside it", file: file,
        position: SourcePosition(line: 1, column: 1))
    default: return nil
    }
  }

  /// A table that a publisher makes; nil for any other, which may be a company's own.
  static func table(_ bytes: [UInt8], file: String) throws(Diagnostic) -> ListFormat? {
    if let part = OfacPart.recognise(bytes) {
      guard part == .main else {
        throw Diagnostic(
          "LST004", "the file is the part of OFAC's legacy set with \(part.contents)",
          remedy: "import its main file, SDN.CSV or CONS_PRIM.CSV; this one is found beside it",
          file: file, position: SourcePosition(line: 1, column: 1))
      }
      return .ofacLegacy
    }
    let (_, preamble) = SanctionsTableReader.preamble(of: bytes)
    let commas = header(bytes, ",", preamble: preamble)
    if commas.contains("name6"), commas.contains("name1") {
      return commas.contains("uniqueid") ? .ukSanctions : .ukConsolidated
    }
    if preamble > 0, commas.contains("uniqueid") { return .ukSanctions }
    if commas.contains("entitynumber"), commas.contains("altnames") {
      return .consolidatedTable
    }
    if commas.contains("recordid"), commas.contains("programkey"), commas.contains("annex") {
      return .euJournal
    }
    if commas.starts(with: ["id", "schema", "name"]), commas.contains("aliases") {
      return .openSanctionsTargets
    }
    let semicolons = header(bytes, ";", preamble: 0)
    if semicolons.contains("entitylogicalid") { return .euFinancialSanctions }
    let tabs = header(bytes, "\t", preamble: 0)
    if tabs.contains("streetaddress"), tabs.contains("effectivedate") { return .deniedPersonsText }
    return nil
  }

  /// The names of the columns as `ListTable.key`s.
  private static func header(
    _ bytes: [UInt8], _ separator: Character, preamble: Int
  ) -> [String] {
    var records = CSVRecords(
      bytes, dialect: .init(separator: separator.asciiValue ?? 0x2C, isLenient: true))
    for _ in 0..<preamble { _ = records.next() }
    guard case .record(let record) = records.next() else { return [] }
    return record.texts.map(ListTable.key)
  }
}
