import Formats
import HookSamples
import Ledger
import Synchronization
import Testing

@testable import Hook

/// The server over real sockets: what the library lets pass, and what senders do.
struct ServerTests {
  static func limits() -> ServerLimits {
    var limits = ServerLimits()
    limits.secondsToHead = 1.5
    limits.secondsToBody = 1.5
    limits.workers = 8
    return limits
  }

  private static func server(
    _ settings: HookSettings = HookSettings(), limits: ServerLimits = ServerTests.limits()
  ) throws -> (server: HTTPServer, service: HookService, space: HookSpace) {
    let space = try HookSpace()
    let service = try space.service(settings: settings)
    let address = try #require(ListenAddress("127.0.0.1:0"))
    return (try HTTPServer(address, limits: limits, service: service), service, space)
  }

  static func post(
    _ body: String, _ headers: String = "", key: String? = HookSpace.system?.text,
    idempotency: String = "k\(UInt64.random(in: .min ... .max))"
  ) -> String {
    "POST /v1/screenings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(key ?? "")\r\n"
      + "Content-Type: application/json\r\nIdempotency-Key: \(idempotency)\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\(headers)\r\n" + body
  }

  @Test func requestsOfOneConnectionAreAnsweredInTurn() throws {
    let (server, _, _) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    for reference in ["hold-1", "block-1", "allow-1"] {
      client.send(
        Self.post(
          Samples.order(reference),
          "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n"))
      let answer = try #require(client.answer())
      #expect(answer.status == 200, "\(answer.body)")
      #expect(answer.head.contains("traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-"))
      #expect(answer.body.contains("\"decision\":\"\(reference.dropLast(2))\""))
    }
  }

