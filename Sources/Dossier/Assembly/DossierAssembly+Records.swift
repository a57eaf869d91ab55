import Evidence
import Facts
public import Formats
import Names
import Taxonomy
public import Trade
import WatchLists

extension DossierAssembly {
  func listingObject(_ party: Int, _ match: ListMatch) -> FactObject {
    let entry = match.entry
    let facts = ListingTerm.allCases.map { term -> Fact in
      switch term {
      case .name: .text(entry.name)
      case .list: .text(entry.list.name)
      case .effect: word(entry.effect.rawValue)
      case .regime: word(regime(of: entry))
      case .code: word(ListingTerm.codes.contains(entry.list.id) ? entry.list.id : "other")
      case .citation:
        .text(
          entry.federalRegister.isEmpty
            ? "entry \(entry.id)" : entry.federalRegister.joined(separator: "; "))
      case .requirement:
        .text(sentence(entry.licenceRequirement) ?? "as stated in the entry.")
      case .reviewPolicy: .text(sentence(entry.licencePolicy) ?? "not stated in the entry.")
      case .since: .text(entry.listedFrom.map { "from \($0)" } ?? "(date not known)")
      case .removed:
        .text(
          { () -> String in
            if case .formerlyListed(let day) = match.standing { return day.description }
            return "not removed"
          }())
      case .match: .text(match.reasons.joined(separator: "; "))
      }
    }
    return FactObject(id: entry.id, label: "\(entry.name) (\(entry.list.name))", facts: facts)
  }

  private func sentence(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return text.hasSuffix(".") ? text : text + "."
  }

  private func regime(of entry: ListEntry) -> String {
    let prefixes = [("us-", "US"), ("eu-", "EU"), ("uk-", "UK"), ("un-", "UN")]
    return prefixes.first { entry.list.id.hasPrefix($0.0) }?.1 ?? "company"
  }

  mutating func reportObject(_ index: Int, _ report: Report) -> FactObject {
    let claims = claimEvidence(report)
    let strongest = report.current.first { $0.certainty == "stated" } ?? report.claims.first
    let facts = ReportTerm.allCases.map { term -> Fact in
      switch term {
      case .kind: word(report.kind)
      case .summary: .text(strongest?.summary ?? "no summary")
      case .cite: .text(citations(report))
      case .roots:
        Fact(
          .number(
            Interval(
              low: Decimal(exactly: report.independent.atLeast),
              high: Decimal(exactly: report.independent.atMost))), .computed, evidence: claims,
          words: "\(report.independent.words): \(report.roots.joined(separator: ", "))")
      case .official:
        .boolean(
          report.isOfficial, .official, evidence: claims,
          words: report.isOfficial ? "an official source says it" : "no official source")
      case .current:
        .boolean(
          !report.current.isEmpty, .computed,
          words: report.current.isEmpty ? "it holds no longer" : "it holds on \(asOf)")
      case .past:
        .boolean(
          report.current.isEmpty && !report.past.isEmpty, .computed,
          words: report.past.isEmpty ? "it has not ended" : "it ended before \(asOf)")
      case .placeOnly:
        .boolean(
          { () -> Bool in if case .place = report.subject { true } else { false } }(), .computed,
          words: "subject of the report")
      case .newest, .attribution, .strongest, .contradictions, .contradictedBy:
        firmness(term, of: report, claims)
      }
    }
    return FactObject(
      id: report.claims.first?.id ?? "report-\(index)", label: strongest?.summary ?? report.kind,
      facts: facts)
  }

  private func citations(_ report: Report) -> String {
    var seen: [String] = []
    for claim in report.claims {
      guard let source = corpus.evidence.sources[claim.source] else { continue }
      let citation = "\(source.publisher) \(source.published)"
      if !seen.contains(citation) { seen.append(citation) }
    }
    return "(" + seen.prefix(4).joined(separator: "; ") + ")"
  }

  /// Kinds of claim that speak for the other side.
  private static let counterKinds: Set<String> = [
    "vendor-response", "official-voluntariness", "reported-benefit", "stated-purpose",
    "formal-assurance", "judicial-annulment", "legitimate-purpose",
  ]

  /// Denials, benign explanations and contradictions that touch what this dossier rests on.
  mutating func counterEvidence() -> [(text: String, evidence: [Int])] {
    var result: [(text: String, evidence: [Int])] = []
    if let declared = order.endUse?.declared, !declared.isEmpty {
      result.append(
        (
          "The customer states as end use: \"\(declared)\". A statement is not a verified fact.",
          [orderEvidence("endUse.declared")]
        ))
    }
    let claims = reports.flatMap(\.report.claims)
    let used = Set(claims.map(\.id))
    let opposing = Set(claims.flatMap(\.contradicts))
    let usedRoots = Set(reports.flatMap(\.report.roots))
    for claim in corpus.evidence.claims where !used.contains(claim.id) {
      guard let source = corpus.evidence.sources[claim.source],
        source.publishedBy.map({ $0 <= asOf }) == true
      else { continue }
      let isCounter = DossierAssembly.counterKinds.contains(claim.kind) && touches(claim)
      let isContradiction = opposing.contains(claim.id)
      guard isContradiction || isCounter && !usedRoots.isEmpty else { continue }
      result.append((claim.summary, [shelf.place(record(claim, source))]))
      if result.count == 12 { break }
    }
    return result
  }

  /// Whether a claim's subject lies within the places that the selected reports speak of.
  private func touches(_ claim: Claim) -> Bool {
    func place(_ subject: ClaimSubject) -> String? {
      switch subject {
      case .bodies(_, let within), .place(let within): within
      case .programme(let code): corpus.evidence.programmes.first { $0.code == code }?.place
      case .entity: nil
      }
    }
    guard let own = place(claim.subject) else { return false }
    return reports.contains { report in
      place(report.report.subject).map { other in
        knowledge.taxonomy.places.isWithin(own, other)
          || knowledge.taxonomy.places.isWithin(other, own)
      } ?? false
    }
  }
}

extension ListingTerm {
  /// The list codes that rules may name.
  static var codes: [String] {
    if case .word(let words) = ListingTerm.code.term.type { words } else { [] }
  }
}

extension Dossier {
  /// Assembles the dossier of one order.
  public init(_ order: Order, _ inputs: DossierInputs, notices: [Diagnostic] = []) {
    var assembly = DossierAssembly(order, inputs, notices: notices)
    self = assembly.assemble()
  }
}
