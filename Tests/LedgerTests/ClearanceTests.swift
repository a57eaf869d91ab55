import Digests
import Formats
import Policy
import Screening
import Testing
import Trade

@testable import Ledger

/// An order is born held: what clears it, what does not, and what voids a clearance.
final class ClearanceTests {
  private let space: LedgerSpace
  private let ledger: Ledger
  private let order: Order

  init() throws {
    space = try LedgerSpace()
    ledger = try space.ledger()
    order = try ClearanceSamples.order()
  }

  deinit { space.remove() }

  /// Records a determination of the order: the release where no other is given.
  @discardableResult
  private func record(
    _ outcome: Outcome? = .release, findings: [Finding] = [], obligations: [Obligation] = [],
    faults: [String] = []
  ) throws -> Ledger.Receipt {
    try ClearanceSamples.record(
      ledger, order,
      ClearanceSamples.determination(
        of: order, outcome, findings: findings, obligations: obligations, faults: faults))
  }

  private func issue(
    _ other: Order? = nil, _ confirmations: [String: String] = [:]
  ) throws -> ClearanceDesk.Issued {
    try ClearanceDesk(ledger).issue(
      for: other ?? order, days: 30, confirmations: confirmations, by: ClearanceSamples.asker)
  }

  private func verify(
    _ token: String, of other: Order? = nil, _ list: String? = nil,
    at now: Int = ClearanceSamples.noon
  ) throws -> Clearance {
    let keys = try space.keys.published
    return try ClearanceVerifier(keys: keys, now: now).verify(
      token, for: other ?? order,
      revocations: try RevocationList(
        list ?? ClearanceDesk(ledger).revocations(), keys: keys))
  }

