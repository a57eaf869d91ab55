import Facts
import Formats

/// Turns checked rules into flat arrays.
struct RuleCompiler {
  let layout: FactLayout
  /// Nil where no day is known: lengths of time are unknown then.
  let asOf: CivilDate?
  private(set) var rules: ContiguousArray<CompiledRule> = []
  private(set) var bindings: ContiguousArray<CompiledBinding> = []
  private(set) var clauses: ContiguousArray<CompiledClause> = []
  private(set) var nodes: ContiguousArray<ConditionNode> = []
  private(set) var atoms: ContiguousArray<CompiledAtom> = []
  private(set) var aggregates: ContiguousArray<CompiledAggregate> = []
  private(set) var asked: ContiguousArray<FactCode> = []
  private(set) var atomSources: [Atom] = []
  private(set) var aggregateSources: [Aggregate] = []
  private(set) var ruleReads: [IndexSet] = []
  private(set) var slots = 1
  private(set) var unconfirmed: [String?] = []
  private var reads = IndexSet()
  /// Variables of the rule in hand.
  private var variables = 0

  init(_ layout: FactLayout, asOf: CivilDate?) {
    self.layout = layout
    self.asOf = asOf
  }

  mutating func add(_ rule: Rule, _ standing: RuleStanding) {
    reads = IndexSet()
    let firstBinding = bindings.count
    for binding in rule.bindings {
      reads.insert(layout.kind(ofCollection: binding.collection))
      bindings.append(
        CompiledBinding(collection: Int32(binding.collection), isEvery: binding.isEvery))
    }
    variables = rule.bindings.count
    slots = max(slots, variables + 1)
    let firstClause = clauses.count
    for clause in rule.clauses {
      let node = add(clause.condition)
      let first = nodes[Int(node)]
      clauses.append(
        CompiledClause(
          node: node, atom: first.kind == .atom ? first.index : -1, level: Int32(clause.level)))
    }
    let exception = standing.exceptionExpired ? nil : rule.exception.map { add($0) }
    rules.append(
      CompiledRule(
        isInForce: standing.isInForce, effect: standing.effect(of: rule),
        firstBinding: Int32(firstBinding), variables: Int32(rule.bindings.count),
        firstClause: Int32(firstClause), endOfClauses: Int32(clauses.count),
        exception: exception ?? -1))
    unconfirmed.append(standing.unconfirmed)
    ruleReads.append(reads)
  }

  /// Adds a condition behind what is there and returns the index of its first node.
  private mutating func add(_ condition: Condition) -> Int32 {
    let start = nodes.count
    func open(_ kind: ConditionNode.Kind, _ index: Int = -1) {
      nodes.append(ConditionNode(kind: kind, index: Int32(index), end: 0))
    }
    switch condition {
    case .all(let parts):
      open(.all)
      for part in parts { _ = add(part) }
    case .any(let parts):
      open(.any)
      for part in parts { _ = add(part) }
    case .negation(let inner):
      open(.negation)
      _ = add(inner)
    case .atom(let atom):
      open(.atom, atoms.count)
      add(atom)
    case .aggregate(let aggregate):
      open(.aggregate, aggregates.count)
      add(aggregate)
    }
    nodes[start].end = Int32(nodes.count)
    return Int32(start)
  }

  /// What counts stands behind it, in the scope of the rule and one variable more.
  private mutating func add(_ aggregate: Aggregate) {
    let (binding, own) = (aggregate.binding, Int32(variables + 1))
    reads.insert(layout.kind(ofCollection: binding.collection))
    slots = max(slots, variables + 2)
    var term = -1
    if case .sum(let summed) = aggregate.measure {
      term = summed
      reads.insert(layout.kind(ofTerm: summed, in: binding.domain))
    }
    let (test, bound) = comparison(aggregate.test)
    aggregates.append(
      CompiledAggregate(
        collection: Int32(binding.collection), domain: Int32(binding.domain), term: Int32(term),
        slot: own, condition: aggregate.condition == nil ? -1 : Int32(nodes.count), test: test,
        bound: bound, raises: aggregate.raises))
    aggregateSources.append(aggregate)
    if let condition = aggregate.condition { _ = add(condition) }
  }

  private mutating func add(_ atom: Atom) {
    var (test, bound) = comparison(atom.test)
    var (term, second) = (atom.term, 0)
    let firstAsked = Int32(asked.count)
    switch atom.test {
    case .truth: test = .truth
    case .stated: test = .stated
    case .relation(let relation, let other):
      (test, term, second) = (.relation, relation, other + 1)
    case .within(_, let codes), .equals(let codes):
      let codes = codes.compactMap { layout.code($0, domain: atom.domain, term: atom.term) }
      if case .words = layout.readings[atom.domain][term] {
        (test, bound) = (.among, codes.reduce(0) { $0 | $1.bit })
      } else {
        test = .within
        asked += codes
      }
    default: break
    }
    if test == .relation {
      reads.insert(layout.kind(ofRelation: term))
    } else {
      reads.insert(layout.kind(ofTerm: term, in: atom.domain))
      if !layout.readings[atom.domain][term].allows(test) { (test, bound) = (.never, 0) }
    }
    atoms.append(
      CompiledAtom(
        test: test, raises: atom.raises, isMitigating: atom.polarity == .mitigating,
        // A neutral fact that would lift a rule mitigates.
        needsConfirmation: atom.polarity == .mitigating
          || (atom.polarity == .neutral && !atom.raises),
        slot: Int32(atom.subject + 1), term: Int32(term), second: Int32(second), bound: bound,
        firstAsked: firstAsked, endOfAsked: Int32(asked.count)))
    atomSources.append(atom)
  }

  private func comparison(_ test: Atom.Test) -> (CompiledAtom.Test, Int64) {
    switch test {
    case .atLeast(let bound): (.atLeast, bound.millionths)
    case .atMost(let bound): (.atMost, bound.millionths)
    case .moreThan(let bound): (.moreThan, bound.millionths)
    case .lessThan(let bound): (.lessThan, bound.millionths)
    case .before(let date): (.before, Int64(date.dayNumber))
    case .after(let date): (.after, Int64(date.dayNumber))
    case .lessAgo(let span):
      asOf.map { (.after, Int64(span.before($0).dayNumber)) } ?? (.never, 0)
    case .moreAgo(let span):
      asOf.map { (.before, Int64(span.before($0).dayNumber)) } ?? (.never, 0)
    case .truth, .within, .equals, .stated, .relation: (.never, 0)
    }
  }
}

extension FactLayout.Reading {
  /// Whether values of this kind can be tested so; a test of another kind is always unknown.
  fileprivate func allows(_ test: CompiledAtom.Test) -> Bool {
    switch (self, test) {
    case (_, .stated), (_, .never), (.boolean, .truth), (.codes, .within),
      (.words, .among),
      (.number, .atLeast), (.number, .atMost), (.number, .moreThan), (.number, .lessThan),
      (.date, .before), (.date, .after):
      true
    default: false
    }
  }
}
