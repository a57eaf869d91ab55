/// A truth value of strong Kleene logic: unknown is neither true nor false and propagates.
///
/// Source: S. C. Kleene, "Introduction to Metamathematics" (1952), section 64.
public enum Truth: Int, Sendable, Hashable, Comparable {
  case isFalse
  case isUnknown
  case isTrue

  public init(_ known: Bool) { self = known ? .isTrue : .isFalse }

  /// The name in records: `true`, `false`, `unknown`.
  public var name: String {
    switch self {
    case .isFalse: "false"
    case .isUnknown: "unknown"
    case .isTrue: "true"
    }
  }

  public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  public static prefix func ! (operand: Truth) -> Truth {
    switch operand {
    case .isFalse: .isTrue
    case .isUnknown: .isUnknown
    case .isTrue: .isFalse
    }
  }

  public func and(_ other: Truth) -> Truth { min(self, other) }
  public func or(_ other: Truth) -> Truth { max(self, other) }
}
