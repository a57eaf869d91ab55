import Facts
import Formats
import Policy
import Testing

@testable import Proofs

@Suite(
  "Each kind of fact is proved and refuted as the evaluator judges it",
  .enabled(if: !Solvers.found.isEmpty))
struct EncodingTests {
  /// Rules, a guarantee over them, and whether it holds.
  static let cases: [(rules: [String], guarantee: String, holds: Bool)] = [
    // Unknown is never no.
    (["when order is flagged then hold"], "when order is flagged\n  then at least hold", true),
    (["when order is flagged then hold"], "when order is flagged\n  then at least escalate", false),
    (
      ["when order is flagged then escalate"], "given order is flagged\n  then at least escalate",
      true
    ),
    (
      ["when order is flagged then escalate"], "when order is flagged\n  then at least escalate",
      false
    ),
    // What is inferred lifts nothing, and an unknown exception does not.
    (
      ["when order is flagged unless order is cleared then hold"],
      "when order is flagged\n  then at least hold", false
    ),
    (
      ["when order is flagged unless order is cleared then hold"],
      "when order is flagged and not order is cleared\n  then at least hold", true
    ),
    // Trees: a broad code leaves open what lies below it.
    (
      ["for any end user E when E.function is within authority then hold"],
      "for every end user E\n  when E.function is within policing\n  then at least hold", true
    ),
    (
      ["for any end user E when E.function is within policing then hold"],
      "for every end user E\n  when E.function is within authority\n  then at least hold", false
    ),
    (
      ["for any end user E when not E.function is within health then hold"],
      "for every end user E\n  when E.function is within court\n  then at least hold", false
    ),
    // Sets: an end user is a party, and an unnamed one is met by the unnamed party.
    (
      ["for any party P when P is listed then hold"],
      "for every end user E\n  when E is listed\n  then at least hold", true
    ),
    (
      ["for any end user E when E is listed then hold"],
      "for every party P\n  when P is listed\n  then at least hold", false
    ),
    // Numbers are intervals.
    (
      ["for any party P when P.share at least 10 percent then hold"],
      "for every party P\n  when P.share more than 20 percent\n  then at least hold", true
    ),
    (
      ["for any party P when P.share more than 20 percent then hold"],
      "for every party P\n  when P.share at least 20 percent\n  then at least hold", false
    ),
    // One word excludes the others.
    (
      ["when not order.kind is loan then hold"],
      "when order.kind is sale\n  then at least hold", true
    ),
    (["when order.kind is loan then hold"], "when order.kind is sale\n  then at least hold", false),
    // Days, and spans of time that are exact in days and bounded in months.
    (
      ["when order.signed is after 2025-01-01 then hold"],
      "when order.signed is after 2025-06-01\n  then at least hold", true
    ),
    (
      ["when order.signed less than 90 days ago then hold"],
      "when order.signed less than 12 weeks ago\n  then at least hold", true
    ),
    (
      ["when order.signed less than 12 weeks ago then hold"],
      "when order.signed less than 90 days ago\n  then at least hold", false
    ),
    (
      ["when order.signed less than 2 years ago then hold"],
      "when order.signed less than 18 months ago\n  then at least hold", true
    ),
    (
      ["when order.signed less than 18 months ago then hold"],
      "when order.signed less than 2 years ago\n  then at least hold", false
    ),
    // Stated facts.
    (
      ["for any end user E when not E.function is stated then hold"],
      "for every end user E\n  given not E.function is stated\n  then at least hold", true
    ),
    // Dates of force.
    (
      ["in force from 2025-01-01 when order is flagged then hold"],
      "in force from 2026-01-01\n  when order is flagged\n  then at least hold", true
    ),
    (
      ["in force from 2025-01-01 when order is flagged then hold"],
      "when order is flagged\n  then at least hold", false
    ),
    (
      ["in force from 2025-01-01 once key is confirmed when order is flagged then escalate"],
      "in force from 2026-01-01\n  given order is flagged\n  then at least hold", false
    ),
    // Counts.
    (
      ["when count of end user E (E is listed) at least 1 then hold"],
      "for every end user E\n  when E is listed\n  then at least hold", true
    ),
    (
      ["when count of end user E (E is listed) at least 2 then hold"],
      "for every end user E\n  when E is listed\n  then at least hold", false
    ),
    // Findings.
    (["for any party P when P is listed then hold"], "then adding findings lowers nothing", true),
    // Other facts of the same order.
    (["when order.kind is loan then hold"], "then no milder than with order.kind = sale", true),
    (["when order.kind is sale then hold"], "then no milder than with order.kind = sale", false),
    (
      [
        "when order is flagged then release with conditions",
        "when order.kind is loan then release with conditions",
      ], "then no milder than with order.kind = sale", false
    ),
  ]

  @Test(arguments: cases.indices, Solvers.found.map(\.path))
  func theVerdictIsRight(index: Int, path: String) throws {
    let (rules, guarantee, holds) = Self.cases[index]
    let policies = try Small.policies(rules: rules, guarantees: [guarantee])
    let proof = try #require(
      Prover(policies, solver: Solver(path: path, timeout: 20)).prove().first)
    #expect(proof.isProved == holds, "\(rules) \(guarantee): \(proof.text)")
    #expect(proof.isRefuted == !holds, "\(rules) \(guarantee): \(proof.text)")
  }
}
