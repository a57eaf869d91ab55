public import Facts

extension Evaluator {
  /// The truth of a condition for one object of each variable; -1 stands for the unnamed member
  /// of an open set, of which nothing is known.
  public func truth(
    of condition: Condition, objects: [Int], bindings: [Binding], in table: FactTable
  ) -> Truth {
    AtomEvaluator(vocabulary: policies.vocabulary, table: table, assumptions: [:], asOf: asOf)
      .truth(condition, objects, bindings)
  }
}
