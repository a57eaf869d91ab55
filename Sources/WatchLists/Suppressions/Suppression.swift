import Digests
public import Formats

/// A recorded decision that one party is not the body of one list entry.
///
/// It is bound to the party, the entry and, where stated, to roles and products; it names its
/// reason and its approver, and it ends. What it hides is still reported as suppressed.
public struct Suppression: Sendable, Hashable {
  /// The party it is about.
  public enum Party: Sendable, Hashable {
    /// `PartyFingerprint.hexadecimal`.
    case fingerprint(String)
    /// Every name that was reviewed, and the country.
    case names([String], country: String)
  }

  /// The longest that a suppression may last after its approval.
  public static let longestDays = 365

  public var id: String
  public var party: Party
  /// The id of the list entry.
  public var entry: String
  /// `sha256:` digest of the entry as it was reviewed; nil binds to the id alone.
  public var entryDigest: String?
  /// Party roles it holds for; empty for all.
  public var roles: [String]
  /// Product families it holds for; empty for all.
  public var products: [String]
  public var reason: String
  /// Who proposed it.
  public var maker: String?
  public var approvedBy: String
  public var approvedOn: CivilDate
  /// The first day on which it no longer holds.
  public var expires: CivilDate

  public init(
    id: String, party: Party, entry: String, entryDigest: String? = nil, roles: [String] = [],
    products: [String] = [], reason: String, maker: String? = nil, approvedBy: String,
    approvedOn: CivilDate, expires: CivilDate
  ) {
    self.id = id
    self.party = party
    self.entry = entry
    self.entryDigest = entryDigest
    self.roles = roles
    self.products = products
    self.reason = reason
    self.maker = maker
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.expires = expires
  }

  /// Whether it is about this party; a name that was not reviewed makes it another party.
  public func isAbout(_ party: PartyFingerprint) -> Bool {
    switch self.party {
    case .fingerprint(let digits): return digits == party.hexadecimal
    case .names(let names, let country):
      let reviewed = PartyFingerprint(names: names, countries: [country], identifiers: [])
      return !party.names.isEmpty && party.names.allSatisfy(reviewed.names.contains)
        && party.countries == reviewed.countries
    }
  }

  /// Why it does not hold for this entry on this day, or nil where it does.
  public func lapse(for entry: ListEntry, asOf date: CivilDate) -> SuppressionLapse? {
    if approvedOn > date { return .notYetApproved(approvedOn) }
    if expires <= date { return .expired(expires) }
    if let entryDigest, entryDigest != entry.digest.description { return .entryChanged }
    return nil
  }
}
