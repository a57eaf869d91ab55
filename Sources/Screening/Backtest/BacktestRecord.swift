import Facts
import Formats
import Policy

/// What a backtest reads of one recorded determination; the rest of the line is only checked.
struct BacktestRecord {
  let reference: String
  /// Nil stands for `errorFailClosed`.
  let outcome: Outcome?
  let isCoverageComplete: Bool
  let facts: RecordedFacts
  /// The same facts in the words of the old policies, where these have words of their own.
  let oldFacts: RecordedFacts?
  /// Where the findings and the undetermined rules stand: read only where an outcome changed.
  let findings: JSONCursor
  let undetermined: JSONCursor

  /// An outcome of the recorded facts under the coverage of that day, which cannot be tried again:
  /// a list that did not answer fails closed, unless the order is refused anyway.
  func outcome(of evaluation: Evaluation) -> Outcome? {
    let outcome = evaluation.outcome
    return isCoverageComplete || outcome >= .refusePolicy ? outcome : nil
  }

  /// The rules that made the recorded outcome.
  func standings() throws(JSONFailure) -> [String: RuleStanding] {
    var standings: [String: RuleStanding] = [:]
    var cursor = undetermined
    try cursor.enterArray()
    while try cursor.nextElement() { standings[try cursor.text()] = .undetermined }
    cursor = findings
    try cursor.enterArray()
    while try cursor.nextElement() {
      let (rule, effect) = try BacktestRecord.finding(&cursor)
      standings[rule] = .fired(effect)
    }
    return standings
  }

  private static let findingMembers = JSONNames(["ruleId", "effect"])
  private static let effects = JSONNames(Outcome.allCases.map(\.name) + ["note"])

  private static func finding(
    _ cursor: inout JSONCursor
  ) throws(JSONFailure) -> (rule: String, effect: Outcome?) {
    var rule: String?
    var effect: Int?
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: findingMembers) {
      switch member {
      case .known(0): rule = try cursor.text()
      case .known:
        guard case .known(let index) = try cursor.text(of: effects) else {
          throw cursor.refused("a finding has an effect that is not known")
        }
        effect = index
      case .other: try cursor.skip()
      }
    }
    guard let rule, let effect else {
      throw cursor.refused("a finding needs `ruleId` and `effect`")
    }
    return (rule, Outcome(rawValue: effect))
  }
}
