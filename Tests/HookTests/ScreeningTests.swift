import Formats
import HookSamples
import Ledger
import Testing
import Trade

@testable import Hook

struct ScreeningTests {
  /// What would occupy a core for minutes is refused before it is taken, also to be answered later.
  @Test func anOrderHasABoundedNumberOfPartiesAndLines() throws {
    let space = try HookSpace()
    var settings = HookSettings()
    settings.orderParties = 3
    settings.orderLines = 2
    let service = try space.service(settings: settings)
    func order(parties: Int, lines: Int) -> String {
      let party = { (number: Int) in
        "{\"id\": \"q\(number)\", \"role\": [\"intermediateConsignee\"], \"entity\": "
          + "{\"schema\": \"Organization\", \"properties\": {\"name\": [\"Body \(number)\"]}}}, "
      }
      let line = { (number: Int) in
        "{\"lineNo\": \"\(number)\", \"description\": \"Panel\", "
          + "\"productClass\": \"oncology-panel\", \"quantity\": \"1\"}, "
      }
      return Samples.order("hold-1")
        .replacing("\"parties\": [", with: "\"parties\": [" + (1..<parties).map(party).joined())
        .replacing("\"lines\": [", with: "\"lines\": [" + (1..<lines).map(line).joined())
    }
    #expect(try service.screen(order(parties: 3, lines: 2)).status == 200)
    let size = try space.ledger().size
    for (parties, lines, path) in [(4, 2, "parties"), (3, 3, "lines")] {
      for headers in [[], [("prefer", "respond-async")]] {
        let refused = try service.screen(order(parties: parties, lines: lines), headers: headers)
        #expect(refused.status == 422, "\(path) \(headers)")
        #expect(refused.decision == "hold")
        let problems = refused.json["problems"]?.array ?? []
        #expect(problems.map { $0["path"]?.string } == [path])
        #expect(problems.map { $0["id"]?.string } == ["HOK029"])
      }
    }
    #expect(try space.ledger().size == size)
  }

