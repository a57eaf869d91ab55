import Policy
public import Screening

extension TerminalReport {
  /// What a new policy set would change: counts, the outcomes before and after, and the rules
  /// responsible with examples, milder changes first.
  public static func backtest(_ result: BacktestResult) -> String {
    var text = TerminalText()
    text.add(
      "Backtest of \(named(result.new)) on \(counted(result.records, "recorded determination"))")
    text.add(
      result.isComplete
        ? "Every line was evaluated."
        : "NOT COMPLETE: \(counted(result.unreadableCount, "line")) could not be evaluated and "
          + "may hold anything.")
    for name in result.dropped {
      text.add(
        "`\(name.name)` is no longer known and was left out of "
          + "\(counted(name.records, "record")).")
    }
    add(result.total, "From what was recorded to the new policies", result, to: &text)
    if let old = result.old, let policy = result.policy, let others = result.others {
      add(policy, "By the policies alone: from \(named(old)) to the new ones", result, to: &text)
      add(
        others, "By other causes: from what was recorded to the old policies today", result,
        to: &text)
    }
    return text.text
  }

  private static func named(_ policies: PolicySet) -> String {
    // Enough of the digest to tell two sets apart.
    "\(policies.name) \(policies.revision) (\(policies.digest.prefix(19)))"
  }

  private static func add(
    _ comparison: BacktestComparison, _ title: String, _ result: BacktestResult,
    to text: inout TerminalText
  ) {
    text.heading(title)
    text.add(
      "\(comparison.unchanged) unchanged · \(comparison.stricter) stricter · "
        + "\(comparison.milder) milder")
    guard comparison.stricter + comparison.milder > 0 else { return }
    text.blank()
    matrix(comparison, to: &text)
    for direction in Direction.allCases {
      let changes = comparison.changes.filter { $0.change.direction == direction }
      guard !changes.isEmpty else { continue }
      text.heading(direction == .milder ? "Milder" : "Stricter")
      for (change, group) in changes {
        let count = String(group.records)
        let first = String(repeating: " ", count: max(0, 8 - count.count)) + count + "  "
        let rule = [change.rule, result.title(of: change.rule) ?? ""].filter { !$0.isEmpty }
        text.add(
          rule.isEmpty
            ? "No rule accounts for it: the record's findings do not lead to its outcome."
            : rule.joined(separator: ": ") + " (\(change.kind.words))", first: first)
        let examples = group.examples.map { "\($0.reference) (line \($0.line))" }
        let more = group.records > group.examples.count ? " …" : ""
        text.add(
          examples.joined(separator: ", ") + more, first: String(repeating: " ", count: 10))
      }
    }
  }

  /// Rows are outcomes before, columns outcomes after; rows and columns of nobody are left out.
  private static func matrix(_ comparison: BacktestComparison, to text: inout TerminalText) {
    let (matrix, outcomes) = (comparison.matrix, BacktestComparison.outcomes)
    let rows = outcomes.indices.filter { row in matrix[row].contains { $0 > 0 } }
    let columns = outcomes.indices.filter { column in matrix.contains { $0[column] > 0 } }
    text.table(
      ["BEFORE \\ AFTER"] + columns.map { heading(outcomes[$0]) },
      rows.map { row in
        [TerminalWords.short(outcomes[row])]
          + columns.map { matrix[row][$0] == 0 ? "·" : String(matrix[row][$0]) }
      }, widths: [19] + columns.map { _ in 8 })
  }

  /// The outcome in at most eight columns.
  private static func heading(_ outcome: Outcome?) -> String {
    switch outcome {
    case nil: "FAILED"
    case .release: "RELEASE"
    case .releaseWithConditions: "CONDIT."
    case .hold: "HOLD"
    case .escalate: "ESCALATE"
    case .licenceRequired: "LICENCE"
    case .refusePolicy: "POLICY"
    case .refuseProhibited: "PROHIB."
    }
  }
}
