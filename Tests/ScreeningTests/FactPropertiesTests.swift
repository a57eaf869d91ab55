import Facts
import Formats
import Policy
import SeededNumbers
import Taxonomy
import Testing

@Suite("Whatever the facts, the bundled policies take unknown for hold and never for no")
struct FactPropertiesTests {
  private static let day = CivilDate("2026-11-22") ?? CivilDate(dayNumber: 0)

  private func evaluator() throws -> Evaluator {
    Evaluator(policies: try #require(Bundle.policies), asOf: Self.day, confirmations: [:])
  }

  /// Runs a check over tables that know from a tenth to nearly all of their facts.
  private func forEachTable(
    seed: UInt64, count: Int, known: ClosedRange<Int> = 1...9,
    _ check: (RandomFacts, Evaluator, inout SeededGenerator, Comment) throws -> Void
  ) throws {
    let evaluator = try evaluator()
    var generator = SeededGenerator(seed: seed)
    for number in 0..<count {
      let facts = RandomFacts(
        evaluator.policies.vocabulary, known: Int.random(in: known, using: &generator),
        using: &generator)
      try check(facts, evaluator, &generator, "seed \(seed), table \(number)")
    }
  }

  @Test(arguments: [UInt64(1)])
  func forgettingAFactNeverReleases(seed: UInt64) throws {
    try forEachTable(seed: seed, count: 120) { facts, evaluator, generator, comment in
      // Half of the tables differ from an order that is allowed in a few facts only.
      var facts = facts
      if generator.chance(1, in: 2) { facts.makeBenign(except: 4, using: &generator) }
      let before = evaluator.evaluate(facts.table)
      for place in facts.knownPlaces.shuffled(using: &generator).prefix(6) {
        var less = facts
        less.forget(place)
        let after = evaluator.evaluate(less.table)
        #expect(!(before.outcome >= .hold && after.outcome < .hold), comment)
        #expect(after.potential >= before.potential, comment)
      }
    }
  }

  /// Tables that are allowed are rare, so a world is made benign first and then forgotten.
  @Test(arguments: [UInt64(2)])
  func whatIsAllowedIsAllowedInEveryWorld(seed: UInt64) throws {
    var allowed = 0
    try forEachTable(seed: seed, count: 60) { facts, evaluator, generator, comment in
      var partial = facts
      partial.makeBenign()
      for place in partial.knownPlaces.shuffled(using: &generator).prefix(25) {
        var less = partial
        less.forget(place)
        if evaluator.evaluate(less.table).outcome < .hold { partial = less }
      }
      let evaluation = evaluator.evaluate(partial.table)
      guard evaluation.outcome < .hold else { return }
      allowed += 1
      for _ in 0..<8 {
        let world = partial.completed(using: &generator)
        #expect(
          evaluator.evaluate(world.table).determination <= evaluation.determination, comment)
      }
    }
    #expect(allowed >= 40)
  }

