import Facts
import Formats
import Names
import WatchLists

/// Ownership of one party by restricted parties.
struct Ownership {
  let blocked: Fact
  let listed: Fact
  let words: String
}

extension DossierAssembly {
  func ownership(of party: PartyReading) -> Ownership {
    let found = inputs.holders?.matches(for: party.profile) ?? []
    guard let graph = corpus.ownership, !found.isEmpty else {
      let none = Fact(
        .number(Interval(exactly: .zero)), .computed,
        words: "no ownership of it was found in what was searched")
      return Ownership(blocked: none, listed: none, words: "not searched or not found")
    }
    // All questions ask about the same owners.
    var searches: [Int: ListSearch] = [:]
    func standing(_ owner: Int, where counts: (ListEntry) -> Bool) -> OwnerStanding {
      let search = searches[owner] ?? self.search(graph.holders[owner])
      searches[owner] = search
      return Self.standing(search, where: counts)
    }
    func share(of holder: Int, where counts: (ListEntry) -> Bool) -> RestrictedOwnership {
      graph.ownership(
        of: holder, restricted: { standing($0, where: counts) }, asOf: asOf)
    }
    func total(_ share: (Int) -> RestrictedOwnership) -> RestrictedOwnership {
      found.reduce(RestrictedOwnership.none) { total, match in
        let mine = share(match.holder)
        let name = graph.name(of: match.holder)
        return total.joined(
          with: match.isCertain ? mine : mine.perhaps("if it is `\(name)`"))
      }
    }
    let blocked = total { holder in
      let owned = share(of: holder) { $0.effect == .blocking }
      // The EU and the UK ask for votes and control too.
      return [OwnershipRule.european(asOf: asOf), .unitedKingdom].reduce(owned) { owned, rule in
        owned.joined(
          withControl: graph.finding(of: holder, under: rule, asOf: asOf) { owner in
            standing(owner) { rule.counts($0) }
          })
      }
    }
    // The Affiliates Rule adds up owners of its own lists and those that § 744.8 names.
    let listed = total { holder in
      share(of: holder) {
        $0.effect == .licenceRequirement || OwnershipRule.affiliates.counts($0)
      }
    }
    let chain = blocked.chain + listed.chain.filter { !blocked.chain.contains($0) }
    return Ownership(
      blocked: Self.fact(blocked), listed: Self.fact(listed),
      words: chain.isEmpty ? "no restricted owner found" : chain.joined(separator: "; "))
  }

  private static func fact(_ share: RestrictedOwnership) -> Fact {
    Fact(
      .number(Interval(low: share.low, high: share.high)), .declared,
      words: share.chain.isEmpty ? "none" : share.chain.joined(separator: "; "))
  }

  private func search(_ holder: OwnershipGraph.Holder) -> ListSearch {
    inputs.matcher.matches(for: OwnershipHolders.identity(of: holder))
  }

  /// A match that is only possible may be the restricted party.
  private static func standing(
    _ search: ListSearch, where counts: (ListEntry) -> Bool
  ) -> OwnerStanding {
    let matches = search.matches.filter { $0.isInForce && counts($0.entry) }
    if matches.contains(where: { $0.certainty == .certain }) { return .restricted }
    return matches.isEmpty && !search.isTruncated ? .notRestricted : .possiblyRestricted
  }
}
