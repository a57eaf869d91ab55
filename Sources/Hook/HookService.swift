public import Formats
public import Ledger
import Synchronization
import Trade

/// Answers the requests of order systems. It knows of no socket: tests call it directly.
public final class HookService: HTTPService {
  let ledger: Ledger
  let holder: BasisHolder
  let settings: HookSettings
  let metrics = HookMetrics()
  let flights = Flights()
  let queue = ScreeningQueue()
  let revocations = KeptRevocations()
  let clock: @Sendable () -> (seconds: Int, nanoseconds: Int)
  let storeGlance: Glance<StoreSeen>
  let dataGlance: Glance<DataSeen>
  private let ring: Mutex<KeyRing>
  private let rate: RateLimit?
  private let partners: Partners
  private let log: @Sendable (JSON) -> Void
  private let reload: @Sendable () -> Void
  private let readiness = Mutex(true)

  /// `log` takes one object for each request; `reload` is called where somebody with the right
  /// asks for policies and lists to be read again.
  public init(
    ledger: Ledger, holder: BasisHolder, keys: KeyRing, settings: HookSettings = HookSettings(),
    partners: Partners = Partners(),
    clock: @escaping @Sendable () -> (seconds: Int, nanoseconds: Int) = { Process.now },
    log: @escaping @Sendable (JSON) -> Void = { _ in },
    reload: @escaping @Sendable () -> Void = {}
  ) {
    self.ledger = ledger
    self.holder = holder
    self.settings = settings
    self.partners = partners
    self.clock = clock
    self.log = log
    self.reload = reload
    ring = Mutex(keys)
    storeGlance = Glance {
      Result { () throws(LedgerFailure) in try ledger.lookForNewest() }
    }
    dataGlance = Glance {
      let day = UTCTime.day(of: clock().seconds)
      return Result { () throws(Diagnostic) in try holder.current.standing(on: day) }
    }
    rate = settings.requestsPerSecond.map { RateLimit(perSecond: $0) }
  }

  /// Takes the keys of a file that was written again.
  public func replace(keys: KeyRing) { ring.withLock { $0 = keys } }

  /// Whether somebody may ask.
  var hasKeys: Bool {
    settings.isOpen || !partners.sources.isEmpty
      || ring.withLock { ring in ring.keys.contains { $0.holds(at: now) } }
  }

  /// From now on no load balancer should send requests here.
  public func stopBeingReady() { readiness.withLock { $0 = false } }

  var isReady: Bool { readiness.withLock { $0 } }
  var now: Int { clock().seconds }
  var today: CivilDate { UTCTime.day(of: now) }
  func readAgain() { reload() }

  /// What the columns of a table are called that somebody sends under this name.
  func columns(_ id: String) -> OrderColumns? { partners.tables.first { $0.id == id } }

  /// One line of the log that is about no request.
  func note(_ event: String, _ reason: String) {
    log(
      .object([
        ("time", .string(UTCTime.text(seconds: now))), ("event", .string(event)),
        ("reasons", .strings([reason])),
      ]))
  }

  func source(_ id: String) -> InboundSource? { partners.sources.first { $0.id == id } }

  public func admit(
    method: String, target: RequestTarget, headers: [(name: String, value: String)]
  ) throws(Problem) -> Admission {
    let request = HTTPRequest(
      method: method, target: target, headers: headers, trace: TraceContext.unread)
    let call = try call(request)
    let (route, type) = (call.route, request.mediaType ?? "")
    if let body = route.body {
      guard body.types.contains(where: { $0.type == type }) else {
        throw Problem(
          .unsupportedType,
          "the body must be " + body.types.map(\.type).joined(separator: " or "))
      }
      guard headers.allSatisfy({ $0.name != "content-encoding" || $0.value == "identity" }) else {
        throw Problem(.unsupportedType, "a content encoding is not read")
      }
    }
    var seconds =
      MediaType.batches.contains(type) ? settings.secondsToBatch : settings.secondsToAnswer
    if case .within(let wait) = request.preference { seconds = min(seconds, wait) }
    return Admission(
      bodyLimit: route.body?.limit(settings, type) ?? 1024, lane: route.lane,
      secondsToAnswer: route.lane == .health ? settings.secondsToHealth : seconds)
  }

  public func answer(_ request: HTTPRequest) -> HTTPResponse {
    answer(request) { route, call throws(Problem) in
      if let rate, call.key != nil, !rate.take(call.client) {
        throw Problem(.tooManyRequests, "this key may send no more requests for a moment")
      }
      return try route.answer(self, call)
    }
  }

  public func postpone(_ request: HTTPRequest) -> HTTPResponse? {
    let response = answer(request) { route, call throws(Problem) in
      guard let requested = try route.postpones(self, call) else {
        throw Problem(.deadline, "this is answered at once or not at all")
      }
      return try taken(requested, call)
    }
    return response.status == 202 ? response : nil
  }

  private func answer(
    _ request: HTTPRequest, _ body: (Route, RouteCall) throws(Problem) -> HTTPResponse
  ) -> HTTPResponse {
    var note = AnswerNote()
    var response: HTTPResponse
    do throws(Problem) {
      let (route, call) = try call(request)
      note.route = route.path
      note.client = call.key?.id
      response = try body(route, call)
    } catch {
      response = error.response
    }
    response.note.route = note.route
    response.note.client = note.client
    return response
  }

  /// The route of a request and the key that opens it.
  private func call(_ request: HTTPRequest) throws(Problem) -> (route: Route, call: RouteCall) {
    let method = request.method == "HEAD" ? "GET" : request.method
    var methods: [String] = []
    for pattern in RouteTable.patterns {
      guard let parameters = pattern.match(request.target.segments) else { continue }
      let route = pattern.route
      methods.append(route.method)
      if route.method == "GET" { methods.append("HEAD") }
      guard route.method == method else { continue }
      let key = try authorize(request, route)
      return (route, RouteCall(request: request, parameters: parameters, key: key))
    }
    guard methods.isEmpty else {
      var problem = Problem(.methodNotAllowed, "use " + methods.joined(separator: ", "))
      problem.allowedMethods = methods
      throw problem
    }
    throw Problem(.notFound, "nothing is answered at this path")
  }

  private func authorize(
    _ request: HTTPRequest, _ route: Route
  ) throws(Problem) -> AccessKey? {
    guard case .anyOf(let scopes) = route.access, !settings.isOpen else { return nil }
    let key = ring.withLock { $0 }.key(request.header("authorization"), now: now)
    guard let key else {
      throw Problem(.unauthenticated, "show a key: `Authorization: Bearer …`")
    }
    guard !key.scopes.isDisjoint(with: scopes) else {
      throw Problem(
        .forbidden, "this needs " + scopes.map(\.rawValue).joined(separator: " or "))
    }
    return key
  }

  public func finished(_ request: HTTPRequest?, _ response: HTTPResponse, nanoseconds: Int) {
    let method = request?.method ?? "none"
    metrics.finished(response, method: method, nanoseconds: nanoseconds)
    log(AccessLine(request, response, method: method, nanoseconds: nanoseconds, clock()).json)
  }
}

/// Requests with a key that are being answered now.
final class Flights: Sendable {
  private let keys = Mutex<Set<String>>([])

  /// False where the same is in flight already.
  func begin(_ key: String) -> Bool { keys.withLock { $0.insert(key).inserted } }
  func end(_ key: String) { keys.withLock { _ = $0.remove(key) } }
}
