import Formats

/// Reads the OFSI Consolidated List of Financial Sanctions Targets, closed on 28 January 2026.
///
/// Layout: the 2022 format of HM Treasury (`ArrayOfFinancialSanctionsTarget`): a row for each name
/// of a target and each of its addresses; the rows of one target share a `GroupID`.
enum ConListReader {
  static let layout = RecordLayout(
    list: "the OFSI Consolidated List", records: ["FinancialSanctionsTarget"])

  /// The file does not say when it was made.
  static func read(
    _ bytes: [UInt8], into collector: inout EntryCollector
  ) throws(ListFailure) {
    var groups = EntryGroups()
    var measures: [String: [String]] = [:]
    _ = try ListDocument(bytes, layout: layout, into: &collector) { row, path, collector in
      guard let id = row.value("GroupID") else {
        collector.refuse("`GroupID` is missing", path: path, line: row.line)
        return
      }
      if let measure = measure(row.value("GrpStatus")) {
        measures[id, default: []].addOnce(measure)
      }
      groups.add(id, list: .ukSanctionsList, path: path, line: row.line) { add(row, to: &$0) }
    }
    groups.hand(to: &collector, idName: "GroupID") { draft in
      let measures = measures[draft.entry.id] ?? []
      draft.set(\.effect, UKMeasures.effect(of: measures, on: .ukSanctionsList))
    }
  }

  /// A stands for an asset freeze, I for an investment ban; a letter that is not known must not
  /// make less of an entry.
  private static func measure(_ status: String?) -> String? {
    status.map { $0 == "I" ? "investment ban" : "asset freeze" }
  }

  private static func add(_ row: XMLElement, to draft: inout EntryDraft) {
    if let schema = row.value("GroupTypeDescription").flatMap(UKSchema.schema) {
      draft.set(\.schema, schema)
    }
    if draft.entry.number == nil { draft.set(\.number, row.value("UKSanctionsListRef")) }
    let day = row.value("DateDesignated") ?? row.value("DateListed")
    draft.addListing(day.flatMap(UKSchema.day))
    // The layout writes the first five names small and the last one not.
    let parts = (1...6).compactMap { row.value("name\($0)") ?? row.value("Name\($0)") }
    draft.addName(
      parts.joined(separator: " "), isWeak: UKSchema.isWeak(row.value("AliasQuality")),
      isPrimary: UKSchema.isPrimary(row.value("AliasType")))
    draft.addName(row.value("NameNonLatinScript"))
    if let status = row.value("GrpStatus"), !["A", "I"].contains(status) {
      draft.remark(status, label: "status")
    }
    draft.addProgramme(row.value("RegimeName"))
    draft.addAddress(
      (1...6).map { row.value("Address\($0)") } + [row.value("PostCode")],
      country: row.value("Country"))
    for (field, kind) in identifiers { draft.addIdentifier(row.value(field), kind: kind) }
    for birth in NumberedValues.split(row.value("Individual_DateOfBirth") ?? "") {
      draft.addBirth(UKSchema.birth(birth))
    }
    for country in NumberedValues.split(row.value("Individual_Nationality") ?? "") {
      draft.addCountry(country, label: "nationality")
    }
    draft.addCountry(row.value("Ship_Flag"), label: "flag")
    let place = ["Individual_TownOfBirth", "Individual_CountryOfBirth"]
    draft.remark(place.compactMap(row.value), label: "born in")
    for (field, label) in remarks { draft.remark(row.value(field), label: label) }
    draft.remark(row.value("OtherInformation"))
  }

  private static let identifiers = [
    ("UNRef", "UN reference"), ("Individual_PassportNumber", "Passport"),
    ("Individual_NINumber", "National identification"),
    ("Entity_BusinessRegNumber", "Business registration"), ("Ship_IMONumber", "IMO"),
    ("PhoneNumber", "Phone"), ("EmailAddress", "Email"), ("Website", "Website"),
  ]

  private static let remarks = [
    ("GroupStatus", "group"), ("GroupSanctions", "sanctions"), ("ListingType", "listing"),
    ("Title", "title"), ("Individual_Position", "position"),
    ("Individual_Gender", "gender"), ("Individual_PassportDetails", "passport"),
    ("Individual_NIDetails", "national identification"), ("Entity_Type", "type"),
    ("Entity_ParentCompany", "parent company"), ("Entity_Subsidiaries", "subsidiary"),
    ("Ship_Type", "vessel type"), ("Ship_PreviousFlags", "previous flag"),
    ("Ship_CurrentOwners", "owner or operator"), ("Ship_Tonnage", "tonnage"),
    ("Ship_Length", "length"), ("Ship_YearBuilt", "built"),
    ("UKStatementOfReasons", "statement of reasons"),
  ]
}
