import Facts
import Formats

/// Reads the facts behind one result in words, for the objects that are bound.
struct FactReader {
  private let rule: CompiledRule
  private let table: FactTable
  private var search: RuleSearch

  init(_ result: RuleResult, _ table: FactTable) {
    rule = result.record.policies.rules[result.rule]
    self.table = table
    search = RuleSearch(result.record.policies, result.record.sheet)
  }

  private var policies: CompiledPolicies { search.policies }
  private var vocabulary: Vocabulary { policies.layout.vocabulary }

  var clauseNodes: [Int] { rule.clauses.map { Int(policies.clauses[$0].node) } }

  /// Nil where an exception is missing or past its date.
  var exceptionNode: Int? { rule.exception < 0 ? nil : Int(rule.exception) }

  mutating func bind(_ objects: [Int]) {
    search.bind(rule, ContiguousArray(objects.map { Int32($0) }), at: 0)
  }

  mutating func reading(_ node: Int, _ text: String) -> ClauseReading {
    let parts = policies.parts(of: node)
    var observed: [String] = []
    for part in parts {
      // One part is the clause, whose text stands beside this already.
      let prefix = parts.count > 1 ? written(part) + ": " : ""
      observed.append(prefix + observation(part))
    }
    return ClauseReading(text: text, truth: search.truth(node: node), observed: observed)
  }

  private func written(_ part: ConditionNode) -> String {
    part.kind == .atom
      ? policies.atomSources[Int(part.index)].text
      : policies.aggregateSources[Int(part.index)].text
  }

  private mutating func observation(_ part: ConditionNode) -> String {
    guard part.kind == .atom else {
      let aggregate = policies.aggregates[Int(part.index)]
      return search.value(of: aggregate, trustsInferred: true).words(for: aggregate, vocabulary)
    }
    guard let fact = fact(policies.atoms[Int(part.index)]) else { return "nobody is named" }
    return (fact.value == nil ? "unknown: " : "") + fact.words
  }

  /// The fact that an atom reads; nil for the unnamed member of an open set.
  private func fact(_ atom: CompiledAtom) -> Fact? {
    let key = search.sheet.key(search.cell(atom))
    if key.collection >= 0 { return nil }
    if key.isRelation {
      let width = table.objects[vocabulary.relations[key.subject].to].count
      return table.relations[key.subject][key.object * width + key.term]
    }
    return table.objects[key.subject][key.object].facts[key.term]
  }

  /// The facts of all clauses whose atoms are as wanted, with what counted members rest on.
  ///
  /// `isWanted` takes what an atom says and whether its truth makes the rule fire.
  mutating func facts(_ isWanted: (Truth, Bool) -> Bool) -> [Fact] {
    var facts: [Fact] = []
    for node in clauseNodes {
      for part in policies.parts(of: node) {
        guard part.kind == .aggregate else {
          let atom = policies.atoms[Int(part.index)]
          if isWanted(search.truth(atom: Int(part.index)), atom.raises) {
            facts += [fact(atom)].compactMap { $0 }
          }
          continue
        }
        let aggregate = policies.aggregates[Int(part.index)]
        if isWanted(search.truth(aggregate), aggregate.raises) {
          addCounted(aggregate, isWanted, &facts)
        }
      }
    }
    return facts
  }

  private mutating func addCounted(
    _ aggregate: CompiledAggregate, _ isWanted: (Truth, Bool) -> Bool, _ facts: inout [Fact]
  ) {
    // Under a comparison that is turned round, an atom that makes a member count fires less.
    let isTurned = aggregate.raises != aggregate.grows
    let parts = aggregate.condition < 0 ? [] : policies.parts(of: Int(aggregate.condition))
    for place in search.sheet.memberships[Int(aggregate.collection)]
    where search.counts(place, in: aggregate) == .isTrue {
      if aggregate.term >= 0 {
        let member = Int(search.objects[Int(aggregate.slot)])
        facts.append(table.objects[Int(aggregate.domain)][member].facts[Int(aggregate.term)])
      }
      for part in parts {
        let atom = policies.atoms[Int(part.index)]
        if isWanted(search.truth(atom: Int(part.index)), atom.raises != isTurned) {
          facts += [fact(atom)].compactMap { $0 }
        }
      }
    }
  }
}

extension CompiledPolicies {
  /// The atoms and aggregates of a condition as written; not those within an aggregate.
  func parts(of index: Int) -> [ConditionNode] {
    let node = nodes[index]
    guard node.kind != .atom, node.kind != .aggregate else { return [node] }
    var parts: [ConditionNode] = []
    var part = index + 1
    while part < node.end {
      parts += self.parts(of: part)
      part = Int(nodes[part].end)
    }
    return parts
  }
}
