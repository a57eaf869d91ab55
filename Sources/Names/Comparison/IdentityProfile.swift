/// An identity prepared for comparison: parsed once, compared often.
public struct IdentityProfile: Sendable {
  public let identity: Identity
  /// The names taken apart; empty for a person or an address.
  public let parsed: [ParsedName]

  let persons: [PersonName]
  let personForms: [PersonForm]
  /// What each name is filed under in an index.
  let parsedKeys: [IndexKeys]
  /// Sorted; Hong Kong and Macao count as China too.
  let countries: [String]
  let identifiers: [String]
  /// The addresses, folded.
  let addresses: [String]
  /// The narrowest place of each address.
  public let addressPlaces: [PlaceMention]

  /// Whether its names are compared as persons' names too.
  var isMaybePerson: Bool { identity.kind == .person || identity.kind == .unknown }
}

extension NameKnowledge {
  /// Prepares an identity for any number of comparisons. `parsed` are its names taken apart, in
  /// their order, where somebody has done so.
  public func profile(
    of identity: Identity, parsed names: [ParsedName]? = nil
  ) -> IdentityProfile {
    var countries = Set(identity.countries.map { $0.uppercased() })
    if countries.contains("HK") || countries.contains("MO") { countries.insert("CN") }
    let isBody = identity.kind == .organisation || identity.kind == .unknown
    let further = isBody ? identity.names.flatMap { NameAsides.furtherNames(in: $0) } : []
    let own = isBody ? names ?? identity.names.map(parse) : []
    let shortForms = ShortForm(tables)
    let parsed = Self.tellingNames(own + further.map(parse))
    let persons =
      identity.kind == .address ? [] : identity.names.map { PersonName($0, knowledge: self) }
    return IdentityProfile(
      identity: identity, parsed: parsed, persons: persons,
      personForms: persons.map { PersonForm($0, tables.persons) },
      parsedKeys: parsed.map { IndexKeys($0, shortForms) },
      countries: countries.sorted(),
      identifiers: identity.identifiers.map(Self.bareIdentifier).filter { $0.utf8.count >= 5 },
      addresses: identity.addresses.map(fold),
      addressPlaces: identity.addresses.flatMap { places(in: $0).prefix(1) })
  }

  /// Names that say which body it is.
  ///
  /// "Public Security Department of the Autonomous Region" names a body only beside a name that
  /// says of which region; alone it would be any body of its function in any region.
  private static func tellingNames(_ names: [ParsedName]) -> [ParsedName] {
    guard names.contains(where: { !$0.places.isEmpty && !$0.functions.isEmpty }) else {
      return names
    }
    return names.filter { name in
      guard name.places.isEmpty, !name.functions.isEmpty else { return true }
      let folded = name.original.lowercased()
      return !unnamedRegions.contains { folded.contains($0) }
    }
  }

  /// Words for a region that the name itself does not name.
  private static let unnamedRegions = [
    "the autonomous region", "the region", "the province", "the prefecture", "the city",
    "the municipality", "the county", "自治区", "本市", "本县",
  ]

  /// Letters and digits in capitals: registers print the same number with and without hyphens.
  private static func bareIdentifier(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in text.uppercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      bare.append(scalar)
    }
    return String(bare)
  }
}
