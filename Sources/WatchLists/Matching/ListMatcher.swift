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
  private let addresses: [(entry: Int, address: AddressComparison)]

  public init(_ snapshot: WatchListSnapshot, knowledge: NameKnowledge) {
    var profiles: [IdentityProfile] = []
    var indexed: [Int] = []
    var addresses: [(entry: Int, address: AddressComparison)] = []
    for (position, entry) in snapshot.entries.enumerated() {
      if entry.schema == .address {
        addresses += entry.addresses.map { (position, AddressComparison($0)) }
        continue
      }
      profiles.append(knowledge.profile(of: ListMatcher.identity(of: entry)))
      indexed.append(position)
    }
    self.snapshot = snapshot
    self.knowledge = knowledge
    self.indexed = indexed
    self.addresses = addresses
    index = IdentityIndex(profiles, knowledge: knowledge)
  }

  /// All entries that are or may be this party, less what recorded suppressions hide.
  ///
  /// Suppressions apply before `limit` does, so that what was reviewed never crowds out what was
  /// not.
  public func matches(
    for identity: Identity, suppressions: [Suppression] = [],
    scope: SuppressionScope = SuppressionScope(roles: [], products: [], isComplete: false),
    limit: Int = 50
  ) -> ListSearch {
    let fingerprint = PartyFingerprint(
      names: identity.names, countries: identity.countries, identifiers: identity.identifiers)
    let concerned = suppressions.filter { $0.isAbout(fingerprint) }
    let hidden = Set(concerned.map(\.entry))
    // Entries of different lists may share an id, so each is given room.
    let room =
      hidden.isEmpty ? limit : limit + snapshot.entries.count { hidden.contains($0.id) }
    let found = index.matches(for: knowledge.profile(of: identity), limit: room)
    let matches = found.compactMap(match) + addressMatches(for: identity.addresses)
    let sieve = SuppressionSieve(
      concerned, scope: scope, asOf: snapshot.asOf, matches: matches.sorted(by: isBefore))
    return ListSearch(
      matches: Array(sieve.open.prefix(limit)), suppressed: sieve.suppressed,
      lapsed: sieve.lapsed, isTruncated: found.count >= room || sieve.open.count > limit)
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

  private func match(
    _ position: Int, _ certainty: ListMatch.Certainty, reasons: [String], _ queryName: String,
    _ entryName: String
  ) -> ListMatch {
    ListMatch(
      index: position, entry: snapshot.entries[position], standing: snapshot.standings[position],
      certainty: certainty, reasons: reasons, queryName: queryName, entryName: entryName)
  }

  private func addressMatches(for given: [String]) -> [ListMatch] {
    let asked = given.map(AddressComparison.init)
    var best: [Int: ListMatch] = [:]
    for (entry, listed) in addresses {
      for other in asked {
        guard let certainty = listed.certainty(of: other) else { continue }
        if let present = best[entry], present.certainty == .certain { continue }
        let reason =
          certainty == .certain
          ? "the address is listed as a party"
          : "the address has every number and most words of an address that is listed as a party"
        best[entry] = match(entry, certainty, reasons: [reason], other.text, listed.text)
      }
    }
    return best.sorted { $0.key < $1.key }.map(\.value)
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
      }, addresses: entry.addresses)
  }
}
