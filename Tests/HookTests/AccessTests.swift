import Formats
import HookSamples
import Ledger
import Synchronization
import TestFolders
import Testing

@testable import Hook

struct AccessTests {
  @Test func withoutAKeyInForceNothingIsScreened() throws {
    let service = try HookSpace().service()
    let expired = try AccessKeySample(["screen:write"], expires: HookSpace.now)
    let unknown = try AccessKeySample(["screen:write"])
    service.replace(keys: KeyRing([expired.key]))
    for sample in [nil, expired, unknown] {
      let response = try service.screen(Samples.order("allow-1"), key: sample)
      #expect(response.status == 401)
      #expect(response.decision == "hold")
      #expect(response.header("WWW-Authenticate") == "Bearer")
    }
    #expect(try service.ledger.size == 0)
  }

  @Test func aKeyOpensWhatItsScopesSay() throws {
    let service = try HookSpace().service()
    let id = try service.screen(Samples.order("hold-1")).json["determinationId"]?.string ?? ""
    let path = "/v1/determinations/" + id
    #expect(try service.ask("GET", path).status == 403)
    #expect(try service.ask("GET", path, key: HookSpace.officer).status == 200)
    #expect(try service.ask("GET", "/v1/log/records/0/proof").status == 403)
    #expect(try service.ask("POST", "/v1/reload").status == 403)
  }

  @Test func theFileHoldsNoSecretAndIsReadBack() throws {
    let sample = try AccessKeySample(["screen:write", "case:decide"])
    let path = try Scratch.path("keys")
    try KeyRing([sample.key]).write(to: path)
    let text = String(decoding: try FileReader.bytes(of: path, limit: 1 << 20), as: UTF8.self)
    #expect(!text.contains(sample.text.split(separator: "_")[2]))
    var ring = try KeyRing(file: path)
    #expect(ring.keys == [sample.key])
    #expect(ring.key("Bearer " + sample.text, now: HookSpace.now) == sample.key)
    #expect(ring.key("bearer " + sample.text, now: HookSpace.now) == sample.key)
    #expect(ring.key("Basic " + sample.text, now: HookSpace.now) == nil)
    #expect(ring.key("Bearer " + sample.text.dropLast(), now: HookSpace.now) == nil)
    let revokes = ring.revoke(sample.key.id, now: HookSpace.now)
    #expect(revokes)
    try ring.write(to: path)
    #expect(try KeyRing(file: path).key("Bearer " + sample.text, now: HookSpace.now) == nil)
  }

  @Test func aFileOfKeysThatIsGoneOpensNothing() throws {
    let sample = try AccessKeySample(["screen:write"])
    let path = try Scratch.path("keys")
    try KeyRing([sample.key]).write(to: path)
    var file = try KeyFile(path)
    #expect(file.look() == nil)
    FileWriter.remove(path)
    guard case .failure? = file.look() else {
      Issue.record("its keys open for ever")
      return
    }
    #expect(file.ring.keys.isEmpty)
    #expect(file.look() == nil, "told once")
    try FileWriter.write("{", to: path)
    guard case .failure(let diagnostic)? = file.look() else {
      Issue.record("what is no JSON was read")
      return
    }
    #expect(diagnostic.id == "HOK002")
    try KeyRing([sample.key]).write(to: path)
    #expect(try file.look()?.get().keys == [sample.key])
    #expect(file.look() == nil)
  }

  @Test(arguments: [
    "", "{", "[]", "{\"version\":2,\"keys\":[]}", "{\"version\":1,\"keys\":[{}]}",
    "{\"version\":1,\"keys\":[{\"id\":\"a\",\"name\":\"n\",\"digest\":\"sha256:00\",\"scopes\":[],"
      + "\"created\":1}]}",
  ])
  func aFileThatCannotBeReadWholeOpensNothing(_ text: String) throws {
    let path = try Scratch.path("keys")
    try FileWriter.write(text, to: path)
    #expect(throws: Diagnostic.self) { try KeyRing(file: path) }
  }

  @Test func whoSendsTooMuchIsAskedToWait() throws {
    var settings = HookSettings()
    settings.requestsPerSecond = 3
    let service = try HookSpace().service(settings: settings)
    let statuses = try (0..<20).map { _ in
      try service.ask("GET", "/v1/orders/erp:none/status").status
    }
    #expect(statuses.prefix(3) == [404, 404, 404])
    let last = try #require(statuses.firstIndex(of: 429), "\(statuses)")
    #expect(last >= 3)
  }

  @Test func noLineOfTheLogNamesAPartyOrAnOrder() throws {
    let space = try HookSpace()
    let service = try space.service()
    let response = try service.screen(Samples.order("block-77"), idempotency: "secret-key-1")
    let status = try service.ask("GET", "/v1/orders/erp:block-77/status")
    for answer in [response, status] {
      service.finished(
        HTTPRequest(method: "POST", target: try RequestTarget("/v1/orders/erp:block-77/status")),
        answer, nanoseconds: 1)
    }
    let lines = space.log.withLock { $0.map { $0.text() } }
    #expect(lines.count == 2)
    for word in ["Musterstadt", "block-77", "secret-key-1", Samples.finding] {
      #expect(!lines.joined().contains(word))
    }
    #expect(lines[0].contains("\"decision\":\"block\""))
    #expect(lines[1].contains("/v1/orders/{order}/status"))
  }
}
