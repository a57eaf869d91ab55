public import Facts
public import Formats

/// Evaluates a policy set over a table of facts: total, deterministic, three-valued.
///
/// There is one implementation. Explanations, questions and examples call it again rather than
/// reason about rules in a second way. Rules are independent: their order never matters.
public struct Evaluator: Sendable {
  public let policies: PolicySet
  /// The day at which the law is read.
  public let asOf: CivilDate
  /// Operators' confirmations: true where the interval is confirmed to be in force.
  public let confirmations: [String: Bool]

  public init(policies: PolicySet, asOf: CivilDate, confirmations: [String: Bool]) {
    self.policies = policies
    self.asOf = asOf
    self.confirmations = confirmations
  }

  /// Results for all rules, or for those at `indices`.
  public func evaluate(
    _ table: FactTable, rules indices: [Int]? = nil, assuming: [FactKey: Assumption] = [:]
  ) -> Evaluation {
    let atoms = AtomEvaluator(
      vocabulary: policies.vocabulary, table: table, assumptions: assuming, asOf: asOf)
    let chosen = indices ?? Array(policies.rules.indices)
    return Evaluation(results: chosen.map { result(of: $0, atoms) })
  }

  private func result(of index: Int, _ atoms: AtomEvaluator) -> RuleResult {
    let rule = policies.rules[index]
    var effect = rule.effect
    var unconfirmed: String?
    switch validity(of: rule) {
    case .notInForce:
      return RuleResult(
        rule: index, state: .notInForce, effect: effect, unconfirmed: nil, witnesses: [],
        unknown: [], remediable: [], nearest: [])
    case .awaits(let key):
      effect = effect.map { min($0, .hold) }
      unconfirmed = key
    case .inForce: break
    }
    var search = RuleSearch(rule: rule, atoms: atoms, exceptionExpired: isExpired(rule))
    let truth = search.truth(level: 0)
    let state: RuleResult.State =
      switch truth {
      case .isTrue: .fired
      case .isUnknown: .undetermined
      case .isFalse: search.wasLifted ? .lifted : .notFired
      }
    return RuleResult(
      rule: index, state: state, effect: effect, unconfirmed: unconfirmed,
      witnesses: state == .fired ? search.witnesses : [],
      unknown: state == .fired || state == .undetermined ? search.unknownFacts(for: truth) : [],
      remediable: state == .fired ? search.remediableFacts() : [],
      nearest: search.nearest)
  }

  private enum Validity { case inForce, notInForce, awaits(String) }

  private func validity(of rule: Rule) -> Validity {
    guard !rule.intervals.isEmpty else { return .inForce }
    var result = Validity.notInForce
    for interval in rule.intervals where interval.contains(asOf) {
      guard let key = interval.confirmation else { return .inForce }
      switch confirmations[key] {
      case true?: return .inForce
      case false?: break
      case nil: result = .awaits(key)
      }
    }
    return result
  }

  private func isExpired(_ rule: Rule) -> Bool {
    rule.exceptionUntil.map { $0 < asOf } ?? false
  }
}
