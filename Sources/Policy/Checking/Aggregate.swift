public import Formats

/// A count or a sum over the members of a collection, compared with a bound.
///
/// The value is an interval: a member of which the condition is unknown counts from none to one,
/// and an open set has no upper bound. In a sum a member counts with no less than zero, so that a
/// return never offsets what was bought.
public struct Aggregate: Sendable {
  public enum Measure: Sendable, Hashable {
    case count
    /// Index of the number term that is added up.
    case sum(term: Int)
  }

  public let measure: Measure
  /// Its variable stands at the index after all bindings of the rule.
  public let binding: Binding
  /// Which members count; nil for all.
  public let condition: Condition?
  /// `atLeast`, `atMost`, `moreThan` or `lessThan`.
  public let test: Atom.Test
  /// Whether the comparison becoming true can make the rule fire.
  public let raises: Bool
  /// The innermost variable of the rule that the condition needs; -1 for none.
  public let level: Int
  /// The whole as written.
  public let text: String
  public let position: SourcePosition
}
