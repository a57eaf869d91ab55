/// What one row of the EU's list of financial sanctions says of its entity.
enum FinancialSanctionsRow {
  static func add(_ row: ListTable.Row, isOld: Bool, to entry: inout ListEntry) {
    addEntity(row, to: &entry)
    addName(row, to: &entry)
    addAddress(row, isOld: isOld, to: &entry)
    addBirth(row, isOld: isOld, to: &entry)
    addDocument(row, to: &entry)
    addCountry(
      row.first("Citizenship_CountryIso2Code", "Citi_country"),
      row["Citizenship_CountryDescription"], isOld: isOld, to: &entry)
  }

  private static func addEntity(_ row: ListTable.Row, to entry: inout ListEntry) {
    let number = row.first("Entity_EU_ReferenceNumber", "EU_ref_num")
    if entry.number == nil, !number.isEmpty { entry.number = number }
    switch row.first("Entity_SubjectType", "Entity_SubjectType_ClassificationCode", "Subject_type")
      .lowercased()
    {
    case "p", "person": entry.schema = .person
    case "e", "enterprise": entry.schema = .organisation
    default: break
    }
    entry.programmes.addOnce(row.first("Entity_Regulation_Programme", "Programme"))
    entry.addIdentifier(row["Entity_UnitedNationId"], kind: "UN")
    let regulation = row.first("Entity_Regulation_NumberTitle", "Leba_numtitle")
    if !regulation.isEmpty { entry.programmes.addOnce(regulation) }
    if entry.source == nil {
      let url = row.first("Entity_Regulation_PublicationUrl", "Leba_url")
      if !url.isEmpty { entry.source = url }
    }
    if entry.listedFrom == nil {
      entry.listedFrom = PublishedDate.date(row["Entity_DesignationDate"], .dayFirst)
    }
    entry.addRemark(row.first("Entity_Remark", "Entity_remark"))
    entry.addRemark(row["Entity_DesignationDetails"])
  }

  private static func addName(_ row: ListTable.Row, to entry: inout ListEntry) {
    var name = row.first("NameAlias_WholeName", "Naal_wholename")
    if name.isEmpty {
      name = [
        row.first("NameAlias_FirstName", "Naal_firstname"),
        row.first("NameAlias_MiddleName", "Naal_middlename"),
        row.first("NameAlias_LastName", "Naal_lastname"),
      ].joinedWhereFilled(by: " ")
    }
    entry.addName(name)
    entry.addRemark(row.first("NameAlias_Function", "Naal_function"), label: "function")
    entry.addRemark(row["NameAlias_Remark"])
  }

  private static func addAddress(
    _ row: ListTable.Row, isOld: Bool, to entry: inout ListEntry
  ) {
    let box = row["Address_PoBox"]
    var parts = [row.first("Address_Street", "Addr_street")]
    if isOld {
      parts[0] = [row["Addr_number"], parts[0]].joinedWhereFilled(by: " ")
      parts.append(row["Addr_other"])
    }
    parts += [
      box.isEmpty ? "" : "PO Box \(box)", row["Address_Place"],
      row.first("Address_ZipCode", "Addr_zipcode"), row.first("Address_City", "Addr_city"),
      row["Address_Region"],
    ]
    entry.addresses.addOnce(parts.joinedWhereFilled(by: ", "))
    addCountry(
      row.first("Address_CountryIso2Code", "Addr_country"), row["Address_CountryDescription"],
      isOld: isOld, to: &entry)
    entry.addRemark(row["Address_ContactInfo"], label: "contact")
  }

  private static func addBirth(_ row: ListTable.Row, isOld: Bool, to entry: inout ListEntry) {
    let date = row.first("BirthDate_BirthDate", "Birt_date")
    let year = row["BirthDate_Year"]
    let range = [row["BirthDate_YearRangeFrom"], row["BirthDate_YearRangeTo"]]
      .joinedWhereFilled(by: " to ")
    let isCirca = row["BirthDate_Circa"].lowercased() == "true"
    let birth =
      !date.isEmpty ? PublishedDate.birth(date, .dayFirst) : !year.isEmpty ? year : range
    if !birth.isEmpty { entry.births.addOnce(isCirca ? "circa \(birth)" : birth) }
    let place = [
      row.first("BirthDate_City", "BirthDate_Place", "Birt_place"), row["BirthDate_Region"],
      row.first("BirthDate_CountryDescription", "Birt_country"),
    ].joinedWhereFilled(by: ", ")
    entry.addRemark(place == "UNKNOWN" ? "" : place, label: "born in")
  }

  private static func addDocument(_ row: ListTable.Row, to entry: inout ListEntry) {
    let number = row.first("Identification_Number", "Identification_LatinNumber", "Iden_number")
    guard !number.isEmpty else { return }
    var kind = row.first("Identification_TypeDescription", "Identification_TypeCode")
    if row["Identification_KnownFalse"].lowercased() == "true" { kind += " (known to be false)" }
    // Version 1.0 puts the kind behind the number: `488555 (passport-National passport)`.
    if kind.isEmpty, let open = number.firstIndex(of: "("), open > number.startIndex {
      let words = number[number.index(after: open)...].prefix { $0 != ")" }
      entry.addIdentifier(String(number[..<open]).trimmedOfSpace, kind: String(words))
      return
    }
    entry.addIdentifier(number, kind: kind)
  }

  private static func addCountry(
    _ code: String, _ description: String, isOld: Bool, to entry: inout ListEntry
  ) {
    // `00` stands for an unknown country.
    let country =
      CountryWords.alpha3[code] ?? (isOld || code == "00" ? nil : PublishedCountry.code(code))
      ?? PublishedCountry.code(description)
    if let country { entry.countries.addOnce(country) }
  }
}
