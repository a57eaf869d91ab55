import Evidence
import Facts
public import Formats
import Trade

extension DossierAssembly {
  /// Red flags that people observe, boycotts and the seller's residence.
  mutating func diligenceFact(_ term: OrderTerm) -> Fact {
    switch term {
    case .redFlagWords: return .text(redFlagWords())
    case .boycottRequest: return wording("boycott-term")
    case .sanctionsUndertaking: return wording("foreign-sanctions-undertaking")
    case .boycottWords: return .text(phrases("boycott-term"))
    case .undertakingWords: return .text(phrases("foreign-sanctions-undertaking"))
    case .boycottExceptions: return .text(boycottExceptions())
    case .sellerOperates: return observed("seller-operates")
    case .boycottDeadline: return .text(AntiboycottClock.words(receivedOn: asOf))
    case .germanResident: return germanResident()
    case .verifiedBoycottReview:
      return verified("verified-boycott-review", domain: "order", id: nil, names: [])
    case .unverifiedDeclaration: return unverifiedDeclaration()
    // Answers are held against all other facts, once these are there.
    case .answerContradicts, .evasiveAnswer:
      return .boolean(false, .computed, words: "no answer was given")
    case .contradictionWords, .evasiveWords: return .text("none")
    default: return redFlagFact(term)
    }
  }

  private mutating func redFlagFact(_ term: OrderTerm) -> Fact {
    guard let flag = OrderTerm.redFlag(of: term) else { return .unknown("not assembled") }
    if flag.observed == term { return observed(flag.name) }
    return verified(flag.resolutionName, domain: "order", id: nil, names: [])
  }

  /// A flag is there where somebody recorded it or the order's own text says so. Where nothing came
  /// to the seller there is no duty to look for it (supplement no. 3 to 15 CFR part 732, (a)(2)).
  private mutating func observed(_ flag: String) -> Fact {
    let answer = answers.answer("order", flag, about: nil, names: [])
    if let answer, answer.flag == true {
      return .boolean(
        true, answer.isVerified ? .verified : .declared,
        evidence: [shelf.place(answer.evidence)], words: answer.evidence.statement)
    }
    if text.first([flag]) != nil { return wording(flag) }
    if let answer, answer.flag == nil {
      return .unknown(
        "the record is neither yes nor no: \(answer.evidence.statement)",
        evidence: [shelf.place(answer.evidence)])
    }
    return .boolean(
      false, .declared, words: "nobody recorded it and the order's text does not say it")
  }

  private mutating func wording(_ indicator: String) -> Fact {
    guard let (phrase, field) = text.first([indicator]) else {
      return .boolean(false, .declared, words: "no such words in the order's text")
    }
    return .boolean(
      true, .inferred, evidence: [textEvidence(phrase, field)], words: "\"\(phrase)\" in \(field)")
  }

  private func phrases(_ indicator: String) -> String {
    let found = text.found.filter { $0.indicator == indicator }
      .map { "\"\($0.phrase)\" in \($0.field)" }
    return found.isEmpty ? "no such words" : found.joined(separator: ", ")
  }

  /// What 15 CFR 760.3 says of each phrase that asks for part in a boycott.
  private func boycottExceptions() -> String {
    let phrases = text.found.filter { $0.indicator == "boycott-term" }.map(\.phrase)
    return knowledge.boycottExceptions.words(of: phrases)
  }

  /// What was said only after somebody asked is the customer's word, until it was verified.
  private mutating func unverifiedDeclaration() -> Fact {
    let entries = order.endUse?.questionnaire ?? []
    for (index, entry) in entries.enumerated() {
      switch ScreeningVocabulary.route(of: entry.question) {
      case .endUser, .endUse: break
      case .answer, .record: continue
      }
      if answers.isSuperseded(at: index) { continue }
      let known = answers.known(at: index)
      guard !known.isVerified, knowledge.evasions.reason(entry.answer, to: []) == nil else {
        continue
      }
      return .boolean(
        true, .declared, evidence: [shelf.place(known.evidence)], words: known.evidence.statement)
    }
    return .boolean(false, .computed, words: "neither rests on an answer alone")
  }

  private func redFlagWords() -> String {
    let words = OrderTerm.redFlags.compactMap { flag -> String? in
      if let answer = answers.answer("order", flag.name, about: nil, names: []),
        answer.flag == true
      {
        return answer.evidence.statement
      }
      return text.has(flag.name) ? phrases(flag.name) : nil
    }
    return words.isEmpty ? "nothing recorded" : words.joined(separator: "; ")
  }

  /// Residents of Germany (section 2(15) of the foreign trade act) by place of export, exporter or
  /// their own word; whoever is no EU person is none.
  private mutating func germanResident() -> Fact {
    let known = nexus("german-resident", corpus.company.isGermanResident, ["DE"])
    if known.value == nil, corpus.company.isEUPerson == false, order.countryOfExport != nil {
      return .boolean(
        false, .declared, words: "the seller is no EU person by its own word (company.json)")
    }
    return known
  }
}

/// When a request to further a boycott is to be reported.
///
/// 15 CFR 760.5(b)(4): by the end of the month after the calendar quarter of receipt, or of the
/// second month after it where it was received outside the United States (general knowledge,
/// unverified).
public enum AntiboycottClock {
  /// The last days on which a report is in time, for a receipt in and outside the United States.
  public static func due(receivedOn day: CivilDate) -> (inside: CivilDate, outside: CivilDate)? {
    let quarterEnd = (day.month - 1) / 3 * 3 + 3
    func lastDay(monthsAfter months: Int) -> CivilDate? {
      let month = quarterEnd + months
      let next = CivilDate(
        year: day.year + month / 12, month: month % 12 + 1, day: 1)
      return next?.adding(days: -1)
    }
    guard let inside = lastDay(monthsAfter: 1), let outside = lastDay(monthsAfter: 2) else {
      return nil
    }
    return (inside, outside)
  }

  static func words(receivedOn day: CivilDate) -> String {
    guard let due = due(receivedOn: day) else { return "on a day that could not be reckoned" }
    return "\(due.inside) if it was received on \(day) in the United States, \(due.outside) if "
      + "outside; earlier if it was received in an earlier quarter"
  }
}
