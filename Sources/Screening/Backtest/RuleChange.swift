import Policy

/// How the standing of a rule differs between two evaluations of one order.
public struct RuleChange: Sendable, Hashable, Comparable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case newlyFires, firesMoreSeverely, becameUndetermined
    case noLongerFires, firesLessSeverely, noLongerUndetermined
    /// No rule accounts for the change: the record's findings do not lead to its outcome.
    case notAccounted

    /// The change in words, after the name of the rule.
    public var words: String {
      switch self {
      case .newlyFires: "newly fires"
      case .firesMoreSeverely: "fires more severely"
      case .becameUndetermined: "became undetermined"
      case .noLongerFires: "no longer fires"
      case .firesLessSeverely: "fires less severely"
      case .noLongerUndetermined: "is no longer undetermined"
      case .notAccounted: "no rule accounts for it"
      }
    }
  }

  public let direction: Direction
  /// Empty where no rule accounts for the change.
  public let rule: String
  public let kind: Kind

  public init(direction: Direction, rule: String, kind: Kind) {
    self.direction = direction
    self.rule = rule
    self.kind = kind
  }

  public static func < (left: RuleChange, right: RuleChange) -> Bool {
    func key(_ change: RuleChange) -> (Int, String, String) {
      (change.direction == .milder ? 0 : 1, change.rule, change.kind.rawValue)
    }
    return key(left) < key(right)
  }
}

extension RuleChange {
  /// The rules that make the difference between two outcomes of one order.
  ///
  /// Of an outcome that became stricter, those that weigh more than before and more than all that
  /// there was; of one that became milder, those that weighed more than all that is left.
  static func responsible(
    for direction: Direction, before: [String: RuleStanding], after: [String: RuleStanding]
  ) -> [RuleChange] {
    let (gained, lost) = direction == .stricter ? (after, before) : (before, after)
    let level = lost.values.map(\.weight).max() ?? .release
    var changes: [RuleChange] = []
    for (rule, standing) in gained {
      let other = lost[rule] ?? .silent
      guard standing.weight > level, standing.weight > other.weight else { continue }
      let (old, new) = direction == .stricter ? (other, standing) : (standing, other)
      changes.append(RuleChange(direction: direction, rule: rule, kind: kind(from: old, to: new)))
    }
    guard changes.isEmpty else { return changes.sorted() }
    return [RuleChange(direction: direction, rule: "", kind: .notAccounted)]
  }

  private static func kind(from old: RuleStanding, to new: RuleStanding) -> Kind {
    switch (old, new) {
    case (.fired, .fired): new.weight > old.weight ? .firesMoreSeverely : .firesLessSeverely
    case (_, .fired): .newlyFires
    case (_, .undetermined): .becameUndetermined
    case (.fired, _): .noLongerFires
    default: .noLongerUndetermined
    }
  }
}
