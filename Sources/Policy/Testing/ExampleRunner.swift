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

  let asOf: CivilDate?
  let layout: FactLayout

  /// Lengths of time are counted from `asOf`; without it they are unknown. `layout` must be that of
  /// the policies' vocabulary; one is made where none is given.
  public init(_ policies: PolicySet, asOf: CivilDate? = nil, layout: FactLayout? = nil) {
    self.policies = policies
    self.asOf = asOf
    self.layout = layout ?? FactLayout(policies.vocabulary)
  }

  /// What the examples say is true of their rules on any day, in force or not.
  public func run() -> [Outcome] {
    var compiler = RuleCompiler(layout, asOf: asOf)
    for rule in policies.rules { compiler.add(rule, .always) }
    let compiled = CompiledPolicies(compiler)
    return policies.rules.enumerated().flatMap { index, rule in
      rule.examples.map { example in
        Outcome(
          rule: rule.name, example: example.title, expected: example.expectation.rawValue,
          found: verdict(index, example, compiled), file: rule.file, position: example.position)
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
  private func verdict(
    _ rule: Int, _ example: RuleExample, _ compiled: CompiledPolicies
  ) -> String {
    let (table, objects) = facts(of: policies.rules[rule], example)
    let sheet = FactSheet(table, compiled.layout, reads: compiled.reads)
    var search = RuleSearch(compiled, sheet, fixed: objects)
    switch search.recordedTruth(of: rule) {
    case .isTrue: return RuleExample.Expectation.fires.rawValue
    case .isUnknown: return RuleExample.Expectation.undetermined.rawValue
    case .isFalse:
      let found: RuleExample.Expectation = search.wasLifted ? .lifted : .doesNotFire
      return found.rawValue
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
