import Formats
import Memos
import Policy
import Screening
import Testing

@Suite("The hard cases get the determination that they name, for the reason that they name")
struct HardCasesTests {
  @Test("The determination and its reasons", arguments: HardCases.all)
  func determinationOf(_ expectation: CaseExpectation) throws {
    try expectation.check(in: "cases")
  }

  @Test("The same bytes each time", arguments: HardCases.all)
  func screensToTheSameBytes(_ expectation: CaseExpectation) throws {
    let first = try CaseLoading.determination("cases", expectation.id)
    let second = try CaseLoading.screen("cases", expectation.id)
    #expect(
      first.json(includingTrace: true).text() == second.json(includingTrace: true).text())
  }

  @Test("A memo that may be signed", arguments: HardCases.all)
  func memoResolvesItsCitations(_ expectation: CaseExpectation) throws {
    let document = MemoDocument(try CaseLoading.determination("cases", expectation.id))
    #expect(document.unresolvedCitations.isEmpty)
    #expect(MemoWording.violations(in: document).isEmpty)
  }

  @Test("A refusal of the company never reads like a bar of law")
  func policyAndLawStayApart() throws {
    let determination = try CaseLoading.determination("cases", "C19")
    #expect(determination.lanes.legal.state == .noBarFoundWithinCoverage)
    for finding in determination.findings where finding.lane == .rights {
      #expect(finding.kind == .policy, "\(finding.rule) is \(finding.kind.rawValue)")
    }
  }

  @Test("A sixty percent holding is a red flag, a question and a licence, as the law stands")
  func theAffiliatesRuleFollowsItsDates() throws {
    let suspended = try CaseLoading.determination("cases", "C23")
    #expect(suspended.trace.contains { $0.rule == "affiliates-rule" && $0.state == .notInForce })
    let unconfirmed = try CaseLoading.determination("cases", "C24")
    #expect(unconfirmed.questions.contains { $0.id == "confirm:us.ear.affiliates" })
    let confirmed = try CaseLoading.determination("variants", "V48")
    #expect(confirmed.outcome == .licenceRequired)
  }
}

@Suite("Further orders of the same kinds, decided by the design")
struct VariantTests {
  @Test("The determination and its reasons", arguments: VariantCases.all)
  func determinationOf(_ expectation: CaseExpectation) throws {
    try expectation.check(in: "variants")
  }

  @Test("A memo that may be signed", arguments: VariantCases.all)
  func memoResolvesItsCitations(_ expectation: CaseExpectation) throws {
    let document = MemoDocument(try CaseLoading.determination("variants", expectation.id))
    #expect(document.unresolvedCitations.isEmpty)
    #expect(MemoWording.violations(in: document).isEmpty)
  }
}
