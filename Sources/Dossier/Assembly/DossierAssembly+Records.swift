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
    var used: Set<String> = []
    var opposing: Set<Int> = []
    var hasRoots = false
    for selected in reports {
      let report = selected.prepared.report
      for claim in report.claims {
        used.insert(claim.id)
        opposing.formUnion(claim.contradicts.compactMap { inputs.counterClaims.places[$0] })
      }
      hasRoots = hasRoots || !report.roots.isEmpty
    }
    let denials = hasRoots ? inputs.counterClaims.denials : []
    for place in opposing.union(denials).sorted() {
      let claim = corpus.evidence.claims[place]
      guard !used.contains(claim.id), opposing.contains(place) || touches(claim),
        let source = corpus.evidence.sources[claim.source]
      else { continue }
      result.append((claim.summary, [shelf.place(EvidenceRecord(claim, source))]))
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
      place(report.prepared.report.subject).map { other in
        knowledge.taxonomy.places.isWithin(own, other)
          || knowledge.taxonomy.places.isWithin(other, own)
      } ?? false
    }
  }
}

extension ListingTerm {
  /// The list codes that rules may name.
  static let codes: [String] =
    if case .word(let words) = ListingTerm.code.term.type { words } else { [] }
}

extension Dossier {
  /// Assembles the dossier of one order.
  public init(_ order: Order, _ inputs: DossierInputs, notices: [Diagnostic] = []) {
    var assembly = DossierAssembly(order, inputs, notices: notices)
    self = assembly.assemble()
  }
}
