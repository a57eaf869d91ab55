import Formats
import Ledger
import Trade

/// Orders in, decisions out.
enum ScreeningRoutes {
  static let routes = [
    Route(
      method: "POST", path: "/v1/screenings", name: "screen",
      summary: "Screens one order, or many as NDJSON. The determination is recorded before it is "
        + "answered; an order is held unless the answer says otherwise.",
      access: .anyOf([.screen]),
      body: Route.Body(types: [
        (MediaType.json, "ScreeningRequest"), (MediaType.cloudEvent, "OrderEvent"),
        (MediaType.lines, "ScreeningRequest"), (MediaType.table, nil),
      ]) { settings, type in
        MediaType.batches.contains(type) ? settings.batchBytes : settings.orderBytes
      },
      idempotency: .required,
      query: [
        Route.Parameter(
          name: "mapping",
          meaning: "Of a table: the id under which the server knows what its columns hold. Without "
            + "it the columns have the names of fields, as `order.ref` or `lines.quantity`.",
          schema: RouteTable.text(pattern: "^[A-Za-z0-9-]{1,64}$", example: "erp-export"))
      ],
      headers: [
        Route.Parameter(
          name: "Prefer",
          meaning: "`respond-async`: take it and answer later, at the address of Location; with "
            + "`wait=N` only where there is no answer within N seconds (RFC 7240).",
          schema: RouteTable.text(
            pattern: "^respond-async(, wait=[0-9]{1,3})?$", example: "respond-async"))
      ],
      answers: [
        Route.Answer(
          status: 200, meaning: "It was evaluated, whatever the decision.",
          types: [
            (MediaType.json, "ScreeningResponse"), (MediaType.cloudEvent, "CloudEvent"),
            (MediaType.lines, nil),
          ],
          links: ["determination", "determinationProof", "memo-html", "memo-txt", "memo-md"].map {
            Route.Link(route: $0, value: "/determinationId")
          }),
        Route.Answer(
          status: 202,
          meaning: "It is on record and held, and will be answered at the address of Location.",
          types: [(MediaType.json, "Accepted")],
          links: [Route.Link(route: "screeningState", value: "/id")]),
      ],
      problems: [
        .malformedBody, .missingIdempotencyKey, .invalidRequest, .inFlight, .invalidOrder,
        .unknownMapping,
        .keyReused, .staleData, .oldData, .clockBehind, .storeUnavailable, .busy, .stopping,
        .deadline,
      ], postpones: { _, call throws(Problem) in try RequestedScreening(call) }
    ) { service, call throws(Problem) in
      let requested = try RequestedScreening(call)
      if call.request.preference == .later { return try service.taken(requested, call) }
      try service.refuseOther(requested)
      return requested.isBatch
        ? try BatchAnswer.response(service, call, requested) : try one(service, call, requested)
    }
  ]

  private static func one(
    _ service: HookService, _ call: RouteCall, _ requested: RequestedScreening
  ) throws(Problem) -> HTTPResponse {
    let read = try requested.order(service)
    let answer = try ScreeningDesk(service: service).answer(
      requested.submission(
        read, arrival: call.request.arrival, deadline: call.request.deadline))
    return response(answer, call, source: service.ledger.keys.name)
  }

  /// The same for every way in by which one order comes.
  static func response(
    _ answer: ScreeningAnswer, _ call: RouteCall, source: String
  ) -> HTTPResponse {
    var response: HTTPResponse
    if let problem = answer.problem {
      response = problem.response
    } else if call.request.accepts(MediaType.cloudEvent) {
      response = HTTPResponse(
        json: CloudEvent.answer(answer, source: source), type: MediaType.cloudEvent)
    } else {
      response = HTTPResponse(json: answer.json)
    }
    if answer.isReplay { response.headers.append(("Idempotency-Replayed", "true")) }
    response.note.decision = answer.decision
    response.note.determination = answer.determination
    response.note.isReplay = answer.isReplay
    return response
  }
}
