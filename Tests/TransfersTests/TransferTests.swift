import Formats
import LocalServer
import Testing

@testable import Transfers

@Suite("A transfer gives whole bodies, or says why there is none")
struct TransferTests {
  private typealias Reply = LocalServer.Reply

  private static let body = Array("name,country\nExample Ltd,CN\n".utf8)

  private func fetch(
    _ server: LocalServer, _ path: String = "/list", validators: Validators = Validators(),
    limits: TransferRequest.Limits = TransferRequest.Limits()
  ) throws -> TransferAnswer {
    let address = try #require(WebAddress(server.address(path)))
    return try Transfer.fetch(
      TransferRequest(address, validators: validators, limits: limits))
  }

  private func failure(
    _ reply: LocalServer.Reply, limits: TransferRequest.Limits = TransferRequest.Limits()
  ) throws -> TransferFailure {
    let server = try LocalServer { _ in reply }
    defer { server.stop() }
    return try #require(
      #expect(throws: TransferFailure.self) { try fetch(server, limits: limits) })
  }

  @Test func whatWasSentIsSentAgainOnlyWhenItChanged() throws {
    let server = try LocalServer { request in
      request.headers["if-none-match"] == "\"a1\""
        ? Reply("304 Not Modified", headers: ["ETag: \"a1\""])
        : Reply(
          headers: ["ETag: \"a1\"", "Last-Modified: Sat, 21 Nov 2026 08:00:00 GMT"],
          body: Self.body)
    }
    defer { server.stop() }
    guard case .content(let content) = try fetch(server) else {
      Issue.record("no content")
      return
    }
    #expect(content.bytes == Self.body)
    #expect(content.validators.entityTag == "\"a1\"")
    #expect(content.validators.lastModified == "Sat, 21 Nov 2026 08:00:00 GMT")
    #expect(
      try fetch(server, validators: content.validators)
        == .unchanged(Validators(entityTag: "\"a1\"")))
    #expect(server.requests.map { $0.headers["if-modified-since"] != nil } == [false, true])
    guard case .content = try fetch(server, validators: Validators(entityTag: "\"older\"")) else {
      Issue.record("a changed tag brings the content")
      return
    }
  }

  @Test func aDateAloneIsAValidator() throws {
    let date = "Sat, 21 Nov 2026 08:00:00 GMT"
    let server = try LocalServer { request in
      request.headers["if-modified-since"] == date
        ? Reply("304 Not Modified") : Reply(headers: ["Last-Modified: \(date)"], body: Self.body)
    }
    defer { server.stop() }
    #expect(
      try fetch(server, validators: Validators(lastModified: date)) == .unchanged(Validators()))
    #expect(server.requests.first?.headers["if-none-match"] == nil)
  }

  /// Without a version of ours, "not modified" says nothing.
  @Test func notModifiedWithoutAQuestionIsAFault() throws {
    #expect(try failure(Reply("304 Not Modified")).cause == .status(304))
  }

  @Test(arguments: [
    ("404 Not Found", 404, false), ("403 Forbidden", 403, false), ("500 Oh", 500, true),
    ("503 Later", 503, true), ("429 Slowly", 429, true), ("204 No Content", 204, false),
    ("206 Partial Content", 206, false),
  ])
  func anotherStatusIsAFault(_ line: String, status: Int, isPassing: Bool) throws {
    let failure = try failure(Reply(line, body: Self.body))
    #expect(failure.cause == .status(status))
    #expect(failure.isPassing == isPassing)
    #expect(failure.diagnostic.line.contains("status \(status)"))
  }

  @Test func redirectsAreFollowedFiveTimes() throws {
    let server = try LocalServer { request in
      guard let step = Int(request.path.dropFirst()), step > 0 else {
        return Reply(body: Self.body)
      }
      return Reply("302 Found", headers: ["Location: /\(step - 1)"], body: Array("moved".utf8))
    }
    defer { server.stop() }
    guard case .content(let content) = try fetch(server, "/5") else {
      Issue.record("no content")
      return
    }
    #expect(content.bytes == Self.body)
    #expect(content.address.text == server.address("/0"))
    let failure = #expect(throws: TransferFailure.self) { try fetch(server, "/6") }
    #expect(failure?.cause == .tooManyRedirects(5))
  }

  @Test(arguments: [
    ("/list", TransferFailure.Cause.tooManyRedirects(5)),
    ("file:///etc/hostname", .unsafeRedirect("no address of the web")),
    ("ftp://127.0.0.1/list", .unsafeRedirect("no address of the web")),
  ])
  func aRedirectThatLeadsNowhereIsAFault(
    _ target: String, _ cause: TransferFailure.Cause
  ) throws {
    let failure = try failure(Reply("301 Moved", headers: ["Location: \(target)"]))
    #expect(failure.cause == cause)
  }

  @Test func aSlowBodyIsCutOffByItsTime() throws {
    var limits = TransferRequest.Limits()
    limits.seconds = 2
    let started = ContinuousClock.now
    let failure = try failure(Reply(body: Self.body, secondsPerByte: 1), limits: limits)
    guard case .timedOut(let received) = failure.cause else {
      Issue.record("\(failure)")
      return
    }
    #expect(received < 4)
    #expect(ContinuousClock.now - started < .seconds(10))
    #expect(failure.isPassing)
  }

  @Test func lessThanDeclaredIsAFault() throws {
    let failure = try failure(Reply(body: Self.body, declaredLength: Self.body.count + 1))
    #expect(failure.cause == .cutOff(received: Self.body.count))
  }

  @Test func moreThanAllowedIsAFaultDeclaredOrNot() throws {
    var limits = TransferRequest.Limits()
    limits.bytes = 100
    let long = [UInt8](repeating: 0x41, count: 101)
    #expect(try failure(Reply(body: long), limits: limits).cause == .tooLong(limit: 100))
    let packed = Reply(headers: ["Content-Encoding: gzip"], body: gzipped(long))
    limits.bytes = packed.body.count + 1
    let wide = [UInt8](repeating: 0x41, count: 4 * limits.bytes)
    #expect(
      try failure(
        Reply(headers: ["Content-Encoding: gzip"], body: gzipped(wide)), limits: limits
      ).cause == .tooLong(limit: limits.bytes))
  }

  @Test func encodedContentIsDecoded() throws {
    let packed = gzipped(Self.body)
    let server = try LocalServer { _ in
      Reply(headers: ["Content-Encoding: gzip"], body: packed)
    }
    defer { server.stop() }
    guard case .content(let content) = try fetch(server) else {
      Issue.record("no content")
      return
    }
    #expect(content.bytes == Self.body)
    let cut = try failure(
      Reply(
        headers: ["Content-Encoding: gzip"], body: Array(packed.dropLast(12)),
        declaredLength: packed.count))
    #expect(cut.isPassing)
    let damaged = try failure(
      Reply(headers: ["Content-Encoding: gzip"], body: Array("not gzip at all".utf8)))
    guard case .notDecodable = damaged.cause else {
      Issue.record("\(damaged)")
      return
    }
  }

  @Test(arguments: [
    "<!DOCTYPE html><html><body>Maintenance</body></html>", "\u{FEFF} <HTML><head>",
    "\n\n<html lang=\"en\">",
  ])
  func aWebPageIsNoFile(_ page: String) throws {
    let failure = try failure(
      Reply(headers: ["Content-Type: text/csv"], body: Array(page.utf8)))
    #expect(failure.cause == .webPage)
  }

  @Test func nothingIsNoFile() throws {
    #expect(try failure(Reply()).cause == .empty)
  }

  @Test func aServerThatIsNotThereIsTold() throws {
    // Port 9 discards; nothing listens on it here.
    let nobody = try #require(WebAddress("http://127.0.0.1:9/list"))
    let failure = #expect(throws: TransferFailure.self) {
      try Transfer.fetch(TransferRequest(nobody))
    }
    #expect(failure?.diagnostic.id == "TRF001")
    #expect(failure?.isPassing == true)
  }
}
