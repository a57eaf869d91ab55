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
      if let code, schema(code) == nil {
        collector.note(
          "LST043", "the subject type `\(code)` is not known", severity: .warning, path: path,
          line: record.line)
      }
      draft(of: record, schema: code.flatMap(schema) ?? .unknown).hand(
        to: &collector, idName: "logicalId", path: path, line: record.line)
    }
    return try StatedDay.read(
      document.root.attribute("generationDate"), of: "generationDate", file: collector.file,
      by: StatedDay.leading)
  }

  private static func schema(_ code: String) -> EntrySchema? {
    switch code.lowercased() {
    case "person", "p": .person
    case "enterprise", "e": .organisation
    case "vessel", "ship": .vessel
    default: nil
    }
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

  /// Regulation (EU) 2020/1998, whose programme is written HR.
  private static func isHumanRights(_ regulation: XMLElement) -> Bool {
    regulation.filled("programme") == "HR"
      || regulation.filled("numberTitle")?.contains("2020/1998") == true
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

  /// The entry's own name is the first strong one in English or in no language, else the first.
  private static func addNames(_ aliases: [XMLElement], to draft: inout EntryDraft) {
    let main = aliases.firstIndex { alias in
      !isWeak(alias) && ["EN", nil].contains(alias.filled("nameLanguage")?.uppercased())
    }
    let order = (main.map { [$0] } ?? []) + aliases.indices.filter { $0 != main }
    for index in order {
      let alias = aliases[index]
      let parts = ["firstName", "middleName", "lastName"].compactMap(alias.filled)
      draft.addName(
        alias.filled("wholeName") ?? parts.joined(separator: " "), isWeak: isWeak(alias))
      draft.remark(alias.filled("title"), label: "title")
      draft.remark(alias.filled("function"), label: "function")
      draft.remark(alias.filled("gender"), label: "gender")
      alias.values("remark").forEach { draft.remark($0, label: "name") }
    }
  }

  private static func isWeak(_ alias: XMLElement) -> Bool {
    alias.filled("strong") == "false"
      || alias.values("remark").contains { $0.lowercased().contains("low quality") }
  }

  private static func country(_ element: XMLElement) -> String? {
    // The code is an ISO code, or 00 where the country is not known.
    let code = element.filled("countryIso2Code")
    if let code, code != "00", PublishedCountry.code(code) != nil { return code }
    let words = element.filled("countryDescription")
    return words == "UNKNOWN" ? nil : words
  }

  private static func add(birth: XMLElement, to draft: inout EntryDraft) {
    var text = birth.filled("birthdate")
    if text == nil, let year = birth.filled("year") {
      let digits = [birth.filled("month"), birth.filled("day")].prefix { $0 != nil }
      let padded = digits.compactMap { $0 }.map { $0.utf8.count == 1 ? "0" + $0 : $0 }
      text = ([year] + padded).joined(separator: "-")
    }
    if text == nil, let from = birth.filled("yearRangeFrom"), let to = birth.filled("yearRangeTo") {
      text = "\(from) to \(to)"
    }
    draft.addBirth(text.map { birth.filled("circa") == "true" ? "circa \($0)" : $0 })
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
