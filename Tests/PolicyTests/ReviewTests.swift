import Formats
import Testing

@testable import Policy

@Suite("A set in which nothing is wrong is told what does nothing, is over, or waits")
struct ReviewTests {
  private let today = CivilDate(dayNumber: 20_779)  // 2026-11-22

  private func told(_ bodies: [String], asOf: CivilDate? = nil) throws -> [String] {
    PolicyReview(try Sample.rules(bodies), asOf: asOf ?? today).diagnostics.map {
      "\($0.severity.rawValue) \($0.id) \($0.message)"
    }
  }

  private func redundant(_ bodies: String...) throws -> Bool {
    try told(bodies).contains { $0.contains("POL110") }
  }

  @Test(arguments: [
    ("order is flagged", "order is flagged and order is urgent"),
    ("order.pieces at least 10 pieces", "order.pieces more than 20 pieces"),
    ("order.kind is one of sale, loan", "order.kind is loan and order is flagged"),
    ("not order is cleared", "not order is cleared and order is urgent"),
    ("order is flagged or order is urgent", "order is flagged"),
    ("order is flagged or order is urgent", "order is urgent or order is flagged"),
    ("order.founded is after 2020-01-01", "order.founded is after 2021-01-01"),
    ("order.destination is within CN", "order.destination is within CN-65"),
    ("not order.kind is sale", "not order.kind is one of sale, loan"),
    (
      "order.founded less than 2 years ago",
      "order.founded less than 90 days ago and order is urgent"
    ),
  ])
  func aMoreSpecialRuleThatDoesNoMoreIsRedundant(general: String, special: String) throws {
    #expect(try redundant("when \(general) then hold", "when \(special) then hold"))
    #expect(try redundant("when \(general) then escalate", "when \(special) then hold"))
    #expect(try redundant("when \(special) then hold", "when \(general) then hold"))
    let stricter = try told(["when \(general) then hold", "when \(special) then escalate"])
    #expect(!stricter.contains { $0.contains("`r1` adds nothing") })
  }

  @Test(arguments: [
    ("order is flagged", "order is urgent"),
    ("order.pieces at least 10 pieces", "order.pieces at least 5 pieces"),
    ("order.destination is within CN-65", "order.destination is within CN"),
    ("order.kind is sale", "order.kind is one of sale, loan"),
    ("order.kind is sale", "order.kind is loan"),
    ("order is flagged and order is urgent", "order is flagged or order is urgent"),
  ])
  func whatDoesNotFollowIsNotRedundant(general: String, special: String) throws {
    let bodies = [
      "when \(general) then hold", "when (\(special)) and order.years less than 3 years then hold",
    ]
    #expect(try told(bodies).filter { $0.contains("`r1` adds nothing") }.isEmpty)
  }

  @Test func variablesAreMatchedBySetAndRole() throws {
    let general = "for any party P when P.function is within policing then hold"
    #expect(
      try redundant(
        general,
        "for any party A, any party B when A.share at least 5 percent and "
          + "B.function is within police then hold"))
    #expect(
      try !redundant(
        "for any party P when P.function is within policing and P.share at least 5 percent then hold",
        "for any party A, any party B when A.share at least 5 percent and "
          + "B.function is within police then hold"))
    #expect(
      try redundant(
        "for any report C, any party P when C is about P then hold",
        "for any party P, any report C when C is about P and C is current then hold"))
    // End users are not declared to be parties in this vocabulary.
    #expect(
      try !redundant(general, "for any end user E when E.function is within police then hold"))
  }

  @Test func whatElseARuleAddsKeepsIt() throws {
    let general = "when order is flagged then hold"
    let special = "when order is flagged and order is urgent then hold"
    #expect(try redundant(general, special))
    #expect(try !redundant(general, special + " require \"Ask.\""))
    #expect(try redundant(general + " require \"Ask.\"", special + " require \"Ask.\""))
    #expect(try !redundant(general + " in force from 2020-01-01", special))
    #expect(
      try redundant(
        general + " in force from 2020-01-01", special + " in force from 2020-01-01"))
    #expect(try !redundant(general + " unless order is cleared", special))
    #expect(
      try redundant(general + " unless order is cleared", special + " unless order is cleared"))
    #expect(
      try redundant(
        general + " unless order is cleared",
        special + " unless order is cleared or order.years at least 5 years"))
    #expect(
      try !redundant(
        general + " unless order is cleared or order.years at least 5 years",
        special + " unless order is cleared"))
  }

  @Test func aVariableOfWhichNothingIsSaid() throws {
    #expect(
      try told(["for any party P, any report C when order is flagged and P is listed then hold"])
        == ["warning POL111 the rule `r0` says nothing of `C`"])
    #expect(
      try told([
        "for any party P when order is flagged then hold require \"Ask {P.name}.\""
      ]).isEmpty)
    #expect(
      try told([
        "for any party P when count of report C (C is about P) at least 2 then hold"
      ]).isEmpty)
  }

  @Test func whatIsOverOrComesLater() throws {
    let rule = "when order is flagged then hold "
    #expect(
      try told([rule + "in force from 2020-01-01 until 2026-11-21"])
        == ["warning POL112 the rule `r0` ended on 2026-11-21"])
    #expect(try told([rule + "in force from 2020-01-01 until 2026-11-22"]).isEmpty)
    #expect(
      try told([rule + "in force from 2026-11-23"])
        == ["note POL115 the rule `r0` begins on 2026-11-23"])
    #expect(
      try told([rule + "in force until 2020-01-01 in force from 2027-01-01"])
        == ["note POL115 the rule `r0` begins on 2027-01-01"])
    #expect(
      try told([rule + "in force until 2026-12-01 in force from 2026-12-02 once law.x is confirmed"]
      )
        == ["note POL116 the rule `r0` waits from 2026-12-02 for `law.x` to be confirmed"])
  }

  @Test func exceptionsThatEnd() throws {
    let rule = "when order is flagged then hold unless order is cleared until "
    #expect(
      try told([rule + "2026-11-21"])
        == ["warning POL113 the exception of `r0` ended on 2026-11-21 and lifts nothing"])
    #expect(
      try told([rule + "2027-02-20"])
        == ["warning POL114 the exception of `r0` ends on 2027-02-20"])
    #expect(try told([rule + "2027-02-21"]).isEmpty)
  }

  @Test func pairsThatAnswerOtherwiseAreCounted() throws {
    let policies = try Sample.rules([
      "for any party P when P is listed then hold",
      "for any party P when P is listed and P.function is within police then escalate",
      "for any party P when P is listed and order is urgent then note",
      "for any party P when P is listed then hold unless P is verified",
      "when order is flagged then escalate",
    ])
    let conflicts = PolicyReview(policies, asOf: today).conflicts
    #expect(conflicts.map { "\($0.general.name) \($0.special.name)" } == ["r0 r1"])
  }

  @Test func sizesHaveLimits() throws {
    let many = Array(repeating: "order is flagged", count: 65).joined(separator: " and ")
    #expect(
      Sample.faults(when: "when \(many) then hold").map(\.message).first
        == "there are 65 facts; there can be 64")
    let letters = "ABCDEFGHI".map { "any party \($0)" }.joined(separator: ", ")
    #expect(
      Sample.faults(when: "for \(letters) when order is flagged then hold").map(\.message).first
        == "there are 9 variables; there can be 8")
    let long = Sample.frame + String(repeating: "# filling\n", count: 110_000)
    #expect(Sample.faults(in: long).map(\.id).contains("POL084"))
  }
}
