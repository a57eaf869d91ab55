import Formats
import HookSamples
import Ledger
import SeededNumbers
import Synchronization
import Testing

@testable import Hook

/// Requests that are taken at once and answered later: held until then, and never lost.
struct QueueTests {
  private static let later = [(name: "prefer", value: "respond-async")]

  @Test func whatIsAcceptedIsHeldUntilItIsAnswered() throws {
    let space = try HookSpace()
    let service = try space.service()
    let work = QueueWork(service)
    let order = Samples.order("allow-1")
    let taken = try service.screen(order, idempotency: "k1", headers: Self.later)
    #expect((taken.status, taken.decision) == (202, "hold"), "\(taken.text)")
    let place = try #require(taken.header("Location"))
    #expect(taken.header("Preference-Applied") == "respond-async")
    // The same request again is the same acceptance, and adds nothing.
    let size = try space.ledger().size
    let again = try service.screen(order, idempotency: "k1", headers: Self.later)
    #expect(again.header("Location") == place)
    #expect(try space.ledger().size == size)
    let waiting = try service.ask("GET", place)
    #expect((waiting.status, waiting.decision) == (202, "hold"))
    #expect(waiting.header("Retry-After") == "1")
    let held = try service.ask("GET", "/v1/orders/erp:allow-1/status")
    #expect((held.status, held.decision) == (200, "hold"), "\(held.text)")
    #expect(held.json["mayLeave"]?.boolean == false)
    #expect(held.json["waiting"]?["location"]?.string == place)
    #expect(work.step())
    #expect(!work.step())
    let answer = try service.ask("GET", place)
    #expect((answer.status, answer.decision) == (200, "allow"), "\(answer.text)")
    #expect(answer.json["clearance"]?["token"]?.string != nil)
    // The same bytes as for the same request at once.
    #expect(try service.screen(order, idempotency: "k1").body == answer.body)
    let status = try service.ask("GET", "/v1/orders/erp:allow-1/status")
    #expect(status.json["mayLeave"]?.boolean == true, "\(status.text)")
    #expect(status.json["waiting"]?.isNull == true)
    #expect(try space.verification().problems == [])
  }

