/// What kind of thing an entry lists; many publishers do not say.
public enum EntrySchema: String, Sendable, Hashable, CaseIterable {
  case person, organisation, vessel, aircraft
  /// A bare address: the Entity List has some, and they are screened as parties.
  case address
  case unknown

  /// Reads our own word, or the nearest schema of FollowTheMoney; nil for any other word.
  public init?(word: String) {
    switch word {
    case "Person": self = .person
    case "Company", "PublicBody", "Organization", "LegalEntity": self = .organisation
    case "Vessel": self = .vessel
    case "Airplane": self = .aircraft
    case "Address": self = .address
    case "Thing": self = .unknown
    default: self.init(rawValue: word)
    }
  }
}
