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
  private var words: ContiguousArray<UInt64> = []

  public init() {}

  public func contains(_ rule: Int) -> Bool {
    rule / 64 < words.count && words[rule / 64] >> (rule % 64) & 1 == 1
  }

  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Ascending.
  public var indices: [Int] {
    words.enumerated().flatMap { place, word in
      (0..<64).filter { word >> $0 & 1 == 1 }.map { place * 64 + $0 }
    }
  }

  mutating func insert(_ rule: Int) { words[rule / 64] |= 1 << (rule % 64) }

  mutating func clear(capacity: Int) {
    let count = (capacity + 63) / 64
    if words.count == count {
      for index in words.indices { words[index] = 0 }
    } else {
      words = ContiguousArray(repeating: 0, count: count)
    }
  }
}

/// The decision on one sheet, in a buffer that can be used for the next.
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

  mutating func clear(rules: Int) {
    verdict = Verdict()
    fired.clear(capacity: rules)
    undetermined.clear(capacity: rules)
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
