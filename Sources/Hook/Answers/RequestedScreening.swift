import Digests
import Formats
import Ledger
import Trade

/// What a request asks for: the decision on one order or on many, for whom, and by what it is
/// known again. The same whether it is answered at once or later.
struct RequestedScreening: Sendable {
  let mediaType: String
  /// The name under which the columns of a table are known; nil where they name fields.
  var mapping: String?
  let body: [UInt8]
  let client: String
  /// Nil for lines that nobody asks for twice.
  var key: String?
  /// Of the route and the body as sent.
  let digest: String
  var minimumDataVersion: String?
  /// Whether the answer may say why.
  let seesFindings: Bool

  var isBatch: Bool { MediaType.batches.contains(mediaType) }

  /// What a key and a body ask for at `/v1/screenings`.
  init(_ call: RouteCall) throws(Problem) {
    let request = call.request
    mediaType = request.mediaType ?? ""
    mapping = mediaType == MediaType.table ? request.target.query["mapping"] : nil
    body = request.body
    client = call.client
    digest = Submission.digest(mediaType + (mapping.map { " " + $0 } ?? ""), body)
    minimumDataVersion = request.header("minimum-data-version")
    seesFindings = call.seesFindings
    key = try Submission.key(request)
    guard !MediaType.batches.contains(mediaType) else { return }
    let event = try CloudEvent.identity(request)
    guard key == nil else { return }
    guard let event else {
      throw Problem(.missingIdempotencyKey, "send the header Idempotency-Key")
    }
    // Source and id of an event are unique by that specification.
    key = "event:\(event.source)\n\(event.id)"
  }

  /// What a source has signed.
  init(_ call: RouteCall, source: String, event: String) {
    mediaType = call.request.mediaType ?? ""
    body = call.request.body
    client = "source:" + source
    key = event
    digest = Submission.digest("inbound", body)
    seesFindings = false
  }

  /// What was accepted earlier; nil where it cannot be read.
  init?(_ accepted: AcceptedRequest, seesFindings: Bool) {
    guard let mediaType = accepted.terms["mediaType"]?.string else { return nil }
    self.mediaType = mediaType
    mapping = accepted.terms["mapping"]?.string
    body = accepted.body
    client = accepted.request.client
    key = accepted.request.key
    digest = accepted.request.digest
    minimumDataVersion = accepted.terms["minDataVersion"]?.string
    self.seesFindings = seesFindings
  }

  var terms: JSON {
    .object([
      ("mediaType", .string(mediaType)), ("mapping", .optional(mapping)),
      ("minDataVersion", .optional(minimumDataVersion)),
    ])
  }

  /// The one order of this request, to be screened.
  func submission(_ read: SubmittedOrder, arrival: Int, deadline: Int) -> Submission {
    submission(
      read.order, notices: read.notices, suffix: "", written: read.written, arrival: arrival,
      deadline: deadline)
  }

  /// One order of many.
  func submission(
    _ order: Order, notices: [Diagnostic], line: Int, arrival: Int, deadline: Int
  ) -> Submission {
    submission(
      order, notices: notices, suffix: "/\(line)", written: nil, arrival: arrival,
      deadline: deadline)
  }

  private func submission(
    _ order: Order, notices: [Diagnostic], suffix: String, written: WrittenKey?, arrival: Int,
    deadline: Int
  ) -> Submission {
    Submission(
      order: order, notices: notices, written: written, client: client,
      key: key.map { $0 + suffix },
      digest: digest, minimumDataVersion: minimumDataVersion ?? order.minimumDataVersion,
      seesFindings: seesFindings, arrival: arrival, deadline: deadline)
  }

  /// The one order of a request that is no batch.
  func order(_ service: HookService) throws(Problem) -> SubmittedOrder {
    let inForce = service.holder.inForce
    var written = WrittenKey()
    written.add(mediaType)
    written.add(digest)
    if let known = inForce.recurring.orders[written] { return known }
    let order = try SubmittedOrder(
      body, mediaType, countries: inForce.basis.countries, service.settings)
    inForce.recurring.orders.note(order, for: written)
    return order
  }
}
