import Formats

/// How a rule stands on an as-of date: in force, waiting for an operator, or not.
struct RuleStanding: Sendable {
  let isInForce: Bool
  /// The key that an operator must confirm.
  let unconfirmed: String?
  /// An exception past its date lifts nothing.
  let exceptionExpired: Bool

  /// For an example, which shows what a rule says whatever the day.
  static let always = RuleStanding(isInForce: true, unconfirmed: nil, exceptionExpired: false)

  private init(isInForce: Bool, unconfirmed: String?, exceptionExpired: Bool) {
    self.isInForce = isInForce
    self.unconfirmed = unconfirmed
    self.exceptionExpired = exceptionExpired
  }

  init(of rule: Rule, asOf: CivilDate, confirmations: [String: Bool]) {
    exceptionExpired = rule.exceptionUntil.map { $0 < asOf } ?? false
    var waitsFor: String?
    for interval in rule.intervals where interval.contains(asOf) {
      guard let key = interval.confirmation else {
        (isInForce, unconfirmed) = (true, nil)
        return
      }
      switch confirmations[key] {
      case true?:
        (isInForce, unconfirmed) = (true, nil)
        return
      case false?: break
      case nil: waitsFor = key
      }
    }
    isInForce = rule.intervals.isEmpty || waitsFor != nil
    unconfirmed = waitsFor
  }

  /// What is not confirmed to be law holds at most.
  func effect(of rule: Rule) -> Outcome? {
    unconfirmed == nil ? rule.effect : rule.effect.map { min($0, .hold) }
  }
}
