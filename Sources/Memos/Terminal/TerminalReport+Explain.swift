import Formats
import Policy
public import Screening

extension TerminalReport {
  /// For `explain`: each rule fired, did not fire (with the clause that failed), or is
  /// undetermined (with the facts that are unknown). With `rule`, only that one; a rule that was
  /// not considered is said to be so, with the nearest name.
  public static func explain(_ determination: Determination, rule: String? = nil) -> String {
    var text = TerminalText()
    if let banner = banner(determination) { text.add(banner) }
    text.add(
      "\(TerminalWords.short(determination.outcome)) · order \(determination.order.reference) · "
        + "policy \(determination.policy.name) \(determination.policy.revision) · as of "
        + "\(determination.asOf)")
    let traces = determination.trace.filter { rule == nil || $0.rule == rule }
    if let rule, traces.isEmpty {
      var line = "no rule `\(rule)` was considered"
      if let near = nearestWord(to: rule, among: determination.trace.map(\.rule)) {
        line += "; the nearest is `\(near)`"
      }
      text.add(line)
      return text.text
    }
    if traces.isEmpty { text.add("the determination holds no rule trace") }
    for state in [RuleTrace.State.fired, .undetermined, .lifted, .notFired, .notInForce] {
      let group = traces.filter { $0.state == state }
      guard !group.isEmpty else { continue }
      text.heading("\(TerminalWords.state(state).capitalisedFirst) (\(group.count))")
      for trace in group { add(trace, to: &text, inFull: rule != nil) }
    }
    return text.text
  }

  private static func add(_ trace: RuleTrace, to text: inout TerminalText, inFull: Bool) {
    let effect = trace.effect.map { "would give " + $0.words } ?? "note"
    let given = trace.state == .fired ? trace.effect?.words ?? "note" : effect
    text.add(
      "\(trace.title) (\(trace.lane.words) lane; \(given))", first: "  \(trace.rule): ",
      rest: "    ")
    if !trace.explanation.isEmpty { text.add(sentence(trace.explanation), first: "    ") }
    for clause in trace.clauses {
      let decides: Bool
      switch trace.state {
      case .fired, .lifted: decides = true
      case .notFired: decides = clause.truth == "false"
      case .undetermined: decides = clause.truth == "unknown"
      case .notInForce: decides = false
      }
      guard decides || inFull else { continue }
      text.add("\(clause.text) → \(clause.observed)", first: "    \(padded(clause.truth, to: 8))")
    }
    if !trace.unknown.isEmpty {
      text.add("unknown: \(trace.unknown.joined(separator: "; "))", first: "    ")
    }
  }
}

extension Lane {
  var words: String {
    switch self {
    case .legal: "legal"
    case .redFlag: "red-flag"
    case .rights: "human-rights"
    case .data: "data"
    }
  }
}
