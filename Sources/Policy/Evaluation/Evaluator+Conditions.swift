public import Facts
import Formats

extension Evaluator {
  /// The truth of a condition for one object of each variable; -1 stands for the unnamed member
  /// of an open set, of which nothing is known.
  ///
  /// Compiles the condition anew; for guarantees, whose conditions are judged once in a while.
  public func truth(
    of condition: Condition, objects: [Int], bindings: [Binding], in table: FactTable
  ) -> Truth {
    var compiler = RuleCompiler(layout, asOf: asOf)
    compiler.add(Rule(judging: condition, bindings), .always)
    let policies = CompiledPolicies(compiler)
    var search = RuleSearch(policies, FactSheet(table, layout, reads: policies.reads))
    for (index, binding) in bindings.enumerated() {
      search.bind(index + 1, to: Int32(objects[index]), of: binding.collection)
    }
    return search.truth(node: Int(policies.clauses[0].node))
  }
}

extension Rule {
  /// A rule that says no more than a condition.
  fileprivate init(judging condition: Condition, _ bindings: [Binding]) {
    self.init(
      name: "", title: "", policy: "", file: "", position: SourcePosition(line: 1, column: 1),
      lane: .data, kind: .context, effect: nil, bases: [], sources: [], intervals: [],
      bindings: bindings, clauses: [Clause(condition: condition, text: "", level: -1)],
      exception: nil, exceptionText: "", exceptionAuthority: nil, exceptionUntil: nil,
      severity: nil, binds: nil, reason: Message(parts: []), obligations: [], examples: [])
  }
}
