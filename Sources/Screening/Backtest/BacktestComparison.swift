public import Policy

/// The outcomes of the same records in two evaluations, counted, with the rules responsible.
public struct BacktestComparison: Sendable {
  /// One record by which a change can be looked up.
  public struct Example: Sendable, Hashable {
    public let line: Int
    /// The order's reference.
    public let reference: String
  }

  public struct Group: Sendable {
    public internal(set) var records = 0
    /// The first in the file.
    public internal(set) var examples: [Example] = []
  }

  /// The outcomes in order of severity, `errorFailClosed` last.
  public static let outcomes: [Outcome?] = Outcome.allCases.map { $0 } + [nil]

  /// How many records went from one of `outcomes` to another.
  public private(set) var matrix: [[Int]]
  private(set) var groups: [RuleChange: Group] = [:]
  let exampleLimit: Int

  init(exampleLimit: Int) {
    self.exampleLimit = exampleLimit
    let count = BacktestComparison.outcomes.count
    matrix = Array(repeating: Array(repeating: 0, count: count), count: count)
  }

  public var unchanged: Int { count { $0 == nil } }
  public var stricter: Int { count { $0 == .stricter } }
  public var milder: Int { count { $0 == .milder } }

  /// The changes of rules, milder ones first, then those that concern most records.
  public var changes: [(change: RuleChange, group: Group)] {
    groups.map { (change: $0.key, group: $0.value) }.sorted { left, right in
      if left.change.direction != right.change.direction {
        return left.change.direction == .milder
      }
      if left.group.records != right.group.records {
        return left.group.records > right.group.records
      }
      return left.change < right.change
    }
  }

  private func count(_ isCounted: (Direction?) -> Bool) -> Int {
    var count = 0
    for (row, old) in BacktestComparison.outcomes.enumerated() {
      for (column, new) in BacktestComparison.outcomes.enumerated()
      where isCounted(Direction(from: old, to: new)) { count += matrix[row][column] }
    }
    return count
  }

  /// `standings` are asked for only where the outcome changed.
  mutating func add(
    from old: Outcome?, to new: Outcome?, example: Example,
    standings: () -> (before: [String: RuleStanding], after: [String: RuleStanding])
  ) {
    let last = BacktestComparison.outcomes.count - 1
    matrix[old?.rawValue ?? last][new?.rawValue ?? last] += 1
    guard let direction = Direction(from: old, to: new) else { return }
    let (before, after) = standings()
    for change in RuleChange.responsible(for: direction, before: before, after: after) {
      groups[change, default: Group()].records += 1
      if groups[change, default: Group()].examples.count < exampleLimit {
        groups[change, default: Group()].examples.append(example)
      }
    }
  }

  /// Adds what was counted of other lines of the same file.
  mutating func add(_ other: BacktestComparison) {
    for row in matrix.indices {
      for column in matrix.indices { matrix[row][column] += other.matrix[row][column] }
    }
    for (change, group) in other.groups {
      var sum = groups[change] ?? Group()
      sum.records += group.records
      sum.examples = Array(
        (sum.examples + group.examples).sorted { $0.line < $1.line }.prefix(exampleLimit))
      groups[change] = sum
    }
  }
}
