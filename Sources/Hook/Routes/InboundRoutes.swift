import Formats
import Ledger
import Trade

/// Orders from systems that sign in their own way and cannot send a key.
enum InboundRoutes {
  static let routes = [
    Route(
      method: "POST", path: "/v1/inbound/{source}", name: "inbound",
      summary: "Screens an order that a named source has signed over the bytes of the body: "
        + "X-Shopify-Hmac-SHA256, X-Frappe-Webhook-Signature, or Standard Webhooks. An event that "
        + "comes again gets the first answer.",
      access: .open,
      body: Route.Body(types: [(MediaType.json, "ScreeningRequest")]) { settings, _ in
        settings.orderBytes
      },
      pathParameters: [
        Route.Parameter(
          name: "source", meaning: "The id of a source in the server's file of partners.",
          schema: RouteTable.text(pattern: "^[A-Za-z0-9-]{1,64}$", example: "shop"))
      ],
      answers: [
        Route.Answer(
          status: 200, meaning: "It was evaluated, whatever the decision.",
          types: [(MediaType.json, "ScreeningResponse")]),
        Route.Answer(
          status: 202, meaning: "It is on record and held, and will be answered.",
          types: [(MediaType.json, "Accepted")]),
      ],
      problems: [
        .malformedBody, .unauthenticated, .notFound, .inFlight, .invalidOrder, .keyReused,
        .staleData, .oldData, .clockBehind, .storeUnavailable, .busy, .deadline,
      ], postpones: requested
    ) { service, call throws(Problem) in
      let requested = try requested(service, call)
      let read = try requested.order(service)
      let answer = try ScreeningDesk(service: service).answer(
        requested.submission(
          read, arrival: call.request.arrival, deadline: call.request.deadline))
      return ScreeningRoutes.response(answer, call, source: service.ledger.keys.name)
    }
  ]

  private static func requested(
    _ service: HookService, _ call: RouteCall
  ) throws(Problem) -> RequestedScreening {
    let name = call.parameter("source")
    let (source, now) = (service.source(name), service.now)
    guard let event = source?.event(of: call.request, now: now) else {
      // Whether there is such a source is told to nobody without a signature.
      throw Problem(
        .unauthenticated,
        source?.isUntimely(call.request, now: now) == true
          ? "webhook-timestamp is more than \(StandardWebhook.tolerance) seconds from this server's "
            + "clock; sign it anew when it is sent again"
          : "the signature is not of this body")
    }
    return RequestedScreening(call, source: name, event: event)
  }
}
