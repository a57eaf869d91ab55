import Digests
import Formats
import Ledger
import Trade

/// Requests that are answered later: taken, found again, answered, and told.
extension HookService {
  /// Puts a request on record and says so; where it is answered already, the answer. Throws where
  /// it could never be answered, or where the store takes nothing.
  func taken(
    _ requested: RequestedScreening, _ call: RouteCall
  ) throws(Problem) -> HTTPResponse {
    guard isReady else { throw Problem(.stopping, "the server is stopping") }
    try requireClock()
    var requested = requested
    // Nobody but the server then knows it by a key.
    requested.key = requested.key ?? "taken\n" + (RandomBytes.make(16).map(Hexadecimal.text) ?? "")
    let orders = try orders(of: requested)
    let id = try acceptanceID(requested)
    if let standing = try standing(id) {
      guard standing.request.digest == requested.digest else {
        throw Problem(.keyReused, "this Idempotency-Key was used for another request")
      }
      return try state(of: standing, call)
    }
    guard !queue.isFull else { throw Problem(.busy, "as many requests wait as may") }
    if !requested.isBatch, let answer = try recorded(requested) {
      return ScreeningRoutes.response(answer, call, source: ledger.keys.name)
    }
    let time = clock()
    let request = LedgerRequest(
      client: requested.client, key: requested.key, digest: requested.digest,
      evaluatedAt: UTCTime.text(
        seconds: time.seconds, milliseconds: time.nanoseconds / 1_000_000))
    let asker = LedgerAsker(
      name: "key:" + requested.client,
      act: "POST /" + call.request.target.segments.joined(separator: "/"))
    let accepted = try Problem.ofLedger { () throws(LedgerFailure) in
      try ledger.accept(
        id, of: request, orders: orders, terms: requested.terms, body: requested.body,
        asker: asker)
    }
    // Another instance may have taken another request under this key at this moment.
    guard accepted.request.digest == requested.digest else {
      throw Problem(.keyReused, "this Idempotency-Key was used for another request")
    }
    queue.add(id, at: accepted.position)
    return waiting(accepted)
  }

  /// Throws where another request was accepted under the key of this one. Nothing is looked up in a
  /// log in which nothing was ever accepted.
  func refuseOther(_ requested: RequestedScreening) throws(Problem) {
    guard requested.key != nil, queue.seen >= 0 || queue.count > 0,
      let standing = try standing(acceptanceID(requested)),
      standing.request.digest != requested.digest
    else { return }
    throw Problem(.keyReused, "this Idempotency-Key was used for another request")
  }

  /// Where a request stands: its answer, or that it waits.
  func state(
    of accepted: AcceptedRequest, _ call: RouteCall
  ) throws(Problem) -> HTTPResponse {
    let item = queue.item(accepted.id)
    // A batch that is being worked on here need not be looked up line by line.
    if let item, item.done < item.count { return waiting(accepted, item) }
    guard let requested = RequestedScreening(accepted, seesFindings: call.seesFindings) else {
      throw Problem(.internal, "what was accepted cannot be read")
    }
    guard requested.isBatch else {
      guard let answer = try recorded(requested) else { return waiting(accepted, item) }
      return ScreeningRoutes.response(answer, call, source: ledger.keys.name)
    }
    let batch = try BatchAnswer(requested, self)
    var lines: [JSON] = []
    for order in batch.items {
      guard let result = try batch.recorded(order) else { return waiting(accepted, item) }
      lines += batch.lines(of: order, result)
    }
    return BatchAnswer.response(lines, count: batch.items.count)
  }

  /// The answer to one order that is on record.
  private func recorded(_ requested: RequestedScreening) throws(Problem) -> ScreeningAnswer? {
    let read = try requested.order(self)
    return try ScreeningDesk(service: self).recorded(
      requested.submission(read, arrival: 0, deadline: .max))
  }

  /// The orders of a request; throws where it could never be answered. Of a batch those that can
  /// be read, since the others are answered one by one.
  private func orders(of requested: RequestedScreening) throws(Problem) -> [Order] {
    var orders: [Order] = []
    if requested.isBatch {
      orders = try BatchAnswer(requested, self).items.compactMap(\.decoded.order)
    } else {
      orders = [try requested.order(self).order]
    }
    for text in orders.map(\.minimumDataVersion) + [requested.minimumDataVersion] {
      _ = try text.map { text throws(Problem) in try ScreeningDesk.day(ofDemand: text) }
    }
    return orders
  }

  /// The same for the same key of the same client, in any instance.
  private func acceptanceID(_ requested: RequestedScreening) throws(Problem) -> String {
    let text = "\(ledger.keys.name)\n\(requested.client)\n\(requested.key ?? "")"
    return "acc_" + SHA256(of: text).hexadecimal.prefix(32)
  }

  func standing(_ id: String) throws(Problem) -> AcceptedRequest? {
    try Problem.ofLedger { () throws(LedgerFailure) in try ledger.acceptance(id) }
  }

  private func waiting(
    _ accepted: AcceptedRequest, _ item: ScreeningQueue.Item? = nil
  ) -> HTTPResponse {
    let place = "/v1/screenings/" + accepted.id
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("status", .string("accepted")),
      ("decision", .string("hold")),
      ("message", .string("The order is held until it is answered; ask again at `location`.")),
      ("id", .string(accepted.id)), ("location", .string(place)),
      ("acceptedAt", .string(accepted.request.evaluatedAt)),
      ("leafIndex", .integer(accepted.position)), ("retryAfterSeconds", .integer(1)),
    ]
    if let item, item.count > 0 {
      members += [("answered", .integer(item.done)), ("of", .integer(item.count))]
    }
    if let problem = item?.problem { members.append(("waitsFor", .string(problem.address))) }
    var response = HTTPResponse(
      status: 202, json: .object(members),
      headers: [
        ("Location", place), ("Retry-After", "1"), ("Preference-Applied", "respond-async"),
      ])
    response.note.decision = "hold"
    return response
  }
}
