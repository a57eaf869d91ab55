import Formats

/// Reads the UK Sanctions List of the Foreign, Commonwealth and Development Office.
///
/// Layout: https://www.gov.uk/government/publications/the-uk-sanctions-list (`Designations`).
enum UKSanctionsListReader {
  static let layout = RecordLayout(
    list: "the UK Sanctions List", records: ["Designation"], headers: ["DateGenerated"])

  /// Returns the day on which the file was made.
  static func read(
    _ bytes: [UInt8], into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    let document = try ListDocument(bytes, layout: layout, into: &collector) {
      record, path, collector in
      let kind = record.value("IndividualEntityShip")
      if let kind, UKSchema.schema(kind) == nil {
        collector.note(
          "LST043", "the kind `\(kind)` is not known", severity: .warning, path: path,
          line: record.line)
      }
      draft(of: record, schema: kind.flatMap(UKSchema.schema) ?? .unknown).hand(
        to: &collector, idName: "UniqueID", path: path, line: record.line)
    }
    return try StatedDay.read(
      document.header("DateGenerated")?.text, of: "DateGenerated", file: collector.file,
      by: { StatedDay.dayFirst($0) ?? StatedDay.leading($0) })
  }

  private static func draft(of record: XMLElement, schema: EntrySchema) -> EntryDraft {
    let list = ListCode.ukSanctionsList
    var draft = EntryDraft(record.value("UniqueID"), list: list, schema: schema)
    let measures = UKMeasures.measures(of: record)
    draft.set(\.effect, UKMeasures.effect(of: measures, on: list))
    draft.set(\.number, record.value("OFSIGroupID"))
    draft.set(\.listedFrom, record.value("DateDesignated").flatMap(UKSchema.day))
    addNames(record.children("Names", "Name"), to: &draft)
    for name in record.children("NonLatinNames", "NonLatinName") {
      draft.addName(name.value("NameNonLatinScript"))
    }
    draft.addProgramme(record.value("RegimeName"))
    draft.remark(measures, label: "measures")
    draft.remark(record.value("DesignationSource"), label: "designated by")
    draft.remark(record.values("Titles", "Title"), label: "title")
    for address in record.children("Addresses", "Address") {
      let lines = (1...6).map { address.value("AddressLine\($0)") }
      draft.addAddress(
        lines + [address.value("AddressPostalCode")], country: address.value("AddressCountry"))
    }
    draft.addIdentifier(record.value("UNReferenceNumber"), kind: "UN reference")
    for (container, name, kind) in [
      ("PhoneNumbers", "PhoneNumber", "Phone"), ("EmailAddresses", "EmailAddress", "Email"),
      ("Websites", "Website", "Website"),
    ] {
      record.values(container, name).forEach { draft.addIdentifier($0, kind: kind) }
    }
    for person in record.children("IndividualDetails", "Individual") {
      add(person: person, to: &draft)
    }
    record.children("EntityDetails", "Entity").forEach { add(body: $0, to: &draft) }
    record.children("ShipDetails", "Ship").forEach { add(ship: $0, to: &draft) }
    draft.remark(record.value("OtherInformation"))
    draft.remark(record.value("UKStatementofReasons"), label: "statement of reasons")
    return draft
  }

  /// Family names and names of bodies stand in `Name6`.
  private static func addNames(_ names: [XMLElement], to draft: inout EntryDraft) {
    for name in names {
      draft.addName(
        (1...6).compactMap { name.value("Name\($0)") }.joined(separator: " "),
        isWeak: UKSchema.isWeak(name.value("AliasStrength")),
        isPrimary: UKSchema.isPrimary(name.value("NameType")))
    }
  }

  private static func add(person: XMLElement, to draft: inout EntryDraft) {
    person.values("DOBs", "DOB").forEach { draft.addBirth(UKSchema.birth($0)) }
    for country in person.values("Nationalities", "Nationality") {
      draft.addCountry(country, label: "nationality")
    }
    for place in person.children("BirthDetails", "Location") {
      draft.remark(
        ["TownOfBirth", "CountryOfBirth"].compactMap(place.value), label: "born in")
    }
    for passport in person.children("PassportDetails", "Passport") {
      draft.addIdentifier(passport.value("PassportNumber"), kind: "Passport")
      draft.remark(passport.value("PassportAdditionalInformation"), label: "passport")
    }
    for identifier in person.children("NationalIdentifierDetails", "NationalIdentifier") {
      draft.addIdentifier(
        identifier.value("NationalIdentifierNumber"), kind: "National identification")
      draft.remark(
        identifier.value("NationalIdentifierAdditionalInformation"),
        label: "national identification")
    }
    draft.remark(person.values("Positions", "Position"), label: "position")
    draft.remark(person.values("Genders", "Gender"), label: "gender")
  }

  private static func add(body: XMLElement, to draft: inout EntryDraft) {
    for number in body.values("BusinessRegistrationNumbers", "BusinessRegistrationNumber") {
      draft.addIdentifier(number, kind: "Business registration")
    }
    draft.remark(body.values("TypeOfEntities", "TypeOfEntity"), label: "type")
    draft.remark(body.values("ParentCompanies", "ParentCompany"), label: "parent company")
    draft.remark(body.values("Subsidiaries", "Subsidiary"), label: "subsidiary")
  }

  private static func add(ship: XMLElement, to draft: inout EntryDraft) {
    ship.values("IMONumbers", "IMONumber").forEach { draft.addIdentifier($0, kind: "IMO") }
    for flag in ship.values("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip") {
      draft.addCountry(flag, label: "flag")
    }
    for (container, name, label) in [
      ("CurrentOwnerOperators", "CurrentOwnerOperator", "owner or operator"),
      ("PreviousOwnerOperators", "PreviousOwnerOperator", "previous owner or operator"),
      ("PreviousFlags", "PreviousFlag", "previous flag"),
      ("TypeOfShipDetails", "TypeOfShip", "vessel type"),
      ("TonnageOfShipDetails", "TonnageOfShip", "tonnage"),
      ("LengthOfShipDetails", "LengthOfShip", "length"), ("YearsBuilt", "YearBuilt", "built"),
    ] {
      draft.remark(ship.values(container, name), label: label)
    }
  }
}
