import Formats
import Names

@testable import WatchLists

/// Matches of one party held against suppressions: what stands, and what is hidden.
struct SievedMatches {
  private(set) var open: [ListMatch] = []
  let suppressed: [SuppressedMatch]
  let lapsed: [LapsedSuppression]

  init(
    _ suppressions: [Suppression], of identity: Identity, scope: SuppressionScope,
    asOf date: CivilDate, on rung: Suppression.Rung = .name, matches: [ListMatch]
  ) {
    var sieve = SuppressionSieve(suppressions, of: identity, scope: scope, asOf: date)
    open = matches.filter { sieve.passes($0, on: rung) }
    suppressed = sieve.suppressed
    lapsed = sieve.lapsed
  }
}
