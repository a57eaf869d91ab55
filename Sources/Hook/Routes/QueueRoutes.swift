import Formats
import Ledger

/// What became of a request that was taken to be answered later.
enum QueueRoutes {
  static let routes = [
    Route(
      method: "GET", path: "/v1/screenings/{id}", name: "screeningState",
      summary: "The answer to a request that was accepted, or that it waits and its orders are "
        + "held. For the key that sent it, and for those who see determinations.",
      access: .anyOf([.screen, .orders, .determinations, .cases]),
      pathParameters: [
        Route.Parameter(
          name: "id", meaning: "The last word of Location.",
          schema: RouteTable.text(
            pattern: "^acc_[0-9a-f]{32}$", example: "acc_0123456789abcdef0123456789abcdef"))
      ],
      answers: [
        Route.Answer(
          status: 200, meaning: "It is answered, as it would have been at once.",
          types: [
            (MediaType.json, "ScreeningResponse"), (MediaType.cloudEvent, "CloudEvent"),
            (MediaType.lines, nil),
          ]),
        Route.Answer(
          status: 202, meaning: "It is not answered; its orders are held.",
          types: [(MediaType.json, "Accepted")]),
      ],
      problems: [.notFound, .erased, .storeUnavailable, .busy, .deadline]
    ) { service, call throws(Problem) in
      // Whose it is not learns no more than that it is not his.
      guard let accepted = try service.standing(call.parameter("id")),
        accepted.request.client == call.client || call.seesFindings
      else { throw Problem(.notFound, "nothing was accepted under this id") }
      return try service.state(of: accepted, call)
    }
  ]
}
