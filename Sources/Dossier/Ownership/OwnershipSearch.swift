import Facts
public import Formats
public import Names
public import WatchLists

/// Finds restricted parties above a party in the records of ownership of a corpus.
///
/// The same for a party of an order and for one that is screened alone.
public struct OwnershipSearch: Sendable {
  private let graph: OwnershipGraph
  private let matcher: ListMatcher
  private let rules: [OwnershipRule]
  private let asOf: CivilDate
  private let knowledge: ListKnowledge
  /// Owners and owned bodies; laid out when the first party is looked for among them.
  private let holders: Deferred<OwnershipHolders>

  /// Nil where the corpus holds no records. `programmes` are those whose blocked owners the Affiliates
  /// Rule counts, nil where they are not known.
  public init?(
    _ graph: OwnershipGraph?, counting programmes: Set<String>?, knowledge: ListKnowledge,
    matcher: ListMatcher, asOf: CivilDate
  ) {
    guard let graph else { return nil }
    self.graph = graph
    self.matcher = matcher
    self.knowledge = knowledge
    self.asOf = asOf
    rules = OwnershipRule.asked(asOf: asOf, programmes)
    holders = Deferred { OwnershipHolders(graph.holders, knowledge: knowledge.names) }
  }

  /// What the records say of the owners of a party, on the lists of the matcher.
  public func ownership(of party: IdentityProfile) -> Ownership {
    let found = holders.value.matches(for: party)
    guard !found.isEmpty else { return .none(.notRecorded) }
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
      return rules.filter { $0.control != nil }.reduce(owned) { owned, rule in
        owned.joined(
          withControl: graph.finding(of: holder, under: rule, asOf: asOf) { owner in
            standing(owner) { rule.counts($0) }
          })
      }
    }
    // The Affiliates Rule adds up owners of its own lists and those that § 744.8 names.
    func isListed(_ entry: ListEntry) -> Bool {
      entry.effect == .licenceRequirement
        || rules.contains { $0.id == OwnershipRule.affiliatesID && $0.counts(entry) }
    }
    let listed = total { share(of: $0, where: isListed) }
    let chain = blocked.chain + listed.chain.filter { !blocked.chain.contains($0) }
    var ownership = Ownership(
      reach: .recorded, blocked: Self.fact(blocked), listed: Self.fact(listed),
      words: chain.isEmpty ? "no restricted owner found" : chain.joined(separator: "; "))
    let findings = rules.map { rule in
      found.map { match in
        (
          match,
          graph.finding(of: match.holder, under: rule, asOf: asOf) { owner in
            max(
              standing(owner) { rule.counts($0) },
              // Of a list that holds several regimes nobody knows whose entry it is.
              standing(owner) { $0.list.id == "opensanctions" && $0.effect == .blocking }
                == .notRestricted ? .notRestricted : .possiblyRestricted)
          }
        )
      }
    }
    let excesses = found.flatMap { graph.excesses(above: $0.holder, asOf: asOf) }
    ownership.rules = zip(rules, findings).map { rule, found in
      .init(rule: rule, force: rule.force(on: asOf), met: Self.met(found, excesses))
    }
    ownership.control = Self.control(findings.flatMap { $0 })
    ownership.above = Self.above(
      found.map { match in
        (
          match,
          graph.restrictedAbove(match.holder, asOf: asOf) { owner in
            standing(owner) { $0.effect == .blocking || isListed($0) }
          }
        )
      })
    return ownership
  }

  /// Whether a rule is met for any body that is or may be the party. Records that state more
  /// than the whole of a body say of nobody that it is not owned.
  private static func met(
    _ found: [(OwnershipHolders.Match, OwnershipFinding)], _ excesses: [String]
  ) -> Fact {
    var truth = Truth.isFalse
    for (match, finding) in found {
      let met: Truth =
        switch finding.met {
        case .yes: match.isCertain ? .isTrue : .isUnknown
        case .unknown: .isUnknown
        case .no: .isFalse
        }
      truth = truth.or(met)
    }
    let words = (found.map(\.1.words) + excesses).joined(separator: "; ")
    if truth == .isFalse, !excesses.isEmpty { return .unknown(words) }
    switch truth {
    case .isTrue: return .boolean(true, .declared, words: words)
    case .isFalse: return .boolean(false, .computed, words: words)
    case .isUnknown: return .unknown(words)
    }
  }

  /// Listed parties above any body that is or may be the party; certain only where both are.
  private static func above(_ found: [(OwnershipHolders.Match, [RestrictedAncestor])]) -> Fact {
    let ancestors = found.flatMap { match, ancestors in ancestors.map { (match, $0) } }
    guard !ancestors.isEmpty else {
      return .boolean(false, .computed, words: Ownership.nothingFound)
    }
    let words = ancestors.map(\.1.words).joined(separator: "; ")
    return ancestors.contains { $0.isCertain && $1.isCertain }
      ? .boolean(true, .declared, words: words) : .unknown(words)
  }

  private static func control(_ found: [(OwnershipHolders.Match, OwnershipFinding)]) -> Fact {
    let flagged = found.map(\.1).filter {
      !Set($0.flags).isDisjoint(with: [.possibleControl, .jointHolding])
    }
    return .boolean(
      !flagged.isEmpty, .computed,
      words: flagged.isEmpty
        ? "no sign of control was found in what was searched"
        : flagged.map(\.words).joined(separator: "; "))
  }

  private static func fact(_ share: RestrictedOwnership) -> Fact {
    Fact(
      .number(Interval(low: share.low, high: share.high)), .declared,
      words: share.chain.isEmpty ? "none" : share.chain.joined(separator: "; "))
  }

  /// Nobody is held because a boycotting state lists an owner.
  private func search(_ holder: OwnershipGraph.Holder) -> ListSearch {
    matcher.matches(for: OwnershipHolders.identity(of: holder))
      .passing(over: knowledge.isPassedOver)
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
