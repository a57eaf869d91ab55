public import Formats

/// Who somebody says they are: the input of a comparison.
public struct Identity: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case person, organisation, address, unknown
  }

  /// The name and all others by which the same body or person is known, in any script.
  public var names: [String]
  public var kind: Kind
  /// ISO 3166-1 alpha-2 codes in capitals; empty where unknown.
  public var countries: [String]
  /// Register numbers, tax numbers, unified social credit codes.
  public var identifiers: [String]
  public var addresses: [String]
  /// Dates of birth as stated, which are often only a year.
  public var births: [String]

  public init(
    names: [String], kind: Kind = .unknown, countries: [String] = [], identifiers: [String] = [],
    addresses: [String] = [], births: [String] = []
  ) {
    self.names = names
    self.kind = kind
    self.countries = countries
    self.identifiers = identifiers
    self.addresses = addresses
    self.births = births
  }
}

extension Identity {
  /// All of it, as it is written.
  public var writtenKey: WrittenKey {
    var key = WrittenKey()
    key.add(names)
    key.add(kind.rawValue)
    for texts in [countries, identifiers, addresses, births] { key.add(texts) }
    return key
  }
}
