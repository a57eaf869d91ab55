/// A truth value of strong Kleene logic: unknown is neither true nor false and propagates.
///
/// Source: S. C. Kleene, "Introduction to Metamathematics" (1952), section 64.
public enum Truth: UInt8, Sendable, Hashable, Comparable {
  case isFalse
  case isUnknown
  case isTrue

  @inlinable
  public init(_ known: Bool) { self = known ? .isTrue : .isFalse }

  /// The name in records: `true`, `false`, `unknown`.
  public var name: String {
    switch self {
    case .isFalse: "false"
    case .isUnknown: "unknown"
    case .isTrue: "true"
    }
  }

  @inlinable
  public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  @inlinable
  public static prefix func ! (operand: Truth) -> Truth {
    switch operand {
    case .isFalse: .isTrue
    case .isUnknown: .isUnknown
    case .isTrue: .isFalse
    }
  }

  @inlinable
  public func and(_ other: Truth) -> Truth { self < other ? self : other }

  @inlinable
  public func or(_ other: Truth) -> Truth { self < other ? other : self }
}
