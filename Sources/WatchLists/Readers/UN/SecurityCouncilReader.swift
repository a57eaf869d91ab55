import Formats

/// Reads the Consolidated List of the UN Security Council.
///
/// Layout: https://www.un.org/sc/resources/sc-sanctions.xsd (`CONSOLIDATED_LIST`).
enum SecurityCouncilReader {
  static let layout = RecordLayout(
    list: "the UN Security Council Consolidated List", containers: ["INDIVIDUALS", "ENTITIES"],
    records: ["INDIVIDUAL", "ENTITY"])

  /// Returns the day on which the file was made.
  static func read(
    _ bytes: [UInt8], into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    let document = try ListDocument(bytes, layout: layout, into: &collector) {
      record, path, collector in
      draft(of: record).hand(
        to: &collector, idName: "REFERENCE_NUMBER", path: path, line: record.line)
    }
    return try StatedDay.read(
      document.root.attribute("dateGenerated"), of: "dateGenerated", file: collector.file,
      by: StatedDay.leading)
  }

  private static func draft(of record: XMLElement) -> EntryDraft {
    let isPerson = record.name == "INDIVIDUAL"
    // The permanent reference number is what committees cite; DATAID is the database's own.
    var draft = EntryDraft(
      record.value("REFERENCE_NUMBER") ?? record.value("DATAID"), list: .unSecurityCouncil,
      schema: isPerson ? .person : .organisation)
    draft.set(\.number, record.value("DATAID"))
    draft.set(\.listedFrom, record.value("LISTED_ON").flatMap(StatedDay.leading))
    let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]
    let name = parts.compactMap(record.value).joined(separator: " ")
    draft.addName(name)
    let further = PublishedNames.parts(of: name)
    if further.count > 1 { further.forEach { draft.addName($0) } }
    record.values("NAME_ORIGINAL_SCRIPT").forEach { draft.addName($0) }
    let prefix = record.name
    for alias in record.children(prefix + "_ALIAS") { add(alias, to: &draft) }
    for country in record.values("NATIONALITY", "VALUE") {
      draft.addCountry(country, label: "nationality")
    }
    for address in record.children(prefix + "_ADDRESS") {
      draft.addAddress(
        ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE"].map(address.value),
        country: address.value("COUNTRY"))
      draft.remark(address.value("NOTE"), label: "address")
    }
    record.children("INDIVIDUAL_DATE_OF_BIRTH").forEach { add(birth: $0, to: &draft) }
    for place in record.children("INDIVIDUAL_PLACE_OF_BIRTH") {
      let words = ["STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE"].compactMap(place.value)
      draft.remark(words, label: "born in")
    }
    record.children("INDIVIDUAL_DOCUMENT").forEach { add(document: $0, to: &draft) }
    draft.addProgramme(record.value("UN_LIST_TYPE"))
    draft.remark(record.values("TITLE", "VALUE"), label: "title")
    draft.remark(record.values("DESIGNATION", "VALUE"), label: "designation")
    draft.remark(record.value("GENDER"), label: "gender")
    draft.remark(record.value("COMMENTS1"))
    return draft
  }

  /// `QUALITY` is Good or Low for individuals, and a.k.a. or f.k.a. for entities.
  private static func add(_ alias: XMLElement, to draft: inout EntryDraft) {
    let quality = alias.value("QUALITY")
    for name in PublishedNames.parts(of: alias.value("ALIAS_NAME")) {
      draft.addName(name, isWeak: quality == "Low")
      if quality == "f.k.a." { draft.remark(name, label: "formerly") }
    }
    draft.addBirth(alias.value("DATE_OF_BIRTH"))
    let place = ["CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"].compactMap(alias.value)
    draft.remark(place, label: "by an alias born in")
    draft.remark(alias.value("NOTE"), label: "alias")
  }

  private static func add(birth: XMLElement, to draft: inout EntryDraft) {
    let note = birth.value("NOTE")
    let (from, to) = (birth.value("FROM_YEAR"), birth.value("TO_YEAR"))
    var text = birth.value("DATE").map { String($0.prefix(10)) } ?? birth.value("YEAR")
    if let from, let to { text = "\(from) to \(to)" }
    guard let text else {
      // A range that is open at one end is no year to compare with.
      draft.remark(from.map { "\($0) or later" } ?? to.map { "\($0) or earlier" }, label: "birth")
      draft.addBirth(note)
      return
    }
    let isCirca =
      birth.value("TYPE_OF_DATE") == "APPROXIMATELY"
      || note?.lowercased().hasPrefix("approx") == true
    draft.addBirth(isCirca ? "circa \(text)" : text)
    // Such as `from false passport`, which takes much of its weight from the date.
    draft.remark(note, label: "birth \(text)")
  }

  private static func add(document: XMLElement, to draft: inout EntryDraft) {
    let kinds = ["TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2"].compactMap(document.value)
    let country = document.value("ISSUING_COUNTRY") ?? document.value("COUNTRY_OF_ISSUE")
    draft.addIdentifier(
      document.value("NUMBER"), kind: kinds.joined(separator: ", "), of: country)
    draft.remark(document.value("NOTE"), label: "document")
  }
}
