import Formats
import HookSamples
import Ledger
import Synchronization
import Testing

@testable import Hook

/// What is asked about health is answered whatever store, lists and clock do.
struct HealthTests {
  /// A server over a store that can be closed, and the ring of `HookSpace`.
  private static func server(
    _ space: HookSpace, settings: HookSettings = HookSettings()
  ) throws -> (server: HTTPServer, store: GatedStore) {
    let store = GatedStore(try StoreAddress(space.address).open())
    let service = HookService(
      ledger: try Ledger(store: store, keys: space.keys, clock: { HookSpace.now }),
      holder: BasisHolder(FakeBasis()), keys: KeyRing([try #require(HookSpace.system).key]),
      settings: settings, clock: { (HookSpace.now, 0) })
    let server = try HTTPServer(
      #require(ListenAddress("127.0.0.1:0")), limits: ServerTests.limits(), service: service)
    return (server, store)
  }

  /// All answers come before the store does.
  @Test func aStoreThatHangsHangsNothingElse() throws {
    let space = try HookSpace()
    let (server, store) = try Self.server(space)
    defer { server.stop() }
    store.close()
    // However often it happens: the gate is opened before the server is stopped.
    defer { store.open() }
    func get(_ path: String) throws -> RawClient {
      let client = try RawClient(port: server.port)
      client.send("GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
      return client
    }
    // More of each than the library has threads.
    let asked = try (0..<4).flatMap { _ in
      try ["/readyz", "/metrics"].map { ($0, try get($0)) }
    }
    let screening = try RawClient(port: server.port)
    screening.send(ServerTests.post(Samples.order("allow-1")))
    let alive = try #require(get("/healthz").answer())
    #expect(alive.status == 200, "\(alive.body)")
    for (path, client) in asked {
      let answer = try #require(client.answer(), "\(path) is not answered")
      #expect(answer.status == (path == "/readyz" ? 503 : 200), "\(path): \(answer.body)")
      if path == "/readyz" {
        #expect(answer.body.contains("/problems/store-unavailable"), "\(answer.body)")
        #expect(answer.body.contains("\"decision\":\"hold\""))
      } else {
        #expect(answer.body.contains("scruple_ready 0\n"))
      }
    }
    let held = try #require(screening.answer())
    #expect(held.status == 503 && held.body.contains("\"decision\":\"hold\""), "\(held.body)")
    store.open()
    // Who looked while it hung sees at last.
    var ready = try #require(get("/readyz").answer())
    for _ in 0..<100 where ready.status != 200 {
      RawClient.pause(milliseconds: 50)
      ready = try #require(get("/readyz").answer())
    }
    #expect(ready.status == 200, "\(ready.body)")
  }

  @Test func aGlanceWaitsForOneLookOnly() throws {
    let gate = Mutex(true)
    let looks = Mutex(0)
    let glance = Glance {
      looks.withLock { $0 += 1 }
      while gate.withLock({ $0 }) { RawClient.pause(milliseconds: 5) }
      return looks.withLock { $0 }
    }
    #expect(glance.value(within: 20) == nil && glance.last == nil)
    #expect(glance.value(within: 20) == nil, "it is looked at already, and longer than that")
    gate.withLock { $0 = false }
    let seen = glance.value(within: 20_000)
    #expect(seen != nil && glance.last != nil)
    #expect(looks.withLock { $0 } <= 2)
  }

  @Test func aClockBehindTheLogDecidesNothing() throws {
    let space = try HookSpace()
    let now = Mutex(HookSpace.now)
    func service() throws -> HookService {
      HookService(
        ledger: try Ledger(
          store: StoreAddress(space.address).open(), keys: space.keys,
          clock: { now.withLock { $0 } }),
        holder: BasisHolder(FakeBasis()),
        keys: KeyRing([try #require(HookSpace.system).key, try #require(HookSpace.officer).key]),
        clock: { (now.withLock { $0 }, 0) })
    }
    let first = try service()
    let cleared = try first.screen(Samples.order("allow-1"))
    let token = try #require(cleared.json["clearance"]?["token"]?.string)
    let size = try first.ledger.size
    // Of several machines one is always some seconds behind.
    now.withLock { $0 -= 299 }
    #expect(try first.ask("GET", "/readyz", key: nil).status == 200)
    now.withLock { $0 -= 2 }
    for service in [first, try service()] {
      let body = #"{"token": "\#(token)", "order": \#(Samples.order("allow-1"))}"#
      let refused = [
        try service.ask("GET", "/readyz", key: nil), try service.screen(Samples.order("allow-1")),
        try service.screen(
          Samples.order("hold-2"), headers: [("prefer", "respond-async")]),
        try service.ask(
          "POST", "/v1/clearances", [("idempotency-key", "c1")], key: HookSpace.officer,
          body: #"{"order": \#(Samples.order("allow-1"))}"#),
        try service.ask("POST", "/v1/clearances/verify", body: body),
        try service.ask("GET", "/v1/orders/erp:allow-1/status"),
        try service.ask("GET", "/v1/revocations", key: nil),
      ]
      for response in refused {
        #expect((response.status, response.decision) == (503, "hold"), "\(response.text)")
        #expect(response.json["type"]?.string == "/problems/clock-behind", "\(response.text)")
      }
      #expect(try service.ledger.size == size, "nothing is recorded")
      #expect(try service.ask("GET", "/healthz", key: nil).status == 200)
    }
    now.withLock { $0 += 301 }
    #expect(try first.screen(Samples.order("allow-1")).decision == "allow")
  }

  /// What another program records says how late it is, too.
  @Test func recordsOfOthersTellTheTimeToo() throws {
    let space = try HookSpace()
    let service = try space.service()
    _ = try service.screen(Samples.order("hold-1"))
    let ahead = try Ledger(
      store: StoreAddress(space.address).open(), keys: space.keys,
      clock: { HookSpace.now + 3600 })
    try CaseDesk(ahead).appoint(
      Appointment(person: "u:mori", roles: [.officer]), by: LedgerAsker(name: "root", act: "test"))
    QueueWork(service).look()
    #expect(try service.screen(Samples.order("hold-2")).status == 503)
    // What a person does is recorded, and the log goes on from there.
    let other = Appointment(person: "u:lim", roles: [.analyst])
    try CaseDesk(service.ledger).appoint(other, by: LedgerAsker(name: "u:mori", act: "test"))
    #expect(try service.screen(Samples.order("hold-2")).status == 200)
    let verification = try space.verification()
    #expect(verification.verifies && verification.remarks.count == 2, "\(verification.remarks)")
    #expect(verification.remarks.first?.contains("a clock was put back") == true)
  }
}
