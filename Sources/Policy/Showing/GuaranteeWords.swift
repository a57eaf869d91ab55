import Facts
import Formats

/// A guarantee in words.
public struct GuaranteeWords: Sendable {
  public let guarantee: Guarantee
  public let appliesTo: [String]
  /// What holds of some completion of the order.
  public let hypothesis: String?
  /// What is known of the order.
  public let known: String?
  public let promise: String
  public let inForce: String

  public init(_ guarantee: Guarantee, _ policies: PolicySet) {
    self.guarantee = guarantee
    let vocabulary = policies.vocabulary
    appliesTo =
      guarantee.bindings.isEmpty
      ? ["every order"]
      : guarantee.bindings.map {
        "every \(vocabulary.collections[$0.collection].phrase) \($0.variable)"
      }
    hypothesis = guarantee.hypothesis.map(ConditionText.text)
    known = guarantee.known.map(ConditionText.text)
    inForce = RuleWords.words(guarantee.intervals)
    switch guarantee.conclusion {
    case .atLeast(let outcome): promise = "at least \(outcome.written)"
    case .addingFindingsLowersNothing: promise = "adding findings lowers nothing"
    case .noMilderThan(let facts):
      promise =
        "no milder than with "
        + facts.map { GuaranteeWords.words($0, guarantee, vocabulary) }.joined(separator: ", ")
    }
  }

  private static func words(
    _ given: RuleExample.Given, _ guarantee: Guarantee, _ vocabulary: Vocabulary
  ) -> String {
    func name(_ subject: Int) -> String {
      subject < 0 ? "order" : guarantee.bindings[subject].variable
    }
    if let second = given.second {
      let isDenied = given.value == .boolean(false)
      return (isDenied ? "not " : "") + name(given.subject) + " "
        + vocabulary.relations[given.term].phrase + " " + name(second)
    }
    let term = vocabulary.domains[given.domain].terms[given.term].name
    return "\(name(given.subject)).\(term) = \(given.value.map(words) ?? "unknown")"
  }

  private static func words(_ value: FactValue) -> String {
    switch value {
    case .boolean(let flag): flag ? "true" : "false"
    case .codes(let codes, _): codes.joined(separator: ", ")
    case .number(let interval):
      interval.low == interval.high ? interval.low.map { "\($0)" } ?? "" : "\(interval)"
    case .date(let date): "\(date)"
    case .text(let text): text
    }
  }
}
