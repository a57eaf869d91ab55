public import Formats
import Policy

extension PolicyDifference {
  /// Each rule that differs, with an order in each direction where there is one, then the claim.
  public var text: String {
    var lines: [String] = []
    for change in changes {
      lines.append("\(change.kind.rawValue) \(change.rule)")
      lines += PolicyDifference.lines("milder", change.milder)
      lines += PolicyDifference.lines("stricter", change.stricter)
    }
    if changes.isEmpty { lines.append("no rule differs") }
    switch onlyStricter.verdict {
    case .proved: lines.append("only stricter: proved")
    case .refuted(let order):
      lines.append(
        "only stricter: refuted; an order that was answered \(order.expected.name) is answered "
          + order.outcome.name)
    case .notProved(let reason): lines.append("only stricter: not proved: \(reason)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ word: String, _ finding: Finding) -> [String] {
    switch finding {
    case .none: ["  \(word): no order"]
    case .undecided(let reason): ["  \(word): not decided: \(reason)"]
    case .order(let order):
      ["  \(word): \(order.words(word))"] + order.lines.map { "    " + $0 }
    }
  }

  public var json: JSON {
    .object([
      (
        "changes",
        .array(
          changes.map { change in
            .object([
              ("rule", .string(change.rule)), ("kind", .string(change.kind.rawValue)),
              ("milder", PolicyDifference.json(change.milder)),
              ("stricter", PolicyDifference.json(change.stricter)),
            ])
          })
      ), ("onlyStricter", onlyStricter.json),
    ])
  }

  private static func json(_ finding: Finding) -> JSON {
    switch finding {
    case .none: .null
    case .undecided(let reason): .object([("undecided", .string(reason))])
    case .order(let order): order.json
    }
  }
}

extension Counterexample {
  /// From which outcome to which, in a comparison of two sets.
  func words(_ direction: String) -> String {
    direction == "milder"
      ? "from \(expected.name) to \(outcome.name)" : "from \(outcome.name) to \(expected.name)"
  }
}
