import Digests
import Formats
import HookSamples
import Ledger
import LocalServer
import Synchronization
import Testing
import Transfers

@testable import Hook

struct WebhookTests {
  private static let secrets = [
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
  ]

  private static func courier(
    _ space: HookSpace, _ address: String, reachesPrivate: Bool = true,
    _ means: String = #""secrets": ["\#(secrets[0])", "\#(secrets[1])"]"#
  ) throws -> WebhookCourier {
    let text = """
      {"version": 1, "endpoints": [{"id": "erp", "url": "\(address)", \(means)}]}
      """
    let partners = try Partners(try JSONReader.read(Array(text.utf8)), file: "partners.json")
    return WebhookCourier(
      try #require(partners.endpoints.first), ledger: try space.ledger(),
      shelf: DeliveryFiles(store: space.path), reachesPrivateAddresses: reachesPrivate)
  }

  @Test func changesAreToldOnceWithTheSignaturesOfBothSecrets() throws {
    let space = try HookSpace()
    let server = try LocalServer { _ in .init() }
    defer { server.stop() }
    let courier = try Self.courier(space, server.address("/hook"))
    _ = try courier.step(now: HookSpace.now)
    let service = try space.service()
    for reference in ["hold-1", "hold-1", "block-2", "conditions-3"] {
      _ = try service.screen(Samples.order(reference))
    }
    _ = try courier.step(now: HookSpace.now)
    _ = try courier.step(now: HookSpace.now + 1)
    // The second `hold-1` changed nothing.
    #expect(server.requests.count == 3)
    #expect(Set(server.requests.compactMap { $0.headers["webhook-id"] }).count == 3)
    for request in server.requests {
      #expect(request.headers["webhook-timestamp"] == String(HookSpace.now))
      #expect(request.headers["webhook-signature"]?.split(separator: " ").count == 2)
      #expect(request.headers["content-type"] == "application/json")
    }
  }

