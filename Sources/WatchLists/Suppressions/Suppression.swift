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

  /// What brought party and entry together, as far as it was reviewed.
  public enum Rung: String, Sendable, Hashable, CaseIterable {
    /// A match by name; what they share besides is told all the same.
    case name
    case address, phone, email, domain
    /// All of these: the two are told apart whatever they share, identifiers excepted.
    case entry
  }

  /// The longest that a suppression may last after its approval.
  public static let longestDays = 365

  public var id: String
  public var party: Party
  /// The id of the list entry.
  public var entry: String
  /// The list that the entry stands on; nil where the digest alone says it.
  public var list: ListCode?
  /// `sha256:` digest of the entry as it was reviewed (`ListEntry.digest`), which covers its list.
  public var entryDigest: String
  public var rung: Rung
  /// The address, phone, e-mail or domain of the party that was reviewed; nil for names and for the
  /// entry as a whole.
  public var value: String?
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
    id: String, party: Party, entry: String, list: ListCode? = nil, entryDigest: String,
    rung: Rung = .name, value: String? = nil, roles: [String] = [], products: [String] = [],
    reason: String, maker: String? = nil,
    approvedBy: String, approvedOn: CivilDate, expires: CivilDate
  ) {
    self.id = id
    self.party = party
    self.entry = entry
    self.list = list
    self.entryDigest = entryDigest
    self.rung = rung
    self.value = value
    self.roles = roles
    self.products = products
    self.reason = reason
    self.maker = maker
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.expires = expires
  }

  /// Whether it is about this party; a name that was not reviewed makes it another party, and of a
  /// party without a name nothing was reviewed.
  public func isAbout(_ party: PartyFingerprint) -> Bool {
    guard !party.names.isEmpty else { return false }
    switch self.party {
    case .fingerprint(let digits): return digits == party.hexadecimal
    case .names(let names, let country):
      let reviewed = PartyFingerprint(names: names, countries: [country], identifiers: [])
      return party.names.allSatisfy(reviewed.names.contains)
        && party.countries == reviewed.countries
    }
  }

  /// Whether the party has a name that was reviewed, so that it may be the same one, changed.
  ///
  /// A fingerprint does not tell of which names it is.
  func sharesName(with party: PartyFingerprint) -> Bool {
    guard case .names(let names, let country) = self.party else { return false }
    let reviewed = PartyFingerprint(names: names, countries: [country], identifiers: [])
    return party.names.contains(where: reviewed.names.contains)
  }

  /// Whether it is about this entry, in whatever wording; ids are unique only within a list.
  public func concerns(_ entry: ListEntry) -> Bool {
    entry.id == self.entry && (list ?? entry.list) == entry.list
  }

  /// Whether it speaks of what brought the two together, whichever address or number that is.
  func speaks(of ground: Rung) -> Bool { rung == ground || rung == .entry }

  /// Whether this address or number of the party is the one that was reviewed, however it is
  /// written.
  func covers(_ text: String) -> Bool {
    guard let value else { return true }
    func bare(_ text: String) -> String { FoldedName(text).text.replacing(" ", with: "") }
    return bare(value) == bare(text)
  }

  /// Why it does not hold for this entry on this day, or nil where it does.
  public func lapse(for entry: ListEntry, asOf date: CivilDate) -> SuppressionLapse? {
    if approvedOn > date { return .notYetApproved(approvedOn) }
    if expires <= date { return .expired(expires) }
    if entryDigest != entry.digest.description { return .entryChanged }
    return nil
  }
}
