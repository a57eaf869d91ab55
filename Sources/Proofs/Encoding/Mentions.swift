import Facts
import Policy

/// The codes and words that rules and guarantees name, for each term.
struct Mentions: Sendable {
  struct Place: Hashable, Sendable {
    let domain: Int
    let term: String
  }

  private var codes: [Place: Set<String>] = [:]

  mutating func add(_ policies: PolicySet) {
    for rule in policies.rules {
      for clause in rule.clauses { add(clause.condition, policies.vocabulary) }
      if let exception = rule.exception { add(exception, policies.vocabulary) }
    }
    for axiom in policies.vocabulary.axioms {
      guard case .members(let collection, let term, let words) = axiom else { continue }
      let domain = policies.vocabulary.collections[collection].domain
      insert(words, domain, term, policies.vocabulary)
    }
  }

  mutating func add(_ guarantee: Guarantee, _ vocabulary: Vocabulary) {
    for condition in [guarantee.hypothesis, guarantee.known] {
      if let condition { add(condition, vocabulary) }
    }
    guard case .noMilderThan(let facts) = guarantee.conclusion else { return }
    for given in facts where given.second == nil {
      if case .codes(let codes, _)? = given.value {
        insert(codes, given.domain, given.term, vocabulary)
      }
    }
  }

  private mutating func add(_ condition: Condition, _ vocabulary: Vocabulary) {
    switch condition {
    case .all(let parts), .any(let parts): for part in parts { add(part, vocabulary) }
    case .negation(let inner): add(inner, vocabulary)
    case .aggregate(let aggregate):
      if let inner = aggregate.condition { add(inner, vocabulary) }
    case .atom(let atom):
      switch atom.test {
      case .within(_, let codes), .equals(let codes):
        insert(codes, atom.domain, atom.term, vocabulary)
      default: break
      }
    }
  }

  private mutating func insert(
    _ words: [String], _ domain: Int, _ term: Int, _ vocabulary: Vocabulary
  ) {
    let place = Place(domain: domain, term: vocabulary.domains[domain].terms[term].name)
    codes[place, default: []].formUnion(words)
  }

  func codes(of domain: Int, _ term: String) -> [String] {
    codes[Place(domain: domain, term: term), default: []].sorted()
  }
}
