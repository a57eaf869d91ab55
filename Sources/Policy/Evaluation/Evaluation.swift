/// The result of all rules, with what follows from them.
public struct Evaluation: Sendable {
  public let results: [RuleResult]
  /// The most severe effect of the rules that fired.
  public let determination: Outcome
  /// The most severe effect if every undetermined rule fired.
  public let potential: Outcome
  let record: EvaluationRecord

  init(_ results: [RuleResult], _ record: EvaluationRecord) {
    self.results = results
    self.record = record
    var verdict = Verdict()
    for result in results { verdict.add(result.state, result.effect) }
    (determination, potential) = (verdict.determination, verdict.potential)
  }

  /// Undetermined rules that could make the determination more severe.
  public var raising: [RuleResult] {
    results.filter { $0.state == .undetermined && ($0.effect ?? .release) > determination }
  }

  /// The determination, held where an unknown fact could make it more severe.
  public var outcome: Outcome {
    Verdict(determination: determination, potential: potential).outcome
  }
}

/// What follows from the rules that fired and those that may.
struct Verdict: Sendable, Hashable {
  var determination = Outcome.release
  var potential = Outcome.release

  var outcome: Outcome {
    potential > determination ? max(determination, .hold) : determination
  }

  mutating func add(_ state: RuleResult.State, _ effect: Outcome?) {
    guard let effect else { return }
    if state == .fired { determination = max(determination, effect) }
    if state == .fired || state == .undetermined { potential = max(potential, effect) }
  }
}
