import Formats
public import Names

/// Searches the lists of one snapshot for a party.
///
/// Built once per snapshot; a search changes nothing and may run on any thread.
public struct ListMatcher: Sendable {
  public let snapshot: WatchListSnapshot
  private let knowledge: NameKnowledge
  private let index: IdentityIndex
  /// The entry of each profile in the index.
  private let indexed: [Int]
  /// Entries in the index that the snapshot leaves out, since their listing begins later.
  private let leftOut: Int
  /// What the names of a party found before, with the room that it was given.
  private let searches = Remembered<[(index: Int, comparison: IdentityComparison)]>(most: 1024)
  private let deferredContacts: Deferred<ContactIndex>

  /// By addresses, phones and the like; made for the first party that states any.
  var contactIndex: ContactIndex { deferredContacts.value }

  public init(_ snapshot: WatchListSnapshot, knowledge: NameKnowledge) {
    self.snapshot = snapshot
    self.knowledge = knowledge
    deferredContacts = Deferred { ContactIndex(snapshot.entries.whole, knowledge: knowledge) }
    if let lists = snapshot.entries.compiled, lists.knowledge.isSame(as: knowledge) {
      index = lists.index
      indexed = lists.indexed.map { snapshot.entries.position(ofStored: Int($0)) ?? -1 }
      leftOut = indexed.count { $0 < 0 }
      return
    }
    var identities: [Identity] = []
    var indexed: [Int] = []
    for (position, entry) in snapshot.entries.enumerated() {
      if entry.schema == .address { continue }
      identities.append(ListMatcher.identity(of: entry))
      indexed.append(position)
    }
    self.indexed = indexed
    leftOut = 0
    index = IdentityIndex(identities, knowledge: knowledge)
  }

  /// All entries that are or may be this party, less what recorded suppressions hide.
  ///
  /// Suppressions apply before `limit` does, so that what was reviewed never crowds out what was
  /// not. `contacts` are phones, e-mails and sites of the party; its addresses stand in `identity`.
  public func matches(
    for identity: Identity, contacts: ContactProfile? = nil, suppressions: [Suppression] = [],
    scope: SuppressionScope = SuppressionScope(roles: [], products: [], isComplete: false),
    limit: Int = 50
  ) -> ListSearch {
    matches(
      for: knowledge.profile(of: identity), contacts: contacts, suppressions: suppressions,
      scope: scope, limit: limit)
  }

  /// The same for a profile that is at hand.
  public func matches(
    for profile: IdentityProfile, contacts: ContactProfile? = nil,
    suppressions: [Suppression] = [],
    scope: SuppressionScope = SuppressionScope(roles: [], products: [], isComplete: false),
    limit: Int = 50
  ) -> ListSearch {
    let identity = profile.identity
    let fingerprint = suppressions.isEmpty ? nil : PartyFingerprint(identity)
    let concerned = suppressions.filter { suppression in
      fingerprint.map { suppression.isAbout($0) } ?? false
    }
    let hidden = Set(concerned.map(\.entry))
    // Entries of different lists may share an id, so each is given room.
    let room = limit + snapshot.entries.count(withIDs: hidden)
    var key = identity.writtenKey
    key.add(room)
    var found = searches.value(of: key) {
      index.matches(for: profile, limit: room + leftOut)
    }
    if leftOut > 0 {
      found = Array(found.filter { indexed[$0.index] >= 0 }.prefix(room))
    }
    let reached = contacts ?? self.contacts(of: identity)
    // That only addresses agree is a finding of its own, weaker than a name.
    let named = found.filter { $0.comparison.rung != .address || identity.kind == .address }
    var sieve = SuppressionSieve(suppressions, of: identity, scope: scope, asOf: snapshot.asOf)
    let matches =
      (named.compactMap(match).map { ($0, Suppression.Rung.name) }
      + addressMatches(for: reached.addresses).map { ($0, .address) })
      .sorted { isBefore($0.0, $1.0) }.filter { sieve.passes($0.0, on: $0.1) }.map(\.0)
    // What is told apart by name may still be reached at one place.
    let findings = findings(for: reached, matched: Set(matches.map(\.index)), &sieve)
    return ListSearch(
      matches: Array(matches.prefix(limit)), suppressed: sieve.suppressed, lapsed: sieve.lapsed,
      findings: findings, isTruncated: found.count >= room || matches.count > limit)
  }

  /// The addresses of an identity, read in the country that it states.
  private func contacts(of identity: Identity) -> ContactProfile {
    knowledge.contacts(
      addresses: identity.addresses,
      country: identity.countries.count == 1 ? identity.countries[0] : nil)
  }

  private func match(_ found: (index: Int, comparison: IdentityComparison)) -> ListMatch? {
    let certainty: ListMatch.Certainty
    switch found.comparison.verdict {
    case .same: certainty = .certain
    case .possible: certainty = .possible
    case .different: return nil
    }
    return match(
      indexed[found.index], certainty, reasons: found.comparison.reasons,
      found.comparison.queryName, found.comparison.entryName)
  }

  func match(
    _ position: Int, _ certainty: ListMatch.Certainty, reasons: [String], _ queryName: String,
    _ entryName: String
  ) -> ListMatch {
    ListMatch(
      index: position, entry: snapshot.entries[position], standing: snapshot.standings[position],
      certainty: certainty, reasons: reasons, queryName: queryName, entryName: entryName)
  }

  private func isBefore(_ left: ListMatch, _ right: ListMatch) -> Bool {
    func rank(_ match: ListMatch) -> (Int, Int, String, String, Int) {
      (
        match.certainty == .certain ? 0 : 1, match.isInForce ? 0 : 1, match.entry.list.id,
        match.entry.id, match.index
      )
    }
    return rank(left) < rank(right)
  }

  /// An entry as an identity; the kind of an identifier (`Passport: `) is no part of it.
  static func identity(of entry: ListEntry) -> Identity {
    let kind: Identity.Kind =
      switch entry.schema {
      case .person: .person
      case .organisation: .organisation
      case .address: .address
      case .vessel, .aircraft, .unknown: .unknown
      }
    return Identity(
      names: entry.names, kind: kind, countries: entry.countries,
      identifiers: entry.identifiers.map { identifier in
        identifier.firstRange(of: ": ").map { String(identifier[$0.upperBound...]) } ?? identifier
      }, addresses: entry.addresses, births: entry.births)
  }
}