  @Test(arguments: [UInt64(3)])
  func noWorldIsWorseThanThePotential(seed: UInt64) throws {
    try forEachTable(seed: seed, count: 100) { facts, evaluator, generator, comment in
      let partial = evaluator.evaluate(facts.table)
      for _ in 0..<5 {
        let world = evaluator.evaluate(facts.completed(using: &generator).table)
        #expect(world.determination <= partial.potential, comment)
        #expect(world.outcome == world.determination, comment)
        for (known, open) in zip(world.results, partial.results) {
          let rule = evaluator.policies.rules[open.rule].name
          // A rule that fired without an open exception fires in every world.
          if open.state == .fired, open.unknown.isEmpty {
            #expect(known.state == .fired, "\(comment): \(rule)")
          }
          if open.state == .notFired { #expect(known.state != .fired, "\(comment): \(rule)") }
        }
      }
    }
  }

  @Test(arguments: [UInt64(4)])
  func nothingIsRefusedOrLicensedOnNothing(seed: UInt64) throws {
    try forEachTable(seed: seed, count: 20, known: 0...0) { facts, evaluator, _, comment in
      let evaluation = evaluator.evaluate(facts.table)
      #expect(evaluation.determination < .licenceRequired, comment)
      #expect(evaluation.outcome >= .hold, comment)
    }
  }

  /// Takes each adverse fact of a refusal away: at least one of them carries it.
  @Test(arguments: [UInt64(5)])
  func everyRefusalRestsOnAnAdverseFact(seed: UInt64) throws {
    var refusals = 0
    var rules: Set<String> = []
    try forEachTable(seed: seed, count: 350, known: 8...10) { facts, evaluator, _, comment in
      for result in evaluator.evaluate(facts.table).results
      where result.state == .fired && (result.effect ?? .release) >= .licenceRequired {
        let rule = evaluator.policies.rules[result.rule]
        let witness = try #require(result.witnesses.first)
        var alone = facts
        for (binding, object) in zip(rule.bindings, witness.objects) {
          alone.memberships[binding.collection] = Membership(
            members: object < 0 ? [] : [object], isOpen: object < 0)
        }
        let places = adversePlaces(of: rule, witness, in: alone, evaluator)
        let carried = places.contains { place in
          var less = alone
          less.forget(place)
          return evaluator.evaluate(less.table, rules: [result.rule]).results[0].state != .fired
        }
        #expect(carried, comment)
        refusals += 1
        rules.insert(rule.name)
      }
    }
    #expect(refusals >= 100 && rules.count >= 8, "only \(rules.sorted())")
  }

  private func adversePlaces(
    of rule: Rule, _ witness: Witness, in facts: RandomFacts, _ evaluator: Evaluator
  ) -> [RandomFacts.Place] {
    func atoms(_ condition: Condition) -> [Atom] {
      switch condition {
      case .all(let parts), .any(let parts): parts.flatMap(atoms)
      case .negation(let inner): atoms(inner)
      case .atom(let atom): [atom]
      case .aggregate: []
      }
    }
    return rule.clauses.flatMap { atoms($0.condition) }.filter { $0.polarity == .adverse }
      .compactMap { atom in
        let object = atom.subject < 0 ? 0 : witness.objects[atom.subject]
        guard object >= 0 else { return nil }
        if case .relation(let relation, let second) = atom.test {
          let other = second < 0 ? 0 : witness.objects[second]
          guard other >= 0 else { return nil }
          let width = facts.objects[facts.vocabulary.relations[relation].to].count
          return .relation(relation, object * width + other)
        }
        return .fact(domain: atom.domain, object: object, term: atom.term)
      }
  }

  @Test(arguments: [UInt64(6)])
  func evaluationIsDeterministic(seed: UInt64) throws {
    try forEachTable(seed: seed, count: 30) { facts, evaluator, _, comment in
      let runs = (0..<2).map { _ in
        let evaluation = evaluator.evaluate(facts.table)
        let plan = evaluator.plan(for: evaluation)
        return evaluation.results.map {
          "\($0.state) \($0.witnesses) \($0.unknown) \($0.nearest)"
        } + plan.items.map { "\($0.key) \($0.rules) \($0.ifUnfavourable)" }
      }
      #expect(runs[0] == runs[1], comment)
    }
  }
}

extension RandomFacts {
  /// Sets every adverse fact to no, every mitigating one to a verified yes, and trees and words
  /// to ordinary values, so that the bundled policies allow the order.
  mutating func makeBenign() {
    for (domain, definition) in vocabulary.domains.enumerated() {
      for object in objects[domain].indices {
        for (term, definition) in definition.terms.enumerated() {
          objects[domain][object][term] = Fact(benign(definition), .verified, words: "benign")
        }
      }
    }
    for (relation, definition) in vocabulary.relations.enumerated() {
      relations[relation] = relations[relation].map { _ in
        Fact(.boolean(definition.polarity == .mitigating), .verified, words: "benign")
      }
    }
    memberships = memberships.map { Membership(members: $0.members, isOpen: false) }
  }

  /// The same, but for some facts that are left as they were.
  mutating func makeBenign(except count: Int, using generator: inout SeededGenerator) {
    let before = self
    makeBenign()
    for place in knownPlaces.shuffled(using: &generator).prefix(count) {
      switch place {
      case .fact(let domain, let object, let term):
        objects[domain][object][term] = before.objects[domain][object][term]
      case .relation(let relation, let pair):
        relations[relation][pair] = before.relations[relation][pair]
      case .membership(let collection):
        memberships[collection] = before.memberships[collection]
      }
    }
  }

  private func benign(_ term: Term) -> FactValue {
    switch term.type {
    case .boolean: .boolean(term.polarity == .mitigating)
    case .tree("places"): .codes(["DE"], isComplete: true)
    case .tree("functions"): .codes(["hospital"], isComplete: true)
    case .tree: .codes(["oncology-panel"], isComplete: true)
    case .word(let words): .codes([words.last ?? ""], isComplete: true)
    case .number: .number(Interval(exactly: .zero))
    case .date: .date(CivilDate(dayNumber: 20_000))
    case .text: .text("text")
    }
  }
}
