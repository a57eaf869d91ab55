import Facts

/// Which facts some rules read: the terms of each domain, and relations.
struct FactReads: Sendable {
  /// By domain, ascending.
  let terms: [[Int]]
  let relations: [Int]

  init(_ rules: [IndexSet], _ layout: FactLayout) {
    let all = rules.reduce(into: IndexSet()) { $0.formUnion($1) }
    let vocabulary = layout.vocabulary
    terms = vocabulary.domains.enumerated().map { domain, definition in
      definition.terms.indices.filter { all.contains(layout.kind(ofTerm: $0, in: domain)) }
    }
    relations = vocabulary.relations.indices.filter {
      all.contains(layout.kind(ofRelation: $0))
    }
  }
}
