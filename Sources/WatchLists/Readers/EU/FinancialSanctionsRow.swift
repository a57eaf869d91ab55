import Formats

/// What one row of the EU's list of financial sanctions says of its entity.
///
/// The names of columns are those of version 1.1, then those of version 1.0.
enum FinancialSanctionsRow {
  static func add(_ row: ListTable.Row, to draft: inout EntryDraft) {
    addEntity(row, to: &draft)
    addName(row, to: &draft)
    country(row, "Citizenship_CountryIso2Code", "Citizenship_CountryDescription", "Citi_country")
      .map { draft.addCountry($0, label: "citizenship") }
    addAddress(row, to: &draft)
    addBirth(row, to: &draft)
    addDocument(row, to: &draft)
  }

  /// The subject type, where it is known.
  static func subject(_ row: ListTable.Row) -> String {
    row.first("Entity_SubjectType_ClassificationCode", "Entity_SubjectType", "Subject_type")
  }

  private static func addEntity(_ row: ListTable.Row, to draft: inout EntryDraft) {
    let number = row.first("Entity_EU_ReferenceNumber", "EU_ref_num")
    if draft.entry.number == nil, !number.isEmpty { draft.set(\.number, number) }
    if let schema = EuropeanLists.schema(subject(row)) { draft.set(\.schema, schema) }
    let programme = row.first("Entity_Regulation_Programme", "Programme")
    let regulation = row.first("Entity_Regulation_NumberTitle", "Leba_numtitle")
    if EuropeanLists.isHumanRights(regulation: regulation, programme: programme) {
      draft = draft.copied(to: .globalHumanRights, effect: ListCode.globalHumanRights.effect)
    }
    draft.addProgramme(programme)
    draft.remark(regulation, label: "regulation")
    draft.addIdentifier(row["Entity_UnitedNationId"], kind: "UN reference")
    let url = row.first("Entity_Regulation_PublicationUrl", "Leba_url")
    if draft.entry.source == nil, !url.isEmpty { draft.set(\.source, url) }
    draft.remark(row["Entity_DesignationDetails"], label: "designation")
    draft.remark(row.first("Entity_Remark", "Entity_remark"))
  }

  /// The day of designation, and the day of a regulation that is no amendment, as the XML has them.
  static func listing(_ row: ListTable.Row) -> (designated: CivilDate?, regulation: CivilDate?) {
    func day(_ text: String) -> CivilDate? { PublishedDate.date(text, .dayFirst) }
    let isFirst = row["Entity_Regulation_Type"].lowercased() == "regulation"
    let force = row.first(
      "Entity_Regulation_EntryIntoForceDate", "Entity_Regulation_PublicationDate")
    return (day(row["Entity_DesignationDate"]), isFirst ? day(force) : nil)
  }

  private static func addName(_ row: ListTable.Row, to draft: inout EntryDraft) {
    let parts = ["FirstName", "MiddleName", "LastName"].map {
      row.first("NameAlias_\($0)", "Naal_\($0)")
    }
    let whole = row.first("NameAlias_WholeName", "Naal_wholename")
    let name = whole.isEmpty ? parts.joinedWhereFilled(by: " ") : whole
    let isWeak = EuropeanLists.isWeak(remark: row["NameAlias_Remark"])
    let language = row.first("NameAlias_NameLanguage", "Naal_language")
    draft.addName(
      name, isWeak: isWeak,
      isPrimary: EuropeanLists.isPrimary(name, language: language, isWeak: isWeak))
    draft.remark(row.first("NameAlias_Title", "Naal_title"), label: "title")
    draft.remark(row.first("NameAlias_Function", "Naal_function"), label: "function")
    draft.remark(row.first("NameAlias_Gender", "Naal_gender"), label: "gender")
    draft.remark(row["NameAlias_Remark"], label: "name")
  }

  private static func addAddress(_ row: ListTable.Row, to draft: inout EntryDraft) {
    let street = [row["Addr_number"], row.first("Address_Street", "Addr_street")]
    draft.addAddress(
      [
        street.joinedWhereFilled(by: " "), row["Addr_other"], row["Address_PoBox"],
        row.first("Address_ZipCode", "Addr_zipcode"), row.first("Address_City", "Addr_city"),
        row["Address_Region"], row["Address_Place"],
      ],
      country: country(
        row, "Address_CountryIso2Code", "Address_CountryDescription", "Addr_country"))
    draft.remark(row["Address_ContactInfo"], label: "contact")
    draft.remark(row["Address_Remark"], label: "address")
  }

  private static func addBirth(_ row: ListTable.Row, to draft: inout EntryDraft) {
    func cell(_ names: String...) -> String? {
      names.lazy.map { row[$0] }.first { !$0.isEmpty }
    }
    let birth = EuropeanBirth(
      date: cell("BirthDate_BirthDate", "Birt_date"), year: cell("BirthDate_Year"),
      month: cell("BirthDate_Month"), day: cell("BirthDate_Day"),
      from: cell("BirthDate_YearRangeFrom"), to: cell("BirthDate_YearRangeTo"),
      isCirca: row["BirthDate_Circa"].lowercased() == "true",
      calendar: cell("BirthDate_CalendarType"))
    draft.addBirth(birth.text)
    draft.remark(birth.remark, label: "birth")
    let birthland = country(
      row, "BirthDate_CountryIso2Code", "BirthDate_CountryDescription", "Birt_country")
    draft.remark(
      [
        row.first("BirthDate_City", "Birt_place"), row["BirthDate_Place"],
        row["BirthDate_Region"], birthland ?? "",
      ], label: "born in")
    draft.remark(row["BirthDate_Remark"], label: "birth")
  }

  private static func addDocument(_ row: ListTable.Row, to draft: inout EntryDraft) {
    var number = row.first("Identification_Number", "Identification_LatinNumber", "Iden_number")
    guard !number.isEmpty else { return }
    var kind = row.first("Identification_TypeDescription", "Identification_TypeCode")
    // Version 1.0 puts the kind behind the number: `488555 (passport-National passport)`.
    if kind.isEmpty, let open = number.firstIndex(of: "("), open > number.startIndex {
      kind = String(number[number.index(after: open)...].prefix { $0 != ")" })
      number = String(number[..<open]).trimmedOfSpace
    }
    draft.addIdentifier(
      number, kind: kind,
      of: country(
        row, "Identification_CountryIso2Code", "Identification_CountryDescription", "Iden_country"))
    for state in ["KnownExpired", "KnownFalse", "ReportedLost", "RevokedByIssuer"]
    where row["Identification_\(state)"].lowercased() == "true" {
      draft.remark(number, label: "document " + state.prefix(1).lowercased() + state.dropFirst())
    }
    draft.remark(row["Identification_Remark"], label: "document")
  }

  /// The country by its code; version 1.0 writes ISO 3166-1 alpha-3.
  private static func country(
    _ row: ListTable.Row, _ code: String, _ words: String, _ old: String
  ) -> String? {
    CountryWords.alpha3[row[old]]
      ?? EuropeanLists.country(code: row[code], words: row[words].isEmpty ? row[old] : row[words])
  }
}
