import Formats
import Policy
import Screening
import Testing
import Trade

@testable import Ledger

/// Cases in the log: what persons do is recorded, read back and holds orders.
struct CaseTests {
  private let release = CaseAct.decide(.release, reason: "explained", conditions: [])
  private let approval = CaseAct.approve(reason: "agreed")

  private func clear(
    _ desk: CaseDesk, _ confirmations: [String: String] = [:]
  ) throws -> ClearanceDesk.Issued {
    try ClearanceDesk(desk.ledger).issue(
      for: ClearanceSamples.order(), days: 30, confirmations: confirmations,
      by: ClearanceSamples.asker)
  }

  @Test(arguments: StoreKind.installed)
  func aHeldOrderIsReleasedByTwoAndThenCleared(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .hold)
    var file = try #require(try desk.files().first)
    #expect(file.id == CaseFile.id(system: "erp", reference: "SO-2001"))
    #expect(throws: LedgerFailure.self, "born held") { try clear(desk) }
    try desk.perform(.assign(to: "analyst"), on: file, by: CaseSamples.asker("officer"))
    file = try desk.perform(release, on: file, by: CaseSamples.asker("analyst"))
    #expect(throws: LedgerFailure.self, "one is not enough") { try clear(desk) }
    #expect {
      try desk.perform(approval, on: file, by: CaseSamples.asker("seller"))
    } throws: {
      ($0 as? LedgerFailure)?.kind == .notAllowed
    }
    file = try desk.perform(approval, on: file, by: CaseSamples.asker("approver"))
    #expect(file.assignee == "analyst")
    let issued = try clear(desk)
    #expect(issued.clearance.approvers == ["analyst", "approver"])
    #expect(issued.clearance.outcome == "release")
    // Reopened: the clearance is on the list of those that no longer hold.
    #expect(try revoked(desk) == [:])
    try desk.perform(.reopen(reason: "a call"), on: file, by: CaseSamples.asker("analyst"))
    #expect(try revoked(desk) == [issued.clearance.id: "screenedAgain"])
    #expect(throws: LedgerFailure.self) { try clear(desk) }
    #expect(try space.verification().problems == [])
  }

  private func revoked(_ desk: CaseDesk) throws -> [String: String] {
    let list = try RevocationList(
      ClearanceDesk(desk.ledger).revocations(),
      keys: desk.ledger.keys.published)
    return Dictionary(uniqueKeysWithValues: list.entries.map { ($0.clearance, $0.reason) })
  }

  @Test func anOverrideEndsWithItsDay() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .refusePolicy)
    let file = try #require(try desk.files().first)
    let until = desk.today.adding(days: 2)
    try desk.perform(
      .override(reason: "exception", until: until, conditions: ["Install on site"]), on: file,
      by: CaseSamples.asker("officer"))
    try desk.perform(
      approval, on: try desk.file(file.id), by: CaseSamples.asker("counsel"))
    #expect(throws: LedgerFailure.self, "its condition is not confirmed") { try clear(desk) }
    for (name, words) in [
      ("seller", "`seller` is sales"), ("u:okafor", "`u:okafor` has no role"),
      ("auditor", "`auditor` is auditor"),
    ] {
      #expect {
        try clear(desk, ["C-1": name])
      } throws: {
        ($0 as? LedgerFailure)?.message.contains(words) ?? false
      }
    }
    let issued = try clear(desk, ["C-1": "analyst"])
    #expect(issued.clearance.expires == (until.dayNumber + 1) * 86_400)
    #expect(issued.clearance.approvers == ["officer", "counsel", "analyst"])
  }

  /// The clearance of one decision does not outlive it because the next was asked for before.
  @Test func aClearanceEndsWhenAnotherOverrideIsApproved() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .refusePolicy)
    let id = try #require(try desk.files().first).id
    func override(_ conditions: [String]) throws {
      try desk.perform(
        .override(reason: "exception", until: desk.today, conditions: conditions),
        on: try desk.file(id), by: CaseSamples.asker("officer"))
    }
    func approve() throws {
      try desk.perform(approval, on: try desk.file(id), by: CaseSamples.asker("counsel"))
    }
    try override([])
    try approve()
    try override(["Install on site"])
    let issued = try clear(desk)
    #expect(try revoked(desk) == [:], "nobody has approved the other yet")
    try approve()
    #expect(try revoked(desk) == [issued.clearance.id: "screenedAgain"])
  }

  /// A record that no rule allowed, written past the desk, has no effect.
  @Test func aRecordWithoutAuthorityHasNoEffect() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .hold)
    let file = try #require(try desk.files().first)
    for (act, person) in [(release, "seller"), (approval, "engineer")] {
      try desk.ledger.append([
        LedgerRecord(
          .review,
          content: .object([
            ("case", .string(file.id)), ("system", .string("erp")),
            ("reference", .string("SO-2001")), ("act", act.json),
            ("asker", CaseSamples.asker(person).json),
          ]),
          subjects: [.order(system: "erp", reference: "SO-2001"), .caseFile(file.id)])
      ])
    }
    let after = try desk.file(file.id)
    #expect(after.entries.count == 2)
    #expect(after.entries.allSatisfy { $0.refusal != nil })
    #expect(after.status == .open)
    #expect(throws: LedgerFailure.self) { try clear(desk) }
  }

  @Test func aScreeningThatFailedIsOnRecordAndEndsAClearance() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .release)
    let issued = try clear(desk)
    try desk.ledger.recordFailure(
      [Diagnostic("TRD001", "no such stage")], of: [0x7B], line: 1, asker: ClearanceSamples.asker)
    #expect(try revoked(desk) == [:], "it was of no order that could be told")
    let receipt = try desk.ledger.recordFailure(
      [Diagnostic("LST001", "a list is gone")], of: [0x7B], line: 1,
      order: ClearanceSamples.order(), asker: ClearanceSamples.asker)
    let record = try desk.ledger.record(at: receipt.position)
    #expect(record.header["determination"]?.string == "errorFailClosed")
    #expect(record.content["problems"]?.array?.first?.string?.contains("LST001") == true)
    #expect(try revoked(desk) == [issued.clearance.id: "screenedAgain"])
    #expect(throws: LedgerFailure.self) { try clear(desk) }
    let file = try #require(try desk.files().first)
    #expect(file.refusal(of: release, by: "officer", on: desk.today)?.contains("fault") == true)
  }

  @Test func anImportOpensDecidedCasesUntilTheyAreScreenedAgain() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .hold)
    var file = try #require(try desk.files().first)
    file = try desk.perform(release, on: file, by: CaseSamples.asker("analyst"))
    file = try desk.perform(approval, on: file, by: CaseSamples.asker("approver"))
    #expect(file.release(on: desk.today) != nil)
    try desk.ledger.recordImport(
      ofList: "us-csl", version: "2026-11-23", digest: "sha256:0", entries: 3,
      by: ClearanceSamples.asker)
    #expect(try desk.file(file.id).release(on: desk.today) == nil)
    #expect(throws: LedgerFailure.self) { try clear(desk) }
    try screen(desk)
    #expect(
      try desk.file(file.id).release(on: desk.today) == nil, "the new list was not searched")
    try screen(desk, list: "sha256:0", of: "2026-11-23")
    #expect(try desk.file(file.id).release(on: desk.today) != nil, "the same was found again")
    // A server that still has the lists of yesterday.
    try screen(desk)
    #expect(try desk.file(file.id).release(on: desk.today) == nil)
    try screen(desk, list: "sha256:0", of: "2026-11-23")
    // What is older than what was searched changes nothing for long.
    try desk.ledger.recordImport(
      ofList: "us-csl", version: "2026-01-05-00000000", digest: "sha256:3", entries: 3,
      by: ClearanceSamples.asker)
    try screen(desk, list: "sha256:0", of: "2026-11-23")
    #expect(try desk.file(file.id).release(on: desk.today) != nil)
    try desk.ledger.recordImport(
      ofList: "own-list", version: "2026-11-20-00000000", digest: "sha256:4", entries: 3,
      by: ClearanceSamples.asker)
    try screen(desk, list: "sha256:0", of: "2026-11-23")
    #expect(try desk.file(file.id).release(on: desk.today) == nil, "another list, never searched")
  }

  /// Screens the sample order once more, with the same result.
  private func screen(
    _ desk: CaseDesk, policies: String? = nil, list: String? = nil, of day: String? = nil
  ) throws {
    let order = try ClearanceSamples.order()
    var determination = try ClearanceSamples.determination(of: order, .hold)
    if let policies { determination.policy.digest = policies }
    if let list { determination.coverage.lists[0].digest = list }
    if let day { determination.coverage.lists[0].retrieved = CivilDate(day) }
    _ = try ClearanceSamples.record(desk.ledger, order, determination)
  }

  @Test func olderPoliciesDecideNothingUntilTheyAreInForceAgain() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .hold)
    var file = try #require(try desk.files().first)
    let first = try #require(file.ground?.policies)
    file = try desk.perform(release, on: file, by: CaseSamples.asker("analyst"))
    file = try desk.perform(approval, on: file, by: CaseSamples.asker("approver"))
    try screen(desk, policies: "sha256:1")
    #expect(try desk.file(file.id).release(on: desk.today) != nil, "the same was found again")
    // A server that has not met the new policies.
    try screen(desk)
    #expect(try desk.file(file.id).release(on: desk.today) == nil)
    #expect(throws: LedgerFailure.self) { try clear(desk) }
    // The operator goes back to the first.
    try desk.ledger.recordInForce(
      PolicyIdentity(name: "tests", revision: "2026.11", digest: first, dataDigest: "sha256:2"),
      by: ClearanceSamples.asker)
    try screen(desk)
    #expect(try desk.file(file.id).release(on: desk.today) != nil)
    try screen(desk, policies: "sha256:1")
    #expect(try desk.file(file.id).release(on: desk.today) == nil)
    try screen(desk)
    try desk.ledger.recordActivation(
      ofPolicies: PolicyIdentity(
        name: "tests", revision: "2026.12", digest: "sha256:1", dataDigest: "sha256:2"),
      by: ClearanceSamples.asker)
    #expect(try desk.file(file.id).release(on: desk.today) == nil)
  }

  @Test func whatAPersonMaySee() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.ledger(clock: { ClearanceSamples.noon })
    let desk = CaseDesk(ledger)
    for (person, roles) in CaseSamples.people {
      try desk.appoint(
        Appointment(person: person, roles: roles),
        by: CaseSamples.asker(CaseSamples.appointer(of: person)))
    }
    let order = try ClearanceSamples.order()
    _ = try ClearanceSamples.record(
      ledger, order,
      ClearanceSamples.determination(
        of: order, .refusePolicy, findings: [ClearanceSamples.finding("secret-rule", .refusePolicy)]
      ))
    let file = try #require(try desk.files().first)
    for person in ["seller", "engineer", "nobody"] {
      let text = try desk.json(of: file, for: person).text()
      #expect(!text.contains("secret-rule"), "\(person)")
      #expect(!text.contains("refusePolicy"), "\(person)")
      #expect(text.contains("Please refer all questions to Trade Compliance"))
    }
    for person in ["analyst", "approver", "officer", "counsel", "auditor"] {
      #expect(try desk.json(of: file, for: person).text().contains("secret-rule"), "\(person)")
    }
  }

  @Test func questionsAreNotToldWhileABlockIsPossible() throws {
    let determination = try JSONReader.read(
      Array(
        #"{"questions": [{"id": "Q-1", "text": {"en": "Who?"}, "rules": ["hidden"]}]}"#.utf8))
    func seen(_ ground: CaseGround, _ person: String) -> String {
      var file = CaseFile(system: "erp", reference: "SO-1")
      CaseSamples.appoint(&file)
      file.take(ground, on: CaseSamples.today)
      return file.json(for: person, on: CaseSamples.today, determination: determination).text()
    }
    let harmless = seen(CaseSamples.ground(.hold), "seller")
    #expect(harmless.contains("Who?"))
    #expect(!harmless.contains("hidden"))
    #expect(!seen(CaseSamples.ground(.hold, isPossibleBlock: true), "seller").contains("Who?"))
    #expect(!seen(CaseSamples.ground(.refusePolicy), "seller").contains("Who?"))
    #expect(seen(CaseSamples.ground(.hold, isPossibleBlock: true), "analyst").contains("Who?"))
  }
}
