import Facts
import Formats
import Policy

/// Builds tables over the sample vocabulary: what is not said is unknown.
struct SampleTable {
  var facts: [[[Fact]]] = [[], [], []]
  var members: [Membership] = [
    Membership(members: [], isOpen: false), Membership(members: [], isOpen: false),
    Membership(members: [], isOpen: false),
  ]
  var related: [String: Fact] = [:]

  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary = Sample.vocabulary) {
    self.vocabulary = vocabulary
    facts[0] = [blank(0)]
  }

  private func blank(_ domain: Int) -> [Fact] {
    vocabulary.domains[domain].terms.map { _ in Fact.unknown("not said") }
  }

  mutating func set(_ domain: Int, _ object: Int, _ term: String, _ fact: Fact) {
    guard let index = vocabulary.termIndex(term, in: domain) else { return }
    facts[domain][object][index] = fact
  }

  func fact(_ domain: Int, _ object: Int, _ term: String) -> Fact {
    vocabulary.termIndex(term, in: domain).map { facts[domain][object][$0] }
      ?? Fact.unknown("no such fact")
  }

  mutating func order(_ term: String, _ value: FactValue?, _ basis: FactBasis = .verified) {
    set(0, 0, term, Fact(value, basis, words: term))
  }

  /// Adds an end user with facts; returns its index.
  @discardableResult
  mutating func endUser(
    _ values: [(String, FactValue)] = [], basis: FactBasis = .verified
  ) -> Int {
    let index = facts[1].count
    facts[1].append(blank(1))
    for (term, value) in values { set(1, index, term, Fact(value, basis, words: term)) }
    members[1] = Membership(members: members[1].members + [index], isOpen: members[1].isOpen)
    members[0] = Membership(members: members[0].members + [index], isOpen: members[0].isOpen)
    return index
  }

  @discardableResult
  mutating func report(_ values: [(String, FactValue)]) -> Int {
    let index = facts[2].count
    facts[2].append(blank(2))
    for (term, value) in values { set(2, index, term, Fact(value, .verified, words: term)) }
    members[2] = Membership(members: members[2].members + [index], isOpen: members[2].isOpen)
    return index
  }

  mutating func open(_ collection: Int) {
    members[collection] = Membership(members: members[collection].members, isOpen: true)
  }

  mutating func relate(_ relation: Int, _ report: Int, _ party: Int, _ truth: Bool?) {
    related["\(relation) \(report) \(party)"] = Fact(
      truth.map { .boolean($0) }, .verified, words: "relation")
  }

  var table: FactTable {
    FactTable(
      objects: facts.enumerated().map { domain, objects in
        objects.enumerated().map { index, facts in
          FactObject(id: "\(domain)-\(index)", label: "object \(index)", facts: facts)
        }
      },
      memberships: members,
      relations: vocabulary.relations.indices.map { relation in
        facts[2].indices.flatMap { report in
          facts[1].indices.map { party in
            related["\(relation) \(report) \(party)"] ?? Fact.unknown("not said")
          }
        }
      })
  }

  func evaluate(
    _ policies: PolicySet, asOf: String = "2026-11-22", confirmations: [String: Bool] = [:]
  ) -> Evaluation {
    Evaluator(
      policies: policies, asOf: CivilDate(asOf) ?? CivilDate(dayNumber: 0),
      confirmations: confirmations
    ).evaluate(table)
  }

  /// What the only rule of a set does.
  func state(
    _ policies: PolicySet, asOf: String = "2026-11-22", confirmations: [String: Bool] = [:]
  ) -> RuleResult.State? {
    evaluate(policies, asOf: asOf, confirmations: confirmations).results.first?.state
  }
}

func codes(_ words: String..., complete: Bool = true) -> FactValue {
  .codes(words, isComplete: complete)
}

func number(_ low: Int?, _ high: Int?) -> FactValue {
  .number(
    Interval(
      low: low.flatMap { Decimal(exactly: $0) }, high: high.flatMap { Decimal(exactly: $0) }))
}

func exactly(_ value: Int) -> FactValue { number(value, value) }
