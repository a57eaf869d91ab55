import Formats

/// One line of a FollowTheMoney file.
struct FollowTheMoneyEntity {
  /// What a record is for a list of parties.
  enum Role {
    case party
    /// A relation, or something that belongs to a party.
    case context
    case unknown
  }

  let id: String
  let schema: String
  let datasets: [String]
  /// Nil where the line does not say whether the entity itself is listed.
  let isTarget: Bool?
  let lastSeen: CivilDate?
  /// The name that OpenSanctions shows; nil where the line has none.
  private let caption: String?
  private let properties: [String: [String]]
  /// What stands written out in the properties where other files name its id.
  private(set) var nested: [FollowTheMoneyEntity] = []

  /// Nil where the line is no entity; what is wrong is added to the problems.
  init?(_ record: JSON, _ problems: inout [String]) {
    guard var fields = RecordFields(record) else {
      problems.append("it is \(record.kindName), not an object")
      return nil
    }
    id = fields.requiredText("id")
    schema = fields.requiredText("schema")
    datasets = fields.texts("datasets")
    caption = fields.text("caption")
    isTarget = fields["target"]?.boolean
    lastSeen = fields.text("last_seen").flatMap { CivilDate($0.prefix(10)) }
    var properties: [String: [String]] = [:]
    if let members = fields["properties"]?.members {
      for member in members {
        guard let values = member.value.array ?? (member.value.string != nil ? [member.value] : nil)
        else {
          fields.report("`properties.\(member.key)` is \(member.value.kindName), not an array")
          continue
        }
        properties[member.key] = values.compactMap {
          ($0.string ?? $0["id"]?.string)?.trimmedOfSpace
        }.filter { !$0.isEmpty }
        for value in values
        where FollowTheMoneyJoins.schemata.contains(value["schema"]?.string ?? "") {
          if let entity = FollowTheMoneyEntity(value, &problems) { nested.append(entity) }
        }
      }
    } else {
      fields.report("`properties` is missing or no object")
    }
    self.properties = properties
    problems += fields.problems
    guard problems.isEmpty else { return nil }
    if role == .party, texts("name").isEmpty {
      problems.append("it has no name")
      return nil
    }
  }

  func texts(_ property: String) -> [String] { properties[property] ?? [] }

  var role: Role {
    if FollowTheMoneyEntity.parties.contains(schema) { return .party }
    if FollowTheMoneyEntity.contexts.contains(schema) { return .context }
    return texts("name").isEmpty ? .unknown : .party
  }

  private static let parties: Set<String> = [
    "Person", "Company", "Organization", "PublicBody", "LegalEntity", "Vessel", "Airplane",
    "Asset", "Vehicle", "CryptoWallet", "Security", "Thing", "RealEstate",
  ]

  private static let contexts: Set<String> = [
    "Ownership", "Directorship", "Membership", "Employment", "Family", "Associate",
    "UnknownLink", "Representation", "Succession", "Payment", "Debt", "ContractAward", "Contract",
    "Sanction", "Occupancy", "Position", "Identification", "Passport", "Similar",
    "Documentation", "EconomicActivity", "ProjectParticipant", "Project", "CourtCaseParty",
    "CourtCase", "Call", "Message", "Mention", "Note", "BankAccount", "Address", "Risk",
    "License", "Trip", "Event", "TaxRoll", "UserAccount", "Document", "Article", "Page",
  ]

  private static let numbers = [
    ("idNumber", "ID number"), ("passportNumber", "Passport"),
    ("registrationNumber", "Registration number"), ("taxNumber", "Tax number"), ("leiCode", "LEI"),
    ("uscCode", "Unified Social Credit Code (USCC)"), ("innCode", "INN"), ("ogrnCode", "OGRN"),
    ("kppCode", "KPP"), ("okpoCode", "OKPO"), ("imoNumber", "IMO"), ("mmsi", "MMSI"),
    ("callSign", "Call sign"), ("swiftBic", "SWIFT/BIC"), ("dunsCode", "DUNS"),
    ("uniqueEntityId", "UEI"), ("vatCode", "VAT"), ("isin", "ISIN"), ("publicKey", "Wallet"),
    ("phone", "Phone"), ("email", "Email"), ("website", "Website"),
  ]

  private static let remarks = [
    ("position", "position"), ("birthPlace", "born in"), ("legalForm", "legal form"),
    ("type", "type"), ("notes", ""),
  ]

  /// The entity as an entry of one list; where all entities are `isMeantFor` one that a person
  /// names, every sanction counts for it.
  func entry(
    on list: ListCode, _ joins: FollowTheMoneyJoins, isMeantFor stated: ListCode?
  ) -> ListEntry {
    let names = texts("name")
    var entry = ListEntry(
      id: id, list: list,
      name: caption.flatMap { names.contains($0) ? $0 : nil } ?? names.first ?? "",
      schema: EntrySchema(word: schema) ?? .unknown)
    // What is not itself listed is known for its links to what is.
    if isTarget == false { entry.effect = .context }
    entry.addAliases(names)
    for property in ["alias", "previousName", "weakAlias", "abbreviation"] {
      entry.addAliases(texts(property))
    }
    let countries = [
      "country", "jurisdiction", "nationality", "citizenship", "flag", "mainCountry",
    ]
    for property in countries {
      for text in texts(property) {
        if let code = PublishedCountry.code(text) { entry.countries.addOnce(code) }
      }
    }
    for address in texts("address") + joins.addresses(of: self) {
      entry.addresses.addOnce(address)
    }
    entry.births = texts("birthDate")
    for (property, kind) in FollowTheMoneyEntity.numbers {
      for number in texts(property) { entry.addIdentifier(number, kind: kind) }
    }
    joins.addSanctions(of: id, on: stated == nil ? list : .openSanctions, to: &entry)
    let weak = texts("weakAlias")
    if !weak.isEmpty { entry.addRemark(weak.joined(separator: ", "), label: "weak names") }
    for program in texts("programId") + texts("topics") { entry.programmes.addOnce(program) }
    for (property, label) in FollowTheMoneyEntity.remarks {
      for text in texts(property) { entry.addRemark(text, label: label.isEmpty ? nil : label) }
    }
    entry.source = texts("sourceUrl").first
    if datasets.count > 1 { entry.addRemark(datasets.joined(separator: ", "), label: "datasets") }
    return entry
  }
}
