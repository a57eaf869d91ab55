public import Formats
public import Names

/// One customer, distributor or other party that is screened alone, without an order.
public struct ScreenedParty: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, organisation, address, vessel, unknown
  }

  /// The caller's own reference; nil where none was given.
  public var id: String?
  public var names: [String]
  public var kind: Kind
  /// ISO 3166-1 alpha-2 codes in capitals; empty where unknown.
  public var countries: [String]
  public var identifiers: [String]
  public var addresses: [String]
  public var phones: [String]
  public var emails: [String]
  /// Dates of birth, or years; they confirm a match of names or speak against it.
  public var births: [String]

  /// A bare address is its own name; where it is given only as a name, it is the address too.
  public init(
    id: String? = nil, names: [String], kind: Kind = .unknown, countries: [String] = [],
    identifiers: [String] = [], addresses: [String] = [], phones: [String] = [],
    emails: [String] = [], births: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.countries = countries
    self.identifiers = identifiers
    self.phones = phones
    self.emails = emails
    self.births = births
    let isAddress = kind == .address
    self.names = isAddress && names.isEmpty ? addresses : names
    self.addresses = isAddress ? addresses + names.filter { !addresses.contains($0) } : addresses
  }

  /// What is compared with list entries; a vessel is compared as a body of unknown kind.
  public var identity: Identity {
    let kind: Identity.Kind =
      switch self.kind {
      case .person: .person
      case .organisation: .organisation
      case .address: .address
      case .vessel, .unknown: .unknown
      }
    return Identity(
      names: names, kind: kind, countries: countries, identifiers: identifiers,
      addresses: addresses, births: births)
  }

  /// Addresses, phones and e-mails, read in the country of the party.
  public func contacts(_ knowledge: NameKnowledge) -> ContactProfile {
    knowledge.contacts(
      addresses: addresses, phones: phones, emails: emails,
      country: countries.count == 1 ? countries[0] : nil)
  }

  /// How a message speaks of it.
  public var label: String { names.first ?? addresses.first ?? identifiers.first ?? "" }

  public var json: JSON {
    .object([
      ("id", .optional(id)), ("names", .strings(names)), ("kind", .string(kind.rawValue)),
      ("countries", .strings(countries)), ("identifiers", .strings(identifiers)),
      ("addresses", .strings(addresses)), ("phones", .strings(phones)),
      ("emails", .strings(emails)), ("births", .strings(births)),
    ])
  }
}
