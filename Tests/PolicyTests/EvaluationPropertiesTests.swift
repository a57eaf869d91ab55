import Facts
import Formats
import SeededNumbers
import Testing

@testable import Policy

@Suite("Whatever the rules and the facts: unknown is never no")
struct EvaluationPropertiesTests {
  private static let day = CivilDate("2026-11-22") ?? CivilDate(dayNumber: 0)

  private func evaluator(_ count: Int, _ generator: inout SeededGenerator) throws -> Evaluator {
    Evaluator(
      policies: try RandomRules.policies(count, using: &generator), asOf: Self.day,
      confirmations: [:])
  }

  @Test(arguments: [UInt64(11), 12])
  func whatIsForgottenNeverReleases(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<40 {
      let evaluator = try evaluator(5, &generator)
      var random = RandomTable(Sample.withSizes, using: &generator)
      var before = evaluator.evaluate(random.sample.table)
      for _ in 0..<10 {
        let change = random.forget(using: &generator)
        let after = evaluator.evaluate(random.sample.table)
        let comment = Comment(rawValue: "seed \(seed), round \(round): \(change)")
        #expect(!(before.outcome >= .hold && after.outcome < .hold), comment)
        #expect(after.potential >= before.potential, comment)
        before = after
      }
    }
  }

  @Test(arguments: [UInt64(21), 22])
  func whatIsAllowedIsAllowedInEveryWorld(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var allowed = 0
    for round in 0..<80 {
      let evaluator = try evaluator(2, &generator)
      for _ in 0..<6 {
        let random = RandomTable(Sample.withSizes, using: &generator)
        let evaluation = evaluator.evaluate(random.sample.table)
        for _ in 0..<3 {
          let world = evaluator.evaluate(random.completed(using: &generator).table)
          let comment = Comment(rawValue: "seed \(seed), round \(round)")
          #expect(world.determination <= evaluation.potential, comment)
          #expect(world.potential == world.determination, comment)
          guard evaluation.outcome < .hold else { continue }
          #expect(world.determination <= evaluation.determination, comment)
          allowed += 1
        }
      }
    }
    #expect(allowed >= 100, "seed \(seed): only \(allowed)")
  }

  @Test(arguments: [UInt64(31)])
  func decidingAloneSaysWhatEvaluatingSays(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var decision = PolicyDecision()
    for round in 0..<20 {
      let evaluator = try evaluator(8, &generator)
      for _ in 0..<10 {
        let table = RandomTable(Sample.withSizes, using: &generator).sample.table
        let evaluation = evaluator.evaluate(table)
        evaluator.decide(evaluator.sheet(of: table), into: &decision)
        func rules(_ state: RuleResult.State) -> [Int] {
          evaluation.results.filter { $0.state == state }.map(\.rule)
        }
        let comment = Comment(rawValue: "seed \(seed), round \(round)")
        #expect(decision.fired.indices == rules(.fired), comment)
        #expect(decision.undetermined.indices == rules(.undetermined), comment)
        #expect(decision.determination == evaluation.determination, comment)
        #expect(decision.potential == evaluation.potential, comment)
        #expect(decision.outcome == evaluation.outcome, comment)
      }
    }
  }
}

@Suite("The questions are the smallest set whose answers settle the outcome")
struct QuestionPropertiesTests {
  private static let day = CivilDate("2026-11-22") ?? CivilDate(dayNumber: 0)

  /// Tries every smaller set of facts by evaluating the whole policy again.
  @Test(arguments: [UInt64(41), 42, 43])
  func noSmallerSetSettles(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (asked, choices) = (0, 0)
    for round in 0..<40 {
      let policies = try RandomRules.policies(4, using: &generator)
      let evaluator = Evaluator(policies: policies, asOf: Self.day, confirmations: [:])
      for _ in 0..<6 {
        let table = RandomTable(Sample.withSizes, using: &generator).sample.table
        let evaluation = evaluator.evaluate(table)
        let plan = evaluator.plan(for: evaluation)
        let comment = Comment(rawValue: "seed \(seed), round \(round)")
        let candidates = candidates(evaluation, evaluator, table)
        let goal = open(candidates, evaluator, table, evaluation, floor: nil)
        let chosen = plan.items.map(\.key).sorted()
        #expect(open(chosen, evaluator, table, evaluation, floor: goal.floor) == goal, comment)
        #expect(Set(chosen).isSubset(of: candidates), comment)
        guard candidates.count <= 9, !chosen.isEmpty else { continue }
        #expect(plan.isExact, comment)
        var alike = 0
        for mask in 0..<(1 << candidates.count) where mask.nonzeroBitCount <= chosen.count {
          let keys = candidates.indices.filter { mask >> $0 & 1 == 1 }.map { candidates[$0] }
          guard open(keys, evaluator, table, evaluation, floor: goal.floor) == goal else {
            continue
          }
          #expect(keys.count == chosen.count, comment)
          alike += 1
        }
        asked += 1
        if alike > 1 { choices += 1 }
      }
    }
    #expect(asked >= 30 && choices >= 3, "seed \(seed): only \(asked), \(choices)")
  }

