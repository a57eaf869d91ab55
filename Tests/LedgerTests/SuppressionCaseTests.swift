import Formats
import Policy
import Testing

@testable import Ledger

/// A false match is suppressed by two persons and until a day.
struct SuppressionCaseTests {
  private let record = JSON.object([
    ("party", .string("ab")), ("entry", .string("e1")), ("reason", .string("another hospital")),
  ])

  private func until(_ days: Int) -> CivilDate {
    CivilDate(dayNumber: ClearanceSamples.noon / 86_400 + days)
  }

  @Test(arguments: StoreKind.installed)
  func oneProposesAnotherApprovesAndItEnds(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .hold)
    let proposal = try desk.suppress(record, by: CaseSamples.asker("analyst"))
    #expect(proposal.registerLine(on: desk.today) == nil, "nobody has approved it")
    let approved = try desk.perform(
      .approve(until: until(90)), on: proposal, by: CaseSamples.asker("approver"))
    let line = try #require(approved.registerLine(on: desk.today))
    #expect(line["maker"]?.string == "analyst" && line["approvedBy"]?.string == "approver")
    #expect(line["expires"]?.string == until(90).description)
    #expect(line["entry"]?.string == "e1")
    #expect(approved.registerLine(on: until(90)) == nil, "it is over")
    #expect(throws: LedgerFailure.self, "it was seen before it was approved") {
      try desk.perform(.withdraw(reason: "wrong"), on: proposal, by: CaseSamples.asker("analyst"))
    }
    let back = try desk.perform(
      .withdraw(reason: "wrong"), on: approved, by: CaseSamples.asker("analyst"))
    #expect(back.registerLine(on: desk.today) == nil)
    #expect(try desk.suppressions() == [back])
    #expect(try space.verification().problems == [])
  }

  @Test(arguments: [
    ("analyst", 90, "approved by an approver or officer"), ("seller", 90, "approver or officer"),
    ("all", 90, "nobody approves what he proposed"), ("approver", 0, "from 1 to 365 days"),
    ("approver", 366, "from 1 to 365 days"), ("auditor", 90, "approver or officer"),
  ])
  func whoMayNotApprove(_ person: String, _ days: Int, _ words: String) throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .hold)
    let maker = person == "all" ? "all" : "analyst"
    let proposal = try desk.suppress(record, by: CaseSamples.asker(maker))
    #expect {
      try desk.perform(.approve(until: until(days)), on: proposal, by: CaseSamples.asker(person))
    } throws: {
      ($0 as? LedgerFailure)?.message.contains(words) ?? false
    }
    #expect(throws: LedgerFailure.self) {
      try desk.suppress(record, by: CaseSamples.asker("seller"))
    }
    // Written past the desk it has no effect either.
    try desk.ledger.append([
      LedgerRecord(
        .suppression,
        content: .object([
          ("suppression", .string(proposal.id)),
          ("act", SuppressionProposal.Act.approve(until: until(days)).json),
          ("asker", CaseSamples.asker(person).json),
        ]), subjects: [.caseFile(proposal.id)])
    ])
    #expect(try desk.suppression(proposal.id).state == .proposed)
  }
}
