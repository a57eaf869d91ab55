import Facts
public import Formats
import Policy

extension Prover {
  /// Rules that no order makes fire, and rules that add nothing beside another one.
  ///
  /// What the solver does not prove is not told.
  public func warnings() -> [Diagnostic] {
    guard let solver else { return [] }
    return policies.rules.indices.compactMap { index in
      let rule = policies.rules[index]
      if isProved(deadness(index), solver) {
        return Diagnostic(
          "POL130", "no order makes `\(rule.name)` fire", severity: .warning,
          remedy: "correct its conditions, or remove it", file: rule.file,
          position: rule.position)
      }
      guard let other = subsumer(of: index, solver) else { return nil }
      return Diagnostic(
        "POL131",
        "wherever `\(rule.name)` fires, `\(policies.rules[other].name)` does, to no lesser effect",
        severity: .warning, remedy: "remove one of them, or say what sets them apart",
        file: rule.file, position: rule.position)
    }
  }

  private func isProved(_ obligation: Obligation, _ solver: Solver) -> Bool {
    let text = text(obligation, obligation.encoding(.everyOrder), values: false)
    if case .unsatisfiable = solver.ask(text) { return true }
    return false
  }

  private func question(
    _ name: String, _ meaning: String, _ rule: Rule,
    _ encode: @escaping @Sendable (inout Encoding) -> Void
  ) -> Obligation {
    let set = RuleSet(policies: policies, mark: "")
    return Obligation(
      name: name, meaning: meaning, vocabulary: policies.vocabulary,
      mentions: obligations.mentions,
      slots: [.order] + rule.bindings.map { Slot(name: $0.variable, domain: $0.domain) },
      difference: .none,
      encode: { encoding in
        let (inForce, awaits) = encoding.validity(rule, set)
        encoding.script.assert(inForce.or(awaits))
        encoding.script.assert(encoding.whole(rule, .order, set, loosely: true).fires)
        encode(&encoding)
      }, confirm: { _ in nil })
  }

  func deadness(_ index: Int) -> Obligation {
    let rule = policies.rules[index]
    return question("dead.\(rule.name)", "`\(rule.name)` fires", rule) { _ in }
  }

  /// Whether a rule fires where none of the others does.
  func redundancy(_ index: Int, beside others: [Int]) -> Obligation {
    let (rule, policies) = (policies.rules[index], policies)
    let set = RuleSet(policies: policies, mark: "")
    return question(
      "redundant.\(rule.name)", "`\(rule.name)` fires and no other rule to its effect", rule
    ) { encoding in
      for other in others.map({ policies.rules[$0] }) {
        let applies = encoding.hasEffect(other, atLeast: rule.effect ?? .release, set)
        encoding.script.assert(applies.implies(!encoding.whole(other, .order, set).fires))
      }
    }
  }

  /// Another rule of the lane that fires wherever this one does, to no lesser effect.
  func subsumer(of index: Int, _ solver: Solver) -> Int? {
    let rule = policies.rules[index]
    guard let effect = rule.effect else { return nil }
    let others = policies.rules.indices.filter { other in
      let candidate = policies.rules[other]
      return other != index && candidate.lane == rule.lane
        && (candidate.effect ?? .release) >= effect
        && !candidate.bindings.contains(where: \.isEvery)
    }
    guard !others.isEmpty, isProved(redundancy(index, beside: others), solver) else { return nil }
    return others.first { isProved(redundancy(index, beside: [$0]), solver) }
  }
}
