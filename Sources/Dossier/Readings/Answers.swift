import Evidence
import Facts
import Formats
import Taxonomy
import Trade

/// An answer to one of Scruple's questions, or a fact that somebody recorded.
struct KnownAnswer {
  let value: String
  /// What the value names, where codes of a tree are asked for: a code as it stands, a name as its
  /// code where one node alone has the name.
  let codes: [String]
  /// A named person verified it on a date that is not after the as-of date.
  var isVerified: Bool
  let evidence: EvidenceRecord

  var flag: Bool? { KnownAnswer.flag(of: value) }

  static func flag(of value: String) -> Bool? {
    switch value.lowercased() {
    case "yes", "true", "ja", "是": true
    case "no", "false", "nein", "否": false
    default: nil
    }
  }

  var number: Decimal? { Decimal(value) }

  static func codes(of value: String) -> [String] {
    value.split { [",", "，", "、"].contains($0) }.map(trimmed).filter { !$0.isEmpty }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let rest = text.drop(while: \.isWhitespace)
    return String(
      rest[..<(rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex)])
  }
}

/// Finds answers in the order's questionnaire and in the register of verified facts.
///
/// A question's id is the term and, after an `@`, the party or line: `party.function@p2`. What a
/// customer merely says is an answer too: it counts where it is adverse, and is unknown where it
/// would mitigate.
struct Answers {
  let order: Order
  let register: Register
  let asOf: CivilDate
  let evasions: EvasiveAnswers
  /// Trees by the name of the term whose codes they hold, such as `function`.
  let trees: [String: CodeTree]
  /// What each answer of the order's questionnaire is worth.
  private var questionnaire: [KnownAnswer] = []

  init(
    order: Order, register: Register, asOf: CivilDate, evasions: EvasiveAnswers,
    trees: [String: CodeTree]
  ) {
    self.order = order
    self.register = register
    self.asOf = asOf
    self.evasions = evasions
    self.trees = trees
    questionnaire = (order.endUse?.questionnaire ?? []).enumerated().map { index, entry in
      weighed(entry, at: index)
    }
  }

  /// What counts of all that was answered; `described` is the term where a company declared it.
  func answer(
    _ domain: String, _ term: String, about id: String?, names: [String], as described: Term? = nil
  ) -> KnownAnswer? {
    let known = [questionnaire(domain, term, id, described), registered(term, names)]
    return known.compactMap(\.self).reduce(nil) { held, next in
      held.map { precedence(domain, term, described).counting($0, or: next) } ?? next
    }
  }

  /// Product families that somebody stated of a line.
  func families(of line: OrderLine) -> [String] {
    answer("line", "product", about: line.number, names: [])?.codes ?? []
  }

  /// Whether a named person verified the families of a line.
  func verifiesFamilies(of line: OrderLine) -> Bool {
    guard let answer = answer("line", "product", about: line.number, names: []) else {
      return false
    }
    return answer.isVerified && !answer.codes.isEmpty
  }

  private func questionnaire(
    _ domain: String, _ term: String, _ id: String?, _ described: Term?
  ) -> KnownAnswer? {
    guard !questionnaire.isEmpty else { return nil }
    let suffix = id.map { "@" + $0 } ?? ""
    let accepted = ["\(domain).\(term)\(suffix)", term + suffix]
    var counting: KnownAnswer?
    for (index, entry) in (order.endUse?.questionnaire ?? []).enumerated() {
      guard accepted.contains(entry.question), let value = entry.answer, !value.isEmpty else {
        continue
      }
      let next = known(at: index)
      counting = counting.map { precedence(domain, term, described).counting($0, or: next) } ?? next
    }
    return counting
  }

  /// One answer of the order's questionnaire.
  func known(at index: Int) -> KnownAnswer { questionnaire[index] }

  private func weighed(_ entry: Answer, at index: Int) -> KnownAnswer {
    let value = entry.answer ?? ""
    // Nobody verifies an answer of their own, and nothing by a proof that says nothing.
    let isVerified =
      entry.verifiedBy != nil && entry.verifiedBy != entry.answeredBy
      && entry.verifiedOn.map { $0 <= asOf } ?? false
      && entry.evidence.map { evasions.reason($0, to: []) == nil } ?? true
    let by = entry.verifiedBy ?? entry.answeredBy ?? "the customer"
    let on = entry.verifiedOn ?? entry.answeredOn
    return KnownAnswer(
      value: value, codes: codes(of: value, term: Answers.term(of: entry.question)),
      isVerified: isVerified,
      evidence: EvidenceRecord(
        kind: isVerified ? .register : .customerStatement,
        title: "Answer to \(entry.question)", publisher: by, publishedOn: on?.description,
        locator: "endUse.questionnaire[\(index)]",
        statement: "\(by) \(isVerified ? "verified" : "stated"): \(entry.question) = \(value)"
          + (entry.evidence.map { " (\($0))" } ?? "") + "."))
  }

  /// `function` of `party.function@p2`.
  private static func term(of question: String) -> String {
    let name = question.split(separator: "@", maxSplits: 1).first ?? ""
    return String(name.split(separator: ".", maxSplits: 1).last ?? name)
  }

  /// A name that several nodes have names none of them, and stays as it was written.
  private func codes(of value: String, term: String) -> [String] {
    let parts = KnownAnswer.codes(of: value)
    guard let tree = trees[term] else { return parts }
    // A name may hold a comma.
    if parts.count > 1, let code = tree.code(named: KnownAnswer.trimmed(value)) { return [code] }
    return parts.map { part in
      if tree.contains(part) { return part }
      return tree.code(named: part) ?? part
    }
  }

  private func registered(_ term: String, _ names: [String]) -> KnownAnswer? {
    for fact in register.facts where fact.fact == term && fact.verifiedOn <= asOf {
      if let expires = fact.expires, expires < asOf { continue }
      let isAboutParty = !fact.party.isEmpty && fact.party.contains { names.contains($0) }
      let isAboutOrder = fact.party.isEmpty && names.isEmpty
      let isThisOrder = fact.order.map { $0 == order.reference } ?? true
      guard isThisOrder, isAboutParty || isAboutOrder && fact.order != nil else { continue }
      return KnownAnswer(
        value: fact.value, codes: codes(of: fact.value, term: fact.fact), isVerified: true,
        evidence: EvidenceRecord(
          kind: .register, title: "Verified fact \(fact.fact)", publisher: fact.verifiedBy,
          publishedOn: fact.verifiedOn.description, locator: "register/facts.ndjson:\(fact.line)",
          statement: "\(fact.verifiedBy) verified on \(fact.verifiedOn): \(fact.fact) = "
            + "\(fact.value) (\(fact.evidence))."))
    }
    return nil
  }
}