  /// Each would be read differently by a proxy and by the library; one answer, and it closes.
  @Test(arguments: [
    ("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "400"),
    ("equal lengths", "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "400"),
    (
      "length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"
    ),
    (
      "chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", "400"
    ),
    (
      "two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "400"
    ),
    ("unknown coding", "Transfer-Encoding: gzip\r\n\r\nhello", "501"),
    ("coding list", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "501"),
    ("coding with a tab", "Transfer-Encoding: \u{b}chunked\r\n\r\n0\r\n\r\n", "400"),
    ("blank before colon", "Content-Length : 5\r\n\r\nhello", "400"),
    ("length with sign", "Content-Length: +5\r\n\r\nhello", "400"),
    ("length below zero", "Content-Length: -5\r\n\r\nhello", "400"),
    ("length in hexadecimal", "Content-Length: 0x5\r\n\r\nhello", "400"),
    ("length of two", "Content-Length: 5, 5\r\n\r\nhello", "400"),
    ("huge length", "Content-Length: 99999999999999999999999\r\n\r\nhello", "4"),
    ("second host", "Host: y\r\nContent-Length: 0\r\n\r\n", "400"),
    (
      "second authorization", "Authorization: a\r\nAuthorization: b\r\nContent-Length: 0\r\n\r\n",
      "400"
    ),
    ("control character", "X-Note: a\u{1}b\r\nContent-Length: 0\r\n\r\n", "400"),
    ("zero byte", "X-Note: a\u{0}b\r\nContent-Length: 0\r\n\r\n", "400"),
  ])
  func whatTwoProgramsCouldReadDifferentlyIsRefused(
    _ name: String, _ rest: String, _ status: String
  ) throws {
    let (server, _, space) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send(
      "POST /v1/screenings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest
        + "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    let text = client.everything()
    let answers = text.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: true)
    // The library's own page on a length that is none says its status twice, the second in the body.
    let isPage = text.contains("<html><head><title>Request ")
    #expect(answers.count <= (isPage ? 2 : 1), "\(name): \(text)")
    #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 " + status), "\(name): \(text)")
    #expect(!text.contains("alive"), "\(name): the second request was read")
    if text.contains("problem+json") { #expect(text.contains("\"decision\":\"hold\"")) }
    #expect(try space.ledger().size == 0)
  }

  @Test(arguments: [
    "http://elsewhere.example/healthz", "//healthz/..", "/v1/../healthz", "/v1/%2e%2e/healthz",
    "/healthz%00", "/healthz%0d%0a", "/%zz", "/%", "/%2", "/health\\z", "/healthz#x", "/v1//x",
    "/%ff", "/healthz?a=1&a=2", "*", "/\u{7f}",
  ])
  func aTargetThatIsNoPlainPathIsRefused(_ target: String) throws {
    let (server, _, _) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send("GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n")
    let text = client.everything()
    #expect(text.hasPrefix("HTTP/1.1 400"), "\(target): \(text)")
    #expect(!text.contains("alive"))
  }

  @Test func aZeroByteInTheTargetReachesNoRoute() throws {
    let (server, _, _) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send("GET /v1/keys\0/../../x HTTP/1.1\r\nHost: x\r\n\r\n")
    let text = client.everything()
    #expect(!text.hasPrefix("HTTP/1.1 200"), "\(text)")
  }

  @Test func aBodyThatIsTooLargeIsRefusedBothWays() throws {
    var settings = HookSettings()
    settings.orderBytes = 4096
    let (server, _, space) = try Self.server(settings)
    defer { server.stop() }
    let declared = try RawClient(port: server.port)
    declared.send(Self.post(String(repeating: " ", count: 5000)))
    #expect(declared.everything().hasPrefix("HTTP/1.1 413"))
    let chunked = try RawClient(port: server.port)
    chunked.send(
      "POST /v1/screenings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + (HookSpace.system?.text ?? "")
        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in 0..<10 { chunked.send("400\r\n" + String(repeating: " ", count: 1024) + "\r\n") }
    chunked.send("0\r\n\r\n")
    let answer = try #require(chunked.answer())
    #expect(answer.status == 413)
    #expect(answer.body.contains("\"decision\":\"hold\""))
    #expect(try space.ledger().size == 0)
  }

  @Test func chunksAreReadLikeALength() throws {
    let (server, _, _) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    let body = Samples.order("hold-1")
    client.send(
      "POST /v1/screenings HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k\r\nAuthorization: Bearer "
        + (HookSpace.system?.text ?? "")
        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    for byte in body.utf8 { client.send([0x31, 0x0D, 0x0A, byte, 0x0D, 0x0A]) }
    client.send("0\r\n\r\n")
    #expect(try #require(client.answer()).status == 200)
  }

  @Test func aHeadThatIsTooLargeIsRefused() throws {
    let (server, _, _) = try Self.server()
    defer { server.stop() }
    for head in [
      "X-Note: " + String(repeating: "a", count: 20_000) + "\r\n",
      (0..<100).map { "X-\($0): a\r\n" }.joined(),
      "X-Note: " + String(repeating: "a", count: 200_000) + "\r\n",
    ] {
      let client = try RawClient(port: server.port)
      client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\(head)\r\n")
      let text = client.everything()
      #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 431"), "\(text.prefix(200))")
    }
  }

  @Test(arguments: ["head", "body", "nothing"])
  func whoIsSlowIsCutOffHoweverOftenAByteComes(_ part: String) throws {
    let (server, _, space) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    let request = Self.post(Samples.order("allow-1"))
    let headEnd = try #require(request.firstRange(of: "\r\n\r\n")).upperBound
    if part == "body" { client.send(String(request[..<headEnd])) }
    let slow = part == "body" ? request[headEnd...] : request[...]
    var sent = 0
    if part != "nothing" {
      for byte in slow.utf8 {
        guard client.send([byte]) else { break }
        sent += 1
        RawClient.pause(milliseconds: 100)
      }
    }
    let text = client.everything()
    #expect(text.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"), "\(text)")
    #expect(text.contains("/problems/too-slow") && text.contains("\"decision\":\"hold\""))
    #expect(text.split(separator: "HTTP/1.1 ").count == 1, "one answer: \(text)")
    // One byte each tenth of a second for one and a half seconds, and some patience of the sweep.
    #expect(sent < 100, "\(sent) bytes were taken")
    #expect(try space.ledger().size == 0)
  }

  @Test func aBodyThatIsCutOffIsNotScreened() throws {
    let (server, _, space) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send(String(Self.post(Samples.order("allow-1")).dropLast(40)))
    client.endSending()
    let text = client.everything()
    // By when the library tells that the sender has ended.
    #expect(text.hasPrefix("HTTP/1.1 400 ") || text.hasPrefix("HTTP/1.1 408 "), "\(text)")
    #expect(text.contains("\"decision\":\"hold\""), "\(text)")
    #expect(try space.ledger().size == 0)
  }

  /// A connection that was answered and waits for its next request is closed without a word.
  @Test func whoWaitsBetweenRequestsIsToldNothing() throws {
    let (server, _, _) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(try #require(client.answer()).status == 200)
    #expect(client.everything() == "")
  }

  @Test func aRequestWithoutAHostIsAnsweredOnce() throws {
    let (server, _, _) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send("POST /v1/screenings HTTP/1.1\r\nConnection: close\r\n\r\n")
    let text = client.everything()
    #expect(text.hasPrefix("HTTP/1.1 400"), "\(text)")
    #expect(text.split(separator: "HTTP/1.1 ").count == 1, "\(text)")
    #expect(text.contains("\"decision\":\"hold\""))
  }

  @Test(arguments: [
    ("deep", String(repeating: "[", count: 100_000), 400),
    ("deep objects", String(repeating: "{\"a\":", count: 50_000), 400),
    ("no JSON", "<order/>", 400), ("empty", " ", 400), ("a number", "1e999999", 422),
    ("not UTF-8", "{\"a\": \"\u{FFFD}", 400),
    ("an array", "[]", 422), ("two objects", "{}\n{}", 400), ("nothing in it", "{}", 422),
  ])
  func aBodyThatIsNoOrderIsAHold(_ name: String, _ body: String, _ status: Int) throws {
    let (server, _, space) = try Self.server()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send(Self.post(body))
    let answer = try #require(client.answer(), "\(name)")
    #expect(answer.status == status, "\(name): \(answer.body)")
    #expect(answer.body.contains("\"decision\":\"hold\""), "\(name)")
    #expect(try space.ledger().size == 0)
  }

  @Test(arguments: [
    "' OR 1=1; DROP TABLE leaf; --", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}",
    "a\\u0000b", "\\u202eabc", String(repeating: "x", count: 5000), "../../etc/passwd",
  ])
  func whatIsInjectedStaysText(_ text: String) throws {
    let (server, service, space) = try Self.server()
    defer { server.stop() }
    for field in [
      "\"hold-1\"", "\"erp\"", "\"Musterstadt Hospital\"", "\"Panel\"", "\"10\"", "\"p1\"",
    ] {
      let client = try RawClient(port: server.port)
      client.send(Self.post(Samples.order("hold-1").replacing(field, with: "\"\(text)\"")))
      let answer = try #require(client.answer())
      #expect([200, 400, 422].contains(answer.status), "\(field): \(answer.body)")
      #expect(answer.body.contains("\"decision\":\"hold\""), "\(field)")
    }
    #expect(try service.ask("GET", "/healthz", key: nil).status == 200)
    #expect(try space.verification().problems == [])
  }

  /// Where the store takes nothing either, the answer is a problem, and it comes in time.
  @Test func workThatTakesTooLongAndCannotBePostponedIsAHold() throws {
    let server = try HTTPServer(
      #require(ListenAddress("127.0.0.1:0")), limits: Self.limits(), service: SlowService())
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send(Self.post(Samples.order("allow-1")))
    let answer = try #require(client.answer())
    #expect(answer.status == 503)
    #expect(answer.body.contains("/problems/deadline"), "\(answer.body)")
    #expect(answer.head.contains("Retry-After: 1"))
    #expect(answer.body.contains("\"decision\":\"hold\""))
  }

  @Test func moreThanMayWaitAreAskedToComeLater() throws {
    var limits = Self.limits()
    limits.workers = 1
    limits.waiting = 1
    let (server, _, _) = try Self.server(limits: limits)
    defer { server.stop() }
    let clients = try (0..<6).map { _ in try RawClient(port: server.port) }
    for client in clients { client.send(Self.post(Samples.order("slow-500"))) }
    let statuses = clients.map { $0.answer()?.status ?? 0 }
    #expect(Set(statuses) == [200, 503], "\(statuses)")
  }

  @Test func aStopFinishesWhatIsInFlightAndLosesNothing() throws {
    let (server, _, space) = try Self.server()
    let clients = try (0..<6).map { _ in try RawClient(port: server.port) }
    for (number, client) in clients.enumerated() {
      client.send(Self.post(Samples.order("slow-\(400 + number)")))
    }
    RawClient.pause(milliseconds: 200)
    server.stop()
    for client in clients {
      let answer = try #require(client.answer())
      #expect(answer.status == 200 || answer.body.contains("/problems/stopping"), "\(answer.body)")
      if answer.status == 200 {
        let json = try JSONReader.read(Array(answer.body.utf8))
        let position = try #require(json["audit"]?["leafIndex"]?.integer)
        #expect(try space.ledger().record(at: position).kind == .determination)
      }
    }
    #expect(throws: RawClient.Fault.self) { try RawClient(port: server.port) }
    #expect(try space.verification().problems == [])
  }

  @Test func aStopThatWaitsNoLongerHoldsWhatIsStillWorkedOn() throws {
    var limits = Self.limits()
    limits.secondsToStop = 0.3
    let (server, _, _) = try Self.server(limits: limits)
    let client = try RawClient(port: server.port)
    client.send(Self.post(Samples.order("slow-1500")))
    RawClient.pause(milliseconds: 300)
    server.stop()
    let answer = try #require(client.answer())
    #expect(answer.status == 503)
    #expect(answer.body.contains("/problems/stopping"), "\(answer.body)")
  }

  @Test func manyClientsAtOnceGetTheirOwnAnswers() throws {
    let (server, _, space) = try Self.server()
    defer { server.stop() }
    let wrong = Mutex<[String]>([])
    Threads.perform(8) { thread in
      guard let client = try? RawClient(port: server.port) else {
        wrong.withLock { $0.append("no connection") }
        return
      }
      for number in 0..<25 {
        let reference = "hold-\(thread)x\(number)"
        client.send(Self.post(Samples.order(reference)))
        let body = client.answer()?.body ?? "nothing"
        if !body.contains("\"orderRef\":\"\(reference)\"") {
          wrong.withLock { $0.append(body) }
        }
      }
    }
    #expect(wrong.withLock { $0 } == [])
    // And what the log met for the first time: one record of policies, one of lists, at the least.
    #expect(try space.ledger().size >= 202)
    #expect(try space.verification().problems == [])
  }
}

/// Needs longer than it may, and can put nothing on record.
private struct SlowService: HTTPService {
  func admit(
    method: String, target: RequestTarget, headers: [(name: String, value: String)]
  ) throws(Problem) -> Admission {
    Admission(bodyLimit: 1 << 20, lane: .work, secondsToAnswer: 0.3)
  }

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    Threads.pause(milliseconds: 1500)
    return HTTPResponse(json: .object([("decision", .string("allow"))]))
  }

  func postpone(_ request: HTTPRequest) -> HTTPResponse? { nil }

  func finished(_ request: HTTPRequest?, _ response: HTTPResponse, nanoseconds: Int) {}
}
