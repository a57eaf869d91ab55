import Formats
import Ledger
import Trade

/// What lets an order leave, and what takes that back.
enum ClearanceRoutes {
  static let routes = [
    Route(
      method: "POST", path: "/v1/clearances", name: "issueClearance",
      summary: "Clears an order on its newest determination, which must allow it as it stands.",
      access: .anyOf([.clearances]), body: body("ClearanceRequest"), idempotency: .required,
      answers: [
        Route.Answer(
          status: 200, meaning: "The clearance.", types: [(MediaType.json, "Clearance")],
          links: [Route.Link(route: "revokeClearance", value: "/claims/jti")])
      ],
      problems: [
        .malformedBody, .missingIdempotencyKey, .invalidRequest, .invalidOrder, .notCleared,
        .inFlight, .keyReused, .clockBehind, .storeUnavailable, .busy, .deadline,
      ]
    ) { service, call throws(Problem) in
      try once(service, call, kind: .clearance) { request, asker throws(Problem) in
        let json = try RouteTable.object(call.request)
        let order = try order(json, service)
        let confirmations = try confirmations(json)
        let days = try days(json, service)
        _ = try Problem.ofLedger(seesFindings: call.seesFindings) { () throws(LedgerFailure) in
          try ClearanceDesk(service.ledger).issue(
            for: order, days: days, confirmations: confirmations, by: asker, request: request)
        }
      }
    },
    Route(
      method: "POST", path: "/v1/clearances/verify", name: "verifyClearance",
      summary: "Whether a clearance lets an order leave now. Needs no record of the order.",
      access: .anyOf([.clearances, .orders, .screen]), body: body("VerificationRequest"),
      answers: [
        Route.Answer(
          status: 200, meaning: "Whether it holds.",
          types: [(MediaType.json, "Verification")])
      ],
      problems: [
        .malformedBody, .invalidRequest, .invalidOrder, .clockBehind, .storeUnavailable, .busy,
        .deadline,
      ]
    ) { service, call throws(Problem) in
      let json = try RouteTable.object(call.request)
      guard let token = json["token"]?.string else {
        throw Problem(.invalidRequest, "the member `token` is missing")
      }
      let order = try order(json, service)
      try service.requireClock()
      let reasons = try faults(of: token, order, service)
      return HTTPResponse(
        json: .object([
          ("decision", .string(reasons.isEmpty ? "allow" : "hold")),
          ("holds", .boolean(reasons.isEmpty)), ("reasons", .strings(reasons)),
        ]))
    },
    Route(
      method: "POST", path: "/v1/clearances/{id}/revocation", name: "revokeClearance",
      summary: "Revokes a clearance for good.", access: .anyOf([.clearances]),
      body: body("RevocationRequest"), idempotency: .required,
      pathParameters: [
        Route.Parameter(
          name: "id", meaning: "The id of a clearance.",
          schema: RouteTable.text(pattern: "^clr_[0-9a-f]+$", example: "clr_0123456789ab"))
      ],
      answers: [
        Route.Answer(
          status: 200, meaning: "It is revoked.", types: [(MediaType.json, "Revocation")])
      ],
      problems: [
        .malformedBody, .missingIdempotencyKey, .invalidRequest, .notFound, .inFlight,
        .keyReused, .storeUnavailable, .busy, .deadline,
      ]
    ) { service, call throws(Problem) in
      try once(service, call, kind: .revocation) { request, asker throws(Problem) in
        let json = try RouteTable.object(call.request)
        guard let reason = json["reason"]?.string, !reason.isEmpty else {
          throw Problem(.invalidRequest, "the member `reason` is missing")
        }
        _ = try Problem.ofLedger { () throws(LedgerFailure) in
          try ClearanceDesk(service.ledger).revoke(
            call.parameter("id"), reason: reason, by: asker, request: request)
        }
      }
    },
    Route(
      method: "GET", path: "/v1/revocations", name: "revocations",
      summary: "The signed list of clearances that no longer hold, for gates without a network.",
      access: .open,
      answers: [
        Route.Answer(status: 200, meaning: "A JWS.", types: [(MediaType.token, nil)])
      ], problems: [.clockBehind, .storeUnavailable, .busy, .deadline]
    ) { service, _ throws(Problem) in
      let ledger = service.ledger
      try service.requireClock()
      let size = try Problem.ofLedger { () throws(LedgerFailure) in try ledger.size }
      let token = try service.revocations.token(size: size, now: service.now) {
        () throws(Problem) in
        try Problem.ofLedger { () throws(LedgerFailure) in
          try ClearanceDesk(ledger).revocations()
        }
      }
      return HTTPResponse(type: MediaType.token, body: Array(token.utf8))
    },
  ]

