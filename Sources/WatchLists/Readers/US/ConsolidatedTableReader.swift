import Digests
import Formats

/// Reads the US Consolidated Screening List as comma-separated values.
///
/// Layout: https://www.trade.gov/consolidated-screening-list; the current columns begin with
/// `_id`, those before 2023 with `source`. Each row becomes a record of the JSON layout, so that
/// both downloads give the same entries.
enum ConsolidatedTableReader {
  static let columns = TableColumns(
    required: ["source", "name", "alt_names", "addresses"], expected: ["ids", "entity_number"],
    others: texts + lists + ["_id", "standard_order", "gross_tonnage", "gross_registered_tonnage"])

  static func read(_ file: ListFile, into collector: inout EntryCollector) throws(ListFailure) {
    var table = try ListTable(
      file.bytes, of: "the Consolidated Screening List", columns: columns, file: file.name)
    let isCurrent = table.has("_id")
    var names = SourceNames()
    while let row = try table.next(&collector) {
      guard var fields = RecordFields(record(row, isCurrent: isCurrent)) else { continue }
      let entry = ConsolidatedRecord.entry(&fields, names: &names)
      if fields.problems.isEmpty {
        collector.add(entry, path: row.path, line: row.line)
      } else {
        collector.refuse(
          fields.problems.joined(separator: "; "), path: row.path, line: row.line)
      }
    }
    for source in names.unknown.sorted() {
      collector.note(
        "LST012", "the source `\(source)` is not known, so its entries count as red flags",
        severity: .warning, remedy: "check whether this version of Scruple is the newest")
    }
  }

  private static let texts = [
    "source", "entity_number", "type", "name", "title", "federal_register_notice", "start_date",
    "end_date", "license_requirement", "license_policy", "call_sign", "vessel_type",
    "vessel_flag", "vessel_owner", "remarks", "source_list_url", "source_information_url",
  ]

  private static let lists = [
    "programs", "alt_names", "citizenships", "nationalities", "dates_of_birth", "places_of_birth",
  ]

  private static func record(_ row: ListTable.Row, isCurrent: Bool) -> JSON {
    var members: [(String, JSON)] = [("id", .string(id(row, isCurrent: isCurrent)))]
    for column in texts {
      let text = row[column]
      members.append((column, text.isEmpty ? .null : .string(text)))
    }
    for column in lists { members.append((column, .strings(row[column].partsBetweenSemicolons))) }
    let addresses = row["addresses"].partsBetweenSemicolons.map { address($0) }
    members.append(("addresses", .array(addresses)))
    let ids = row["ids"].partsBetweenSemicolons.map { identifier($0, isCurrent: isCurrent) }
    members.append(("ids", .array(ids)))
    return .object(members)
  }

  /// The layout before 2023 has no ids: OFAC's number stands in, else a digest of the row.
  private static func id(_ row: ListTable.Row, isCurrent: Bool) -> String {
    if isCurrent { return row["_id"] }
    let number = row["entity_number"]
    if !number.isEmpty { return number }
    return String(SHA256(of: JSON.strings(row.record.texts).text()).hexadecimal.prefix(16))
  }

  /// The parts of an address are joined by commas; the last is the country where it is a code.
  private static func address(_ text: String) -> JSON {
    let parts = text.components(separatedBy: ", ")
    for count in [1, 2] where parts.count >= count {
      let tail = parts.suffix(count).joined(separator: ", ")
      guard isCountry(tail) else { continue }
      let rest = parts.dropLast(count).joined(separator: ", ")
      return .object([
        ("address", rest.isEmpty ? .null : .string(rest)), ("country", .string(tail)),
      ])
    }
    return .object([("address", .string(text))])
  }

  /// Countries are codes, or the few words in capitals that the publisher puts for codes.
  private static func isCountry(_ text: String) -> Bool {
    if text.utf8.count == 2 { return text.utf8.allSatisfy { (0x41...0x5A).contains($0) } }
    return text.hasPrefix("REGION: ") || PublishedCountry.isConsolidatedWord(text)
  }

  /// `type, number, country` in the current layout, `country, number, type` before.
  private static func identifier(_ text: String, isCurrent: Bool) -> JSON {
    var parts = text.components(separatedBy: ", ")
    func isCode(_ part: String?) -> Bool {
      part.map { $0.utf8.count == 2 && isCountry($0) } ?? false
    }
    var kind: String?
    if isCurrent {
      if parts.count > 1 { kind = parts.removeFirst() }
      // Dates of issue and expiry may follow the country.
      while parts.count > 1, CivilDate(parts[parts.count - 1]) != nil { parts.removeLast() }
      if parts.count > 1, isCode(parts.last) { parts.removeLast() }
    } else {
      if parts.count > 2, isCode(parts.first) { parts.removeFirst() }
      if parts.count > 1 { kind = parts.removeLast() }
    }
    return .object([
      ("type", .optional(kind)), ("number", .string(parts.joined(separator: ", "))),
    ])
  }
}
