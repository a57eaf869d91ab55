import Formats
import Trade

/// Many orders as NDJSON or as a table: one line out for each line or row in, one that fails among
/// them.
struct BatchAnswer {
  /// One order, or what cannot be read, with the lines on which it stands.
  struct Item: Sendable {
    let rows: [Int]
    let decoded: DecodedOrder
  }

  let service: HookService
  let requested: RequestedScreening
  let items: [Item]

  /// Throws where the batch as a whole cannot be read.
  init(_ requested: RequestedScreening, _ service: HookService) throws(Problem) {
    self.service = service
    self.requested = requested
    items = try BatchAnswer.items(requested, service)
  }

  static func response(
    _ service: HookService, _ call: RouteCall, _ requested: RequestedScreening
  ) throws(Problem) -> HTTPResponse {
    let batch = try BatchAnswer(requested, service)
    var mayBeLater = false
    if case .within = call.request.preference { mayBeLater = true }
    // Earlier than that of the whole, so that lines that were in time are told; but whoever takes
    // the answer later gets it whole.
    let deadline = call.request.deadline - (mayBeLater ? 0 : 2_000_000_000)
    let results = Threads.map(batch.items) { item in
      batch.answer(to: item, call.request.arrival, deadline)
    }
    if mayBeLater, results.contains(where: { $0.problem?.kind == .deadline }) {
      return try service.taken(requested, call)
    }
    let lines = zip(batch.items, results).flatMap { batch.lines(of: $0, $1) }
    return response(lines, count: batch.items.count)
  }

  static func response(_ lines: [JSON], count: Int) -> HTTPResponse {
    var response = HTTPResponse(
      type: MediaType.lines, body: lines.flatMap { Array(($0.text() + "\n").utf8) })
    response.note.decision = "batch of \(count)"
    return response
  }

  /// Screens one order of the batch and records it, unless it is on record already.
  func answer(
    to item: Item, _ arrival: Int, _ deadline: Int
  ) -> Result<ScreeningAnswer, Problem> {
    Result { () throws(Problem) in
      try ScreeningDesk(service: service).answer(try submission(item, arrival, deadline))
    }
  }

  /// What is on record of one order of the batch; nil where it is not decided. What cannot be read
  /// is answered without a record.
  func recorded(_ item: Item) throws(Problem) -> Result<ScreeningAnswer, Problem>? {
    let submission: Submission
    do throws(Problem) { submission = try self.submission(item, 0, .max) } catch {
      return .failure(error)
    }
    do throws(Problem) {
      return try ScreeningDesk(service: service).recorded(submission).map(Result.success)
    } catch {
      // What is wrong with one line is the answer to that line.
      guard error.isOfTheRequest || error.kind == .erased else { throw error }
      return .failure(error)
    }
  }

  func submission(
    _ item: Item, _ arrival: Int, _ deadline: Int
  ) throws(Problem) -> Submission {
    guard case .order(let order, let notices) = item.decoded.result else {
      throw SubmittedOrder.invalid(item.decoded.diagnostics)
    }
    try SubmittedOrder.refuse(notices)
    try SubmittedOrder.refuse(largerThan: service.settings, order)
    return requested.submission(
      order, notices: notices, line: item.decoded.line, arrival: arrival, deadline: deadline)
  }

  /// The answer to an order on the first of its lines; each further one tells the decision and
  /// where the answer stands.
  func lines(of item: Item, _ result: Result<ScreeningAnswer, Problem>) -> [JSON] {
    var answer: JSON
    switch result {
    case .success(let success): answer = success.problem?.json() ?? success.json
    case .failure(let problem): answer = problem.json()
    }
    let first = item.rows.first ?? item.decoded.line
    let own = (answer.members ?? []).map { ($0.key, $0.value) }
    answer = .object([("line", .integer(first))] + own)
    let brief = own.filter { member in
      ["decision", "determination", "determinationId", "orderRef", "status", "type"]
        .contains(member.0)
    }
    return [answer]
      + item.rows.dropFirst().map { row in
        .object([("line", .integer(row)), ("answeredOn", .integer(first))] + brief)
      }
  }

  private static func items(
    _ requested: RequestedScreening, _ service: HookService
  ) throws(Problem) -> [Item] {
    let countries = service.holder.current.countries
    let most = service.settings.batchLines
    var items: [Item] = []
    var count = 0
    if requested.mediaType == MediaType.table {
      let table = try table(requested, service, countries)
      items = table.entries.map { Item(rows: $0.rows, decoded: $0.decoded) }
      count = items.reduce(0) { $0 + $1.rows.count }
    } else {
      OrderDecoder.forEachOrder(in: requested.body, knownCountries: countries) { order in
        count += 1
        if count <= most { items.append(Item(rows: [order.line], decoded: order)) }
      }
    }
    guard count <= most else { throw Problem(.tooLarge, "a batch may have \(most) lines") }
    return items
  }

  private static func table(
    _ requested: RequestedScreening, _ service: HookService, _ countries: Set<String>
  ) throws(Problem) -> OrderTable {
    var columns = OrderColumns.byName
    if let name = requested.mapping {
      guard let known = service.columns(name) else {
        throw Problem(.unknownMapping, "no mapping of this name is known to the server")
      }
      columns = known
    }
    do throws(Diagnostic) {
      return try OrderTable(requested.body, columns, knownCountries: countries)
    } catch {
      throw SubmittedOrder.invalid([error])
    }
  }
}

extension Result where Success == ScreeningAnswer, Failure == Problem {
  fileprivate var problem: Problem? {
    if case .failure(let problem) = self { problem } else { nil }
  }
}
