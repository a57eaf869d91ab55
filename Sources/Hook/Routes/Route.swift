import Formats

/// One thing that the server does: what it takes, what it answers, who may ask, and who answers.
///
/// The one description of it: requests are routed by it and `/openapi.json` is made of it.
struct Route: Sendable {
  enum Piece: Sendable, Hashable {
    case word(String)
    case parameter(String)
  }

  enum Access: Sendable, Hashable {
    case open
    /// A key with any of these scopes.
    case anyOf([Scope])
  }

  enum Idempotency: Sendable { case none, optional, required }

  struct Body: Sendable {
    /// Media types and the names of their schemas.
    let types: [(type: String, schema: String?)]
    let limit: @Sendable (HookSettings, _ mediaType: String) -> Int
  }

  struct Parameter: Sendable {
    let name: String
    let meaning: String
    let schema: JSON
    var isRequired = false
  }

  struct Answer: Sendable {
    let status: Int
    let meaning: String
    /// Media types and the names of their schemas; nil for what is no JSON.
    let types: [(type: String, schema: String?)]
    var links: [Link] = []
  }

  /// That a value of an answer is the parameter `id` of another route.
  struct Link: Sendable {
    /// The name of the route.
    let route: String
    /// Where in the answer, as a JSON pointer.
    let value: String
  }

  let method: String
  let path: String
  let name: String
  let summary: String
  let access: Access
  var body: Body?
  var idempotency = Idempotency.none
  var query: [Parameter] = []
  var headers: [Parameter] = []
  /// Meaning and schema of each parameter of the path.
  var pathParameters: [Parameter] = []
  let answers: [Answer]
  var problems: [Problem.Kind] = []
  var lane = Admission.Lane.work
  /// What of a request may be taken to be answered later; nil where it is answered at once.
  var postpones: @Sendable (HookService, RouteCall) throws(Problem) -> RequestedScreening? = {
    _, _ throws(Problem) in nil
  }
  let answer: @Sendable (HookService, RouteCall) throws(Problem) -> HTTPResponse

  var pieces: [Piece] {
    path.split(separator: "/").map { part in
      part.hasPrefix("{") ? .parameter(String(part.dropFirst().dropLast())) : .word(String(part))
    }
  }
}

/// The path of a route, taken apart.
struct RoutePattern: Sendable {
  let route: Route
  private let pieces: [Route.Piece]

  init(_ route: Route) {
    self.route = route
    pieces = route.pieces
  }

  /// The parameters of a path that the route answers, or nil.
  func match(_ segments: [String]) -> [String: String]? {
    guard pieces.count == segments.count else { return nil }
    var parameters: [String: String] = [:]
    for (piece, segment) in zip(pieces, segments) {
      switch piece {
      case .word(let word): guard word == segment else { return nil }
      case .parameter(let name): parameters[name] = segment
      }
    }
    return parameters
  }
}

/// A request that found its route and may be answered.
struct RouteCall: Sendable {
  let request: HTTPRequest
  let parameters: [String: String]
  /// Nil where anybody may ask.
  let key: AccessKey?

  func parameter(_ name: String) -> String { parameters[name] ?? "" }

  /// Who asked, as the ledger keeps it.
  var client: String { key?.id ?? "open" }

  var seesFindings: Bool {
    guard let key else { return true }
    return key.scopes.contains(.determinations) || key.scopes.contains(.cases)
  }
}
