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
  /// By the day that examples name; nil for those that name none.
  private let layouts: [CivilDate?: FactLayout]

  public init(_ policies: PolicySet) {
    self.policies = policies
    let days = Set(policies.rules.flatMap { $0.examples.map(\.asOf) }).union([nil])
    layouts = Dictionary(
      uniqueKeysWithValues: days.map { ($0, FactLayout(policies.vocabulary, asOf: $0)) })
  }

  private func layout(_ day: CivilDate?) -> FactLayout {
    layouts[day] ?? FactLayout(policies.vocabulary, asOf: day)
  }

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

  /// What the rule does when each of its variables has exactly the object that the example gives,
  /// on any day, in force or not.
  ///
  /// Facts that the example does not state are unknown. The rule need not be one of the set:
  /// mutations of a rule are judged here too.
  func verdict(of rule: Rule, example: RuleExample) -> RuleExample.Expectation {
    let layout = layout(example.asOf)
    var compiler = RuleCompiler(layout, asOf: example.asOf)
    compiler.add(rule, .always)
    let (sheet, objects) = facts(of: rule, example, layout)
    var search = RuleSearch(CompiledPolicies(compiler), sheet, fixed: objects)
    switch search.recordedTruth(of: 0) {
    case .isTrue: return .fires
    case .isUnknown: return .undetermined
    case .isFalse: return search.wasLifted ? .lifted : .doesNotFire
    }
  }

  private func facts(
    of rule: Rule, _ example: RuleExample, _ layout: FactLayout
  ) -> (FactSheet, [Int]) {
    var counts = policies.vocabulary.domains.map { _ in 0 }
    counts[Vocabulary.orderDomain] = 1
    var objects: [Int] = []
    for binding in rule.bindings + example.members {
      objects.append(counts[binding.domain])
      counts[binding.domain] += 1
    }
    func object(_ variable: Int) -> Int { variable < 0 ? 0 : objects[variable] }
    var sheet = FactSheet(layout, objects: counts)
    for given in example.given {
      if let second = given.second {
        let place = sheet.place(
          relation: given.term, first: object(given.subject), second: object(second))
        sheet.set(given.value, .boolean, at: place, basis: .verified)
      } else {
        let place = sheet.place(
          domain: given.domain, object: object(given.subject), term: given.term)
        sheet.set(
          given.value, layout.readings[given.domain][given.term], at: place, basis: .verified)
      }
    }
    for collection in policies.vocabulary.collections.indices {
      sheet.set(
        membership(of: collection, Array(zip(rule.bindings + example.members, objects)), example),
        of: collection)
    }
    return (sheet, Array(objects.prefix(rule.bindings.count)))
  }

  /// The members that an example gives to a set; one that it does not speak of is open.
  private func membership(
    of collection: Int, _ objects: [(binding: Binding, object: Int)], _ example: RuleExample
  ) -> Membership {
    let members = objects.filter { isPart($0.binding.collection, of: collection) }
    let isNamed =
      example.empty.contains(collection)
      || example.members.contains { isPart($0.collection, of: collection) }
    return Membership(
      members: members.map(\.object), isOpen: !isNamed || example.open.contains(collection))
  }

  private func isPart(_ collection: Int, of other: Int) -> Bool {
    collection == other || policies.vocabulary.collections[collection].isPartOf.contains(other)
  }
}
