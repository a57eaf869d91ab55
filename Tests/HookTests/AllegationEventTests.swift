import Formats
import HookSamples
import Ledger
import LocalServer
import Testing

@testable import Hook

/// Other systems are told when an investigation holds orders and when it frees them.
struct AllegationEventTests {
  private static func asker(_ name: String) -> LedgerAsker { LedgerAsker(name: name, act: "test") }

  private static func courier(
    _ space: HookSpace, _ server: LocalServer, types: String = "[]"
  ) throws -> WebhookCourier {
    let text = """
      {"version": 1, "endpoints": [{"id": "erp", "url": "\(server.address("/hook"))", \
      "types": \(types), "secrets": ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]}]}
      """
    let partners = try Partners(try JSONReader.read(Array(text.utf8)), file: "partners.json")
    return WebhookCourier(
      try #require(partners.endpoints.first), ledger: try space.ledger(),
      shelf: DeliveryFiles(store: space.path), reachesPrivateAddresses: true)
  }

  private static func told(_ server: LocalServer) throws -> [String] {
    try server.requests.map { request in
      let json = try JSONReader.read(request.body)
      let data = json["data"]
      return [
        json["type"]?.string, data?["orderRef"]?.string, data?["previous"]?.string,
        data?["decision"]?.string, data?["cause"]?.string,
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  @Test func itsBeginningEndsClearancesAndItsEndFreesOrders() throws {
    let space = try HookSpace()
    let server = try LocalServer { _ in .init() }
    defer { server.stop() }
    let service = try space.service()
    // One cleared, one that waits for conditions, one that is held anyway.
    let cleared = try service.screen(Samples.order("allow-1"))
    for reference in ["conditions-2", "hold-3"] {
      _ = try service.screen(Samples.order(reference))
    }
    let courier = try Self.courier(space, server)
    _ = try courier.step(now: HookSpace.now)
    let desk = CaseDesk(service.ledger)
    let opened = try desk.investigate(
      .open(
        allegation: "a letter", InvestigationScope(parties: ["Musterstadt Hospital"])),
      by: Self.asker("nobody"))
    // Another one over the same changes nothing for anybody, and neither does its end.
    _ = try desk.investigate(
      .open(allegation: "again", InvestigationScope(orders: ["erp:hold-3"])),
      by: Self.asker("nobody"))
    _ = try courier.step(now: HookSpace.now)
    #expect(
      try Set(Self.told(server)) == [
        "determination.changed allow-1 allow hold held", "clearance.revoked allow-1",
        "determination.changed conditions-2 allow hold held",
      ])
    #expect(server.requests.count == 3)
    #expect(Set(server.requests.compactMap { $0.headers["webhook-id"] }).count == 3)
    let revoked = try server.requests.map { try JSONReader.read($0.body) }
      .first { $0["type"]?.string == "clearance.revoked" }
    #expect(revoked?["data"]?["clearance"]?.string == cleared.json["clearance"]?["id"]?.string)
    for request in server.requests {
      #expect(!String(decoding: request.body, as: UTF8.self).contains(opened.id))
    }
    // A new order of the party is told as it is answered.
    _ = try service.screen(Samples.order("allow-4"))
    _ = try courier.step(now: HookSpace.now)
    #expect(try Self.told(server).last == "determination.changed allow-4 hold screened")
    for (person, role, by) in [
      ("officer", CaseRole.officer, "root"), ("counsel", .counsel, "officer"),
    ] {
      try desk.appoint(Appointment(person: person, roles: [role]), by: Self.asker(by))
    }
    try desk.perform(.finding("nothing"), on: opened.id, by: Self.asker("officer"))
    try desk.perform(.remedy("none"), on: opened.id, by: Self.asker("officer"))
    try desk.perform(.close(reason: "done"), on: opened.id, by: Self.asker("officer"))
    _ = try courier.step(now: HookSpace.now)
    #expect(server.requests.count == 4, "one person does not end it")
    try desk.perform(.close(reason: "done"), on: opened.id, by: Self.asker("counsel"))
    _ = try courier.step(now: HookSpace.now)
    #expect(
      try Set(Self.told(server).dropFirst(4)) == [
        "determination.changed allow-1 hold allow freed",
        "determination.changed conditions-2 hold allow freed",
        "determination.changed allow-4 hold allow freed",
      ])
  }

  /// What is not delivered is sent again, each message of a record by itself.
  @Test func eachMessageOfARecordIsSentAgainByItself() throws {
    let space = try HookSpace()
    let server = try LocalServer { request in
      String(decoding: request.body, as: UTF8.self).contains("clearance.revoked")
        ? .init("500 Internal Server Error") : .init()
    }
    defer { server.stop() }
    let service = try space.service()
    _ = try service.screen(Samples.order("allow-1"))
    let courier = try Self.courier(
      space, server, types: #"["clearance.revoked", "determination.changed"]"#)
    _ = try courier.step(now: HookSpace.now)
    _ = try CaseDesk(service.ledger).investigate(
      .stop(
        reason: "shipped elsewhere", InvestigationScope(orders: ["erp:allow-1"]),
        discovered: UTCTime.day(of: HookSpace.now)), by: Self.asker("nobody"))
    _ = try courier.step(now: HookSpace.now)
    #expect(server.requests.count == 2)
    // Another process goes on with what is left.
    let next = try Self.courier(space, server)
    _ = try next.step(now: HookSpace.now + 5)
    let ids = server.requests.compactMap { $0.headers["webhook-id"] }
    #expect(ids.count == 3 && Set(ids).count == 2)
    #expect(try Self.told(server).last == "clearance.revoked allow-1")
  }
}