  /// Why a token lets the order not leave; empty where it does.
  private static func faults(
    of token: String, _ order: Order, _ service: HookService
  ) throws(Problem) -> [String] {
    let keys = try Problem.ofLedger { () throws(LedgerFailure) in
      try service.ledger.keys.published
    }
    let verifier = ClearanceVerifier(keys: keys, now: service.now)
    let clearance: Clearance
    do throws(ClearanceRefusal) { clearance = try verifier.read(token) } catch {
      return error.words
    }
    let revocations = try Problem.ofLedger { () throws(LedgerFailure) in
      try ClearanceDesk(service.ledger).revocations(of: clearance)
    }
    do throws(ClearanceRefusal) {
      _ = try verifier.verify(token, for: order, revocations: revocations)
      return []
    } catch {
      return error.words
    }
  }

  private static func body(_ schema: String) -> Route.Body {
    Route.Body(types: [(MediaType.json, schema)]) { settings, _ in settings.orderBytes }
  }

  /// Does something once for an Idempotency-Key, and answers from what was recorded of it.
  private static func once(
    _ service: HookService, _ call: RouteCall, kind: LedgerRecord.Kind,
    _ act: (LedgerRequest, LedgerAsker) throws(Problem) -> Void
  ) throws(Problem) -> HTTPResponse {
    guard let key = try Submission.key(call.request) else {
      throw Problem(.missingIdempotencyKey, "send the header Idempotency-Key")
    }
    let flight = call.client + "\n" + key
    guard service.flights.begin(flight) else {
      throw Problem(.inFlight, "the request with this Idempotency-Key is not answered yet")
    }
    defer { service.flights.end(flight) }
    let path = call.request.target.segments.joined(separator: "/")
    let time = service.clock()
    let request = LedgerRequest(
      client: call.client, key: key, digest: Submission.digest(path, call.request.body),
      evaluatedAt: UTCTime.text(
        seconds: time.seconds, milliseconds: time.nanoseconds / 1_000_000))
    if let json = try recorded(service, request, kind) {
      return HTTPResponse(json: json, headers: [("Idempotency-Replayed", "true")])
    }
    do throws(Problem) {
      try act(request, LedgerAsker(name: "key:" + call.client, act: "POST /" + path))
    } catch {
      // Another instance may have done it at this moment.
      guard error.kind == .busy, let json = try recorded(service, request, kind) else {
        throw error
      }
      return HTTPResponse(json: json, headers: [("Idempotency-Replayed", "true")])
    }
    guard let json = try recorded(service, request, kind) else {
      throw Problem(.internal, "what was recorded is not found")
    }
    return HTTPResponse(json: json)
  }

  private static func recorded(
    _ service: HookService, _ request: LedgerRequest, _ kind: LedgerRecord.Kind
  ) throws(Problem) -> JSON? {
    let ledger = service.ledger
    let record = try Problem.ofLedger { () throws(LedgerFailure) -> OpenedRecord? in
      let subject = LedgerSubject.request(client: request.client, key: request.key ?? "")
      guard let position = try ledger.positions(of: subject).first else { return nil }
      return try ledger.record(at: position)
    }
    guard let record else { return nil }
    guard record.kind == kind, LedgerRequest(record.content)?.digest == request.digest else {
      throw Problem(.keyReused, "this Idempotency-Key was used for another request")
    }
    let place = ("leafIndex", JSON.integer(record.position))
    if kind == .revocation {
      return .object([
        ("clearance", record.header["revokes"] ?? .null), ("revoked", .boolean(true)),
        ("at", .string(record.time)), place,
      ])
    }
    return .object([
      ("token", record.content["token"] ?? .null),
      ("claims", record.content["clearance"] ?? .null), place,
    ])
  }

  private static func order(_ json: JSON, _ service: HookService) throws(Problem) -> Order {
    guard let order = json["order"] else {
      throw Problem(.invalidRequest, "the member `order` is missing")
    }
    let decoded = OrderDecoder.decode(
      Array(order.text().utf8), knownCountries: service.holder.current.countries)
    guard decoded.count == 1, case .order(let order, let notices) = decoded[0].result else {
      throw SubmittedOrder.invalid(decoded.flatMap(\.diagnostics))
    }
    try SubmittedOrder.refuse(notices)
    if let demanded = order.minimumDataVersion, CivilDate(demanded) == nil {
      throw Problem(.invalidRequest, "minDataVersion must be a day, as 2026-11-22")
    }
    return order
  }

  private static func days(_ json: JSON, _ service: HookService) throws(Problem) -> Int {
    guard let given = json["days"], !given.isNull else { return service.settings.clearanceDays }
    guard let days = given.integer, (1...30).contains(days) else {
      throw Problem(.invalidRequest, "`days` must be a number from 1 to 30")
    }
    return days
  }

  /// Names of the persons who confirmed conditions, by the condition.
  private static func confirmations(_ json: JSON) throws(Problem) -> [String: String] {
    guard let given = json["confirmations"], !given.isNull else { return [:] }
    guard let members = given.members else {
      throw Problem(.invalidRequest, "`confirmations` must be an object of names")
    }
    var confirmations: [String: String] = [:]
    for member in members {
      guard let name = member.value.string else {
        throw Problem(.invalidRequest, "each confirmation must be the name of a person")
      }
      confirmations[member.key] = name
    }
    return confirmations
  }
}
