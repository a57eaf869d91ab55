import Evidence
import Facts
import Formats

/// How firm a report is, and what a notice says beyond its match with the order.
extension DossierAssembly {
  mutating func firmness(_ term: ReportTerm, of report: Report, _ claims: [Int]) -> Fact {
    switch term {
    case .newest:
      guard let newest = report.newest else {
        return .unknown("none of its claims counts", evidence: claims)
      }
      return Fact(
        .date(newest), .computed, evidence: claims, words: "last published by \(newest)")
    case .attribution:
      return Fact(
        .codes(report.attributions.map(\.rawValue), isComplete: true), .computed,
        evidence: claims, words: report.attributions.map(\.rawValue).joined(separator: ", "))
    case .strongest: return .text(strongestAttribution(report))
    case .contradictions:
      return Fact(
        .number(Interval(exactly: Decimal(exactly: report.contradicting.count) ?? .zero)),
        .computed, evidence: contradictionEvidence(report),
        words: contradictionWords(report))
    default: return .text(contradictionWords(report))
    }
  }

  private func strongestAttribution(_ report: Report) -> String {
    guard let strongest = report.attributions.first else { return "no claim holds now" }
    let claim = report.current.first { claim in
      corpus.evidence.sources[claim.source].map { ClaimAttribution(claim, of: $0) } == strongest
    }
    guard let claim, let source = corpus.evidence.sources[claim.source] else {
      return strongest.rawValue
    }
    return "\(strongest.rawValue): \(source.publisher) (\(source.published), \(claim.locator))"
      + (claim.attribution.isEmpty || claim.attribution == source.publisher
        ? "" : ", as stated by \(claim.attribution)")
  }

  private mutating func contradictionEvidence(_ report: Report) -> [Int] {
    report.contradicting.prefix(6).compactMap { claim in
      corpus.evidence.sources[claim.source].map { shelf.place(record(claim, $0)) }
    }
  }

  private func contradictionWords(_ report: Report) -> String {
    guard !report.contradicting.isEmpty else { return "no claim contradicts it" }
    return report.contradicting.prefix(6).map { claim in
      let publisher = corpus.evidence.sources[claim.source].map { " (\($0.publisher))" } ?? ""
      return claim.summary + publisher
    }.joined(separator: " ")
  }

  func indicator(_ term: TenderTerm, of match: TenderMatch, _ evidence: Int) -> Fact {
    let notice = match.notice
    switch term {
    case .stage:
      return Fact(
        .codes([notice.stage.rawValue], isComplete: true), .declared, evidence: [evidence],
        words: notice.stage.rawValue)
    case .published:
      guard let published = notice.published else {
        return .unknown("the notice bears no date", evidence: [evidence])
      }
      return Fact(
        .date(published), .declared, evidence: [evidence], words: published.description)
    case .agreesOn: return fields(of: match, .agrees, evidence)
    case .disagreesOn: return fields(of: match, .differs, evidence)
    case .wording:
      let found = indications(of: match)
      return Fact(
        .codes(
          found.map(\.indicator).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
          isComplete: true), .inferred, evidence: [evidence],
        words: found.map { "\"\($0.phrase)\" (\($0.indicator))" }.joined(separator: ", "))
    case .wordingPhrases:
      return .text(indications(of: match).map { "\"\($0.phrase)\"" }.joined(separator: ", "))
    default: return awarded(match, evidence)
    }
  }

  private func fields(
    of match: TenderMatch, _ verdict: TenderMatch.Agreement.Verdict, _ evidence: Int
  ) -> Fact {
    var named: [String] = []
    for field in match.agreement where field.verdict == verdict {
      let name = field.field == "confirmed by a person" ? "confirmed" : field.field
      if TenderTerm.fields.contains(name), !named.contains(name) { named.append(name) }
    }
    return Fact(
      .codes(named, isComplete: true), .computed, evidence: [evidence],
      words: named.isEmpty ? "none" : named.joined(separator: ", "))
  }

  private func indications(of match: TenderMatch) -> [Indication] {
    knowledge.lexicon.indications(in: match.notice.title + " " + match.notice.text)
      .filter { TenderTerm.indicators.contains($0.indicator) }
  }

  /// A notice that names no winner may have one by now, except where it was called off.
  private func awarded(_ match: TenderMatch, _ evidence: Int) -> Fact {
    switch match.agreement.first(where: { $0.field == "awardee" })?.verdict {
    case .agrees:
      return .boolean(
        true, .inferred, evidence: [evidence], words: "it was awarded to a party of the order")
    case .mayAgree:
      return .unknown("the awardee may be a party of the order", evidence: [evidence])
    case .differs:
      return .boolean(
        false, .inferred, evidence: [evidence],
        words: "awarded to \(match.notice.awardees.joined(separator: " / "))")
    case nil:
      return match.notice.stage == .cancellation
        ? .boolean(false, .declared, evidence: [evidence], words: "the procurement was called off")
        : .unknown("the notice names no winner that can be compared", evidence: [evidence])
    }
  }
}
