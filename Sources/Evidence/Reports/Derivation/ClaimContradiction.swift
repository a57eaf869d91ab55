public import Formats

/// A new claim that does not fit another claim; both are kept.
public struct ClaimContradiction: Sendable, Hashable {
  public struct Side: Sendable, Hashable {
    public let claim: Claim
    public let value: String
  }

  /// What they differ in: `age`, `coverage`, `number of people`; `stated` where the claim says so
  /// itself.
  public let matter: String
  public let new: Side
  public let other: Side
  /// Why they may both be there: another level, another group, a rounding.
  public let note: String

  /// What of some new claims does not fit the claims of a library, or each other.
  ///
  /// What claims say is read from their quotations, or their summaries where they have none, by the
  /// rules by which reports are read; so a difference in words that no rule knows is not seen.
  public static func contradictions(
    of new: [Claim], in library: EvidenceLibrary, reader: ReportReader
  ) -> [ClaimContradiction] {
    search(of: new, in: library, reader: reader).found
  }

  /// The same with what was not compared.
  public static func search(
    of new: [Claim], in library: EvidenceLibrary, reader: ReportReader
  ) -> (found: [ClaimContradiction], notices: [Diagnostic]) {
    guard !new.isEmpty else { return ([], []) }
    let ids = Set(new.map(\.id))
    let kinds = Set(new.flatMap { comparable(to: $0.kind) })
    let known = library.claims.filter { !ids.contains($0.id) && kinds.contains($0.kind) }
    var claims: [String: Claim] = [:]
    for claim in library.claims + new { claims[claim.id] = claim }
    var found: [ClaimContradiction] = []
    for claim in new {
      for other in claim.contradicts.compactMap({ claims[$0] }) {
        found.append(
          ClaimContradiction(
            matter: "stated", new: Side(claim: claim, value: claim.summary),
            other: Side(claim: other, value: other.summary), note: "the new claim says so itself"))
      }
    }
    let search = ContradictionFinder.search(
      of: IngestedReport.reports(of: new, reader), with: IngestedReport.reports(of: known, reader))
    for contradiction in search.found {
      var sides = (contradiction.left, contradiction.right)
      if !ids.contains(sides.0.proposal) { sides = (sides.1, sides.0) }
      guard let one = claims[sides.0.proposal], let other = claims[sides.1.proposal],
        !one.contradicts.contains(other.id)
      else { continue }
      found.append(
        ClaimContradiction(
          matter: contradiction.matter, new: Side(claim: one, value: sides.0.value),
          other: Side(claim: other, value: sides.1.value), note: contradiction.note))
    }
    return (found, search.notices)
  }

  /// Kinds that say something of the same matter.
  private static func comparable(to kind: String) -> [String] {
    let ages = ["age-band", "universal-coverage", "compulsory-dna-collection"]
    return ages.contains(kind) ? ages : [kind]
  }
}

extension IngestedReport {
  /// Claims as reports that say nothing else, one for each source.
  fileprivate static func reports(of claims: [Claim], _ reader: ReportReader) -> [IngestedReport] {
    var order: [String] = []
    var proposals: [String: [ClaimProposal]] = [:]
    for claim in claims {
      if proposals[claim.source] == nil { order.append(claim.source) }
      proposals[claim.source, default: []].append(ClaimProposal(claim, reader))
    }
    let text = ReportText(bytes: [], segments: [], unit: .line, lastPlace: 0, marks: [])
    return order.map { source in
      IngestedReport(
        name: source, sha256: "", size: 0, format: .text, encoding: "", metadata: ReportMetadata(),
        text: text, proposals: proposals[source] ?? [], isUnread: false,
        runs: Deferred { Shingles(text: text, scanned: ScannedReport()) })
    }
  }
}

extension ClaimProposal {
  /// A claim with what can be compared of it.
  fileprivate init(_ claim: Claim, _ reader: ReportReader) {
    var values: [String: String] = [:]
    var quantities: [ReportQuantity] = []
    let words = claim.quote ?? claim.summary
    // A claim without words that can be read has nothing that could be compared.
    let report = try? reader.read(Array(words.utf8), name: "claim.txt")
    for proposal in report?.proposals ?? [] where proposal.kind == claim.kind {
      values.merge(proposal.values) { first, _ in first }
      quantities += proposal.quantities
    }
    self.init(
      kind: claim.kind, subject: claim.subject, from: claim.from, until: claim.until,
      locators: [claim.locator], attribution: claim.attribution, certainty: claim.certainty,
      values: values, quantities: quantities,
      told: .known(id: claim.id, summary: claim.summary, quote: words))
  }
}
