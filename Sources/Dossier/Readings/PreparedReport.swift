import Evidence
import Facts
import Formats

/// A report with what is the same for every order: its facts, its evidence, and the body that it
/// speaks of.
final class PreparedReport: Sendable {
  let report: Report
  /// Where it speaks of one body: who that is, what it does and where.
  let body: Body?
  /// Evidence of the first claims, and of those that contradict it.
  let claims: [EvidenceRecord]
  let contradictions: [EvidenceRecord]
  /// Facts of all terms, without evidence.
  private let facts: [Fact]

  /// A body of which reports speak.
  struct Body: Sendable {
    let reading: PartyReading
    /// The same for all reports that speak of it.
    let number: Int
  }

  /// How many claims of a report are cited.
  private static let cited = 6

  init(_ report: Report, body: Body?, _ library: EvidenceLibrary, asOf: CivilDate) {
    self.report = report
    self.body = body
    func records(_ claims: [Claim]) -> [EvidenceRecord] {
      claims.prefix(PreparedReport.cited).compactMap { claim in
        library.sources[claim.source].map { EvidenceRecord(claim, $0) }
      }
    }
    claims = records(report.claims)
    contradictions = records(report.contradicting)
    let words = ReportWords(report: report, library: library)
    facts = ReportTerm.allCases.map { words.fact($0, asOf: asOf) }
  }

  /// The facts, with the places of the evidence on the shelf of an order.
  func object(claims: [Int], contradictions: [Int], number: Int) -> FactObject {
    let facts = zip(ReportTerm.allCases, facts).map { term, fact -> Fact in
      let evidence =
        switch term {
        case .kind, .summary, .cite, .placeOnly, .strongest, .contradictedBy: [Int]()
        case .roots, .official, .current, .past, .newest, .attribution: claims
        case .contradictions: contradictions
        }
      return Fact(fact.value, fact.basis, evidence: evidence, words: fact.words)
    }
    return FactObject(
      id: report.claims.first?.id ?? "report-\(number)",
      label: report.strongest?.summary ?? report.kind,
      facts: facts)
  }

  /// Whether it says the same with the same evidence, whatever library it stands in.
  func says(theSameAs other: PreparedReport) -> Bool {
    self === other
      || report == other.report && facts == other.facts && claims == other.claims
        && contradictions == other.contradictions
  }

  /// Prepares reports; those of one body share its reading.
  static func prepare(
    _ reports: [Report], _ library: EvidenceLibrary, _ knowledge: Knowledge, asOf: CivilDate
  ) -> [PreparedReport] {
    var bodies: [ClaimSubject: Body] = [:]
    return reports.map { report in
      var body = bodies[report.subject]
      if body == nil, case .entity(let name, let chinese) = report.subject {
        body = Body(
          reading: PartyReading(
            id: report.kind, roles: [], names: [name] + (chinese.map { [$0] } ?? []),
            countries: [], addresses: [], basis: .joined(report.kind), knowledge),
          number: bodies.count)
        bodies[report.subject] = body
      }
      return PreparedReport(report, body: body, library, asOf: asOf)
    }
  }
}

extension Report {
  /// The claim that is quoted for it.
  fileprivate var strongest: Claim? { current.first { $0.certainty == "stated" } ?? claims.first }
}

/// What a report says, as facts.
private struct ReportWords {
  let report: Report
  let library: EvidenceLibrary

  func fact(_ term: ReportTerm, asOf: CivilDate) -> Fact {
    switch term {
    case .kind:
      return Fact(.codes([report.kind], isComplete: true), .declared, words: report.kind)
    case .summary: return .text(report.strongest?.summary ?? "no summary")
    case .cite: return .text(citations)
    case .roots:
      return Fact(
        .number(
          Interval(
            low: Decimal(exactly: report.independent.atLeast),
            high: Decimal(exactly: report.independent.atMost))), .computed,
        words: "\(report.independent.words): \(report.roots.joined(separator: ", "))")
    case .official:
      return .boolean(
        report.isOfficial, .official,
        words: report.isOfficial ? "an official source says it" : "no official source")
    case .current:
      return .boolean(
        !report.current.isEmpty, .computed,
        words: report.current.isEmpty ? "it holds no longer" : "it holds on \(asOf)")
    case .past:
      return .boolean(
        report.current.isEmpty && !report.past.isEmpty, .computed,
        words: report.past.isEmpty ? "it has not ended" : "it ended before \(asOf)")
    case .placeOnly:
      return .boolean(
        { () -> Bool in if case .place = report.subject { true } else { false } }(), .computed,
        words: "subject of the report")
    case .newest:
      guard let newest = report.newest else { return .unknown("none of its claims counts") }
      return Fact(.date(newest), .computed, words: "last published by \(newest)")
    case .attribution:
      return Fact(
        .codes(report.attributions.map(\.rawValue), isComplete: true), .computed,
        words: report.attributions.map(\.rawValue).joined(separator: ", "))
    case .strongest: return .text(strongestAttribution)
    case .contradictions:
      return Fact(
        .number(Interval(exactly: Decimal(exactly: report.contradicting.count) ?? .zero)),
        .computed, words: contradictionWords)
    case .contradictedBy: return .text(contradictionWords)
    }
  }

  private var citations: String {
    var seen: [String] = []
    for claim in report.claims {
      guard let source = library.sources[claim.source] else { continue }
      let citation = "\(source.publisher) \(source.published)"
      if !seen.contains(citation) { seen.append(citation) }
    }
    return "(" + seen.prefix(4).joined(separator: "; ") + ")"
  }

  private var strongestAttribution: String {
    guard let strongest = report.attributions.first else { return "no claim holds now" }
    let claim = report.current.first { claim in
      library.sources[claim.source].map { ClaimAttribution(claim, of: $0) } == strongest
    }
    guard let claim, let source = library.sources[claim.source] else { return strongest.rawValue }
    return "\(strongest.rawValue): \(source.publisher) (\(source.published), \(claim.locator))"
      + (claim.attribution.isEmpty || claim.attribution == source.publisher
        ? "" : ", as stated by \(claim.attribution)")
  }

  private var contradictionWords: String {
    guard !report.contradicting.isEmpty else { return "no claim contradicts it" }
    return report.contradicting.prefix(6).map { claim in
      let publisher = library.sources[claim.source].map { " (\($0.publisher))" } ?? ""
      return claim.summary + publisher
    }.joined(separator: " ")
  }
}