  /// What persons decide is told as well, once it is in force.
  @Test func aDecisionOfPersonsIsTold() throws {
    let space = try HookSpace()
    let server = try LocalServer { _ in .init() }
    defer { server.stop() }
    let courier = try Self.courier(space, server.address("/hook"))
    _ = try courier.step(now: HookSpace.now)
    let service = try space.service()
    let desk = CaseDesk(service.ledger)
    func asker(_ name: String) -> LedgerAsker { LedgerAsker(name: name, act: "test") }
    for (person, role, by) in [
      ("officer", CaseRole.officer, "root"), ("analyst", .analyst, "officer"),
      ("approver", .approver, "officer"),
    ] {
      try desk.appoint(Appointment(person: person, roles: [role]), by: asker(by))
    }
    _ = try service.screen(Samples.order("hold-1"))
    var file = try #require(desk.files().first)
    file = try desk.perform(
      .decide(.release, reason: "explained", conditions: []), on: file, by: asker("analyst"))
    let path = "/v1/orders/erp:hold-1/status"
    #expect(try service.ask("GET", path).decision == "hold", "one person releases nothing")
    file = try desk.perform(.approve(reason: "agreed"), on: file, by: asker("approver"))
    let status = try service.ask("GET", path)
    #expect(status.decision == "allow" && status.json["decidedBy"]?.string == "persons")
    #expect(status.json["mayLeave"]?.boolean == false, "there is no clearance")
    file = try desk.perform(.reopen(reason: "a letter came"), on: file, by: asker("analyst"))
    file = try desk.perform(
      .decide(.refuse, reason: "the letter", conditions: []), on: file, by: asker("approver"))
    #expect(try service.ask("GET", path).decision == "block")
    _ = try courier.step(now: HookSpace.now)
    let told = try server.requests.map { try JSONReader.read($0.body) }
    #expect(told.map { $0["type"]?.string }.allSatisfy { $0 == "determination.changed" })
    let changes = told.compactMap { $0["data"] }
    #expect(changes.map { $0["decision"]?.string } == ["hold", "allow", "hold", "block"])
    #expect(changes.map { $0["previous"]?.string } == [nil, "hold", "allow", "hold"])
    #expect(
      changes.map { $0["cause"]?.string }
        == ["screened", "case.decided", "case.decided", "case.decided"])
    #expect(changes.dropFirst().allSatisfy { $0["caseId"]?.string == file.id })
    #expect(Set(changes.map { $0["determinationId"]?.string }).count == 1)
  }

  /// `v1a` of Standard Webhooks: the receiver needs no secret.
  @Test func aMessageIsSignedByAKeyOfItsOwn() throws {
    let space = try HookSpace()
    let server = try LocalServer { _ in .init() }
    defer { server.stop() }
    let key = try #require(Ed25519.PrivateKey(seed: Array(1...32)))
    let text = Base64.padded.text(of: key.seed + key.publicKey.bytes)
    let courier = try Self.courier(
      space, server.address("/hook"), #""signingKeys": ["whsk_\#(text)"], "form": "cloudevents""#)
    _ = try courier.step(now: HookSpace.now)
    _ = try space.service().screen(Samples.order("hold-1"))
    _ = try courier.step(now: HookSpace.now)
    let request = try #require(server.requests.first)
    let id = try #require(request.headers["webhook-id"])
    let signature = try #require(request.headers["webhook-signature"])
    let parts = signature.split(separator: ",")
    let message = Array("\(id).\(HookSpace.now).".utf8) + request.body
    #expect(parts.first == "v1a" && parts.count == 2)
    #expect(
      key.publicKey.verifies(
        try #require(Base64.padded.bytes(of: String(parts[1]))), of: message))
    #expect(request.headers["content-type"] == "application/cloudevents+json")
    let event = try JSONReader.read(request.body)
    #expect(event["specversion"]?.string == "1.0" && event["id"]?.string == id)
    #expect(event["type"]?.string == "scruple.determination.changed.v1")
    #expect(event["data"]?["decision"]?.string == "hold")
    // The same message opens the door of a source that has the public half.
    let publicText = Base64.padded.text(of: key.publicKey.bytes)
    let source = try InboundSource(
      JSONReader.read(
        Array(#"{"id":"a","style":"standard","secrets":["whpk_\#(publicText)"]}"#.utf8)),
      path: "sources[0]")
    func sent(_ body: [UInt8]) throws -> HTTPRequest {
      HTTPRequest(
        method: "POST", target: try RequestTarget("/"),
        headers: [
          ("webhook-id", id), ("webhook-timestamp", String(HookSpace.now)),
          ("webhook-signature", "v1,AAAA " + signature),
        ], body: body)
    }
    let (whole, changed) = (try sent(request.body), try sent(request.body + [0x20]))
    #expect(source.event(of: whole, now: HookSpace.now) == id)
    #expect(source.event(of: changed, now: HookSpace.now) == nil)
    // Who sends what is too old is told so, and only with a signature.
    let later = HookSpace.now + StandardWebhook.tolerance + 1
    #expect(source.event(of: whole, now: later) == nil)
    #expect(source.isUntimely(whole, now: later) && !source.isUntimely(whole, now: HookSpace.now))
    #expect(!source.isUntimely(changed, now: later))
  }

  @Test func messagesOfTwoLogsAreNotTakenForEachOther() throws {
    let server = try LocalServer { _ in .init() }
    defer { server.stop() }
    for name in ["a.example/ledger", "b.example/ledger"] {
      let space = try HookSpace(name: name)
      let courier = try Self.courier(space, server.address("/hook"))
      _ = try courier.step(now: HookSpace.now)
      _ = try space.service().screen(Samples.order("hold-1"))
      _ = try courier.step(now: HookSpace.now)
    }
    #expect(server.requests.count == 2)
    #expect(Set(server.requests.compactMap { $0.headers["webhook-id"] }).count == 2)
  }

  @Test func whatFailedIsSentAgainByTheScheduleWithTheSameId() throws {
    let space = try HookSpace()
    let statuses = Mutex(["500 Oops", "503 Later", "200 OK"])
    let server = try LocalServer { _ in
      let status = statuses.withLock { $0.isEmpty ? "200 OK" : $0.removeFirst() }
      return .init(status, headers: status.hasPrefix("503") ? ["Retry-After: 4000"] : [])
    }
    defer { server.stop() }
    let courier = try Self.courier(space, server.address("/hook"))
    _ = try courier.step(now: HookSpace.now)
    _ = try space.service().screen(Samples.order("hold-1"))
    var counts: [Int] = []
    for seconds in [0, 4, 5, 300, 4004, 4005, 4006, 90_000] {
      _ = try courier.step(now: HookSpace.now + seconds)
      counts.append(server.requests.count)
    }
    // At once; after 5 s; and after the 4,000 s that the receiver asked for instead of 300.
    #expect(counts == [1, 1, 2, 2, 2, 3, 3, 3])
    #expect(Set(server.requests.compactMap { $0.headers["webhook-id"] }).count == 1)
    #expect(Set(server.requests.compactMap { $0.headers["webhook-signature"] }).count == 3)
  }

  @Test func anEndpointThatIsGoneIsToldNothingMore() throws {
    let space = try HookSpace()
    let server = try LocalServer { _ in .init("410 Gone") }
    defer { server.stop() }
    let courier = try Self.courier(space, server.address("/hook"))
    _ = try courier.step(now: HookSpace.now)
    for reference in ["hold-1", "hold-2", "hold-3"] {
      _ = try space.service().screen(Samples.order(reference))
      _ = try courier.step(now: HookSpace.now)
    }
    #expect(server.requests.count == 1)
    #expect(try courier.shelf.state(of: "erp")?.isDisabled == true)
  }

  @Test func aRedirectIsNoDelivery() throws {
    let space = try HookSpace()
    let server = try LocalServer { request in
      request.path == "/hook" ? .init("302 Found", headers: ["Location: /other"]) : .init()
    }
    defer { server.stop() }
    let courier = try Self.courier(space, server.address("/hook"))
    _ = try courier.step(now: HookSpace.now)
    _ = try space.service().screen(Samples.order("hold-1"))
    _ = try courier.step(now: HookSpace.now)
    #expect(server.requests.map(\.path) == ["/hook"])
    #expect(try courier.shelf.state(of: "erp")?.pending.count == 1)
  }

  @Test func thisMachineAndItsNeighboursAreNotReached() throws {
    let space = try HookSpace()
    let server = try LocalServer { _ in .init() }
    defer { server.stop() }
    let port = server.port
    for host in ["127.0.0.1", "localhost", "[::1]"] {
      let courier = try Self.courier(
        space, "http://\(host):\(port)/hook", reachesPrivate: false)
      _ = try courier.step(now: HookSpace.now)
      _ = try space.service().screen(Samples.order("hold-\(host.utf8.count)"))
      _ = try courier.step(now: HookSpace.now)
      #expect(server.requests.isEmpty, "\(host)")
    }
    for host in ["0x7f.1", "2130706433", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1"] {
      let address = try #require(WebAddress("https://\(host):\(port)/hook"))
      #expect(throws: TransferFailure.self, "\(host)") {
        try Transfer.post(TransferPost(address, headers: [], body: [1], seconds: 2))
      }
    }
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: [
    ([8, 8, 8, 8], true), ([93, 184, 216, 34], true), ([10, 1, 2, 3], false),
    ([172, 15, 0, 1], true), ([172, 16, 0, 1], false), ([172, 31, 255, 255], false),
    ([172, 32, 0, 1], true), ([192, 168, 1, 1], false), ([169, 254, 169, 254], false),
    ([127, 0, 0, 2], false), ([0, 0, 0, 0], false), ([100, 64, 0, 1], false),
    ([100, 128, 0, 1], true), ([224, 0, 0, 1], false), ([255, 255, 255, 255], false),
    ([198, 18, 0, 1], false), ([203, 0, 113, 5], false),
  ])
  func whatIsNotPublicIsKnown(_ bytes: [UInt8], _ isPublic: Bool) {
    #expect(PublicAddress.isPublic(version4: bytes) == isPublic)
    // The same inside an address of version 6 is never reached.
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
    #expect(!PublicAddress.isPublic(version6: mapped))
  }
}
