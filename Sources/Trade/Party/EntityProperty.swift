/// The properties of an entity that the FollowTheMoney model or this schema knows by name.
///
/// Others are kept too; they only draw a warning, because a misspelt `country` would otherwise
/// leave a party without one.
public enum EntityProperty {
  /// Properties that hold names, the preferred one first.
  public static let names = ["name", "alias", "previousName", "weakAlias"]

  /// Properties that hold ISO 3166-1 alpha-2 codes.
  public static let countries = [
    "country", "mainCountry", "jurisdiction", "nationality", "citizenship", "birthCountry",
  ]

  /// Properties that identify a body in a register.
  public static let identifiers = [
    "uscCode", "registrationNumber", "leiCode", "taxNumber", "idNumber", "vatCode", "dunsCode",
    "innCode", "ogrnCode", "kppCode", "okpoCode", "cikCode", "permId", "imoNumber", "swiftBic",
    "uniqueEntityId", "passportNumber", "npiCode", "ticker",
  ]

  /// Properties that hold a day, a month or a year.
  public static let dates = [
    "incorporationDate", "dissolutionDate", "birthDate", "deathDate", "createdAt", "modifiedAt",
  ]

  /// Properties that no determination may rest on (design.md section 6).
  public static let neverRead = ["ethnicity", "religion", "political"]

  /// Everything known by name, for telling a slip from an addition.
  public static let all =
    names + countries + identifiers + dates + neverRead + [
      "address", "addressEntity", "full", "street", "street2", "city", "region", "state",
      "postalCode", "postOfficeBox", "latitude", "longitude", "remarks",
      "phone", "email", "website", "legalForm", "sector", "status", "classification", "topics",
      "summary", "description", "keywords", "notes", "sourceUrl", "publisher", "publisherUrl",
      "wikidataId", "wikipediaUrl", "opencorporatesUrl", "program", "programId", "parent",
      "ownership", "ownershipNotes", "capital", "amount", "mainActivity", "licenseNumber",
      "title", "firstName", "secondName", "middleName", "lastName", "fatherName", "motherName",
      "nameSuffix", "birthPlace", "gender", "position", "profession", "education",
    ]

  static let known = Set(all)
}
