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
  public let given: [Given]
}
