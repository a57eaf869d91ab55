import Digests
import Formats
import Trade

/// An order out of a body: plain JSON, or the `data` of a CloudEvent in structured mode.
struct SubmittedOrder: Sendable {
  let order: Order
  let notices: [Diagnostic]
  /// Of the bytes of the order itself.
  let written: WrittenKey

  init(
    _ body: [UInt8], _ mediaType: String, countries: Set<String>, _ settings: HookSettings
  ) throws(Problem) {
    let bytes = mediaType == MediaType.cloudEvent ? try CloudEvent.data(body) : body
    var written = WrittenKey()
    written.add(SHA256(of: bytes).bytes)
    self.written = written
    (order, notices) = try SubmittedOrder.order(bytes, countries)
    try SubmittedOrder.refuse(largerThan: settings, order)
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

  /// What would take longer than anybody waits is refused before it is worked on or accepted.
  static func refuse(largerThan settings: HookSettings, _ order: Order) throws(Problem) {
    var faults: [Diagnostic] = []
    func bound(_ count: Int, _ most: Int, _ path: String) {
      guard count > most else { return }
      faults.append(
        Diagnostic(
          "HOK029", "the order has \(count) \(path), and the server takes \(most)",
          remedy: "send it in parts, or screen it with `scruple screen`", path: path))
    }
    bound(order.parties.count, settings.orderParties, "parties")
    bound(order.lines.count, settings.orderLines, "lines")
    guard faults.isEmpty else { throw invalid(faults) }
  }

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
