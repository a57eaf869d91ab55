public import Facts
import Formats
import Taxonomy

/// One clause of a rule as it stood for the assignment that came nearest to firing.
public struct ClauseReading: Sendable {
  public let text: String
  public let truth: Truth
  /// What was observed, in words.
  public let observed: [String]
}

extension Evaluator {
  /// The clauses of a rule as they stood, and its exception, for a memo or `explain`.
  public func readings(of result: RuleResult, in table: FactTable) -> [ClauseReading] {
    let rule = policies.rules[result.rule]
    let objects = result.witnesses.first?.objects ?? result.nearest
    var reader = FactReader(result, table)
    reader.bind(objects + Array(repeating: -1, count: rule.bindings.count - objects.count))
    var readings = zip(rule.clauses, reader.clauseNodes).map { clause, node in
      clause.level < objects.count
        ? reader.reading(node, clause.text)
        : ClauseReading(text: clause.text, truth: .isUnknown, observed: ["not reached"])
    }
    if objects.count == rule.bindings.count, let node = reader.exceptionNode {
      readings.append(reader.reading(node, "unless " + rule.exceptionText))
    }
    return readings
  }

  /// Evidence of the facts by which the clauses of a witness hold: what is true, and under `not`
  /// what is false; of a count, what its members rest on.
  public func evidence(of result: RuleResult, in table: FactTable) -> [Int] {
    var reader = FactReader(result, table)
    var seen: Set<Int> = []
    var indices: [Int] = []
    for witness in result.witnesses {
      reader.bind(witness.objects)
      for fact in reader.facts({ $0 == Truth($1) }) {
        for index in fact.evidence where seen.insert(index).inserted { indices.append(index) }
      }
    }
    return indices
  }

  /// The weakest basis among the facts that a witness rests on.
  public func weakestBasis(of result: RuleResult, in table: FactTable) -> FactBasis {
    guard let witness = result.witnesses.first else { return .computed }
    var reader = FactReader(result, table)
    reader.bind(witness.objects)
    let bases = reader.facts({ _, _ in true }).map(\.basis)
    if bases.contains(.inferred) { return .inferred }
    if bases.contains(.declared) { return .declared }
    return bases.first ?? .computed
  }

  /// A message with its placeholders filled from a witness.
  public func text(
    _ message: Message, for witness: Witness, of rule: Rule, in table: FactTable
  ) -> String {
    message.parts.reduce(into: "") { text, part in
      switch part {
      case .text(let words): text += words
      case .fact(let subject, let domain, let term):
        let object = subject < 0 ? 0 : witness.objects[subject]
        guard object >= 0 else {
          text += "a party that the order does not name"
          return
        }
        let fact = table.objects[domain][object].facts[term]
        text += printed(fact, policies.vocabulary.domains[domain].terms[term])
      }
    }
  }

  private func printed(_ fact: Fact, _ term: Term) -> String {
    switch (fact.value, term.type) {
    case (nil, _): "an unknown \(term.name)"
    case (.text(let text)?, _): text
    case (.number(let interval)?, .number(let unit)): "\(shown(interval)) \(unit)"
    case (.codes(let codes, _)?, .tree(let name)):
      codes.map { policies.vocabulary.trees[name]?[$0]?.name ?? $0 }.joined(separator: ", ")
    case (.codes(let words, _)?, _): words.joined(separator: ", ")
    case (.date(let date)?, _): date.description
    case (.boolean(let flag)?, _): flag ? "yes" : "no"
    default: fact.words
    }
  }

  /// With two places after the point: what a rule compares is exact, what a reader sees need not be.
  private func shown(_ interval: Interval) -> String {
    let short = interval.rounded(toPlaces: 2)
    return interval.low == interval.high ? short.low?.description ?? short.words : short.words
  }

  /// An unknown fact in words: `function of 示例公司`, `end users of the order`.
  public func words(for key: FactKey, in table: FactTable) -> String {
    if key.collection >= 0 {
      return "who the \(policies.vocabulary.collections[key.collection].phrase) is"
    }
    if key.isRelation {
      let relation = policies.vocabulary.relations[key.subject]
      let first = table.objects[relation.from][key.object].label
      let second = table.objects[relation.to][key.term].label
      return "whether \(first) \(relation.phrase) \(second)"
    }
    let term = policies.vocabulary.domains[key.subject].terms[key.term]
    let name = term.name.split(separator: "-").joined(separator: " ")
    guard key.subject != Vocabulary.orderDomain else { return "\(name) of the order" }
    return "\(name) of \(table.objects[key.subject][key.object].label)"
  }
}
