import Facts
import Formats
import Taxonomy
import Trade

/// Which of several answers to one question counts.
///
/// The later one does, but where it says nothing, and but where an earlier one is worse: that stands
/// until somebody verified the later one, on no earlier day. A mere statement that differs from what
/// was verified takes the verification away.
struct AnswerPrecedence {
  /// What is asked for; nil where the vocabulary does not hold it.
  let term: Term?
  let evasions: EvasiveAnswers

  func counting(_ held: KnownAnswer, or next: KnownAnswer) -> KnownAnswer {
    guard states(next) else { return held }
    guard states(held), !isWorse(next, than: held) else { return next }
    if isWorse(held, than: next) { return verifies(next, after: held) ? next : held }
    if next.isVerified || !held.isVerified { return next }
    if next.value == held.value || term?.type == .boolean { return held }
    var open = held
    open.isVerified = false
    return open
  }

  /// Whether a later answer leaves an earlier one nothing to say.
  func isSuperseded(_ earlier: KnownAnswer, by later: KnownAnswer) -> Bool {
    guard states(later) else { return false }
    if !states(earlier) { return true }
    guard !earlier.isVerified else { return false }
    return later.value == earlier.value || verifies(later, after: earlier)
  }

  private func states(_ answer: KnownAnswer) -> Bool {
    answer.flag != nil || answer.number != nil || evasions.reason(answer.value, to: []) == nil
  }

  private func verifies(_ next: KnownAnswer, after held: KnownAnswer) -> Bool {
    guard next.isVerified else { return false }
    guard let first = held.evidence.publishedOn, let second = next.evidence.publishedOn else {
      return true
    }
    return first <= second
  }

  /// A truth that is adverse is worse than words that are neither yes nor no, and these are worse
  /// than the other truth; of adverse numbers the greater is.
  private func isWorse(_ first: KnownAnswer, than second: KnownAnswer) -> Bool {
    guard let term, term.polarity != .neutral else { return false }
    let isAdverse = term.polarity == .adverse
    switch term.type {
    case .boolean:
      func rank(_ answer: KnownAnswer) -> Int { answer.flag.map { $0 == isAdverse ? 2 : 0 } ?? 1 }
      return rank(first) > rank(second)
    case .number:
      guard let left = first.number, let right = second.number else { return false }
      return isAdverse ? left > right : left < right
    default: return false
    }
  }
}

extension Answers {
  /// Whether a later answer to the same question stands in the place of one.
  func isSuperseded(at index: Int) -> Bool {
    let entries = order.endUse?.questionnaire ?? []
    guard entries.indices.contains(index) else { return false }
    let entry = entries[index]
    let (domain, name) = Answers.subject(of: entry.question)
    let precedence = precedence(domain, name)
    let answer = known(at: index)
    // Each body that is named becomes a party: another one takes the place of none.
    let namesBody = ScreeningVocabulary.route(of: entry.question) == .endUser
    return entries.indices.contains { place in
      guard place > index, let value = entries[place].answer, !value.isEmpty else { return false }
      let other = Answers.subject(of: entries[place].question)
      guard other.name == name, domain == nil || other.domain == nil || other.domain == domain,
        !namesBody || value == answer.value
      else { return false }
      return precedence.isSuperseded(answer, by: known(at: place))
    }
  }

  /// By what is asked for: the vocabulary's term of that name, or the one given.
  func precedence(_ domain: String?, _ name: String, _ term: Term? = nil) -> AnswerPrecedence {
    AnswerPrecedence(term: term ?? Answers.term(domain, name), evasions: evasions)
  }

  private static func term(_ domain: String?, _ name: String) -> Term? {
    let bare = String(name.prefix { $0 != "@" })
    let order = OrderTerm.allCases.lazy.map(\.term).filter { _ in domain ?? "order" == "order" }
    let party = PartyTerm.allCases.lazy.map(\.term).filter { _ in domain ?? "party" == "party" }
    let line = LineTerm.allCases.lazy.map(\.term).filter { _ in domain ?? "line" == "line" }
    return order.first { $0.name == bare } ?? party.first { $0.name == bare }
      ?? line.first { $0.name == bare }
  }

  /// `party` and `function@p2` of `party.function@p2`; the domain may be left out.
  private static func subject(of question: String) -> (domain: String?, name: String) {
    for domain in ["order", "party", "line"] where question.hasPrefix(domain + ".") {
      return (domain, String(question.dropFirst(domain.count + 1)))
    }
    return (nil, question)
  }
}
