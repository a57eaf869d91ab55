import Formats

/// The log line of one request: nothing in it is about a person or an order's content.
struct AccessLine {
  let json: JSON

  init(
    _ request: HTTPRequest?, _ response: HTTPResponse, method: String, nanoseconds: Int,
    _ time: (seconds: Int, nanoseconds: Int)
  ) {
    let note = response.note
    var members: [(String, JSON)] = [
      (
        "time",
        .string(
          UTCTime.text(seconds: time.seconds, milliseconds: time.nanoseconds / 1_000_000))
      ),
      ("event", .string("request")), ("method", .string(String(method.prefix(16)))),
      ("route", .string(note.route)), ("status", .integer(response.status)),
      ("microseconds", .integer(nanoseconds / 1000)),
      ("bytesIn", .integer(request?.body.count ?? 0)), ("bytesOut", .integer(response.body.count)),
    ]
    if let client = note.client { members.append(("client", .string(client))) }
    if let decision = note.decision { members.append(("decision", .string(decision))) }
    if let id = note.determination { members.append(("determinationId", .string(id))) }
    if let problem = note.problem { members.append(("problem", .string(problem))) }
    if note.isReplay { members.append(("replayed", .boolean(true))) }
    if let trace = request?.trace {
      members += [("traceId", .string(trace.trace)), ("spanId", .string(trace.span))]
    }
    json = .object(members)
  }
}
