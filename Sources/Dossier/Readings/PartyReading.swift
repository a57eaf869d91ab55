import Evidence
public import Formats
public import Names
import Taxonomy
public import Trade

/// Why a party stands in the dossier.
public enum PartyBasis: Sendable, Hashable {
  case declared
  /// Joined from a tender or a register, in words.
  case joined(String)
}

/// A party as Scruple reads it: who it is, where, and what it does.
public struct PartyReading: Sendable {
  public let id: String
  public let roles: [PartyRole]
  public let names: [String]
  public let countries: [String]
  public let addresses: [String]
  public let identifiers: [String]
  public let basis: PartyBasis
  public let profile: IdentityProfile
  /// Addresses, phones, e-mails and sites, read in the country of the party.
  public let contacts: ContactProfile
  /// Persons whom the party names as acting for it.
  public let persons: [String]
  /// Codes of the places that name and address tell, most specific ones only.
  public let places: [String]
  /// Codes of places that the name tells and the declared country and address contradict.
  public let openPlaces: [String]
  /// Codes of functions, from the name and the declared topics.
  public let functions: [String]
  /// False where the body may have a function that the name does not tell.
  public let functionsAreComplete: Bool
  /// Phrases of the name by which the functions were read.
  public let functionPhrases: [String]
  public let isPlaceholder: Bool
  public let hiddenCharacters: [String]
  public let incorporated: CivilDate?

  public var name: String { names.first ?? id }
}

extension PartyReading {
  init(_ party: Party, _ knowledge: Knowledge) {
    let entity = party.entity
    let kind: Identity.Kind =
      switch entity.schema {
      case .person: .person
      case .address: .address
      default: .organisation
      }
    self.init(
      id: party.id, roles: party.roles, names: entity.names, countries: entity.countries,
      addresses: entity.addresses, identifiers: entity.identifiers.map(\.value), kind: kind,
      births: entity.values(of: "birthDate"), topics: entity.topics,
      incorporated: entity.incorporationDate,
      reached: Reached(entity), basis: .declared, knowledge)
  }

  init(
    id: String, roles: [PartyRole], names: [String], countries: [String], addresses: [String],
    identifiers: [String] = [], kind: Identity.Kind = .organisation,
    births: [String] = [], topics: [String] = [],
    incorporated: CivilDate? = nil, reached: Reached = Reached(), basis: PartyBasis,
    _ knowledge: Knowledge
  ) {
    self.id = id
    self.roles = roles
    self.names = names
    self.countries = countries
    self.addresses = addresses
    self.identifiers = identifiers
    self.basis = basis
    self.incorporated = incorporated
    let parsed = names.map { knowledge.names.parse($0) }
    profile = knowledge.names.profile(
      of: Identity(
        names: names, kind: kind, countries: countries, identifiers: identifiers,
        addresses: addresses, births: births), parsed: parsed)
    contacts = knowledge.names.contacts(
      addresses: addresses, phones: reached.phones, emails: reached.emails,
      sites: reached.sites, country: countries.count == 1 ? countries[0] : nil)
    persons = reached.persons
    var functions: [String] = []
    var isComplete = kind == .person || parsed.contains(where: \.isResolved)
    for mention in parsed.flatMap(\.functions) {
      if mention.isAmbiguous { isComplete = false }
      if knowledge.taxonomy.functions.contains(mention.code), !functions.contains(mention.code) {
        functions.append(mention.code)
      }
    }
    // FollowTheMoney's topic for security services.
    if topics.contains("gov.security"), !functions.contains("policing") {
      functions.append("policing")
    }
    if roles.contains(.reseller), !functions.contains("reseller") { functions.append("reseller") }
    if functions.isEmpty, parsed.contains(where: { $0.legalForm != nil }) {
      functions.append("company")
    }
    let tree = knowledge.taxonomy.functions
    self.functions = functions.filter { code in
      !functions.contains { $0 != code && tree.isWithin($0, code) }
    }
    functionsAreComplete = isComplete
    openPlaces = PartyReading.contradicted(
      parsed, profile.addressPlaces, countries: countries, hasAddress: !addresses.isEmpty,
      isCompany: functions.allSatisfy { ["company", "reseller"].contains($0) })
    places = PartyReading.places(
      parsed, profile.addressPlaces, countries, except: openPlaces, knowledge)
    functionPhrases = parsed.flatMap(\.functions).map(\.phrase)
    isPlaceholder = names.allSatisfy { Placeholder.isOne($0, knowledge) }
    hiddenCharacters = names.flatMap { SuspiciousText.findings(in: $0).map(\.name) }
  }

  /// A firm may bear the name of any place: where its declared country and its address are in another
  /// country, the name decides nothing. A public body is of the place in its name.
  private static func contradicted(
    _ parsed: [ParsedName], _ addresses: [PlaceMention], countries: [String], hasAddress: Bool,
    isCompany: Bool
  ) -> [String] {
    guard isCompany, hasAddress, !countries.isEmpty else { return [] }
    // Hong Kong and Macau are written as countries of their own.
    let own = Set(countries.flatMap { ["HK", "MO"].contains($0) ? [$0, "CN"] : [$0] })
    return parsed.flatMap(\.places).filter { place in
      let country = String(place.prefix(2))
      return !own.contains(country) && !addresses.contains { $0.code.hasPrefix(country) }
    }
  }

  private static func places(
    _ parsed: [ParsedName], _ addresses: [PlaceMention], _ countries: [String],
    except open: [String], _ knowledge: Knowledge
  ) -> [String] {
    let tree = knowledge.taxonomy.places
    // Each place of a name counts; of an address the narrowest, for streets are named after places.
    var codes = parsed.flatMap(\.places).filter { !open.contains($0) }
    codes += addresses.map(\.code)
    codes += countries
    codes = codes.filter { tree.contains($0) }
    var unique: [String] = []
    for code in codes where !unique.contains(code) { unique.append(code) }
    return unique.filter { code in
      !unique.contains { $0 != code && tree.isWithin($0, code) }
    }
  }

  /// Whether goods, a service or knowledge reach the party.
  public var receives: Bool {
    roles.contains { role in
      switch role {
      case .purchaser, .intermediateConsignee, .ultimateConsignee, .endUser, .serviceSite,
        .trainee, .reseller:
        true
      default: false
      }
    }
  }
}
