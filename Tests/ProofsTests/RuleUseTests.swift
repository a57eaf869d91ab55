import Formats
import Policy
import Testing

@testable import Proofs

@Suite(
  "Rules without use, and what new policies decide otherwise",
  .enabled(if: !Solvers.found.isEmpty))
struct RuleUseTests {
  private func warnings(_ rules: [String]) throws -> [String] {
    let policies = try Small.policies(rules: rules, guarantees: [])
    return Prover(policies, solver: Solvers.found.first).warnings().map { "\($0.id) \($0.message)" }
  }

  @Test func aRuleThatCannotFireIsTold() throws {
    let told = try warnings([
      "when order.kind is one of sale, loan and not order.kind is sale "
        + "and not order.kind is loan then release with conditions"
    ])
    #expect(told == ["POL130 no order makes `r0` fire"])
  }

  @Test func aRuleThatAnotherCoversIsTold() throws {
    let told = try warnings([
      "for any end user E when E.function is within policing and E is listed then hold",
      "for any party P when P.function is within authority then escalate",
    ])
    #expect(told.count == 1 && told[0].hasPrefix("POL131 wherever `r0` fires, `r1` does"))
  }

  @Test func usefulRulesAreNotTold() throws {
    #expect(
      try warnings([
        "for any party P when P is listed then escalate",
        "for any party P when P.function is within policing then hold",
      ]).isEmpty)
  }

  private let first = "for any party P when P.share at least 20 percent then escalate"

  @Test func aLowerBoundIsOnlyStricter() throws {
    let old = try Small.policies(rules: [first], guarantees: [])
    let new = try Small.policies(
      rules: ["for any party P when P.share at least 10 percent then escalate"], guarantees: [])
    let stricter = PolicyDifference(old: old, new: new, solver: Solvers.found.first)
    #expect(stricter.onlyStricter.isProved)
    #expect(stricter.changes.map(\.rule) == ["r0"])
    if case .order(let order)? = stricter.changes.first?.stricter {
      #expect(order.expected > order.outcome)
    } else {
      Issue.record("no order is answered more strictly")
    }
    let milder = PolicyDifference(old: new, new: old, solver: Solvers.found.first)
    #expect(milder.onlyStricter.isRefuted)
    #expect(milder.text.contains("only stricter: refuted"))
  }

  @Test func theSamePoliciesDoNotDiffer() throws {
    let old = try Small.policies(rules: [first], guarantees: [])
    let same = PolicyDifference(old: old, new: old, solver: nil)
    #expect(same.changes.isEmpty && same.onlyStricter.isProved)
  }

  @Test func withoutSolverNothingIsClaimed() throws {
    let old = try Small.policies(rules: [first], guarantees: [])
    let other = try Small.policies(
      rules: ["when order is flagged then hold"], guarantees: [])
    let difference = PolicyDifference(old: old, new: other, solver: nil)
    #expect(!difference.onlyStricter.isProved && !difference.onlyStricter.isRefuted)
  }
}
