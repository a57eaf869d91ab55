import Facts
import Policy

/// Which facts a rule or a condition reads, by name.
enum RuleReading {
  /// A term of a domain, or a relation where the domain is -1.
  struct Reading: Hashable {
    let domain: Int
    let name: String
  }

  static func terms(_ rule: Rule, _ vocabulary: Vocabulary) -> Set<Reading> {
    let conditions = rule.clauses.map(\.condition) + (rule.exception.map { [$0] } ?? [])
    return conditions.reduce(into: []) { $0.formUnion(terms($1, vocabulary)) }
  }

  static func terms(_ condition: Condition, _ vocabulary: Vocabulary) -> Set<Reading> {
    switch condition {
    case .all(let parts), .any(let parts):
      return parts.reduce(into: []) { $0.formUnion(terms($1, vocabulary)) }
    case .negation(let inner): return terms(inner, vocabulary)
    case .aggregate(let aggregate):
      var read = aggregate.condition.map { terms($0, vocabulary) } ?? []
      if case .sum(let term) = aggregate.measure {
        let domain = aggregate.binding.domain
        read.insert(
          Reading(domain: domain, name: vocabulary.domains[domain].terms[term].name))
      }
      return read
    case .atom(let atom):
      if case .relation(let relation, _) = atom.test {
        return [Reading(domain: -1, name: String(relation))]
      }
      return [
        Reading(
          domain: atom.domain, name: vocabulary.domains[atom.domain].terms[atom.term].name)
      ]
    }
  }
}

extension ChangedFact {
  func reading(_ vocabulary: Vocabulary) -> RuleReading.Reading {
    RuleReading.Reading(domain: second == nil ? domain : -1, name: term)
  }
}
