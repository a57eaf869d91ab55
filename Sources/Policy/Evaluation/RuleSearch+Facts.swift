import Facts

extension RuleSearch {
  /// Cells of the unknown facts that keep a rule open, or keep its exception from lifting it, in
  /// the order of their keys.
  mutating func unknownCells(of index: Int, _ truth: Truth) -> ContiguousArray<Int32> {
    let rule = policies.rules[index]
    let variables = Int(rule.variables)
    if truth == .isUnknown {
      // Without variables there is one assignment, and nothing to bind.
      let end = variables == 0 ? 1 : undecided.count
      for start in stride(from: 0, to: end, by: max(variables, 1)) {
        bind(rule, undecided, at: start)
        for variable in 0..<variables where objects[variable + 1] < 0 {
          let binding = policies.bindings[rule.binding(variable)]
          mark(sheet.unnamed[Int(binding.collection)])
        }
        for clause in rule.clauses { collect(Int(policies.clauses[clause].node)) }
        // An unknown exception can settle the rule as well.
        if rule.exception >= 0 { collect(Int(rule.exception)) }
      }
    } else if rule.exception >= 0 {
      for start in stride(from: 0, to: witnesses.count, by: variables + 1)
      where witnesses[start + variables] == 1 {
        bind(rule, witnesses, at: start)
        collect(Int(rule.exception))
      }
    }
    return takeMarked()
  }

  /// Cells of mitigating facts that do not hold in a witness, for which there is a question.
  mutating func remediableCells(of index: Int) -> ContiguousArray<Int32> {
    let rule = policies.rules[index]
    for start in stride(from: 0, to: witnesses.count, by: Int(rule.variables) + 1) {
      bind(rule, witnesses, at: start)
      for clause in rule.clauses { collectRemediable(Int(policies.clauses[clause].node)) }
      if rule.exception >= 0 { collectRemediable(Int(rule.exception)) }
    }
    return takeMarked()
  }

  /// Binds the variables of a rule to recorded objects.
  mutating func bind(
    _ rule: CompiledRule, _ recorded: ContiguousArray<Int32>, at start: Int
  ) {
    for variable in 0..<Int(rule.variables) {
      let binding = policies.bindings[rule.binding(variable)]
      bind(variable + 1, to: recorded[start + variable], of: Int(binding.collection))
    }
  }

  private mutating func mark(_ cell: Int) {
    if marks.isEmpty { marks = ContiguousArray(repeating: false, count: sheet.cells.count) }
    guard !marks[cell] else { return }
    marks[cell] = true
    marked.append(Int32(cell))
  }

  private mutating func takeMarked() -> ContiguousArray<Int32> {
    guard !marked.isEmpty else { return [] }
    for cell in marked { marks[Int(cell)] = false }
    marked.sort()
    defer { marked.removeAll(keepingCapacity: true) }
    return marked
  }

  /// What is unknown in a condition that is unknown.
  private mutating func collect(_ index: Int) {
    guard truth(node: index) == .isUnknown else { return }
    let node = policies.nodes[index]
    switch node.kind {
    case .atom: mark(cell(policies.atoms[Int(node.index)]))
    case .aggregate: collect(policies.aggregates[Int(node.index)])
    case .all, .any, .negation:
      var part = index + 1
      while part < node.end {
        collect(part)
        part = Int(policies.nodes[part].end)
      }
    }
  }

  /// Members that may count or whose number is open, and who else there may be.
  private mutating func collect(_ aggregate: CompiledAggregate) {
    let collection = Int(aggregate.collection)
    if sheet.isOpen[collection] { mark(sheet.unnamed[collection]) }
    for place in sheet.memberships[collection] {
      let counts = counts(place, in: aggregate)
      if counts == .isFalse { continue }
      if counts == .isUnknown { collect(Int(aggregate.condition)) }
      if let cell = openMeasure(aggregate) { mark(cell) }
    }
  }

  private mutating func collectRemediable(_ index: Int) {
    let node = policies.nodes[index]
    switch node.kind {
    case .atom:
      let atom = policies.atoms[Int(node.index)]
      guard atom.isMitigating, atom.test != .relation, bases[Int(atom.slot)] >= 0 else { return }
      let source = policies.atomSources[Int(node.index)]
      let term = policies.layout.vocabulary.domains[source.domain].terms[source.term]
      if term.question != nil, truth(atom: Int(node.index)) == .isFalse { mark(cell(atom)) }
    case .aggregate:
      let aggregate = policies.aggregates[Int(node.index)]
      guard aggregate.condition >= 0 else { return }
      for place in sheet.memberships[Int(aggregate.collection)] {
        _ = counts(place, in: aggregate)
        collectRemediable(Int(aggregate.condition))
      }
    case .all, .any, .negation:
      var part = index + 1
      while part < node.end {
        collectRemediable(part)
        part = Int(policies.nodes[part].end)
      }
    }
  }
}
