public import Formats

/// Why no determination is answered (RFC 9457). Whatever it is, the order is held.
public struct Problem: Error, Sendable {
  public let kind: Kind
  public let detail: String
  /// Seconds after which the sender may try again.
  var retryAfter: Int?
  var allowedMethods: [String] = []
  /// Further members, such as the diagnostics of an order or the lists that are too old.
  var members: [(String, JSON)] = []

  public init(_ kind: Kind, _ detail: String, retryAfter: Int? = nil) {
    self.kind = kind
    self.detail = detail
    self.retryAfter = retryAfter ?? kind.retryAfter
  }

  func adding(_ members: [(String, JSON)]) -> Problem {
    var problem = self
    problem.members += members
    return problem
  }

  /// `decision` stands in every body, so that a client that reads only it still holds.
  public func json(instance: String? = nil) -> JSON {
    var json: [(String, JSON)] = [
      ("type", .string(kind.address)), ("title", .string(kind.title)),
      ("status", .integer(kind.status)), ("detail", .string(detail)),
    ]
    if let instance { json.append(("instance", .string(instance))) }
    json += [("decision", .string("hold")), ("determination", .string("errorFailClosed"))]
    if let retryAfter { json.append(("retryAfterSeconds", .integer(retryAfter))) }
    return .object(json + members)
  }

  public var response: HTTPResponse {
    var headers: [(name: String, value: String)] = []
    if let retryAfter { headers.append(("Retry-After", String(retryAfter))) }
    if !allowedMethods.isEmpty {
      headers.append(("Allow", allowedMethods.joined(separator: ", ")))
    }
    if kind == .unauthenticated { headers.append(("WWW-Authenticate", "Bearer")) }
    var response = HTTPResponse(
      status: kind.status, json: json(), type: MediaType.problem, headers: headers)
    response.note.problem = kind.rawValue
    response.note.decision = "hold"
    return response
  }
}
