import Facts
import Formats

extension RuleChecker {
  /// The guarantee, or nil where it has any error.
  mutating func check(_ syntax: GuaranteeSyntax) -> Guarantee? {
    let before = diagnostics.count
    (isGuarantee, isNote) = (true, true)
    defer { (isGuarantee, isNote) = (false, false) }
    let isWhole = !syntax.isDamaged
    if syntax.title.isEmpty, isWhole {
      report("POL020", "the guarantee has no title", "add title \"…\"", at: syntax.name)
    }
    let bindings = check(bindings: syntax.bindings)
    let hypothesis = syntax.hypothesis.flatMap { check($0, bindings, raises: true) }
    let known = syntax.known.flatMap { check($0, bindings, raises: true) }
    if let hypothesis { checkContradictions([hypothesis], nil) }
    if let known { checkContradictions([known], nil) }
    for interval in syntax.intervals {
      if let from = interval.from, let until = interval.until, until < from {
        report(
          "POL042", "the guarantee would end on \(until) before it begins on \(from)",
          "correct one of the dates", at: syntax.name)
      }
    }
    let conclusion = conclusion(syntax, bindings, isWhole)
    guard diagnostics.count == before, let conclusion else { return nil }
    return Guarantee(
      name: syntax.name.text, title: syntax.title, policy: policy, file: file,
      position: syntax.name.position,
      intervals: syntax.intervals.map {
        ValidityInterval(from: $0.from, until: $0.until, confirmation: nil)
      },
      bindings: bindings, hypothesis: hypothesis, known: known, conclusion: conclusion)
  }

  private mutating func conclusion(
    _ syntax: GuaranteeSyntax, _ bindings: [Binding], _ isWhole: Bool
  ) -> Guarantee.Conclusion? {
    switch syntax.conclusion {
    case nil:
      if isWhole {
        report(
          "POL024", "the guarantee has no `then`", "say what is promised", at: syntax.name)
      }
      return nil
    case .atLeast(let outcome)?: return .atLeast(outcome)
    case .noMilderThan(let facts)?:
      let given = facts.compactMap { check(fact: $0, bindings) }
      return given.count == facts.count ? .noMilderThan(given) : nil
    case .addingFindingsLowersNothing?:
      if !syntax.bindings.isEmpty || syntax.hypothesis != nil || syntax.known != nil {
        report(
          "POL107", "that findings lower nothing is promised of every order",
          "leave out `for`, `when` and `given`", at: syntax.name)
        return nil
      }
      return .addingFindingsLowersNothing
    }
  }
}
