import Facts
import Formats
import SeededNumbers
import Taxonomy
import Testing

@testable import Policy

@Suite("Whatever the facts: order of rules never matters, and adverse facts never lower")
struct RulePropertiesTests {
  private static let bodies = [
    "for any end user E when E is listed then refuse as prohibited",
    "for any end user E when E.function is within policing and E.place is within CN-65 "
      + "unless order is cleared then refuse by policy",
    "for every end user E when E.share at least 50 percent then escalate",
    "for any report R, any party P when R is about P and R.kind is collection and R is current "
      + "unless R exempts P or P has verified then refuse by policy",
    "when (order is flagged or order.pieces more than 10 pieces) and not order is cleared then hold",
    "for any end user E when not E has verified and order.destination is within CN then hold",
    "when order.years less than 3 years then release with conditions",
    "for any end user E when E.role is user and not order.kind is service then release with conditions",
    "for every party P, any report R when R is about P and P.place is within CN then escalate",
    "when order.founded is after 2025-01-01 and order is urgent then require a licence",
  ]

  @Test(arguments: [UInt64(20_261_122)])
  func theOrderOfRulesNeverMatters(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let policies = try Sample.rules(Self.bodies)
    for round in 0..<12 {
      let order = Self.bodies.indices.shuffled(using: &generator)
      let shuffled = try Sample.rules(order.map { Self.bodies[$0] })
      for _ in 0..<20 {
        let table = RandomTable(using: &generator).sample
        let (first, second) = (table.evaluate(policies), table.evaluate(shuffled))
        #expect(first.determination == second.determination, "seed \(seed), round \(round)")
        #expect(first.potential == second.potential, "seed \(seed), round \(round)")
        #expect(first.outcome == second.outcome, "seed \(seed), round \(round)")
        #expect(
          order.map { first.results[$0].state } == second.results.map(\.state),
          "seed \(seed), round \(round)")
      }
    }
  }

  /// Sets facts one after the other to their worst; the determination only rises.
  @Test(arguments: [UInt64(4_711)])
  func addingAnAdverseFactNeverLowers(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let policies = try Sample.rules(Self.bodies)
    for round in 0..<120 {
      var random = RandomTable(using: &generator)
      var before = random.sample.evaluate(policies)
      for _ in 0..<8 {
        let change = random.worsen(using: &generator)
        let after = random.sample.evaluate(policies)
        let comment = Comment(rawValue: "seed \(seed), round \(round): \(change)")
        #expect(after.determination >= before.determination, comment)
        #expect(after.potential >= before.potential, comment)
        // Only what was open may settle below a hold: where the bad answer asks for conditions.
        if before.potential != .releaseWithConditions {
          #expect(after.outcome >= min(before.outcome, .hold), comment)
        }
        before = after
      }
    }
  }

  @Test(arguments: [UInt64(99)])
  func aKnownFactThatIsForgottenNeverReleases(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let policies = try Sample.rules(Self.bodies)
    for round in 0..<120 {
      var random = RandomTable(using: &generator)
      var before = random.sample.evaluate(policies)
      for _ in 0..<8 {
        let change = random.forget(using: &generator)
        let after = random.sample.evaluate(policies)
        let comment = Comment(rawValue: "seed \(seed), round \(round): \(change)")
        #expect(!(before.outcome >= .hold && after.outcome < .hold), comment)
        #expect(after.potential >= before.potential, comment)
        before = after
      }
    }
  }

  @Test(arguments: [UInt64(7)])
  func evaluationIsAFunctionOfTheTable(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let policies = try Sample.rules(Self.bodies)
    for _ in 0..<40 {
      let table = RandomTable(using: &generator).sample
      let evaluator = Evaluator(
        policies: policies, asOf: CivilDate(dayNumber: 20_000), confirmations: [:])
      let runs = (0..<2).map { _ in
        let evaluation = evaluator.evaluate(table.table)
        let plan = evaluator.plan(for: evaluation)
        return evaluation.results.map { result in
          "\(result.state) \(result.witnesses) \(result.unknown) \(result.nearest) "
            + "\(evaluator.readings(of: result, in: table.table))"
        } + plan.items.map { "\($0.key) \($0.rules) \($0.ifUnfavourable)" }
      }
      #expect(runs[0] == runs[1])
    }
  }

  /// Each answer that a plan calls favourable really settles, and no smaller part of it does.
  @Test(arguments: [UInt64(31)])
  func aPlanSettlesAndHoldsNothingThatItDoesNotNeed(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let policies = try Sample.rules(Self.bodies)
    for round in 0..<60 {
      let table = RandomTable(using: &generator).sample.table
      let evaluator = Evaluator(
        policies: policies, asOf: CivilDate(dayNumber: 20_000), confirmations: [:])
      let evaluation = evaluator.evaluate(table)
      let plan = evaluator.plan(for: evaluation)
      #expect(plan.ifAllFavourable <= evaluation.outcome, "seed \(seed), round \(round)")
      #expect(plan.items.isEmpty || !evaluation.results.allSatisfy { $0.unknown.isEmpty })
      for item in plan.items {
        #expect(item.ifUnfavourable >= evaluation.determination, "seed \(seed), round \(round)")
        #expect(item.ifUnfavourable <= evaluation.potential, "seed \(seed), round \(round)")
        #expect(!item.rules.isEmpty)
      }
    }
  }
}
