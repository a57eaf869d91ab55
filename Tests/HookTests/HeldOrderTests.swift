import Formats
import HookSamples
import Ledger
import Testing

@testable import Hook

/// What an investigation holds is a hold in every answer, and why is told to those who may see it.
struct HeldOrderTests {
  private static func asker(_ name: String) -> LedgerAsker { LedgerAsker(name: name, act: "test") }

  private static func investigate(
    _ service: HookService, parties: Set<String> = ["musterstadt HOSPITAL"]
  ) throws -> Investigation {
    try CaseDesk(service.ledger).investigate(
      .open(allegation: "a letter", InvestigationScope(parties: parties)), by: asker("nobody"))
  }

  /// Closes it, by the people that this takes.
  private static func close(_ id: String, _ service: HookService) throws {
    let desk = CaseDesk(service.ledger)
    for (person, role, by) in [
      ("officer", CaseRole.officer, "root"), ("counsel", .counsel, "officer"),
    ] {
      try desk.appoint(Appointment(person: person, roles: [role]), by: asker(by))
    }
    try desk.perform(.finding("nothing"), on: id, by: asker("officer"))
    try desk.perform(.remedy("none"), on: id, by: asker("officer"))
    try desk.perform(.close(reason: "done"), on: id, by: asker("officer"))
    try desk.perform(.close(reason: "done"), on: id, by: asker("counsel"))
  }

  @Test(arguments: ["allow-1", "conditions-1"])
  func whatAnInvestigationTouchesIsAnsweredHoldAndNoMore(_ reference: String) throws {
    let space = try HookSpace()
    let service = try space.service()
    let investigation = try Self.investigate(service)
    let answer = try service.screen(Samples.order(reference), idempotency: "k1")
    #expect((answer.status, answer.decision) == (200, "hold"), "\(answer.text)")
    #expect(answer.json["determination"]?.string == "hold")
    #expect(answer.json["message"]?.string == "The order is held for review by Trade Compliance.")
    #expect(answer.json["suggestedErpAction"]?["hold"]?.boolean == true)
    // It looks like any other hold.
    let other = try service.screen(Samples.order("hold-1"))
    #expect(answer.json.members?.map(\.key) == other.json.members?.map(\.key))
    #expect(answer.json["clearance"]?.isNull == true && other.json["clearance"]?.isNull == true)
    for word in [investigation.id, "investigation", "Musterstadt", "letter"] {
      #expect(!answer.text.contains(word), "\(word) in \(answer.text)")
    }
    let status = try service.ask("GET", "/v1/orders/erp:\(reference)/status")
    #expect(status.decision == "hold", "\(status.text)")
    #expect(status.json["mayLeave"]?.boolean == false)
    let full = try service.screen(Samples.order(reference), key: HookSpace.officer)
    #expect(full.decision == "hold" && full.json["determination"]?.string == "hold")
    #expect(full.json["heldBy"]?["reason"]?.string?.contains(investigation.id) == true)
    // The record is what the policies said, so that anybody can make it again.
    let position = try #require(answer.json["audit"]?["leafIndex"]?.integer)
    let record = try service.ledger.record(at: position)
    #expect(record.content["determination"]?["decision"]?.string == "allow")
    #expect(
      full.json["heldBy"]?["determination"]?.string
        == record.content["determination"]?["determination"]?.string)
    // The same request gets the same answer, also once the investigation has ended.
    #expect(try service.screen(Samples.order(reference), idempotency: "k1").body == answer.body)
    try Self.close(investigation.id, service)
    #expect(try service.screen(Samples.order(reference), idempotency: "k1").body == answer.body)
    #expect(try service.screen(Samples.order(reference), idempotency: "k2").decision == "allow")
  }

  @Test func whatWasAllowedBeforeIsNotToldToGoAgain() throws {
    let service = try HookSpace().service()
    let first = try service.screen(Samples.order("allow-1"), idempotency: "k1")
    let token = try #require(first.json["clearance"]?["token"]?.string)
    let investigation = try Self.investigate(service)
    let again = try service.screen(Samples.order("allow-1"), idempotency: "k1")
    #expect(again.decision == "hold" && again.json["clearance"]?.isNull == true, "\(again.text)")
    #expect(try service.ask("GET", "/v1/orders/erp:allow-1/status").decision == "hold")
    let verified = try service.ask(
      "POST", "/v1/clearances/verify",
      body: #"{"token": "\#(token)", "order": \#(Samples.order("allow-1"))}"#)
    #expect(verified.decision == "hold")
    #expect(!verified.text.contains("investigation"), "\(verified.text)")
    let list = try RevocationList(
      service.ask("GET", "/v1/revocations", key: nil).text,
      keys: service.ledger.keys.published)
    #expect(list.entries.map(\.reason) == ["held"])
    try Self.close(investigation.id, service)
    let last = try service.screen(Samples.order("allow-1"), idempotency: "k1")
    #expect(last.body == first.body)
  }

  @Test func whoClearsLearnsWhyOnlyIfHeSeesFindings() throws {
    let space = try HookSpace()
    let gate = try AccessKeySample(["clearance:write"])
    let service = try space.service()
    service.replace(keys: KeyRing([gate.key, try #require(HookSpace.officer).key]))
    let investigation = try Self.investigate(service)
    let order = Samples.order("allow-1")
    // Recorded, so that there is something to clear.
    _ = try service.screen(order, key: HookSpace.officer)
    func clear(_ key: AccessKeySample?) throws -> HTTPResponse {
      try service.ask(
        "POST", "/v1/clearances", [("idempotency-key", "c\(key?.key.id ?? "")")], key: key,
        body: #"{"order": \#(order)}"#)
    }
    let blind = try clear(gate)
    #expect((blind.status, blind.decision) == (409, "hold"), "\(blind.text)")
    #expect(!blind.text.contains(investigation.id) && !blind.text.contains("Musterstadt"))
    #expect(try clear(HookSpace.officer).text.contains(investigation.id))
  }

  /// An order whose clearance was revoked waits for a person, and the reason is not for everybody.
  @Test func whatWasRevokedIsHeldWithoutItsReason() throws {
    let service = try HookSpace().service()
    let first = try service.screen(Samples.order("allow-1"))
    let id = try #require(first.json["clearance"]?["id"]?.string)
    try ClearanceDesk(service.ledger).revoke(
      id, reason: "diverted to a camp", by: Self.asker("officer"))
    let again = try service.screen(Samples.order("allow-1"))
    #expect(again.decision == "hold" && again.json["clearance"]?.isNull == true, "\(again.text)")
    #expect(!again.text.contains("camp"))
    let full = try service.screen(Samples.order("allow-1"), key: HookSpace.officer)
    #expect(full.json["heldBy"]?["reason"]?.string?.contains("diverted to a camp") == true)
  }
}
