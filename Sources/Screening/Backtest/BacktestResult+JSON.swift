public import Formats
import Policy

extension BacktestResult {
  /// The result as data; members and lists stand in one fixed order.
  public var json: JSON {
    var comparisons: [JSON] = []
    comparisons.append(total.json(from: "recorded", to: "new", self))
    if let policy { comparisons.append(policy.json(from: "old", to: "new", self)) }
    if let others { comparisons.append(others.json(from: "recorded", to: "old", self)) }
    return .object([
      ("new", BacktestResult.json(new)), ("old", old.map { BacktestResult.json($0) } ?? .null),
      ("records", .integer(records)), ("unreadable", .integer(unreadableCount)),
      ("complete", .boolean(isComplete)),
      (
        "faults",
        .array(
          unreadable.map { .object([("line", .integer($0.line)), ("fault", $0.fault.json)]) })
      ),
      (
        "dropped",
        .array(
          dropped.map { .object([("name", .string($0.name)), ("records", .integer($0.records))]) })
      ),
      ("comparisons", .array(comparisons)),
    ])
  }

  private static func json(_ policies: PolicySet) -> JSON {
    .object([
      ("name", .string(policies.name)), ("revision", .string(policies.revision)),
      ("digest", .string(policies.digest)), ("rules", .integer(policies.rules.count)),
    ])
  }

  /// The title of a rule in the new policies, else in the old ones.
  public func title(of rule: String) -> String? {
    (new.rules + (old?.rules ?? [])).first { $0.name == rule }?.title
  }
}

extension BacktestComparison {
  fileprivate func json(from old: String, to new: String, _ result: BacktestResult) -> JSON {
    var cells: [JSON] = []
    for (row, before) in BacktestComparison.outcomes.enumerated() {
      for (column, after) in BacktestComparison.outcomes.enumerated()
      where matrix[row][column] > 0 {
        cells.append(
          .object([
            ("from", .string(before?.name ?? "errorFailClosed")),
            ("to", .string(after?.name ?? "errorFailClosed")),
            ("records", .integer(matrix[row][column])),
            (
              "direction",
              .string(Direction(from: before, to: after)?.rawValue ?? "unchanged")
            ),
          ]))
      }
    }
    return .object([
      ("from", .string(old)), ("to", .string(new)), ("unchanged", .integer(unchanged)),
      ("stricter", .integer(stricter)), ("milder", .integer(milder)), ("matrix", .array(cells)),
      ("rules", .array(changes.map { BacktestComparison.json($0.change, $0.group, result) })),
    ])
  }

  private static func json(_ change: RuleChange, _ group: Group, _ result: BacktestResult) -> JSON {
    .object([
      ("direction", .string(change.direction.rawValue)),
      ("ruleId", .optional(change.rule.isEmpty ? nil : change.rule)),
      ("ruleTitle", .optional(result.title(of: change.rule))),
      ("change", .string(change.kind.rawValue)), ("records", .integer(group.records)),
      (
        "examples",
        .array(
          group.examples.map {
            .object([("orderRef", .string($0.reference)), ("line", .integer($0.line))])
          })
      ),
    ])
  }
}