  @Test(arguments: [
    ("allow-1", 200, "allow", "release"), ("conditions-1", 200, "allow", "releaseWithConditions"),
    ("hold-1", 200, "hold", "hold"), ("escalate-1", 200, "hold", "hold"),
    ("block-1", 200, "block", "refuseProhibited"),
    ("stale-1", 503, "hold", "errorFailClosed"),
    ("unreadable-1", 503, "hold", "errorFailClosed"),
  ])
  func theStatusSaysWhetherItWasEvaluatedAndTheDecisionWhetherItMayGo(
    _ reference: String, _ status: Int, _ decision: String, _ determination: String
  ) throws {
    let space = try HookSpace()
    let response = try space.service().screen(Samples.order(reference))
    #expect(response.status == status, "\(response.text)")
    #expect(response.decision == decision)
    #expect(response.json["determination"]?.string == determination)
    #expect(
      response.header("Content-Type")
        == (status == 200 ? "application/json" : "application/problem+json"))
  }

  @Test func whatIsAnsweredIsRecordedAndTheLogVerifies() throws {
    let space = try HookSpace()
    let service = try space.service()
    for reference in ["hold-1", "stale-1", "block-1"] {
      let response = try service.screen(Samples.order(reference))
      let position = try #require(response.json["audit"]?["leafIndex"]?.integer)
      let record = try service.ledger.record(at: position)
      #expect(record.content["reference"]?.string == reference)
      #expect(
        record.content["determination"]?["determinationId"]?.string
          == response.json["determinationId"]?.string)
    }
    #expect(try space.verification().problems == [])
  }

  @Test func aReleaseCarriesAClearanceThatVerifiesForThisOrderOnly() throws {
    let space = try HookSpace()
    let service = try space.service()
    let response = try service.screen(Samples.order("allow-1"))
    let token = try #require(response.json["clearance"]?["token"]?.string, "\(response.text)")
    let body = { (order: String) in "{\"token\":\"\(token)\",\"order\":\(order)}" }
    let good = try service.ask(
      "POST", "/v1/clearances/verify", body: body(Samples.order("allow-1")))
    #expect(good.decision == "allow", "\(good.text)")
    let other = try service.ask(
      "POST", "/v1/clearances/verify", body: body(Samples.order("allow-1", quantity: "3")))
    #expect(other.decision == "hold")
    let status = try service.ask("GET", "/v1/orders/erp:allow-1/status")
    #expect(status.json["mayLeave"]?.boolean == true, "\(status.text)")
  }

  @Test func anOrderThatIsHeldLaterNoLongerLeaves() throws {
    let space = try HookSpace()
    let service = try space.service()
    _ = try service.screen(Samples.order("allow-1"))
    // The same order, as of another moment: a replay, which allows nothing.
    let replay = try service.screen(Samples.order("allow-1", asOf: "2026-11-22T11:54:00Z"))
    #expect(replay.decision == "hold")
    let status = try service.ask("GET", "/v1/orders/erp:allow-1/status")
    #expect(status.json["mayLeave"]?.boolean == false)
    #expect(status.json["clearance"]?.isNull == true)
    // Asked again it is allowed again, by another clearance; the first one stays ended.
    let again = try service.screen(Samples.order("allow-1"))
    let id = try #require(again.json["clearance"]?["id"]?.string)
    let last = try service.ask("GET", "/v1/orders/erp:allow-1/status")
    #expect(last.json["clearance"]?["id"]?.string == id)
  }

  @Test(arguments: [
    ("2026-11-22T12:04:59Z", "allow"), ("2026-11-22T11:55:01Z", "allow"),
    ("2026-11-22T12:05:01Z", "hold"), ("2026-11-22T11:54:59Z", "hold"),
    ("2017-12-13T00:00:00Z", "hold"), ("9999-12-31T23:59:59Z", "hold"),
  ])
  func anAsOfThatIsNotNowNeverAllows(_ asOf: String, _ decision: String) throws {
    let response = try HookSpace().service().screen(Samples.order("allow-1", asOf: asOf))
    #expect(response.decision == decision)
    #expect((response.json["clearance"]?["token"]?.string != nil) == (decision == "allow"))
    #expect(response.json["replay"]?.boolean == (decision == "hold"))
  }

  @Test func anOrderSystemSeesNoReasonAndAnOfficerDoes() throws {
    let service = try HookSpace().service()
    for reference in ["hold-1", "block-1", "escalate-1", "stale-1"] {
      let brief = try service.screen(Samples.order(reference))
      #expect(!brief.text.contains(Samples.finding))
      #expect(!brief.text.contains("Musterstadt"))
      let full = try service.screen(Samples.order(reference), key: HookSpace.officer)
      #expect(full.text.contains(Samples.finding))
      #expect(full.decision == brief.decision)
    }
  }

  @Test func aRefusalStandsThoughAListIsStale() throws {
    let service = try HookSpace().service(FakeBasis(isComplete: false))
    #expect(try service.screen(Samples.order("block-1")).status == 200)
    #expect(try service.ask("GET", "/readyz", key: nil).status == 503)
    #expect(try service.ask("GET", "/readyz", key: nil).decision == "hold")
    #expect(try service.ask("GET", "/healthz", key: nil).status == 200)
  }

  @Test func aStoreThatTakesNothingEndsReadiness() throws {
    let space = try HookSpace()
    let ledger = try Ledger(
      store: SQLiteStore(space.path, maximumPages: 60), keys: space.keys,
      clock: { HookSpace.now })
    let service = HookService(
      ledger: ledger, holder: BasisHolder(FakeBasis()),
      keys: KeyRing([try #require(HookSpace.system).key]), clock: { (HookSpace.now, 0) })
    #expect(try service.ask("GET", "/readyz", key: nil).status == 200)
    var statuses: [Int] = []
    while statuses.last != 503, statuses.count < 500 {
      statuses.append(try service.screen(Samples.order("hold-\(statuses.count)")).status)
    }
    #expect(statuses.last == 503 && statuses.count > 1)
    let ready = try service.ask("GET", "/readyz", key: nil)
    #expect((ready.status, ready.decision) == (503, "hold"), "\(ready.text)")
    #expect(ready.text.contains("LED002"))
    // What is smaller than a determination may still have room; in the end nothing is promised.
    var later: HTTPResponse?
    var promised = 0
    while later?.status != 503, promised < 500 {
      later = try service.screen(
        Samples.order("later-\(promised)"), headers: [("prefer", "respond-async")])
      promised += 1
    }
    #expect(later?.status == 503 && later?.decision == "hold")
    // Without a key that is in force nobody can ask.
    let closed = try HookSpace().service()
    closed.replace(keys: KeyRing())
    #expect(try closed.ask("GET", "/readyz", key: nil).text.contains("/problems/no-keys"))
  }

  @Test(arguments: [
    ("2026-11-22", 200), ("2026-11-21", 200), ("2026-11-23", 503), ("tomorrow", 400),
  ])
  func dataOlderThanDemandedHolds(_ demanded: String, _ status: Int) throws {
    let service = try HookSpace().service()
    let header = try service.screen(
      Samples.order("allow-1"), headers: [("minimum-data-version", demanded)])
    #expect(header.status == status)
    let field = try service.screen(
      Samples.order("allow-1", extra: "\"minDataVersion\": \"\(demanded)\", "))
    #expect(field.status == status)
    if status != 200 { #expect(header.decision == "hold" && field.decision == "hold") }
  }

  @Test func aDemonstrationReleasesNothing() throws {
    let service = try HookSpace().service(FakeBasis(demonstration: "A demonstration"))
    let response = try service.screen(Samples.order("allow-1"))
    #expect(response.json["clearance"]?["token"]?.isNull == true)
    #expect(response.json["demonstration"]?.string == "A demonstration")
  }

  @Test func aRequestSeesOneBasisThoughAnotherComesIntoForce() throws {
    let space = try HookSpace()
    let service = try space.service()
    let before = try service.screen(Samples.order("hold-1"))
    service.holder.replace(by: FakeBasis(name: "two"))
    let after = try service.screen(Samples.order("hold-1"))
    #expect(before.json["policy"]?["name"]?.string == "one")
    #expect(after.json["policy"]?["name"]?.string == "two")
  }

  @Test func linesOfABatchAreAnsweredOneByOne() throws {
    let service = try HookSpace().service()
    let body = [
      Samples.order("allow-1"), "{", Samples.order("block-2"), Samples.order("stale-3"), "[]",
    ].joined(separator: "\n")
    let response = try service.ask(
      "POST", "/v1/screenings", [("content-type", "application/x-ndjson")], body: body)
    let lines = try response.text.split(separator: "\n").map {
      try JSONReader.read(Array($0.utf8))
    }
    #expect(lines.map { $0["line"]?.integer } == [1, 2, 3, 4, 5])
    #expect(
      lines.map { $0["decision"]?.string } == ["allow", "hold", "block", "hold", "hold"])
    #expect(lines.map { $0["status"]?.integer } == [nil, 400, nil, 503, 422])
  }

  @Test func aCloudEventIsReadAndAnsweredAsOne() throws {
    let service = try HookSpace().service()
    let event = """
      {"specversion":"1.0","id":"e1","source":"/erp","type":"order.changed","data":\(Samples.order("hold-1"))}
      """
    let headers = [
      (name: "content-type", value: "application/cloudevents+json; charset=utf-8"),
      (name: "accept", value: "application/cloudevents+json"),
    ]
    let first = try service.ask("POST", "/v1/screenings", headers, body: event)
    #expect(first.status == 200, "\(first.text)")
    #expect(first.json["specversion"]?.string == "1.0")
    #expect(first.json["data"]?["decision"]?.string == "hold")
    // Source and id tell that it is the same event.
    let again = try service.ask("POST", "/v1/screenings", headers, body: event)
    #expect(again.body == first.body)
    #expect(again.header("Idempotency-Replayed") == "true")
    let broken = try service.ask(
      "POST", "/v1/screenings", headers,
      body: event.replacing("\"1.0\",\"id\"", with: "\"0.3\",\"id\""))
    #expect(broken.status == 400)
    let order = Samples.order("hold-1")
    let encoded = Base64.padded.text(of: Array(order.utf8))
    func status(_ id: String, _ members: String) throws -> Int {
      let head = "{\"specversion\":\"1.0\",\"id\":\"\(id)\",\"source\":\"/erp\",\"type\":\"t\","
      return try service.ask("POST", "/v1/screenings", headers, body: head + members + "}").status
    }
    #expect(try status("b1", #""data_base64":"\#(encoded)""#) == 200)
    #expect(
      try status("b2", #""datacontenttype":"application/json;charset=utf-8","data":\#(order)"#)
        == 200)
    #expect(try status("b3", #""data_base64":"\#(encoded)","data":\#(order)"#) == 400)
    #expect(try status("b4", #""data_base64":"no base 64""#) == 400)
    #expect(try status("b5", #""datacontenttype":"text/xml","data":\#(order)"#) == 415)
    #expect(try status("b6", #""datacontenttype":7,"data":\#(order)"#) == 415)
  }

  /// What Python's `cloudevents` writes (`to_binary` of 1.x and `to_binary_event` of 2.x): without
  /// `datacontenttype` there is no Content-Type, and what is not ASCII is encoded.
  @Test(arguments: [
    [
      "ce-specversion: 1.0", "ce-id: e-1", "ce-source: /erp/7", "ce-type: order.changed",
      "ce-subject: SO \u{fc}-1", "ce-time: 2026-11-23T04:23:30.962386+00:00",
    ],
    [
      "ce-type: order.changed", "ce-source: /erp/7", "ce-id: e-1", "ce-subject: SO%20%C3%BC-1",
      "ce-time: 2026-11-22T11:59:00Z", "ce-specversion: 1.0",
    ],
    [
      "ce-type: order.changed", "ce-source: %2Ferp%2F7", "ce-id: e%2D1",
      "content-type: application/json", "ce-specversion: 1.0",
    ],
  ])
  func anEventAsLibrariesSendItIsRead(_ lines: [String]) throws {
    let space = try HookSpace()
    let server = try HTTPServer(
      #require(ListenAddress("127.0.0.1:0")), limits: ServerTests.limits(),
      service: space.service())
    defer { server.stop() }
    let order = Samples.order("hold-1")
    func send(_ lines: [String]) throws -> (head: String, body: String) {
      let client = try RawClient(port: server.port)
      client.send(
        "POST /v1/screenings HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: python-requests/2.34.2\r\n"
          + "Accept: application/cloudevents+json\r\nAuthorization: Bearer "
          + (HookSpace.system?.text ?? "") + "\r\n" + lines.map { $0 + "\r\n" }.joined()
          + "Content-Length: \(order.utf8.count)\r\n\r\n" + order)
      let answer = try #require(client.answer())
      #expect(answer.status == 200, "\(answer.body)")
      return (answer.head, answer.body)
    }
    let first = try send(lines)
    #expect(first.body.hasPrefix("{\"specversion\":\"1.0\""))
    // The same event in another spelling of its attributes is the same event.
    let again = try send([
      "ce-specversion: 1.0", "ce-id: e-1", "ce-source: /erp/7", "ce-type: order.changed",
      "content-type: application/json",
    ])
    #expect(again.body == first.body && again.head.contains("Idempotency-Replayed: true"))
  }

  /// In binary mode the attributes of the event are headers, and the body is the order.
  @Test func aCloudEventInBinaryModeIsKnownBySourceAndId() throws {
    let service = try HookSpace().service()
    let headers = [
      (name: "ce-specversion", value: "1.0"), (name: "ce-id", value: "e1"),
      (name: "ce-source", value: "/erp"), (name: "ce-type", value: "order.changed"),
    ]
    let order = Samples.order("hold-1")
    let first = try service.ask("POST", "/v1/screenings", headers, body: order)
    #expect(first.status == 200, "\(first.text)")
    let again = try service.ask("POST", "/v1/screenings", headers, body: order)
    #expect(again.body == first.body && again.header("Idempotency-Replayed") == "true")
    for missing in headers.indices {
      let rest = headers.enumerated().filter { $0.offset != missing }.map(\.element)
      let response = try service.ask("POST", "/v1/screenings", rest, body: order)
      #expect((response.status, response.decision) == (400, "hold"), "\(headers[missing].name)")
    }
  }

  /// The first colon need not be the one between system and reference.
  @Test func namesOfOrdersMayHoldColons() throws {
    let service = try HookSpace().service()
    func screen(_ system: String, _ reference: String) throws {
      let order = Samples.order(reference).replacing(
        "\"system\": \"erp\"", with: "\"system\": \"\(system)\"")
      #expect(try service.screen(order).status == 200)
    }
    func status(_ name: String) throws -> HTTPResponse {
      try service.ask("GET", "/v1/orders/\(name)/status")
    }
    try screen("plant:two", "allow-1")
    #expect(try status("plant:two:allow-1").json["mayLeave"]?.boolean == true)
    #expect(try status("plant%3Atwo:allow-1").json["mayLeave"]?.boolean == true)
    #expect(try status("plant:two").status == 404)
    try screen("plant", "two:allow-1")
    #expect(try status("plant:two:allow-1").status == 404, "which of two is meant is not guessed")
    #expect(try status("plant").status == 404)
    #expect(try status(":allow-1").status == 404)
  }
}
