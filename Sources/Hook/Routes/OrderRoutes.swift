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
          schema: RouteTable.text(pattern: "^[!-~]{1,64}:[!-~]{1,200}$", example: "erp:SO-2104"))
      ],
      answers: [
        Route.Answer(
          status: 200, meaning: "Where it stands.", types: [(MediaType.json, "OrderStatus")])
      ],
      problems: [.notFound, .erased, .clockBehind, .storeUnavailable, .busy, .deadline]
    ) { service, call throws(Problem) in
      try service.requireClock()
      let (system, reference) = try named(call.parameter("order"), service)
      return HTTPResponse(json: try status(service, system: system, reference: reference))
    }
  ]

  /// System and reference of an order. Both may hold colons: what counts is which of the orders that
  /// could be written so is on record.
  private static func named(
    _ text: String, _ service: HookService
  ) throws(Problem) -> (system: String, reference: String) {
    let names = text.indices.filter { text[$0] == ":" }.map { colon in
      (system: String(text[..<colon]), reference: String(text[text.index(after: colon)...]))
    }.filter { !$0.system.isEmpty && !$0.reference.isEmpty }
    guard let first = names.first else {
      throw Problem(.notFound, "write the order as system:reference")
    }
    guard names.count > 1 else { return first }
    var known: [(system: String, reference: String)] = []
    for name in names {
      let isKnown = try Problem.ofLedger { () throws(LedgerFailure) in
        let order = LedgerSubject.order(system: name.system, reference: name.reference)
        if try !service.ledger.positions(of: order).isEmpty { return true }
        return try service.ledger.waiting(system: name.system, reference: name.reference) != nil
      }
      if isKnown { known.append(name) }
    }
    guard known.count <= 1 else {
      throw Problem(.notFound, "several orders on record are written so; ask by determination")
    }
    return known.first ?? first
  }

  private static func status(
    _ service: HookService, system: String, reference: String
  ) throws(Problem) -> JSON {
    let ledger = service.ledger
    return try Problem.ofLedger { () throws(LedgerFailure) in
      var isReviewed = false
      let keys = ClearanceVerifier(keys: try ledger.keys.published, now: service.now)
      var clearances: [RecordedClearance] = []
      var revoked: Set<String> = []
      let subject = LedgerSubject.order(system: system, reference: reference)
      var decided: Int?
      for position in try ledger.positions(of: subject) {
        // Of an order that is asked for at every step there are many, and the newest counts.
        if try ledger.kind(at: position) == .determination {
          decided = position
          continue
        }
        let record = try ledger.record(at: position)
        switch record.kind {
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
      let newest = try decided.map { position throws(LedgerFailure) in
        try ledger.record(at: position)
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
      let byPersons =
        try isReviewed
        ? CaseDesk(ledger).decisionByPersons(system: system, reference: reference)?.rawValue : nil
      let decision = byPersons ?? determination["decision"]?.string ?? "hold"
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
        ("decidedBy", .string(byPersons == nil ? "policies" : "persons")),
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
