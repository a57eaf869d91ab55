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
        (MediaType.lines, "ScreeningRequest"),
      ]) { settings, type in
        type == MediaType.lines ? settings.batchBytes : settings.orderBytes
      },
      idempotency: .required,
      query: [],
      answers: [
        Route.Answer(
          status: 200, meaning: "It was evaluated, whatever the decision.",
          types: [
            (MediaType.json, "ScreeningResponse"), (MediaType.cloudEvent, "CloudEvent"),
            (MediaType.lines, nil),
          ])
      ],
      problems: [
        .malformedBody, .missingIdempotencyKey, .invalidRequest, .inFlight, .invalidOrder,
        .keyReused, .staleData, .oldData, .storeUnavailable, .busy, .stopping, .deadline,
      ]
    ) { service, call throws(Problem) in
      call.request.mediaType == MediaType.lines
        ? try BatchAnswer.response(service, call) : try one(service, call)
    }
  ]

  private static func one(
    _ service: HookService, _ call: RouteCall
  ) throws(Problem) -> HTTPResponse {
    let given = try Submission.key(call.request)
    let isEvent =
      call.request.mediaType == MediaType.cloudEvent
      || call.request.header("ce-specversion") != nil
    guard given != nil || isEvent else {
      throw Problem(.missingIdempotencyKey, "send the header Idempotency-Key")
    }
    let read = try SubmittedOrder(call, countries: service.holder.current.countries)
    let key = given ?? read.event.map { "event:\($0.source)\n\($0.id)" }
    let answer = try ScreeningDesk(service: service).answer(
      Submission(
        order: read.order, notices: read.notices, client: call.client, key: key,
        digest: Submission.digest(call.request.mediaType ?? "", call.request.body),
        minimumDataVersion: call.request.header("minimum-data-version")
          ?? read.order.minimumDataVersion,
        seesFindings: call.seesFindings, arrival: call.request.arrival,
        deadline: call.request.deadline))
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

/// CloudEvents 1.0 in structured mode, as this server sends them.
enum CloudEvent {
  static func answer(_ answer: ScreeningAnswer, source: String) -> JSON {
    .object([
      ("specversion", .string("1.0")), ("type", .string("scruple.screening.determined.v1")),
      ("source", .string("//" + source)),
      ("id", .string("\(answer.determination).\(answer.position)")),
      ("time", answer.json["evaluatedAt"] ?? .null),
      ("subject", .string(answer.determination)),
      ("datacontenttype", .string(MediaType.json)), ("data", answer.json),
    ])
  }
}
