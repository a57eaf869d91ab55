/// Which facts some rules read: the terms of each domain, and relations.
struct FactReads: Sendable {
  /// By domain, ascending.
  let terms: [[Int]]
  let relations: [Int]

  init(_ rules: [RuleReads], domains: Int) {
    let all = rules.reduce(into: RuleReads()) { $0.formUnion($1) }
    terms = (0..<domains).map { domain in
      all.terms.filter { $0.domain == domain }.map(\.term).sorted()
    }
    relations = all.relations.sorted()
  }
}

/// Which facts one rule reads.
struct RuleReads: Sendable {
  struct TermOfDomain: Hashable, Sendable {
    let domain: Int
    let term: Int
  }

  var terms: Set<TermOfDomain> = []
  var relations: Set<Int> = []
  /// Collections whose unnamed member it can meet.
  var collections: Set<Int> = []

  mutating func formUnion(_ other: RuleReads) {
    terms.formUnion(other.terms)
    relations.formUnion(other.relations)
    collections.formUnion(other.collections)
  }
}
