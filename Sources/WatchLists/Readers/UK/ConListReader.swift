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
    var groups: [Group] = []
    var indices: [String: Int] = [:]
    _ = try ListDocument(bytes, layout: layout, into: &collector) { row, path, collector in
      guard let id = row.value("GroupID") else {
        collector.refuse("`GroupID` is missing", path: path, line: row.line)
        return
      }
      let index = indices[id] ?? groups.count
      if index == groups.count {
        indices[id] = index
        groups.append(Group(id, row: row, path: path))
      }
      groups[index].add(row)
    }
    for group in groups {
      group.draft.hand(
        to: &collector, idName: "GroupID", path: group.path, line: group.line)
    }
  }

  /// The rows of one target.
  private struct Group {
    let path: String
    let line: Int
    private var rows: EntryDraft
    private var primary: [String] = []
    private var others: [(name: String, isWeak: Bool)] = []
    private var measures: [String] = []

    init(_ id: String, row: XMLElement, path: String) {
      self.path = path
      line = row.line
      let kind = row.value("GroupTypeDescription").flatMap(UKSchema.schema)
      rows = EntryDraft(id, list: .ukSanctionsList, schema: kind ?? .unknown)
      rows.set(\.number, row.value("UKSanctionsListRef"))
      let day = row.value("DateDesignated") ?? row.value("DateListed")
      rows.set(\.listedFrom, day.flatMap { StatedDay.leading($0) ?? StatedDay.dayFirst($0) })
    }

    /// The entry, with the primary name first whichever row it stood in.
    var draft: EntryDraft {
      var draft = rows
      primary.forEach { draft.addName($0) }
      others.forEach { draft.addName($0.name, isWeak: $0.isWeak) }
      draft.set(\.effect, UKMeasures.effect(of: measures, on: .ukSanctionsList))
      return draft
    }

    mutating func add(_ row: XMLElement) {
      // The layout writes the first five names small and the last one not.
      let parts = (1...6).compactMap { row.value("name\($0)") ?? row.value("Name\($0)") }
      let name = parts.joined(separator: " ")
      if row.value("AliasType")?.lowercased() == "primary name" {
        primary.append(name)
      } else {
        let isWeak = row.value("AliasQuality")?.lowercased().hasPrefix("low quality") == true
        others.append((name, isWeak))
      }
      if let original = row.value("NameNonLatinScript") { others.append((original, false)) }
      addMeasure(row.value("GrpStatus"))
      rows.addProgramme(row.value("RegimeName"))
      rows.addAddress(
        (1...6).map { row.value("Address\($0)") } + [row.value("PostCode")],
        country: row.value("Country"))
      addIdentifiers(row)
      row.value("Individual_DateOfBirth").map { rows.addBirth(ConListReader.birth($0)) }
      rows.addCountry(row.value("Individual_Nationality"), label: "nationality")
      for (field, label) in ConListReader.remarks { rows.remark(row.value(field), label: label) }
      rows.remark(row.value("OtherInformation"))
    }

    /// A stands for an asset freeze, I for an investment ban.
    private mutating func addMeasure(_ status: String?) {
      switch status {
      case "A": measures.append("asset freeze")
      case "I": measures.append("investment ban")
      case let other?: rows.remark(other, label: "status")
      case nil: break
      }
    }

    private mutating func addIdentifiers(_ row: XMLElement) {
      for (field, kind) in ConListReader.identifiers {
        rows.addIdentifier(row.value(field), kind: kind)
      }
    }
  }

  private static func birth(_ text: String) -> String {
    StatedDay.leading(text)?.description ?? UKSchema.birth(text)
  }

  private static let identifiers = [
    ("UNRef", "UN reference"), ("Individual_PassportNumber", "Passport"),
    ("Individual_NINumber", "National identification"),
    ("Entity_BusinessRegNumber", "Business registration"), ("Ship_IMONumber", "IMO"),
    ("PhoneNumber", "Phone"), ("EmailAddress", "Email"), ("Website", "Website"),
  ]

  private static let remarks = [
    ("GroupStatus", "group"), ("GroupSanctions", "sanctions"), ("ListingType", "listing"),
    ("Title", "title"), ("Individual_TownOfBirth", "born in"),
    ("Individual_CountryOfBirth", "born in"), ("Individual_Position", "position"),
    ("Individual_Gender", "gender"), ("Individual_PassportDetails", "passport"),
    ("Individual_NIDetails", "national identification"), ("Entity_Type", "type"),
    ("Entity_ParentCompany", "parent company"), ("Entity_Subsidiaries", "subsidiary"),
    ("Ship_Type", "vessel type"), ("Ship_Flag", "flag"), ("Ship_PreviousFlags", "previous flag"),
    ("Ship_CurrentOwners", "owner or operator"), ("Ship_Tonnage", "tonnage"),
    ("Ship_Length", "length"), ("Ship_YearBuilt", "built"),
    ("UKStatementOfReasons", "statement of reasons"),
  ]
}
