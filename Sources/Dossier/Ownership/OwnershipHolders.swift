import Names
import WatchLists

/// Finds parties among those who own and are owned, by an index of their names and numbers.
struct OwnershipHolders: Sendable {
  struct Match: Sendable, Hashable {
    /// The place in the graph.
    let holder: Int
    /// False where the two may be one.
    let isCertain: Bool
  }

  private let index: IdentityIndex

  init(_ holders: [OwnershipGraph.Holder], knowledge: NameKnowledge) {
    index = IdentityIndex(holders.map(Self.possibleParty), knowledge: knowledge)
  }

  /// The holders that are or may be a party, certain ones first, then by their places.
  func matches(for party: IdentityProfile) -> [Match] {
    index.matches(for: party, limit: index.count).filter { $0.comparison.rung != .address }
      .map { Match(holder: $0.index, isCertain: $0.comparison.verdict == .same) }
      .sorted { left, right in
        left.isCertain == right.isCertain ? left.holder < right.holder : left.isCertain
      }
  }

  /// A holder as the party that it may be: a body that a source takes for a person is found too.
  static func possibleParty(_ holder: OwnershipGraph.Holder) -> Identity {
    var identity = identity(of: holder)
    if holder.isPerson { identity.kind = .unknown }
    return identity
  }

  static func identity(of holder: OwnershipGraph.Holder) -> Identity {
    Identity(
      names: holder.names, kind: holder.isPerson ? .person : .organisation,
      countries: holder.countries, identifiers: holder.identifiers, addresses: [])
  }
}
