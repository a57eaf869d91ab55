public import Formats

/// All claims of one kind about one subject: what is reported, by how many independent roots.
///
/// Independence is counted over derivation roots, so five articles that repeat one report count
/// once. A claim whose own source leaves it unclear is shown and not counted.
public struct Report: Sendable, Hashable {
  public let kind: String
  public let subject: ClaimSubject
  /// Current claims first, then past ones, each by id.
  public let claims: [Claim]
  public let current: [Claim]
  public let past: [Claim]
  /// Roots of the current claims that are counted, sorted.
  public let roots: [String]
  /// How many independent voices they are: fewer than roots where a text rests on several.
  public let independent: IndependentRoots
  /// The last day on which a counted claim was published; nil where none counts.
  public let newest: CivilDate?
  /// How the current claims are put, the strongest first.
  public let attributions: [ClaimAttribution]
  /// Claims of other reports that deny what one of these says, or are denied by it.
  public let contradicting: [Claim]
  /// Whether one of the counted claims comes from an official source.
  public let isOfficial: Bool

  /// Groups what was known on `date`; sources published later are not known yet.
  public static func reports(
    from library: EvidenceLibrary, asOf date: CivilDate
  ) -> [Report] {
    var order: [Key] = []
    var groups: [Key: [Claim]] = [:]
    for claim in library.claims {
      guard let source = library.sources[claim.source], let day = source.publishedBy, day <= date
      else { continue }
      let key = Key(kind: claim.kind, subject: claim.subject)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(claim)
    }
    let opposed = OpposedClaims(library, asOf: date)
    return order.map { key in
      let claims = groups[key, default: []]
      let current = claims.filter { $0.isCurrent(on: date) }
      let past = claims.filter { claim in claim.until.map { $0 < date } ?? false }
      let counted = current.filter { $0.certainty != "unclear" }
      let sources = counted.compactMap { library.sources[$0.source] }
      var roots: Set<String> = []
      for source in sources { roots.formUnion(library.roots(of: source)) }
      let voices = counted.map { library.voices(of: $0) }
      var attributions: Set<ClaimAttribution> = []
      for claim in current {
        guard let source = library.sources[claim.source] else { continue }
        attributions.insert(ClaimAttribution(claim, of: source))
      }
      return Report(
        kind: key.kind, subject: key.subject, claims: current + past, current: current,
        past: past, roots: roots.sorted(), independent: IndependentRoots(voices),
        newest: sources.compactMap(\.publishedBy).max(), attributions: attributions.sorted(),
        contradicting: opposed.claims(against: current + past),
        isOfficial: sources.contains(where: \.isOfficial))
    }
  }

  private struct Key: Hashable {
    let kind: String
    let subject: ClaimSubject
  }
}
