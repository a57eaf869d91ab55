import Evidence
import Facts
import Formats

/// What a notice says beyond its match with the order.
extension DossierAssembly {
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
