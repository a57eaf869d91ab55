public import Formats

/// What became of one mutation of a rule.
public struct MutationResult: Sendable {
  public enum Standing: Sendable, Hashable {
    /// An example gets another verdict than it expects.
    case killed(example: String)
    case survived(reason: String)
    /// It says the same as the rule.
    case equivalent(reason: String)
    /// No example can show it, whatever facts it states.
    case outOfReach(reason: String)
  }

  public let rule: String
  public let file: String
  public let position: SourcePosition
  public let kind: MutationKind
  /// What was changed, in words.
  public let change: String
  public let standing: Standing

  public var isKilled: Bool { if case .killed = standing { true } else { false } }
  public var isSurvivor: Bool { if case .survived = standing { true } else { false } }
  public var isEquivalent: Bool { if case .equivalent = standing { true } else { false } }
  public var isOutOfReach: Bool { if case .outOfReach = standing { true } else { false } }

  /// Why it was not killed; nil for one that was.
  public var reason: String? {
    switch standing {
    case .killed: nil
    case .survived(let reason), .equivalent(let reason), .outOfReach(let reason): reason
    }
  }
}

/// How many mutations the examples notice, of those that they could.
public struct MutationScore: Sendable, Hashable {
  public let killed: Int
  /// Without those that are equivalent or out of reach.
  public let all: Int

  public init(_ results: [MutationResult]) {
    killed = results.count { $0.isKilled }
    all = killed + results.count { $0.isSurvivor }
  }

  /// In percent with one digit, rounded down; 100 where there is nothing to kill.
  public var percent: String {
    guard all > 0 else { return "100" }
    let tenths = killed * 1000 / all
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  public func isAtLeast(_ percent: Decimal) -> Bool {
    Int128(killed) * 100_000_000 >= Int128(all) * Int128(percent.millionths)
  }
}

/// What became of all mutations of a set.
public struct MutationReport: Sendable {
  public struct OfRule: Sendable {
    public let rule: String
    public let file: String
    /// In the order of the rule's text.
    public let results: [MutationResult]

    public var score: MutationScore { MutationScore(results) }
  }

  public let rules: [OfRule]

  public var results: [MutationResult] { rules.flatMap(\.results) }
  public var survivors: [MutationResult] { results.filter(\.isSurvivor) }
  public var score: MutationScore { MutationScore(results) }
}
