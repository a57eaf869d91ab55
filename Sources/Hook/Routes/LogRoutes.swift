import Formats
import Ledger

/// What a stranger can check: the log's head, proofs, and the keys.
enum LogRoutes {
  private static let problems: [Problem.Kind] = [
    .notFound, .storeUnavailable, .busy, .deadline,
  ]

  static let routes = [
    Route(
      method: "GET", path: "/v1/log/checkpoint", name: "checkpoint",
      summary: "The newest signed head of the log (C2SP tlog-checkpoint).", access: .open,
      answers: [
        Route.Answer(status: 200, meaning: "A signed note.", types: [("text/plain", nil)])
      ], problems: problems
    ) { service, _ throws(Problem) in
      let note = try Problem.ofLedger { () throws(LedgerFailure) in
        try service.ledger.prover.newest().note(by: try service.ledger.keys.published.log)
      }
      return HTTPResponse(type: MediaType.text, body: Array(note.utf8))
    },
    Route(
      method: "GET", path: "/v1/log/records/{position}/proof", name: "inclusion",
      summary: "That a record is in the log (RFC 9162).", access: .anyOf([.log]),
      pathParameters: [
        Route.Parameter(
          name: "position", meaning: "The number of a record, from zero.",
          schema: .object([("type", .string("integer")), ("minimum", .integer(0))]))
      ],
      answers: [
        Route.Answer(status: 200, meaning: "A proof.", types: [(MediaType.json, "Inclusion")])
      ], problems: problems
    ) { service, call throws(Problem) in
      guard let position = Int(call.parameter("position")), position >= 0 else {
        throw Problem(.notFound, "a record is named by its number")
      }
      return try inclusion(service, position)
    },
    Route(
      method: "GET", path: "/v1/determinations/{id}/proof", name: "determinationProof",
      summary: "That a determination is in the log (RFC 9162).",
      access: .anyOf([.log, .determinations, .cases]),
      pathParameters: [
        Route.Parameter(
          name: "id", meaning: "The id of a determination.",
          schema: RouteTable.text(
            pattern: "^det_[0-9A-HJKMNP-TV-Z]{26}$", example: "det_01JD9Q5Z3C01JD9Q5Z3C01JD9Q"))
      ],
      answers: [
        Route.Answer(status: 200, meaning: "A proof.", types: [(MediaType.json, "Inclusion")])
      ], problems: problems + [.erased]
    ) { service, call throws(Problem) in
      try inclusion(service, try DeterminationRoutes.record(service, call).position)
    },
    Route(
      method: "GET", path: "/v1/log/consistency", name: "consistency",
      summary: "That an older log is the beginning of the present one (RFC 9162).",
      access: .anyOf([.log]),
      query: [
        Route.Parameter(
          name: "from", meaning: "How many records the older log had.",
          // No more than every program's numbers hold exactly (RFC 8259 section 6).
          schema: .object([
            ("type", .string("integer")), ("minimum", .integer(1)),
            ("maximum", .integer(9_007_199_254_740_991)),
          ]), isRequired: true)
      ],
      answers: [
        Route.Answer(status: 200, meaning: "A proof.", types: [(MediaType.json, "Consistency")])
      ], problems: problems + [.invalidRequest]
    ) { service, call throws(Problem) in
      guard let size = call.request.target.query["from"].flatMap({ Int($0) }), size > 0 else {
        throw Problem(.invalidRequest, "the parameter `from` must be a number above zero")
      }
      return HTTPResponse(
        json: try Problem.ofLedger { () throws(LedgerFailure) in
          try service.ledger.prover.consistency(from: size).json(
            by: try service.ledger.keys.published.log)
        })
    },
    Route(
      method: "GET", path: "/v1/keys", name: "keys",
      summary: "The public keys by which the log and clearances verify.", access: .open,
      answers: [
        Route.Answer(
          status: 200, meaning: "The log's key (signed-note) and a JWK Set.",
          types: [(MediaType.json, "Keys")])
      ], problems: [.storeUnavailable]
    ) { service, _ throws(Problem) in
      HTTPResponse(
        json: try Problem.ofLedger { () throws(LedgerFailure) in
          try service.ledger.keys.published.json
        })
    },
  ]

  private static func inclusion(
    _ service: HookService, _ position: Int
  ) throws(Problem) -> HTTPResponse {
    HTTPResponse(
      json: try Problem.ofLedger { () throws(LedgerFailure) in
        try service.ledger.prover.inclusion(of: position).json(
          by: try service.ledger.keys.published.log)
      })
  }
}
