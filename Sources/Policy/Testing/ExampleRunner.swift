import Facts
public import Formats

/// Runs the examples that stand beside rules.
public struct ExampleRunner: Sendable {
  public struct Outcome: Sendable {
    public let rule: String
    public let example: String
    public let expected: String
    public let found: String
    public let file: String
    public let position: SourcePosition

    public var passed: Bool { expected == found }
  }

  /// A rule whose examples do not show it firing, not firing and at its boundary.
  public struct Gap: Sendable {
    public let rule: String
    public let missing: [String]
    public let file: String
    public let position: SourcePosition
  }

  let policies: PolicySet

  public init(_ policies: PolicySet) { self.policies = policies }

  public func run() -> [Outcome] {
    policies.rules.flatMap { rule in
      rule.examples.map { example in
        Outcome(
          rule: rule.name, example: example.title, expected: example.expectation.rawValue,
          found: verdict(of: rule, example: example).rawValue, file: rule.file,
          position: example.position)
      }
    }
  }

  public func gaps() -> [Gap] {
    policies.rules.compactMap { rule in
      var missing: [String] = []
      let shown = rule.examples.map(\.expectation)
      if !shown.contains(.fires) { missing.append("one that fires") }
      if !shown.contains(.doesNotFire) { missing.append("one that does not fire") }
      if !shown.contains(.undetermined), !shown.contains(.lifted), shown.count < 3 {
        missing.append("a boundary: undetermined, lifted, or a second one that does not fire")
      }
      guard !missing.isEmpty else { return nil }
      return Gap(rule: rule.name, missing: missing, file: rule.file, position: rule.position)
    }
  }

  /// What the rule does when each of its variables has exactly the object that the example gives.
  ///
  /// Facts that the example does not state are unknown.
  /// The rule need not be one of the set: mutations of a rule are judged here too.
  func verdict(of rule: Rule, example: RuleExample) -> RuleExample.Expectation {
    let (table, objects) = facts(of: rule, example)
    let atoms = AtomEvaluator(
      vocabulary: policies.vocabulary, table: table, assumptions: [:], asOf: nil)
    var search = RuleSearch(
      rule: rule, atoms: atoms, exceptionExpired: false, fixed: objects)
    switch search.truth(level: 0) {
    case .isTrue: return .fires
    case .isUnknown: return .undetermined
    case .isFalse: return search.wasLifted ? .lifted : .doesNotFire
    }
  }

  private func facts(of rule: Rule, _ example: RuleExample) -> (FactTable, [Int]) {
    let vocabulary = policies.vocabulary
    let unstated = Fact.unknown("not stated by the example")
    var objects = vocabulary.domains.map { _ in [[Fact]]() }
    func blank(_ domain: Int) -> [Fact] {
      vocabulary.domains[domain].terms.map { _ in unstated }
    }
    objects[Vocabulary.orderDomain].append(blank(Vocabulary.orderDomain))
    var chosen: [Int] = []
    for binding in rule.bindings {
      chosen.append(objects[binding.domain].count)
      objects[binding.domain].append(blank(binding.domain))
    }
    for given in example.given where given.second == nil {
      let object = given.subject < 0 ? 0 : chosen[given.subject]
      objects[given.domain][object][given.term] = Fact(
        given.value, .verified, words: "stated by the example")
    }
    var relations = vocabulary.relations.map { relation in
      Array(
        repeating: unstated,
        count: objects[relation.from].count * objects[relation.to].count)
    }
    for given in example.given {
      guard let second = given.second else { continue }
      let from = given.subject < 0 ? 0 : chosen[given.subject]
      let to = second < 0 ? 0 : chosen[second]
      let width = objects[vocabulary.relations[given.term].to].count
      relations[given.term][from * width + to] = Fact(
        given.value, .verified, words: "stated by the example")
    }
    let table = FactTable(
      objects: objects.map { domain in
        domain.map { FactObject(id: "example", label: "example", facts: $0) }
      },
      memberships: vocabulary.collections.map { _ in Membership(members: [], isOpen: false) },
      relations: relations)
    return (table, chosen)
  }
}
