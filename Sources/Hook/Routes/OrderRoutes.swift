import Formats
import Ledger
import Screening

/// Where an order stands, for systems that ask now and then.
enum OrderRoutes {
  static let routes = [
    Route(
      method: "GET", path: "/v1/orders/{order}/status", name: "orderStatus",
      summary: "The newest decision on an order, and whether a clearance holds.",
      access: .anyOf([.orders, .screen, .determinations, .cases]),
      pathParameters: [
        Route.Parameter(
          name: "order", meaning: "The system, a colon and the reference, as `erp:SO-2104`.",
          schema: RouteTable.text(pattern: "^[!-9;-~]{1,64}:[!-~]{1,200}$", example: "erp:SO-2104"))
      ],
      answers: [
        Route.Answer(
          status: 200, meaning: "Where it stands.", types: [(MediaType.json, "OrderStatus")])
      ],
      problems: [.notFound, .erased, .clockBehind, .storeUnavailable, .busy, .deadline]
    ) { service, call throws(Problem) in
      let parts = call.parameter("order").split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Problem(.notFound, "write the order as system:reference")
      }
      try service.requireClock()
      return HTTPResponse(json: try status(service, system: parts[0], reference: parts[1]))
    }
  ]

  private static func status(
    _ service: HookService, system: String, reference: String
  ) throws(Problem) -> JSON {
    let ledger = service.ledger
    return try Problem.ofLedger { () throws(LedgerFailure) in
      var newest: OpenedRecord?
      var isReviewed = false
      let keys = ClearanceVerifier(keys: try ledger.keys.published, now: service.now)
      var clearances: [RecordedClearance] = []
      var revoked: Set<String> = []
      let subject = LedgerSubject.order(system: system, reference: reference)
      for position in try ledger.positions(of: subject) {
        let record = try ledger.record(at: position)
        switch record.kind {
        case .determination: newest = record
        case .review: isReviewed = true
        case .clearance:
          // One of a key that counts no longer lets nothing leave.
          if let token = record.content["token"]?.string, let clearance = try? keys.read(token) {
            clearances.append(RecordedClearance(clearance, at: position))
          }
        case .revocation:
          if let id = record.header["revokes"]?.string { revoked.insert(id) }
        default: break
        }
      }
      let waiting = try waiting(service, system: system, reference: reference)
      guard let newest else {
        guard let waiting else {
          throw LedgerFailure(.noSuchRecord, "no determination of this order is recorded")
        }
        return .object([
          ("order", .string("\(system):\(reference)")), ("decision", .string("hold")),
          ("determinationId", .null), ("clearance", .null), ("mayLeave", .boolean(false)),
          ("waiting", waiting),
        ])
      }
      let determination = newest.content["determination"] ?? .null
      // What was accepted since may tell another order: until it is answered this one is held.
      let decided =
        try isReviewed
        ? CaseDesk(ledger).decisionByPersons(system: system, reference: reference)?.rawValue : nil
      let decision = decided ?? determination["decision"]?.string ?? "hold"
      var isHeld = waiting != nil || !["allow", "block"].contains(decision)
      if decision == "allow", !isHeld {
        isHeld = try CaseDesk(ledger).hold(onRequest: newest.content["order"] ?? .null) != nil
      }
      // What a later screening has once ended does not come back.
      let live = clearances.filter {
        !revoked.contains($0.clearance.id) && $0.clearance.expires > service.now
      }
      let endings = try ClearanceDesk(ledger).endings(of: live)
      let holding = live.last { endings[$0.clearance.id] == nil }?.clearance
      return .object([
        ("order", .string("\(system):\(reference)")),
        ("orderRevision", determination["orderRevision"] ?? .null),
        ("orderDigest", determination["orderDigest"] ?? .null),
        ("decision", .string(isHeld ? "hold" : decision)),
        ("decidedBy", .string(decided == nil ? "policies" : "persons")),
        ("determinationId", determination["determinationId"] ?? .null),
        ("decidedAt", .string(newest.time)), ("leafIndex", .integer(newest.position)),
        (
          "clearance",
          holding.map { clearance in
            .object([
              ("id", .string(clearance.id)),
              ("expires", .string(UTCTime.text(seconds: clearance.expires))),
            ])
          } ?? .null
        ),
        ("mayLeave", .boolean(holding != nil && waiting == nil)),
        ("waiting", waiting ?? .null),
      ])
    }
  }

  /// The newest request about an order that was accepted and is not answered.
  private static func waiting(
    _ service: HookService, system: String, reference: String
  ) throws(LedgerFailure) -> JSON? {
    try service.ledger.waiting(system: system, reference: reference).map { accepted in
      .object([
        ("id", .string(accepted.id)), ("acceptedAt", .string(accepted.request.evaluatedAt)),
        ("location", .string("/v1/screenings/" + accepted.id)),
      ])
    }
  }
}
