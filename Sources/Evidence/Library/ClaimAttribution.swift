import Formats

/// How a claim is put, and by whom: the stronger, the less stands between it and what happened.
public enum ClaimAttribution: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A government, a court, the United Nations or an official list says it.
  case official
  /// The source states what it found itself.
  case firstHand = "first-hand"
  /// The source reports what others say, or derives from another source.
  case relayed
  /// The source concludes it.
  case inferred
  /// The source leaves it open; such a claim is shown and not counted.
  case unclear

  public init(_ claim: Claim, of source: Source) {
    self =
      switch claim.certainty {
      case "unclear": .unclear
      case "inferred": .inferred
      case _ where source.isOfficial: .official
      case "stated" where source.derivesFrom.isEmpty: .firstHand
      default: .relayed
      }
  }

  private var rank: Int { ClaimAttribution.allCases.firstIndex(of: self) ?? 0 }

  /// Whether the left one is stronger.
  public static func < (left: ClaimAttribution, right: ClaimAttribution) -> Bool {
    left.rank < right.rank
  }
}

/// Which claims contradict which, both ways, as far as they were known on a day.
struct OpposedClaims {
  private var opponents: [String: [Claim]] = [:]

  init(_ library: EvidenceLibrary, asOf date: CivilDate) {
    var known: [String: Claim] = [:]
    for claim in library.claims {
      guard let day = library.sources[claim.source]?.publishedBy, day <= date else { continue }
      known[claim.id] = claim
    }
    for claim in library.claims where known[claim.id] != nil {
      for id in claim.contradicts {
        guard let other = known[id] else { continue }
        opponents[claim.id, default: []].append(other)
        opponents[id, default: []].append(claim)
      }
    }
  }

  /// Those against any of these, each once, by id.
  func claims(against claims: [Claim]) -> [Claim] {
    guard !opponents.isEmpty else { return [] }
    let own = Set(claims.map(\.id))
    var found: [String: Claim] = [:]
    for claim in claims {
      for other in opponents[claim.id] ?? [] where !own.contains(other.id) {
        found[other.id] = other
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }
}
