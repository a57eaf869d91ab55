import Facts

/// What is assumed of a fact while asking what its answer would change: of an unknown one, or of
/// one that could still be shown, such as an end user that is not named yet.
public enum Assumption: Sendable, Hashable {
  /// The answer that makes rules fire less.
  case favourable
  /// The answer that makes rules fire more.
  case unfavourable
}

/// A set of rules of one policy set, by index.
public struct RuleSet: Sendable, Hashable {
  private var members = IndexSet()

  public init() {}

  public func contains(_ rule: Int) -> Bool { members.contains(rule) }
  public var count: Int { members.count }
  public var isEmpty: Bool { members.isEmpty }
  /// Ascending.
  public var indices: [Int] { members.indices }

  mutating func insert(_ rule: Int) { members.insert(rule) }
  mutating func removeAll() { members.removeAll() }
}

/// The decision on one sheet, in a buffer that can be used for the next one,
/// of the same or another policy set.
public struct PolicyDecision: Sendable, Hashable {
  private var verdict = Verdict()
  public private(set) var fired = RuleSet()
  public private(set) var undetermined = RuleSet()

  public init() {}

  /// The most severe effect of the rules that fired.
  public var determination: Outcome { verdict.determination }
  /// The most severe effect if every undetermined rule fired.
  public var potential: Outcome { verdict.potential }
  /// The determination, held where an unknown fact could make it more severe.
  public var outcome: Outcome { verdict.outcome }

  mutating func clear() {
    verdict = Verdict()
    fired.removeAll()
    undetermined.removeAll()
  }

  mutating func add(_ rule: Int, _ truth: Truth, _ effect: Outcome?) {
    switch truth {
    case .isTrue:
      fired.insert(rule)
      verdict.add(.fired, effect)
    case .isUnknown:
      undetermined.insert(rule)
      verdict.add(.undetermined, effect)
    case .isFalse: break
    }
  }
}