  private func expectVoid(
    _ words: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    #expect(sourceLocation: sourceLocation) {
      try body()
    } throws: {
      ($0 as? ClearanceRefusal)?.words.joined().contains(words) ?? false
    }
  }

  private func expectRefusal(
    _ words: String, _ kind: LedgerFailure.Kind = .notCleared,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    #expect(sourceLocation: sourceLocation) {
      try body()
    } throws: { error in
      let failure = error as? LedgerFailure
      return failure?.kind == kind && (failure?.message.contains(words) ?? false)
    }
  }

  @Test func aReleaseIsClearedByThePoliciesAndHoldsForThirtyDays() throws {
    let receipt = try record()
    #expect(receipt.position == 2, "after the policies and the lists")
    let issued = try issue()
    let list = try ClearanceDesk(ledger).revocations(days: 30)
    let clearance = try verify(issued.token, list)
    #expect(clearance == issued.clearance)
    #expect(clearance.approvers == ["policy:sha256:" + String(repeating: "7c", count: 32)])
    #expect(clearance.lines == ["10", "20"])
    #expect(clearance.lists.map(\.version) == ["2026-11-22"])
    #expect(clearance.determinationPosition == 2)
    // From the day of the determination on, not from noon.
    let end = ClearanceSamples.noon - 43_200 + 30 * 86_400
    #expect(clearance.expires == end)
    _ = try verify(issued.token, list, at: end - 1)
    expectVoid("its time is over") { _ = try verify(issued.token, list, at: end) }
    expectVoid("in the future") {
      _ = try verify(issued.token, list, at: ClearanceSamples.noon - 301)
    }
    let record = try ledger.record(at: issued.position)
    #expect(record.kind == .clearance)
    #expect(record.content["token"]?.string == issued.token)
    #expect(try space.verification().problems == [])
  }

  /// Any material change voids it; what is not material does not.
  @Test(arguments: [
    ("Musterstadt Hospital", "Musterstadt Hospitals"),
    (#""country": ["de"]"#, #""country": ["cn"]"#),
    (#""role": ["purchaser", "endUser"]"#, #""role": ["purchaser", "endUser", "payer"]"#),
    (#""quantity": "2""#, #""quantity": "3""#), ("SQ24-00017", "SQ24-00018"),
    (#""route": ["FR", "DE"]"#, #""route": ["FR", "HK", "DE"]"#),
    (#""countryOfUltimateDestination": "DE""#, #""countryOfUltimateDestination": "CN""#),
    ("Tumour sequencing", "Tumor sequencing"), ("EUS-1", "EUS-2"),
    (#""productClass": "oncology-panel""#, #""productClass": "forensic-str-kit""#),
    (#""stage": "order""#, #""stage": "preShipment""#),
    (#""transactionKind": "sale""#, #""transactionKind": "loan""#),
    (#""countryOfOrigin": "FR""#, #""countryOfOrigin": "US""#),
    (#""unit": "kit""#, #""unit": "kit", "colour": "red""#),
    ("600.00", "650.00"), (#""value": "1200.00""#, #""value": "1300.00""#),
    (#""currency": "EUR""#, #""currency": "USD""#),
    (
      #""endUserKnown""#,
      #""attachments": [{"name": "boycott.pdf", "sha256": "\#(Self.digest)"}], "endUserKnown""#
    ),
  ])
  func aMaterialChangeVoidsIt(_ old: String, _ new: String) throws {
    try record()
    let token = try issue().token
    let changed = try ClearanceSamples.order(old, with: new)
    expectVoid("the order was changed") { _ = try verify(token, of: changed) }
    expectRefusal("other content") { _ = try issue(changed) }
  }

  private static let digest = String(repeating: "0a", count: 32)

  @Test func spellingsAreNotMaterial() throws {
    try record()
    let token = try issue().token
    for (old, new) in [
      ("600.00", "600.0"), (#""quantity": "2""#, #""quantity": "2.0""#),
      ("T01:58:00Z", "T02:58:00Z"),
    ] {
      _ = try verify(token, of: ClearanceSamples.order(old, with: new))
    }
    expectVoid("it is of the order") {
      _ = try verify(token, of: ClearanceSamples.order("SO-2001", with: "SO-2002"))
    }
  }

  @Test(arguments: [
    Outcome.hold, .escalate, .licenceRequired, .refusePolicy, .refuseProhibited, nil,
  ])
  func whatDoesNotAllowIsNotCleared(_ outcome: Outcome?) throws {
    try record(outcome, faults: outcome == nil ? ["stale"] : [])
    expectRefusal(outcome?.name ?? "errorFailClosed") { _ = try issue() }
  }

  @Test func onlyWhatWasScreenedTodayOnRealListsIsCleared() throws {
    expectRefusal("no recorded determination") { _ = try issue() }
    for (determination, words) in [
      (try ClearanceSamples.determination(of: order, faults: ["stale"]), "cannot be read"),
      (
        try ClearanceSamples.determination(of: order, demonstration: "Fictional"), "demonstration"
      ),
      (try ClearanceSamples.determination(of: order, asOf: "2026-10-01"), "replay"),
    ] {
      _ = try ClearanceSamples.record(ledger, order, determination)
      expectRefusal(words) { _ = try issue() }
    }
  }

  @Test func theNewestDeterminationCounts() throws {
    try record()
    let token = try issue().token
    _ = try verify(token)
    try record(.hold)
    expectRefusal("`hold`") { _ = try issue() }
    expectVoid("it is revoked (screenedAgain)") { _ = try verify(token) }
  }

  /// What a later screening ended stays ended, whatever is asked after it.
  @Test func anEndedClearanceDoesNotComeBack() throws {
    try record()
    let token = try issue().token
    try record(.hold)
    try record()
    expectVoid("it is revoked (screenedAgain)") { _ = try verify(token) }
    _ = try ClearanceSamples.record(
      ledger, order, ClearanceSamples.determination(of: order, asOf: "2025-10-01"))
    expectVoid("it is revoked (screenedAgain)") { _ = try verify(token) }
  }

  @Test func conditionsThatNobodyConfirmedEndIt() throws {
    try record()
    let token = try issue().token
    try record(
      .releaseWithConditions,
      obligations: [Obligation(rule: "undertaking", text: "Obtain an end-use undertaking")])
    expectVoid("it is revoked (conditionsAdded)") { _ = try verify(token) }
    let second = try issue(order, ["C-1": "u:lim"]).token
    _ = try verify(second)
    try record()
    _ = try verify(second)
  }

  @Test func eachConditionNeedsAPerson() throws {
    try record(
      .releaseWithConditions,
      findings: [
        ClearanceSamples.finding("undertaking", .releaseWithConditions),
        ClearanceSamples.finding("site", .releaseWithConditions),
      ], obligations: [Obligation(rule: "undertaking", text: "Obtain an end-use undertaking")])
    expectRefusal("C-1 Obtain an end-use undertaking · C-2 Reason of site") {
      _ = try issue()
    }
    expectRefusal("C-2 Reason of site") { _ = try issue(order, ["C-1": "u:lim"]) }
    for nobody in ["", "  ", "policy:sha256:7c", "Policy:x"] {
      expectRefusal("C-2") { _ = try issue(order, ["C-1": "u:lim", "C-2": nobody]) }
    }
    expectRefusal("no condition `C-3`", .request) {
      _ = try issue(order, ["C-1": "a", "C-2": "b", "C-3": "c"])
    }
    // Who asked for the screening does not confirm what it asks for.
    expectRefusal("asked for the screening") {
      _ = try issue(order, ["C-1": "u:erp", "C-2": "u:okafor"])
    }
    let issued = try issue(order, ["C-1": "u:lim", "C-2": "u:okafor"])
    let clearance = try verify(issued.token)
    #expect(clearance.approvers == ["u:lim", "u:okafor"])
    #expect(clearance.conditions.map(\.confirmedBy) == ["u:lim", "u:okafor"])
  }

  @Test func aRevokedClearanceIsRefused() throws {
    try record()
    let issued = try issue()
    let before = try ClearanceDesk(ledger).revocations()
    try ClearanceDesk(ledger).revoke(
      issued.clearance.id, reason: "new report", by: ClearanceSamples.asker)
    let after = try ClearanceDesk(ledger).revocations()
    expectVoid("it is revoked (revoked)") { _ = try verify(issued.token, after) }
    // Who has only the older list does not know, and for seven days at most.
    _ = try verify(issued.token, before)
    expectVoid("too old") {
      _ = try verify(issued.token, before, at: ClearanceSamples.noon + 7 * 86_400)
    }
    expectRefusal("no clearance `clr_none`", .noSuchRecord) {
      try ClearanceDesk(ledger).revoke("clr_none", reason: "x", by: ClearanceSamples.asker)
    }
  }

  /// To ask again is no answer to a revocation: it ends every clearance of the order, and another
  /// person with the right to decide clears it, or nobody.
  @Test func aRevocationHoldsTheOrderUntilAnotherPersonClearsIt() throws {
    let desk = ClearanceDesk(ledger)
    let cases = CaseDesk(ledger)
    for (person, roles) in CaseSamples.people {
      try cases.appoint(
        Appointment(person: person, roles: roles),
        by: CaseSamples.asker(CaseSamples.appointer(of: person)))
    }
    try record()
    let first = try self.issue()
    let twin = try self.issue()
    try desk.revoke(
      first.clearance.id, reason: "diversion known", by: CaseSamples.asker("counsel"))
    expectVoid("it is revoked (revoked)") { _ = try verify(first.token) }
    expectVoid("it is revoked (revoked)") { _ = try verify(twin.token) }
    let again = try record()
    expectRefusal("diversion known", .held) {
      _ = try desk.issue(
        on: again.position, for: order, days: 30,
        by: LedgerAsker(name: "policy", act: "POST /v1/screenings"))
    }
    func issue(by person: String) throws -> ClearanceDesk.Issued {
      try desk.issue(for: order, days: 30, confirmations: [:], by: CaseSamples.asker(person))
    }
    for person in ["counsel", "seller", "analyst", "nobody"] {
      expectRefusal("was revoked", .held) { _ = try issue(by: person) }
    }
    // That another revokes it as well gives nobody a way round their own revocation.
    try desk.revoke(
      first.clearance.id, reason: "diversion known", by: CaseSamples.asker("approver"))
    for person in ["counsel", "approver"] {
      expectRefusal("was revoked", .held) { _ = try issue(by: person) }
    }
    let cleared = try issue(by: "officer")
    _ = try verify(cleared.token)
    expectVoid("it is revoked (revoked)") { _ = try verify(twin.token) }
    // From then on the order is cleared as others are.
    _ = try verify(try self.issue().token)
  }

  @Test func tokensOfOthersAndListsOfOthersAreRefused() throws {
    try record()
    let token = try issue().token
    let list = try ClearanceDesk(ledger).revocations()
    let other = try ClearanceTests()
    try other.record()
    let foreign = try other.issue().token
    let foreignList = try ClearanceDesk(other.ledger).revocations()
    expectVoid("no known key") { _ = try verify(foreign, list) }
    expectVoid("no known key") { _ = try verify(token, foreignList) }
    expectVoid("another kind") { _ = try verify(list, list) }
    expectVoid("another kind") { _ = try verify(token, token) }
    expectVoid("three parts") { _ = try verify("", list) }
  }

  /// One who holds the key signs what the desk never would: the verifier still refuses.
  @Test(arguments: [
    ("exp", "longer than 30 days"), ("approvers", "nobody approved"),
    ("determination", "its determination is `hold`"), ("iss", "not by"),
    ("jti", "a claim is missing"), ("conditions", "C-1 is not confirmed"),
  ])
  func aSignedClearanceThatSaysTooMuchIsRefused(_ claim: String, _ words: String) throws {
    try record()
    let clearance = try issue().clearance
    let values: [String: JSON] = [
      "exp": .integer(clearance.issued + 30 * 86_400 + 1), "approvers": .array([]),
      "determination": .string("hold"), "iss": .string("elsewhere"), "jti": .null,
      "conditions": .array([
        .object([("id", .string("C-1")), ("text", .string("x")), ("confirmedBy", .null)])
      ]),
    ]
    let members = try #require(clearance.json.members).map {
      ($0.key, $0.key == claim ? values[claim] ?? .null : $0.value)
    }
    let token = try #require(
      JSONWebSignature.sign(.object(members), kind: Clearance.kind, with: space.keys.clearances))
    expectVoid(words) { _ = try verify(token) }
  }
}
