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
  let ruleReads: [RuleReads]
  let reads: FactReads
  /// The most variables that any rule or count has in scope, with the order.
  let slots: Int

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
    reads = FactReads(compiler.ruleReads, domains: layout.vocabulary.domains.count)
    slots = compiler.slots
  }

  /// Whether a rule reads the fact of this name, or can meet the unnamed member of its set.
  func reads(_ key: FactKey, rule: Int) -> Bool {
    let reads = ruleReads[rule]
    if key.collection >= 0 { return reads.collections.contains(key.collection) }
    if key.isRelation { return reads.relations.contains(key.subject) }
    return reads.terms.contains(.init(domain: key.subject, term: key.term))
  }
}
