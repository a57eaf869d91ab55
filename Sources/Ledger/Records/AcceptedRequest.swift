public import Formats
public import Trade

/// A request that was taken to be answered later. It is durable before its sender is told so, and
/// the log itself is the queue: what has no answer in it is still to be answered.
public struct AcceptedRequest: Sendable {
  /// By which its sender asks for the answer.
  public let id: String
  /// Who sent it and when; the key is never missing here.
  public let request: LedgerRequest
  /// How it is to be read and answered, in words of whoever took it.
  public let terms: JSON
  public let body: [UInt8]
  /// Where the record stands.
  public let position: Int

  init?(_ record: OpenedRecord) {
    guard record.kind == .acceptance, let id = record.content["id"]?.string,
      let request = LedgerRequest(record.content), request.key != nil,
      let terms = record.content["terms"],
      let body = record.content["body"]?.string.flatMap({ Base64.padded.bytes(of: $0) })
    else { return nil }
    self.id = id
    self.request = request
    self.terms = terms
    self.body = body
    position = record.position
  }
}

extension LedgerRecord {
  /// What marks the record that says that all of a request is answered.
  static let finishes = "finishes"

  static func acceptance(
    _ id: String, of request: LedgerRequest, orders: [Order], terms: JSON, body: [UInt8],
    asker: LedgerAsker
  ) -> LedgerRecord {
    let names = orders.flatMap(\.parties).flatMap {
      $0.entity.names + $0.entity.identifiers.map(\.value)
    }
    var content: [(String, JSON)] = [
      ("id", .string(id)), ("asker", asker.json), ("request", request.json), ("terms", terms),
      ("body", .string(Base64.padded.text(of: body))),
    ]
    // Of one order it is kept as long as that; of many as long as the longest of all.
    if orders.count == 1 {
      content += [
        ("system", .string(orders[0].system)), ("reference", .string(orders[0].reference)),
      ]
    }
    let accepted = Set(
      orders.map { LedgerSubject.acceptedOrder(system: $0.system, reference: $0.reference) })
    return LedgerRecord(
      .acceptance, content: .object(content),
      subjects: [.acceptance(id)] + accepted + Set(names).sorted().map(LedgerSubject.party),
      condition: Condition(.acceptance(id), count: 0))
  }
}

extension Ledger {
  /// Takes a request to be answered later; durable when it returns. The same id once more adds
  /// nothing: what stands under it is returned.
  public func accept(
    _ id: String, of request: LedgerRequest, orders: [Order], terms: JSON, body: [UInt8],
    asker: LedgerAsker
  ) throws(LedgerFailure) -> AcceptedRequest {
    if let standing = try acceptance(id) { return standing }
    _ = try add([
      .acceptance(id, of: request, orders: orders, terms: terms, body: body, asker: asker)
    ])
    guard let accepted = try acceptance(id) else { throw Ledger.overtaken }
    return accepted
  }

  /// What was accepted under an id; nil where there is nothing.
  public func acceptance(_ id: String) throws(LedgerFailure) -> AcceptedRequest? {
    guard let position = try positions(of: .acceptance(id)).first else { return nil }
    return try acceptance(at: position)
  }

  /// Nil for a record that accepts nothing. Throws `erased` where its content is gone.
  public func acceptance(at position: Int) throws(LedgerFailure) -> AcceptedRequest? {
    AcceptedRequest(try record(at: position))
  }

  /// Where requests were accepted behind a position, the oldest first.
  public func acceptances(after position: Int) throws(LedgerFailure) -> [Int] {
    try positions(of: .kind(.acceptance), after: position)
  }

  /// Records that all of a request is answered, so that nobody looks for what is not.
  public func finish(_ accepted: AcceptedRequest) throws(LedgerFailure) {
    _ = try add([
      LedgerRecord(
        .acceptance, open: [(LedgerRecord.finishes, .integer(accepted.position))],
        content: .object([("id", .string(accepted.id))]), subjects: [.acceptance(accepted.id)],
        condition: .init(.acceptance(accepted.id), count: 1))
    ])
  }

  /// Whether a record says that all of its request is answered.
  public func isFinished(_ accepted: AcceptedRequest) throws(LedgerFailure) -> Bool {
    for position in try positions(of: .acceptance(accepted.id), after: accepted.position)
    where try openHeader(at: position)[LedgerRecord.finishes]?.integer == accepted.position {
      return true
    }
    return false
  }

  /// Whether all of a request has an answer that stands: a determination other than that it failed,
  /// or the record that says so of a batch. Another request under the same key is none.
  public func isAnswered(_ accepted: AcceptedRequest) throws(LedgerFailure) -> Bool {
    let request = accepted.request
    for position in try positions(of: .request(client: request.client, key: request.key ?? "")) {
      let header = try openHeader(at: position)
      guard header["kind"]?.string == LedgerRecord.Kind.determination.rawValue,
        header["determination"]?.string != "errorFailClosed"
      else { continue }
      do throws(LedgerFailure) {
        guard LedgerRequest(try record(at: position).content)?.digest == request.digest else {
          continue
        }
      } catch {
        guard error.kind == .erased else { throw error }
      }
      return true
    }
    return try isFinished(accepted)
  }

  /// The newest request about an order that was accepted and is not wholly answered.
  public func waiting(
    system: String, reference: String
  ) throws(LedgerFailure) -> AcceptedRequest? {
    for position in try positions(of: .acceptedOrder(system: system, reference: reference))
      .reversed()
    {
      let accepted: AcceptedRequest?
      do throws(LedgerFailure) { accepted = try acceptance(at: position) } catch {
        guard error.kind == .erased else { throw error }
        continue
      }
      if let accepted, try !isAnswered(accepted) { return accepted }
    }
    return nil
  }
}
