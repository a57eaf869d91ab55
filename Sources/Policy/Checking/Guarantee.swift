public import Formats

/// What a policy set promises of every order: proved, or refuted by an order.
///
/// The variables stand for any members of their collections, named by the order or not.
public struct Guarantee: Sendable {
  public enum Conclusion: Sendable {
    /// The order as it is known is answered at least so.
    case atLeast(Outcome)
    /// The order is answered no more mildly than the same order with these facts instead.
    case noMilderThan([RuleExample.Given])
    /// Raising an adverse fact, or adding a member to a set of findings, never lowers the
    /// determination: the join of the rules that fire.
    case addingFindingsLowersNothing
  }

  public let name: String
  public let title: String
  public let policy: String
  public let file: String
  public let position: SourcePosition
  /// The as-of dates of which it speaks; all where empty. Awaits no confirmation.
  public let intervals: [ValidityInterval]
  public let bindings: [Binding]
  /// What holds of some completion of the order: whatever the unknown facts turn out to be.
  public let hypothesis: Condition?
  /// What is known to hold of the order.
  public let known: Condition?
  public let conclusion: Conclusion
}
