public import Formats

/// A test of one fact, with what raising it does.
public struct Atom: Sendable {
  public enum Test: Sendable, Hashable {
    case truth
    case within(tree: String, [String])
    case equals([String])
    case atLeast(Decimal)
    case atMost(Decimal)
    case moreThan(Decimal)
    case lessThan(Decimal)
    case before(CivilDate)
    case after(CivilDate)
    /// The date lies less than this long before the as-of date, or after it.
    case lessAgo(Span)
    /// The date lies more than this long before the as-of date.
    case moreAgo(Span)
    /// The fact has a value, whatever it is; true or false, never unknown.
    case stated
    /// Index of the relation and of the second variable.
    case relation(Int, second: Int)
  }

  /// Index of the variable; -1 for the order.
  public let subject: Int
  public let domain: Int
  /// Index of the term in its domain; unused for relations.
  public let term: Int
  public let test: Test
  /// What raising the fact means: adverse facts may only make an outcome stricter.
  public let polarity: PolarityOfAtom
  /// Whether the atom becoming true can make the rule fire.
  public let raises: Bool
  /// The atom as written.
  public let text: String
  public let position: SourcePosition
}

/// Adverse, mitigating or neither, after the comparison is taken into account.
public enum PolarityOfAtom: Sendable, Hashable { case adverse, mitigating, neutral }