  /// A line that cannot be answered is the answer to that line, and hides no other.
  @Test func aBadLineHidesNoOther() throws {
    let service = try HookSpace().service()
    let lines = [(name: "content-type", value: "application/x-ndjson")]
    // The key of the second line belongs to another request.
    _ = try service.screen(Samples.order("hold-9"), idempotency: "b1/2")
    let body = [Samples.order("allow-1"), Samples.order("hold-2"), "{", Samples.order("block-4")]
      .joined(separator: "\n")
    let taken = try service.screen(body, idempotency: "b1", headers: lines + Self.later)
    #expect(taken.status == 202, "\(taken.text)")
    #expect(QueueWork(service).step())
    let answer = try service.ask("GET", try #require(taken.header("Location")))
    #expect(answer.status == 200, "\(answer.text)")
    let told = try answer.text.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    #expect(told.map { $0["line"]?.integer } == [1, 2, 3, 4])
    #expect(told.map { $0["decision"]?.string } == ["allow", "hold", "hold", "block"])
    #expect(told.map { $0["status"]?.integer } == [nil, 422, 400, nil])
  }

  /// `wait=N` of a batch whose time runs out is an acceptance and no list of deadlines.
  @Test func aBatchThatIsNotDoneInTimeIsTaken() throws {
    let space = try HookSpace()
    let service = try space.service()
    let server = try HTTPServer(
      #require(ListenAddress("127.0.0.1:0")), limits: ServerTests.limits(), service: service)
    defer { server.stop() }
    let body = (0..<40).map { _ in Samples.order("slow-400") }.joined(separator: "\n")
    let client = try RawClient(port: server.port)
    client.send(
      "POST /v1/screenings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + (HookSpace.system?.text ?? "") + "\r\nContent-Type: application/x-ndjson\r\n"
        + "Idempotency-Key: b1\r\nPrefer: respond-async, wait=1\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
    let answer = try #require(client.answer())
    #expect(answer.status == 202, "\(answer.body.prefix(300))")
    #expect(answer.head.contains("Location: /v1/screenings/acc_"))
  }

  @Test func anOrderThatWasClearedIsHeldWhileItIsAskedAnew() throws {
    let service = try HookSpace().service()
    _ = try service.screen(Samples.order("allow-1"))
    #expect(
      try service.ask("GET", "/v1/orders/erp:allow-1/status").json["mayLeave"]?.boolean == true)
    _ = try service.screen(
      Samples.order("allow-1", quantity: "9"), idempotency: "k2", headers: Self.later)
    let status = try service.ask("GET", "/v1/orders/erp:allow-1/status")
    #expect(status.decision == "hold" && status.json["mayLeave"]?.boolean == false)
  }

  @Test(arguments: HookStore.installed)
  func whatAKilledProcessAcceptedIsAnsweredByTheNext(_ store: HookStore) throws {
    let space = try HookSpace(store)
    let place = try #require(
      space.service().screen(Samples.order("block-1"), idempotency: "k1", headers: Self.later)
        .header("Location"))
    // The process is gone with all that it remembered; another one finds it in the log.
    let restarted = try space.service(FakeBasis(name: "two"))
    let work = QueueWork(restarted)
    work.look()
    restarted.queue.wakeDue(.max)
    #expect(work.step())
    let answer = try restarted.ask("GET", place)
    #expect((answer.status, answer.decision) == (200, "block"), "\(answer.text)")
    // A third finds nothing left to do.
    let third = try space.service()
    QueueWork(third).look()
    #expect(third.queue.count == 0)
    #expect(try third.ask("GET", place).body == answer.body)
  }

  @Test func twoInstancesAnswerWhatOneOfThemAcceptedOnce() throws {
    let space = try HookSpace()
    let services = [try space.service(), try space.service(FakeBasis(name: "two"))]
    for number in 0..<8 {
      _ = try services[0].screen(
        Samples.order("slow-\(30 + number)"), idempotency: "k\(number)", headers: Self.later)
    }
    let works = services.map { QueueWork($0) }
    works[1].look()
    services[1].queue.wakeDue(.max)
    Threads.callers(4) { caller in
      let work = works[caller % 2]
      while work.step() {}
    }
    for service in services { service.queue.wakeDue(.max) }
    for work in works { while work.step() {} }
    for number in 0..<8 {
      let subject = LedgerSubject.order(system: "erp", reference: "slow-\(30 + number)")
      let kinds = try space.ledger().positions(of: subject).map {
        try space.ledger().record(at: $0).kind
      }
      #expect(kinds == [.determination, .clearance], "\(number)")
    }
  }

  @Test func whatCannotBeDecidedWaitsAndSaysForWhat() throws {
    let space = try HookSpace()
    let service = try space.service()
    let work = QueueWork(service)
    let taken = try service.screen(
      Samples.order("stale-1"), idempotency: "k1", headers: Self.later)
    let place = try #require(taken.header("Location"))
    #expect(work.step())
    let waiting = try service.ask("GET", place)
    #expect((waiting.status, waiting.decision) == (202, "hold"))
    #expect(waiting.json["waitsFor"]?.string == "/problems/stale-data")
    // Not again before its time, and then again.
    #expect(!service.queue.wakeDue(Process.monotonicNanoseconds) && !work.step())
    #expect(service.queue.wakeDue(Process.monotonicNanoseconds + 601_000_000_000))
    #expect(work.step())
    #expect(service.queue.count == 1)
  }

  @Test func whatCouldNeverBeAnsweredIsRefusedAtOnce() throws {
    let service = try HookSpace().service()
    let order = Samples.order("hold-1")
    #expect(try service.screen("{", idempotency: "k1", headers: Self.later).status == 400)
    #expect(try service.screen("{}", idempotency: "k1", headers: Self.later).status == 422)
    #expect(
      try service.screen(
        order, idempotency: "k1", headers: Self.later + [("minimum-data-version", "soon")]
      ).status == 400)
    #expect(
      try service.ask("POST", "/v1/screenings", Self.later, body: order).status == 400,
      "no key")
    #expect(try service.ledger.size == 0)
    #expect(try service.screen(order, idempotency: "k1", headers: Self.later).status == 202)
    let other = try service.screen(
      Samples.order("hold-2"), idempotency: "k1", headers: Self.later)
    #expect((other.status, other.decision) == (422, "hold"))
    // Also at once, and of another instance once it has looked.
    #expect(try service.screen(Samples.order("hold-2"), idempotency: "k1").status == 422)
    #expect(try service.screen(order, idempotency: "k1").status == 200)
  }

  @Test func whoDidNotSendItIsNotTold() throws {
    let service = try HookSpace().service()
    let place = try #require(
      service.screen(Samples.order("hold-1"), idempotency: "k1", headers: Self.later)
        .header("Location"))
    let stranger = try AccessKeySample(["screen:write"])
    let ring = KeyRing([stranger.key, try #require(HookSpace.officer).key])
    service.replace(keys: ring)
    #expect(try service.ask("GET", place, key: stranger).status == 404)
    #expect(try service.ask("GET", place, key: HookSpace.officer).status == 202)
    #expect(try service.ask("GET", place, key: nil).status == 401)
    #expect(
      try service.ask(
        "GET", "/v1/screenings/acc_00000000000000000000000000000000", key: HookSpace.officer
      ).status == 404)
  }

  @Test func aBatchIsAcceptedAsOneAndAnsweredLineByLine() throws {
    let space = try HookSpace()
    let service = try space.service()
    let work = QueueWork(service)
    let body = [
      Samples.order("allow-1"), "{", Samples.order("stale-2"), Samples.order("block-3"),
    ].joined(separator: "\n")
    let headers = Self.later + [(name: "content-type", value: "application/x-ndjson")]
    let taken = try service.ask("POST", "/v1/screenings", headers, body: body)
    #expect((taken.status, taken.decision) == (202, "hold"), "\(taken.text)")
    let place = try #require(taken.header("Location"))
    #expect(work.step())
    let waiting = try service.ask("GET", place)
    #expect(waiting.status == 202)
    #expect(waiting.json["waitsFor"]?.string == "/problems/stale-data")
    // Once the list answers, only what was open is screened.
    let size = try space.ledger().size
    let fresh = try space.service(FakeBasis(name: "two"))
    let again = QueueWork(fresh)
    again.look()
    fresh.queue.wakeDue(.max)
    #expect(again.step())
    #expect(try fresh.ask("GET", place).status == 202, "its basis fails for it as well")
    #expect(try space.ledger().size == size + 1, "one more attempt at one line")
  }

  @Test func aBatchThatIsWholeIsToldAsIfAtOnce() throws {
    let space = try HookSpace()
    let service = try space.service()
    let work = QueueWork(service)
    let body = [Samples.order("allow-1"), "{", Samples.order("block-3")].joined(separator: "\n")
    let headers =
      [
        (name: "content-type", value: "application/x-ndjson"),
        (name: "idempotency-key", value: "b1"),
      ]
    let taken = try service.ask("POST", "/v1/screenings", headers + Self.later, body: body)
    let place = try #require(taken.header("Location"))
    #expect(work.step())
    let answer = try service.ask("GET", place)
    #expect(answer.status == 200, "\(answer.text)")
    let lines = try answer.text.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    #expect(lines.map { $0["line"]?.integer } == [1, 2, 3])
    #expect(lines.map { $0["decision"]?.string } == ["allow", "hold", "block"])
    #expect(try service.ask("POST", "/v1/screenings", headers, body: body).body == answer.body)
    let third = try space.service()
    QueueWork(third).look()
    #expect(third.queue.count == 0, "the log says that it is finished")
  }

  @Test(arguments: [
    ("respond-async", AnswerPreference.later), ("respond-async, wait=0", .later),
    ("wait=2, respond-async", .within(seconds: 2)), ("wait=2", .now), ("", .now),
    ("Respond-Async;x=1, handling=lenient", .later), ("respond-async=1", .now),
    ("respond-async, wait=-1", .later), ("return=minimal", .now),
  ])
  func aPreferenceIsReadAsItsStandardSays(_ text: String, _ expected: AnswerPreference) {
    #expect(AnswerPreference([(name: "prefer", value: text)]) == expected)
  }

  /// Over a socket: what is not in time is taken, told as held, and answered.
  @Test func whatIsNotInTimeIsAcceptedAndAnsweredLater() throws {
    var settings = HookSettings()
    settings.secondsToAnswer = 2
    let space = try HookSpace()
    let service = try space.service(settings: settings)
    let server = try HTTPServer(
      #require(ListenAddress("127.0.0.1:0")), limits: ServerTests.limits(), service: service)
    let work = QueueWork(service)
    work.start(threads: 2)
    defer {
      work.stop()
      server.stop()
    }
    let client = try RawClient(port: server.port)
    client.send(ServerTests.post(Samples.order("slow-3000"), idempotency: "k1"))
    let answer = try #require(client.answer())
    #expect(answer.status == 202, "\(answer.body)")
    #expect(answer.body.contains("\"decision\":\"hold\""))
    let place = try #require(
      JSONReader.read(Array(answer.body.utf8))["location"]?.string)
    var later = try service.ask("GET", place)
    for _ in 0..<200 where later.status == 202 {
      RawClient.pause(milliseconds: 100)
      later = try service.ask("GET", place)
    }
    #expect((later.status, later.decision) == (200, "allow"), "\(later.text)")
    let kinds = try space.ledger().positions(of: .order(system: "erp", reference: "slow-3000"))
      .map { try space.ledger().record(at: $0).kind }
    #expect(kinds == [.determination, .clearance])
  }

  /// Servers under load are killed; whatever they accepted is answered by the last one.
  @Test func nothingThatWasAcceptedIsLostByKills() throws {
    let space = try HookSpace()
    let access = try ServerProcess.prepare(space)
    var generator = SeededGenerator(seed: 11)
    let accepted = Mutex<[(place: String, reference: String)]>([])
    var kill = 0
    while kill < 8 || accepted.withLock({ $0.count }) < 8 && kill < 80 {
      defer { kill += 1 }
      let number = kill
      let server = ServerProcess(space, name: "q\(kill)")
      let milliseconds = Int.random(in: 200...500, using: &generator)
      let isKilled = Atomic(false)
      Threads.callers(3) { part in
        guard part > 0 else {
          server.run(milliseconds: milliseconds)
          isKilled.store(true, ordering: .relaxed)
          return
        }
        guard let port = server.port(unless: { isKilled.load(ordering: .relaxed) }),
          let connection = LoadConnection(port: port)
        else { return }
        var count = 0
        while true {
          let reference = "\(["allow", "block"][count % 2])-\(number)x\(part)x\(count)"
          let order = Samples.order(reference)
          let request =
            "POST /v1/screenings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(access.text)\r\n"
            + "Content-Type: application/json\r\nIdempotency-Key: \(reference)\r\n"
            + "Prefer: respond-async\r\nContent-Length: \(order.utf8.count)\r\n\r\n" + order
          guard let answer = connection.exchange(Array(request.utf8)) else { return }
          let place = (try? JSONReader.read(Array(answer.body)))?["location"]?.string
          if answer.status == 202, let place {
            accepted.withLock { $0.append((place, reference)) }
          }
          count += 1
        }
      }
      #expect(try space.verification().problems == [], "kill \(kill), seed \(generator.seed)")
    }
    let service = HookService(
      ledger: try Ledger(store: SQLiteStore(space.path), keys: space.keys),
      holder: BasisHolder(FakeBasis()), keys: KeyRing([access.key]))
    let work = QueueWork(service)
    work.look()
    service.queue.wakeDue(.max)
    while work.step() {}
    #expect(service.queue.count == 0)
    for (place, reference) in accepted.withLock({ $0 }) {
      let answer = try service.ask("GET", place, key: access)
      #expect(answer.status == 200, "\(reference): \(answer.text)")
      #expect(answer.decision == String(reference.prefix { $0 != "-" }), "\(reference)")
      #expect(answer.json["orderRef"]?.string == reference)
    }
    #expect(accepted.withLock { $0.count } >= 8, "servers came to accept")
    #expect(try space.verification().problems == [])
  }
}
