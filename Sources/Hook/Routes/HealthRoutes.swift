import Formats
import Ledger
import Screening

/// Whether the server lives and can decide, its numbers, and what it is.
enum HealthRoutes {
  static let routes = [
    Route(
      method: "GET", path: "/healthz", name: "health", summary: "Whether the process answers.",
      access: .open,
      answers: [
        Route.Answer(
          status: 200, meaning: "It answers.", types: [(MediaType.json, "Health")])
      ], lane: .health
    ) { service, _ throws(Problem) in
      HTTPResponse(json: .object([("status", .string("alive"))] + standing(service).members))
    },
    Route(
      method: "GET", path: "/readyz", name: "readiness",
      summary: "Whether orders can be decided: lists fresh and whole, log writable, keys loaded.",
      access: .open,
      answers: [
        Route.Answer(
          status: 200, meaning: "Orders can be decided.", types: [(MediaType.json, "Health")])
      ], problems: [.staleData, .storeUnavailable, .noKeys, .clockBehind, .stopping, .deadline],
      lane: .health
    ) { service, _ throws(Problem) in
      guard service.isReady else { throw Problem(.stopping, "the server is stopping") }
      let (json, isComplete) = standing(service)
      guard isComplete else {
        throw Problem(.staleData, "a required list does not answer, or is not ready yet").adding(
          json)
      }
      _ = try service.storeStanding()
      if let failure = service.ledger.failure(within: 10) {
        throw Problem(
          .storeUnavailable, "the last record could not be written (\(failure.rawValue))")
      }
      guard service.hasKeys else { throw Problem(.noKeys, "no key is in force, so nobody can ask") }
      return HTTPResponse(json: .object([("status", .string("ready"))] + json))
    },
    Route(
      method: "GET", path: "/metrics", name: "metrics", summary: "Numbers for Prometheus.",
      access: .open,
      answers: [
        Route.Answer(
          status: 200, meaning: "Text exposition format 0.0.4.", types: [("text/plain", nil)])
      ], lane: .health
    ) { service, _ throws(Problem) in
      let standing = service.dataStanding()
      let size = try? service.storeStanding()
      let text = service.metrics.text(
        standing: standing, treeSize: size, waiting: service.queue.count, now: service.now,
        isReady: service.isReady && standing?.isComplete == true && size != nil)
      return HTTPResponse(
        type: "text/plain; version=0.0.4; charset=utf-8", body: Array(text.utf8))
    },
    Route(
      method: "GET", path: "/openapi.json", name: "description",
      summary: "This description (OpenAPI 3.1).", access: .open,
      answers: [
        Route.Answer(
          status: 200, meaning: "The description.", types: [(MediaType.json, "Anything")])
      ], lane: .immediate
    ) { service, _ throws(Problem) in
      HTTPResponse(json: OpenAPIDocument.json(countries: service.holder.current.countries))
    },
    Route(
      method: "GET", path: "/problems/{kind}", name: "problem",
      summary: "What a kind of problem means and what to do.", access: .open,
      pathParameters: [
        Route.Parameter(
          name: "kind", meaning: "The last word of a problem's `type`.",
          schema: .object([
            ("type", .string("string")),
            ("enum", .strings(Problem.Kind.allCases.map(\.rawValue))),
          ]))
      ],
      answers: [
        Route.Answer(status: 200, meaning: "A page.", types: [("text/html", nil)])
      ], problems: [.notFound], lane: .immediate
    ) { _, call throws(Problem) in
      guard let kind = Problem.Kind(rawValue: call.parameter("kind")) else {
        throw Problem(.notFound, "there is no problem of this kind")
      }
      return HTTPResponse(type: MediaType.html, body: Array(ProblemPage.html(kind).utf8))
    },
    Route(
      method: "POST", path: "/v1/reload", name: "reload",
      summary: "Reads policies, lists and corpus again; the new state comes into force whole.",
      access: .anyOf([.activation]),
      answers: [
        Route.Answer(
          status: 202, meaning: "It is being read.", types: [(MediaType.json, "Health")])
      ]
    ) { service, _ throws(Problem) in
      service.readAgain()
      return HTTPResponse(
        status: 202, json: .object([("status", .string("reading"))] + standing(service).members))
    },
  ]

  /// The data in force, and why newer data is not.
  private static func standing(
    _ service: HookService
  ) -> (members: [(String, JSON)], isComplete: Bool) {
    guard let standing = service.dataStanding() else {
      return ([("data", .null)], false)
    }
    var members = [("data", standing.json)]
    if let refusal = service.holder.refusal {
      members.append(("notInForce", .string(refusal)))
    }
    return (members, standing.isComplete)
  }
}
