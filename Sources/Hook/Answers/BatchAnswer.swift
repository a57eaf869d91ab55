import Formats
import Trade

/// Many orders as NDJSON: one line out for each line in, a line that fails among them.
enum BatchAnswer {
  static func response(
    _ service: HookService, _ call: RouteCall
  ) throws(Problem) -> HTTPResponse {
    let basis = service.holder.current
    let given = try Submission.key(call.request)
    var decoded: [DecodedOrder] = []
    OrderDecoder.forEachOrder(
      in: call.request.body, knownCountries: basis.countries
    ) { order in
      if decoded.count <= service.settings.batchLines { decoded.append(order) }
    }
    guard decoded.count <= service.settings.batchLines else {
      throw Problem(.tooLarge, "a batch may have \(service.settings.batchLines) orders")
    }
    let digest = Submission.digest(MediaType.lines, call.request.body)
    let desk = ScreeningDesk(service: service)
    let minimum = call.request.header("minimum-data-version")
    let lines = Threads.map(decoded) { decoded in
      answer(
        decoded, desk, call, key: given.map { "\($0)/\(decoded.line)" }, digest: digest,
        minimum: minimum
      ).text() + "\n"
    }
    var response = HTTPResponse(
      type: MediaType.lines, body: lines.flatMap { Array($0.utf8) })
    response.note.decision = "batch of \(decoded.count)"
    return response
  }

  private static func answer(
    _ decoded: DecodedOrder, _ desk: ScreeningDesk, _ call: RouteCall, key: String?,
    digest: String, minimum: String?
  ) -> JSON {
    let line = [("line", JSON.integer(decoded.line))]
    do throws(Problem) {
      guard case .order(let order, let notices) = decoded.result else {
        throw SubmittedOrder.invalid(decoded.diagnostics)
      }
      try SubmittedOrder.refuse(notices)
      let answer = try desk.answer(
        Submission(
          order: order, notices: notices, client: call.client, key: key, digest: digest,
          minimumDataVersion: minimum ?? order.minimumDataVersion,
          seesFindings: call.seesFindings, arrival: call.request.arrival,
          // Earlier than that of the whole, so that lines that were in time are told.
          deadline: call.request.deadline - 2_000_000_000))
      if let problem = answer.problem { throw problem }
      return .object(line + (answer.json.members ?? []).map { ($0.key, $0.value) })
    } catch {
      return .object(line + (error.json().members ?? []).map { ($0.key, $0.value) })
    }
  }
}
