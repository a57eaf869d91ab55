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
    return order.map { key in
      let claims = groups[key, default: []]
      let current = claims.filter { $0.isCurrent(on: date) }
      let past = claims.filter { claim in claim.until.map { $0 < date } ?? false }
      let counted = current.filter { $0.certainty != "unclear" }
      let sources = counted.compactMap { library.sources[$0.source] }
      return Report(
        kind: key.kind, subject: key.subject, claims: current + past, current: current,
        past: past, roots: Set(sources.map(\.root)).sorted(),
        isOfficial: sources.contains(where: \.isOfficial))
    }
  }

  private struct Key: Hashable {
    let kind: String
    let subject: ClaimSubject
  }
}