  /// What settles an order: the floor, and which rules above it are still open.
  private struct Goal: Equatable {
    let floor: Outcome
    let open: [Int]
  }

  private func open(
    _ keys: [FactKey], _ evaluator: Evaluator, _ table: FactTable, _ before: Evaluation,
    floor: Outcome?
  ) -> Goal {
    let after = evaluator.evaluate(
      table, assuming: Dictionary(uniqueKeysWithValues: keys.map { ($0, .favourable) }))
    let floor = floor ?? after.determination
    return Goal(
      floor: floor,
      open: after.results.filter {
        ($0.state == .fired || $0.state == .undetermined) && ($0.effect ?? .release) > floor
      }.map(\.rule))
  }

  /// Every fact that can be asked for and may matter, once others have been answered too.
  private func candidates(
    _ evaluation: Evaluation, _ evaluator: Evaluator, _ table: FactTable
  ) -> [FactKey] {
    let vocabulary = evaluator.policies.vocabulary
    func isAskable(_ key: FactKey) -> Bool {
      if key.collection >= 0 { return vocabulary.collections[key.collection].question != nil }
      return key.isRelation
        || vocabulary.domains[key.subject].terms[key.term].question != nil
    }
    var keys: Set<FactKey> = []
    var count = -1
    while keys.count != count {
      count = keys.count
      let assumed = Dictionary(uniqueKeysWithValues: keys.map { ($0, Assumption.favourable) })
      for (result, first) in zip(
        evaluator.evaluate(table, assuming: assumed).results, evaluation.results)
      where first.state == .undetermined && first.effect != nil
        || first.state == .fired && (first.effect ?? .release) >= .hold
      {
        keys.formUnion((result.unknown + result.remediable).filter(isAskable))
      }
    }
    return keys.sorted()
  }

  @Test(arguments: [UInt64(51)])
  func everyAnswerCanChangeSomething(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var asked = 0
    for round in 0..<60 {
      let policies = try RandomRules.policies(5, using: &generator)
      let evaluator = Evaluator(policies: policies, asOf: Self.day, confirmations: [:])
      let table = RandomTable(Sample.withSizes, using: &generator).sample.table
      let evaluation = evaluator.evaluate(table)
      let plan = evaluator.plan(for: evaluation)
      let all = Dictionary(
        uniqueKeysWithValues: plan.items.map { ($0.key, Assumption.favourable) })
      let settled = evaluator.evaluate(table, assuming: all)
      #expect(settled.outcome == plan.ifAllFavourable, "seed \(seed), round \(round)")
      for item in plan.items {
        var without = all
        without[item.key] = nil
        let less = evaluator.evaluate(table, assuming: without)
        #expect(
          zip(less.results, settled.results).contains { $0.state != $1.state },
          "seed \(seed), round \(round): \(item.key)")
        let worst = evaluator.evaluate(table, assuming: [item.key: .unfavourable])
        #expect(worst.outcome == item.ifUnfavourable, "seed \(seed), round \(round)")
        asked += 1
      }
      let ranks = plan.items.map { ($0.ifUnfavourable, $0.rules.count) }
      #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 >= $1 }, "seed \(seed)")
    }
    #expect(asked >= 30)
  }

  /// Thirteen facts of which any one settles are more than are tried in every combination.
  @Test func aboveTwelveChoicesThePlanSaysThatItIsNotExact() throws {
    let policies = try Sample.rules([
      "when count of end user E (E is listed) at least 20 then hold"
    ])
    for (known, isExact) in [(8, true), (6, false)] {
      var table = SampleTable()
      for member in 0..<20 {
        table.endUser(member < known ? [("listed", .boolean(true))] : [])
      }
      let evaluator = Evaluator(policies: policies, asOf: Self.day, confirmations: [:])
      let plan = evaluator.plan(for: evaluator.evaluate(table.table))
      #expect(plan.isExact == isExact)
      #expect(plan.items.count == 1)
      #expect(plan.ifAllFavourable == .release)
    }
  }

  /// Of two that settle alike, the one that more rules wait for; else the first by key.
  @Test func tiesGoToWhatMoreRulesWaitForAndThenToTheFirst() throws {
    let one = "for any end user E when E is listed and E.share at least 50 percent then hold"
    let other = "for any end user E when E.share at least 80 percent then escalate"
    var table = SampleTable()
    table.endUser()
    func terms(_ rules: [String]) throws -> [Int] {
      let evaluator = Evaluator(
        policies: try Sample.rules(rules), asOf: Self.day, confirmations: [:])
      return evaluator.plan(for: evaluator.evaluate(table.table)).items.map(\.key.term)
    }
    #expect(try terms([one]) == [4])
    #expect(try terms([one, other]) == [6])
  }
}
