public import Formats

/// Who a party says it is: a FollowTheMoney entity, kept with every property that was given.
public struct Entity: Sendable, Hashable {
  /// One property with its values in the order given, at least one.
  public struct Property: Sendable, Hashable {
    public let name: String
    public let values: [String]

    public init(_ name: String, _ values: [String]) {
      self.name = name
      self.values = values
    }
  }

  public let schema: EntitySchema
  /// Sorted by name, each name once.
  public let properties: [Property]

  /// Properties that share a name are joined, those without a value are left out, and country
  /// codes become upper case.
  public init(schema: EntitySchema, properties: [Property]) {
    self.schema = schema
    var joined: [String: [String]] = [:]
    for property in properties where !property.values.isEmpty {
      let isCountry = EntityProperty.countries.contains(property.name)
      joined[property.name, default: []] +=
        isCountry ? property.values.map { $0.uppercased() } : property.values
    }
    self.properties =
      joined
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
        Property($0.key, $0.value)
      }
  }

  /// All values of one property; empty where it was not given.
  public func values(of property: String) -> [String] {
    properties.first { $0.name == property }?.values ?? []
  }

  private func values(of names: [String]) -> [String] { names.flatMap { values(of: $0) } }

  /// Every name in use or former: `name`, `alias`, `previousName`, `weakAlias`, in that order.
  public var names: [String] { values(of: EntityProperty.names) }
  /// The first of `names`.
  public var name: String? { names.first }

  /// ISO 3166-1 codes in capital letters: `country`, `mainCountry`, `jurisdiction`, each once.
  public var countries: [String] {
    var seen: Set<String> = []
    return values(of: ["country", "mainCountry", "jurisdiction"])
      .filter { seen.insert($0).inserted }
  }

  public var addresses: [String] { values(of: ["address", "full"]) }
  /// The unified social credit code of a Chinese body (GB 32100-2015).
  public var unifiedSocialCreditCodes: [String] { values(of: "uscCode") }
  /// Every identifier with the name of its property, in the order of `EntityProperty.identifiers`.
  public var identifiers: [(kind: String, value: String)] {
    EntityProperty.identifiers.flatMap { kind in values(of: kind).map { (kind, $0) } }
  }

  /// The first date of incorporation that is given to the day; the year alone is in `values(of:)`.
  public var incorporationDate: CivilDate? {
    values(of: "incorporationDate").lazy.compactMap { CivilDate($0) }.first
  }

  public var topics: [String] { values(of: "topics") }
  public var sectors: [String] { values(of: "sector") }
  public var phones: [String] { values(of: "phone") }
  public var emails: [String] { values(of: "email") }
  public var websites: [String] { values(of: "website") }
  public var legalForms: [String] { values(of: "legalForm") }
  public var ownershipNotes: [String] { values(of: ["ownership", "ownershipNotes"]) }
}
