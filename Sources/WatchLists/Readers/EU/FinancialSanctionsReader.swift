import Formats

/// Reads the consolidated list of persons, groups and entities subject to EU financial sanctions.
///
/// Layout: the Financial Sanctions Files of the European Commission, `export` of version 1.1,
/// where nearly everything is an attribute.
enum FinancialSanctionsReader {
  static let namespace = "http://eu.europa.ec/fpi/fsd/export"
  static let layout = RecordLayout(
    list: "the EU consolidated list of financial sanctions", records: ["sanctionEntity"])

  /// Returns the day on which the file was made.
  static func read(
    _ bytes: [UInt8], into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    let document = try ListDocument(bytes, layout: layout, into: &collector) {
      record, path, collector in
      let subject = record.child("subjectType")
      let code = subject?.filled("code") ?? subject?.filled("classificationCode")
      if let code, EuropeanLists.schema(code) == nil {
        collector.note(
          "LST043", "the subject type `\(code)` is not known", severity: .warning, path: path,
          line: record.line)
      }
      draft(of: record, schema: code.flatMap(EuropeanLists.schema) ?? .unknown).hand(
        to: &collector, idName: "logicalId", path: path, line: record.line)
    }
    return try StatedDay.read(
      document.root.attribute("generationDate"), of: "generationDate", file: collector.file,
      by: StatedDay.leading)
  }

  private static func draft(of record: XMLElement, schema: EntrySchema) -> EntryDraft {
    let regulations = record.children("regulation")
    // The id of the database is in every layout of the list; the reference is what people cite.
    var draft = EntryDraft(
      record.filled("logicalId") ?? record.filled("euReferenceNumber"),
      list: regulations.contains(where: isHumanRights) ? .globalHumanRights : .euFinancialSanctions,
      schema: schema)
    draft.set(\.number, record.filled("euReferenceNumber"))
    draft.set(\.listedFrom, listedFrom(record, regulations))
    draft.set(
      \.source, regulations.lazy.compactMap { $0.value("publicationUrl") }.first)
    addNames(record.children("nameAlias"), to: &draft)
    for regulation in regulations {
      draft.addProgramme(regulation.filled("programme"))
      draft.remark(regulation.filled("numberTitle"), label: "regulation")
    }
    for citizenship in record.children("citizenship") {
      draft.addCountry(country(citizenship), label: "citizenship")
    }
    for address in record.children("address") {
      draft.addAddress(
        ["street", "poBox", "zipCode", "city", "region", "place"].map(address.filled),
        country: country(address))
      for contact in address.children("contactInfo") {
        draft.addIdentifier(contact.filled("value"), kind: contact.filled("key"))
      }
      address.values("remark").forEach { draft.remark($0, label: "address") }
    }
    record.children("birthdate").forEach { add(birth: $0, to: &draft) }
    record.children("identification").forEach { add(identification: $0, to: &draft) }
    draft.addIdentifier(record.filled("unitedNationId"), kind: "UN reference")
    draft.remark(record.filled("designationDetails"), label: "designation")
    record.values("remark").forEach { draft.remark($0) }
    return draft
  }

  private static func isHumanRights(_ regulation: XMLElement) -> Bool {
    EuropeanLists.isHumanRights(
      regulation: regulation.filled("numberTitle") ?? "",
      programme: regulation.filled("programme") ?? "")
  }

  /// The day of designation, else the earliest regulation that is no amendment: an amendment says
  /// only that the entry was there.
  private static func listedFrom(
    _ record: XMLElement, _ regulations: [XMLElement]
  ) -> CivilDate? {
    if let day = record.filled("designationDate").flatMap(StatedDay.leading) { return day }
    return regulations.filter { $0.filled("regulationType") == "regulation" }
      .compactMap { $0.filled("entryIntoForceDate") ?? $0.filled("publicationDate") }
      .compactMap(StatedDay.leading).min()
  }

  private static func addNames(_ aliases: [XMLElement], to draft: inout EntryDraft) {
    for alias in aliases {
      let parts = ["firstName", "middleName", "lastName"].compactMap(alias.filled)
      let name = alias.filled("wholeName") ?? parts.joined(separator: " ")
      let isWeak =
        alias.filled("strong") == "false"
        || alias.values("remark").contains(where: EuropeanLists.isWeak)
      draft.addName(
        name, isWeak: isWeak,
        isPrimary: EuropeanLists.isPrimary(
          name, language: alias.filled("nameLanguage") ?? "", isWeak: isWeak))
      draft.remark(alias.filled("title"), label: "title")
      draft.remark(alias.filled("function"), label: "function")
      draft.remark(alias.filled("gender"), label: "gender")
      alias.values("remark").forEach { draft.remark($0, label: "name") }
    }
  }

  private static func country(_ element: XMLElement) -> String? {
    EuropeanLists.country(
      code: element.filled("countryIso2Code") ?? "",
      words: element.filled("countryDescription") ?? "")
  }

  private static func add(birth: XMLElement, to draft: inout EntryDraft) {
    let read = EuropeanBirth(
      date: birth.filled("birthdate"), year: birth.filled("year"), month: birth.filled("month"),
      day: birth.filled("day"), from: birth.filled("yearRangeFrom"),
      to: birth.filled("yearRangeTo"), isCirca: birth.filled("circa") == "true",
      calendar: birth.filled("calendarType"))
    draft.addBirth(read.text)
    draft.remark(read.remark, label: "birth")
    let words = ["city", "place", "region"].compactMap(birth.filled)
    draft.remark(words + (country(birth).map { [$0] } ?? []), label: "born in")
    birth.values("remark").forEach { draft.remark($0, label: "birth") }
  }

  private static func add(identification: XMLElement, to draft: inout EntryDraft) {
    let kind =
      identification.filled("identificationTypeDescription")
      ?? identification.filled("identificationTypeCode")
    let country = country(identification)
    draft.addIdentifier(
      identification.filled("number") ?? identification.filled("latinNumber"), kind: kind,
      of: country)
    for state in ["knownExpired", "knownFalse", "reportedLost", "revokedByIssuer"]
    where identification.filled(state) == "true" {
      draft.remark(
        identification.filled("number") ?? identification.filled("latinNumber"),
        label: "document \(state)")
    }
    identification.values("remark").forEach { draft.remark($0, label: "document") }
  }
}
