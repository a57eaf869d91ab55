import Formats
import Ledger
import Memos
import Screening
import Trade

/// What was decided and why, for people who may decide cases.
enum DeterminationRoutes {
  private static let id = Route.Parameter(
    name: "id", meaning: "The id of a determination.",
    schema: RouteTable.text(
      pattern: "^det_[0-9A-HJKMNP-TV-Z]{26}$", example: "det_01JD9Q5Z3C01JD9Q5Z3C01JD9Q"))
  private static let access = Route.Access.anyOf([.determinations, .cases])

  static let routes = [
    Route(
      method: "GET", path: "/v1/determinations/{id}", name: "determination",
      summary: "A recorded determination with its findings, evidence and facts.",
      access: access, pathParameters: [id],
      answers: [
        Route.Answer(
          status: 200, meaning: "As it was recorded.",
          types: [(MediaType.json, "ScreeningResponse")])
      ],
      problems: [.notFound, .erased, .storeUnavailable, .busy, .deadline]
    ) { service, call throws(Problem) in
      let record = try record(service, call)
      let determination = (record.content["determination"]?.members ?? []).map {
        ($0.key, $0.value)
      }
      let audit = JSON.object([("leafIndex", .integer(record.position))])
      return HTTPResponse(
        json: .object(
          determination + [("recordedAt", .string(record.time)), ("audit", audit)]))
    },
    memo("html", "text/html") { (MediaType.html, MemoDocument($0).html) },
    memo("txt", "text/plain") { (MediaType.text, TerminalReport.screen($0)) },
    memo("md", "text/markdown") { (MediaType.markdown, MemoDocument($0).markdown) },
  ]

  private static func memo(
    _ form: String, _ type: String,
    _ text: @escaping @Sendable (Determination) -> (type: String, text: String)
  ) -> Route {
    Route(
      method: "GET", path: "/v1/determinations/{id}/memo.\(form)", name: "memo-\(form)",
      summary: "The memo of a determination, made again from its record. It is given only where "
        + "policies and data make the same determination again, byte for byte.",
      access: access, pathParameters: [id],
      answers: [Route.Answer(status: 200, meaning: "The memo.", types: [(type, nil)])],
      problems: [
        .notFound, .erased, .notReproducible, .staleData, .storeUnavailable, .busy, .deadline,
      ]
    ) { service, call throws(Problem) in
      let (type, text) = text(try again(service, try record(service, call)))
      var headers: [(name: String, value: String)] = []
      if form == "html" {
        headers = [("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")]
      }
      return HTTPResponse(type: type, body: Array(text.utf8), headers: headers)
    }
  }

  static func record(
    _ service: HookService, _ call: RouteCall
  ) throws(Problem) -> OpenedRecord {
    let ledger = service.ledger
    return try Problem.ofLedger { () throws(LedgerFailure) in
      guard let newest = try ledger.positions(of: .determination(call.parameter("id"))).last
      else { throw LedgerFailure(.noSuchRecord, "no determination of this id is recorded") }
      return try ledger.record(at: newest)
    }
  }

  /// Screens the recorded order again; throws where that does not give the recorded determination.
  private static func again(
    _ service: HookService, _ record: OpenedRecord
  ) throws(Problem) -> Determination {
    let basis = service.holder.current
    let recorded = record.content["determination"] ?? .null
    let order = record.content["order"] ?? .null
    let decoded = OrderDecoder.decode(Array(order.text().utf8), knownCountries: basis.countries)
    guard case .order(let order, let notices)? = decoded.first?.result,
      let day = recorded["asOf"]?.string.flatMap({ CivilDate($0) })
    else { throw Problem(.notReproducible, "the recorded order cannot be read") }
    let determination = try Problem.ofData { () throws(Diagnostic) in
      try basis.screen(order, notices: notices, on: day)
    }
    guard unnoted(determination.json) == unnoted(recorded) else {
      throw Problem(
        .notReproducible, "the policies or data in force make another determination")
    }
    return determination
  }

  /// Without the reader's notes, which rest on how the order was written.
  private static func unnoted(_ json: JSON) -> String {
    JSON.object(
      (json.members ?? []).filter { $0.key != "notices" }.map { ($0.key, $0.value) }
    ).text()
  }
}
