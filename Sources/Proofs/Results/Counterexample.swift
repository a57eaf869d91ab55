public import Formats
public import Policy

/// An order that breaks a promise, confirmed by the evaluator.
public struct Counterexample: Sendable {
  /// The question that found it.
  public let question: String
  let policies: PolicySet
  let candidate: Candidate
  let confirmation: Confirmation

  /// The day on which the order is answered so.
  public var asOf: CivilDate { candidate.asOf }
  /// What the order is answered.
  public var outcome: Outcome { confirmation.outcome }
  /// What it should be answered at least.
  public var expected: Outcome { confirmation.expected }
}
