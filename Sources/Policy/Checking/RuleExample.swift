public import Facts
public import Formats

/// A rule example at the level of facts.
public struct RuleExample: Sendable {
  public enum Expectation: String, Sendable {
    case fires
    case doesNotFire = "does not fire"
    case undetermined
    case lifted = "is lifted"
  }

  public struct Given: Sendable {
    public let subject: Int
    public let domain: Int
    public let term: Int
    /// Index of the second variable for a relation, whose index is then in `term`.
    public let second: Int?
    public let value: FactValue?
  }

  public let title: String
  public let position: SourcePosition
  public let expectation: Expectation
  /// The day on which the rule is read; spans of time are unknown without one.
  public let asOf: CivilDate?
  /// Further members of sets, that counts and sums see; their variables follow those of the rule.
  public let members: [Binding]
  /// Indices of collections that may hold more than the example names.
  public let open: [Int]
  /// Indices of collections that hold nothing besides what the rule's own variables stand for.
  public let empty: [Int]
  public let given: [Given]
}
