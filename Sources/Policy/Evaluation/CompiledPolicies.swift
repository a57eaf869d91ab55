import Facts
import Formats

/// The rules of a set in flat arrays, for one as-of date and its confirmations.
final class CompiledPolicies: Sendable {
  let layout: FactLayout
  let rules: ContiguousArray<CompiledRule>
  let bindings: ContiguousArray<CompiledBinding>
  let clauses: ContiguousArray<CompiledClause>
  let nodes: ContiguousArray<ConditionNode>
  let atoms: ContiguousArray<CompiledAtom>
  let aggregates: ContiguousArray<CompiledAggregate>
  let asked: ContiguousArray<FactCode>
  /// What the atoms and aggregates were compiled from, at the same indices.
  let atomSources: [Atom]
  let aggregateSources: [Aggregate]
  /// The keys that an operator must confirm, by rule.
  let unconfirmed: [String?]
  /// Kinds of facts that each rule reads, as the layout numbers them.
  let ruleReads: [IndexSet]
  let reads: FactReads
  /// Where a search begins: in each slot the order, and the first cell of its facts. Searches share
  /// them until they bind a variable.
  let unboundObjects: ContiguousArray<Int32>
  let unboundBases: ContiguousArray<Int>

  init(_ compiler: RuleCompiler) {
    layout = compiler.layout
    rules = compiler.rules
    bindings = compiler.bindings
    clauses = compiler.clauses
    nodes = compiler.nodes
    atoms = compiler.atoms
    aggregates = compiler.aggregates
    asked = compiler.asked
    atomSources = compiler.atomSources
    aggregateSources = compiler.aggregateSources
    unconfirmed = compiler.unconfirmed
    ruleReads = compiler.ruleReads
    reads = FactReads(compiler.ruleReads, layout)
    unboundObjects = ContiguousArray(repeating: 0, count: compiler.slots)
    unboundBases = ContiguousArray(
      repeating: compiler.layout.firstCellOfOrder, count: compiler.slots)
  }
}
