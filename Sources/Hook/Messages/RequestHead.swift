/// The head of a request as the library read it, before anybody trusts it.
///
/// libmicrohttpd lets pass what two programs can read differently (a length and chunks together,
/// two lengths, a blank before the colon); all of that is refused here, before any byte of a body.
struct RequestHead: Sendable {
  let method: String
  let target: String
  let version: String
  /// In the order sent, names as sent.
  let headers: [(name: String, value: String)]
  /// Bytes of the head as they came.
  let size: Int

  static let mostHeaders = 64
  static let mostBytes = 16 << 10

  /// Why the request is refused as a whole; the connection is closed then.
  var fault: Problem? {
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      return RequestHead.malformed("the version is not HTTP/1.1")
    }
    guard RequestHead.isToken(method) else { return RequestHead.malformed("no method") }
    let read = headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    guard headers.count <= RequestHead.mostHeaders, read <= RequestHead.mostBytes else {
      return Problem(
        .headersTooLarge,
        "a head may have \(RequestHead.mostHeaders) fields and \(RequestHead.mostBytes) bytes")
    }
    // A zero byte ends what the library hands over: more came than can be seen here.
    let line = method.utf8.count + target.utf8.count + version.utf8.count + 4
    guard size <= line + read + 2 else {
      return RequestHead.malformed("the head holds bytes or blanks that are not part of any field")
    }
    for (name, value) in headers {
      guard RequestHead.isToken(name) else {
        return RequestHead.malformed("a header's name holds a blank or another character")
      }
      guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
        return RequestHead.malformed("the header `\(name)` holds a control character")
      }
    }
    return framing ?? host
  }

  /// RFC 9112 section 6: one way to tell where the body ends, or none at all.
  private var framing: Problem? {
    let lengths = values("content-length")
    let codings = values("transfer-encoding")
    guard lengths.isEmpty || codings.isEmpty else {
      return RequestHead.malformed("Content-Length and Transfer-Encoding stand together")
    }
    guard lengths.count <= 1, codings.count <= 1 else {
      return RequestHead.malformed("Content-Length or Transfer-Encoding stands twice")
    }
    if let length = lengths.first {
      guard !length.isEmpty, length.utf8.count <= 15,
        length.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return RequestHead.malformed("Content-Length is no number") }
    }
    if let coding = codings.first, coding.lowercased() != "chunked" {
      return Problem(.unknownCoding, "Transfer-Encoding may only be chunked")
    }
    if !codings.isEmpty, version != "HTTP/1.1" {
      return RequestHead.malformed("Transfer-Encoding needs HTTP/1.1")
    }
    return nil
  }

  private var host: Problem? {
    let hosts = values("host")
    guard hosts.count == 1 || hosts.isEmpty && version == "HTTP/1.0" else {
      return RequestHead.malformed("Host must stand once")
    }
    if !values("upgrade").isEmpty, values("upgrade").count > 1 {
      return RequestHead.malformed("Upgrade stands twice")
    }
    for name in RequestHead.once where values(name).count > 1 {
      return RequestHead.malformed("the header `\(name)` stands twice")
    }
    return nil
  }

  /// Fields that mean something here and that nobody may send twice with two meanings.
  private static let once = [
    "authorization", "content-type", "content-encoding", "idempotency-key", "traceparent",
    "accept", "minimum-data-version", "expect", "webhook-id", "webhook-timestamp",
    "webhook-signature", "x-shopify-hmac-sha256", "x-shopify-event-id",
    "x-frappe-webhook-signature",
  ]

  /// How many bytes the body has by the head; nil for chunks or none.
  var declaredLength: Int? { values("content-length").first.flatMap { Int($0) } }

  private func values(_ name: String) -> [String] {
    headers.filter { RequestHead.isSame($0.name, name) }.map(\.value)
  }

  /// Whether a name as sent is `name`, which is in lower case, whatever its own case (RFC 9110
  /// section 5.1).
  static func isSame(_ sent: String, _ name: String) -> Bool {
    sent.utf8.count == name.utf8.count
      && zip(sent.utf8, name.utf8).allSatisfy { sent, wanted in
        sent == wanted || (0x41...0x5A).contains(sent) && sent | 0x20 == wanted
      }
  }

  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
  }

  private static func malformed(_ why: String) -> Problem { Problem(.malformedRequest, why) }
}
