/// Whether two identities are one, and why.
public struct IdentityComparison: Sendable, Hashable {
  public enum Verdict: String, Sendable, Hashable, Comparable {
    case different, possible, same

    private var order: Int { self == .different ? 0 : self == .possible ? 1 : 2 }
    public static func < (left: Verdict, right: Verdict) -> Bool { left.order < right.order }
  }

  public enum Strength: String, Sendable, Hashable, Comparable {
    case weak, moderate, strong, exact

    private var order: Int {
      switch self {
      case .weak: 0
      case .moderate: 1
      case .strong: 2
      case .exact: 3
      }
    }
    public static func < (left: Strength, right: Strength) -> Bool { left.order < right.order }
  }

  /// On what the agreement rests, the firmest first.
  public enum Rung: String, Sendable, Hashable, CaseIterable {
    case identifier, legalName
    /// Place and function agree.
    case conceptual
    case transliteration, englishName, address
  }

  public let verdict: Verdict
  public let strength: Strength
  public let rung: Rung
  /// In words for a reader, agreement and contradiction alike.
  public let reasons: [String]
  /// The two names that came nearest to each other.
  public let queryName: String
  public let entryName: String
  /// From 0 to 100, for order among matches and for measuring; strength is told in words.
  package let score: Int
}
