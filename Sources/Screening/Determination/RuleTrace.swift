public import Policy

/// What one rule did with one order: the answer to "why did it fire, why not, what is unknown".
public struct RuleTrace: Sendable {
  public enum State: String, Sendable {
    case fired, notFired, undetermined, lifted, notInForce
  }

  public var rule: String
  public var title: String
  public var policy: String
  public var lane: Lane
  public var effect: Outcome?
  public var state: State
  /// For each clause: its text as written and whether it held (true, false, unknown).
  public var clauses: [Clause]
  /// Names of the facts that are unknown, in words.
  public var unknown: [String]
  /// A sentence that explains the state.
  public var explanation: String

  public struct Clause: Sendable {
    public var text: String
    /// `true`, `false` or `unknown`.
    public var truth: String
    /// What was observed, in words.
    public var observed: String

    public init(text: String, truth: String, observed: String) {
      self.text = text
      self.truth = truth
      self.observed = observed
    }
  }

  public init(
    rule: String, title: String, policy: String, lane: Lane, effect: Outcome?, state: State,
    clauses: [Clause], unknown: [String], explanation: String
  ) {
    self.rule = rule
    self.title = title
    self.policy = policy
    self.lane = lane
    self.effect = effect
    self.state = state
    self.clauses = clauses
    self.unknown = unknown
    self.explanation = explanation
  }
}
