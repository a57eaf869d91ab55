import Formats
import Trade

/// An order out of a body: plain JSON, or the `data` of a CloudEvent in structured mode.
struct SubmittedOrder {
  let order: Order
  let notices: [Diagnostic]
  /// Source and id of a CloudEvent, which together are unique by that specification.
  let event: (source: String, id: String)?

  init(_ call: RouteCall, countries: Set<String>) throws(Problem) {
    let body = call.request.body
    guard call.request.mediaType == MediaType.cloudEvent else {
      event = try SubmittedOrder.binaryEvent(call.request)
      (order, notices) = try SubmittedOrder.order(body, countries)
      return
    }
    let json: JSON
    do throws(JSONFailure) {
      json = try JSONReader.read(body)
    } catch {
      throw Problem(.malformedBody, "the event is no JSON: \(error.message) at \(error.position)")
    }
    guard json["specversion"]?.string == "1.0", let id = json["id"]?.string, !id.isEmpty,
      let source = json["source"]?.string, !source.isEmpty,
      let type = json["type"]?.string, !type.isEmpty
    else {
      throw Problem(
        .invalidRequest, "a CloudEvent needs specversion 1.0, id, source and type")
    }
    guard let data = json["data"] else {
      throw Problem(.invalidRequest, "the CloudEvent has no `data` with an order")
    }
    event = (source, id)
    (order, notices) = try SubmittedOrder.order(Array(data.text().utf8), countries)
  }

  /// A CloudEvent in binary mode: its attributes are headers, and the body is the order.
  private static func binaryEvent(
    _ request: HTTPRequest
  ) throws(Problem) -> (source: String, id: String)? {
    guard request.headers.contains(where: { $0.name == "ce-specversion" }) else { return nil }
    guard request.header("ce-specversion") == "1.0", let id = request.header("ce-id"),
      let source = request.header("ce-source"), let type = request.header("ce-type"),
      !id.isEmpty, !source.isEmpty, !type.isEmpty
    else {
      throw Problem(
        .invalidRequest,
        "a CloudEvent in binary mode needs ce-specversion 1.0, ce-id, ce-source and ce-type")
    }
    return (source, id)
  }

  private static func order(
    _ bytes: [UInt8], _ countries: Set<String>
  ) throws(Problem) -> (Order, [Diagnostic]) {
    let decoded = OrderDecoder.decode(bytes, knownCountries: countries)
    guard decoded.count == 1, let first = decoded.first else {
      throw Problem(.invalidRequest, "the body must hold one order; send many as NDJSON")
    }
    switch first.result {
    case .order(let order, let warnings):
      try refuse(warnings)
      return (order, warnings)
    case .failure(let diagnostics): throw invalid(diagnostics)
    }
  }

  /// What a file may have with a warning and the contract does not: amounts are texts of digits, so
  /// that no program on the way rounds them.
  static func refuse(_ warnings: [Diagnostic]) throws(Problem) {
    let faults = warnings.filter { $0.id == amountAsNumber }.map {
      Diagnostic($0.id, $0.message, remedy: $0.remedy, path: $0.path)
    }
    guard faults.isEmpty else { throw invalid(faults) }
  }

  private static let amountAsNumber = "TRD022"

  static func invalid(_ diagnostics: [Diagnostic]) -> Problem {
    // TRD001 to TRD004: the bytes are no JSON, so no field of it can be named.
    let unreadable = ["TRD001", "TRD002", "TRD003", "TRD004"]
    let kind: Problem.Kind =
      diagnostics.contains { unreadable.contains($0.id) } ? .malformedBody : .invalidOrder
    let count = diagnostics.count { $0.severity == .error }
    return Problem(
      kind, count == 1 ? "1 problem, told with its place" : "\(count) problems, told with places"
    ).adding([("problems", .array(diagnostics.map(\.json)))])
  }
}
