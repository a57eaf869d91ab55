import Dossier
public import Facts
import Formats
public import Policy

/// The questions of one determination whose answers can change it, and nothing else.
///
/// It never says which answer would release. Where a refusal is decided or possible it is for
/// counsel alone, and says so.
public struct Questionnaire: Sendable {
  public struct Item: Sendable {
    /// Stable: the fact and, after an `@`, the party or line.
    public var id: String
    /// The fact that the answer states, such as `party.function`.
    public var fact: String
    /// Party id, line number or empty for the order.
    public var about: String
    public var expects: ExpectedAnswer
    /// The unit of a number.
    public var unit: String?
    public var text: LocalisedText
    public var why: LocalisedText
    /// Citations of the rules that wait, in their own language.
    public var bases: [String]
    public var rules: [String]
    /// The record that settles it where an answer alone does not.
    public var settledBy: String?
  }

  public let determination: String
  public let reference: String
  public let revision: Int
  /// ISO date.
  public let asOf: String
  public let demonstration: String?
  /// Nothing of it goes to the customer.
  public let isInternal: Bool
  public let items: [Item]

  /// `citations` prints a legal basis by its id.
  public init(_ determination: Determination, _ policies: PolicySet, citation: (String) -> String?)
  {
    self.determination = determination.id
    reference = determination.order.reference
    revision = determination.order.revision
    asOf = determination.asOf.description
    demonstration = determination.demonstration
    isInternal = determination.mayBeRefused
    let rules = Dictionary(
      policies.rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    items = determination.questions.map { question in
      let waiting = question.rules.compactMap { rules[$0] }
      let term = Questionnaire.term(question.term, policies.vocabulary)
      var unit: String?
      if case .number(let named)? = term?.type { unit = named }
      var bases: [String] = []
      for basis in waiting.flatMap(\.bases) {
        guard let citation = citation(basis), !bases.contains(citation) else { continue }
        bases.append(citation)
      }
      var settledBy: String?
      if case .record(let words) = ScreeningVocabulary.route(of: question.term) {
        settledBy = words
      }
      return Item(
        id: question.id, fact: question.term, about: question.about,
        expects: ExpectedAnswer(term, id: question.id), unit: unit,
        text: LocalisedText(question.english, question.chinese, question.german),
        why: Questionnaire.why(waiting), bases: bases, rules: question.rules, settledBy: settledBy)
    }
  }

  private static func term(_ name: String, _ vocabulary: Vocabulary) -> Term? {
    let halves = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard halves.count == 2 else { return nil }
    return vocabulary.domains.first { $0.name == halves[0] }?.terms.first { $0.name == halves[1] }
  }

  /// Why it is asked: by the first lane, in the order of gravity, that waits for it.
  private static func why(_ rules: [Rule]) -> LocalisedText {
    let lanes = Set(rules.map(\.lane))
    if lanes.contains(.legal) {
      return LocalisedText(
        "It decides whether law requires a licence or bars the transaction.",
        "答复决定法律是否要求许可证或禁止该交易。",
        "Davon hängt ab, ob das Recht eine Genehmigung verlangt oder das Geschäft untersagt.")
    }
    if lanes.contains(.rights) {
      return LocalisedText(
        "It is part of human-rights due diligence (UN Guiding Principles).",
        "属于人权尽职调查的内容(联合国《工商企业与人权指导原则》)。",
        "Sie gehört zur menschenrechtlichen Sorgfalt (VN-Leitprinzipien).")
    }
    if lanes.contains(.redFlag) {
      return LocalisedText(
        "A red flag must be inquired into before shipping.",
        "发货前必须对警示信号进行核查。",
        "Einem Warnzeichen ist vor der Lieferung nachzugehen.")
    }
    return LocalisedText(
      "Without this fact the order cannot be decided.", "缺少该事实则无法对订单作出决定。",
      "Ohne diese Angabe kann über den Auftrag nicht entschieden werden.")
  }
}

extension Determination {
  /// Whether a refusal is decided or may still follow: then nothing goes to the customer.
  public var mayBeRefused: Bool {
    outcome?.isRefusal == true
      || counterfactuals.contains { $0.outcome.isRefusal }
      || refusalIsOpen
  }
}
