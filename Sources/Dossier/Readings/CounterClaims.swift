import Evidence
import Formats

/// Claims that may stand against a report, of those that were known on a day.
struct CounterClaims: Sendable {
  /// Denials, benign explanations and assurances, in the order of the library.
  let denials: [Int]
  /// Where each claim that was known stands in the library.
  let places: [String: Int]

  /// Kinds of claim that speak for the other side.
  private static let kinds: Set<String> = [
    "vendor-response", "official-voluntariness", "reported-benefit", "stated-purpose",
    "formal-assurance", "judicial-annulment", "legitimate-purpose",
  ]

  init(_ library: EvidenceLibrary, asOf: CivilDate) {
    var denials: [Int] = []
    var places: [String: Int] = [:]
    for (place, claim) in library.claims.enumerated()
    where library.sources[claim.source]?.publishedBy.map({ $0 <= asOf }) == true {
      if CounterClaims.kinds.contains(claim.kind) { denials.append(place) }
      places[claim.id] = place
    }
    self.denials = denials
    self.places = places
  }
}
