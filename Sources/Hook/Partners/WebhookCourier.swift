import Digests
public import Formats
public import Ledger
import Synchronization
import Transfers

/// Tells one endpoint of changes, at least once each and in the order of the log as far as its
/// answers allow.
public struct WebhookCourier: Sendable {
  /// Seconds to wait before each attempt (Standard Webhooks 1.0).
  static let schedule = [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
  private static let mostRecords = 512

  let endpoint: WebhookEndpoint
  let ledger: Ledger
  let shelf: any DeliveryShelf
  /// For trials on one machine.
  let reachesPrivateAddresses: Bool
  let log: @Sendable (JSON) -> Void
  /// The events of the record that was looked at last: one can have many.
  private let kept = Kept()

  private final class Kept: Sendable {
    let events = Mutex<(position: Int, events: [OrderEvent])>((-1, []))
  }

  public init(
    _ endpoint: WebhookEndpoint, ledger: Ledger, shelf: any DeliveryShelf,
    reachesPrivateAddresses: Bool = false, log: @escaping @Sendable (JSON) -> Void = { _ in }
  ) {
    self.endpoint = endpoint
    self.ledger = ledger
    self.shelf = shelf
    self.reachesPrivateAddresses = reachesPrivateAddresses
    self.log = log
  }

  /// Looks at new records and sends what is due; true where more waits to be looked at.
  public func step(now: Int) throws(Diagnostic) -> Bool {
    // An endpoint that is new is told of what happens from now on.
    let size = try size()
    let kept = try shelf.state(of: endpoint.id)
    var state = kept ?? DeliveryState(next: size)
    guard !state.isDisabled else { return false }
    let end = min(size, state.next + WebhookCourier.mostRecords)
    while state.next < end {
      for (part, event) in try events(at: state.next).enumerated() where isWanted(event) {
        state.pending.append(.init(position: state.next, part: part, attempts: 0, due: now))
      }
      state.next += 1
    }
    // What is to be sent is remembered before it is sent.
    if state != kept { try shelf.keep(state, of: endpoint.id) }
    for pending in state.pending where pending.due <= now {
      try deliver(pending, &state, now: now)
      try shelf.keep(state, of: endpoint.id)
      if state.isDisabled { break }
    }
    return end < size
  }

  private func size() throws(Diagnostic) -> Int {
    do throws(LedgerFailure) { return try ledger.size } catch { throw error.diagnostic }
  }

  /// The events of a record, the same however often they are asked for.
  private func events(at position: Int) throws(Diagnostic) -> [OrderEvent] {
    let kept = self.kept.events.withLock { $0 }
    if kept.position == position { return kept.events }
    do throws(LedgerFailure) {
      let kind = try ledger.openHeader(at: position)["kind"]?.string
      let told = ["determination", "review", "clearance", "revocation", "investigation"]
      guard let kind, told.contains(kind) else { return [] }
      let events = try OrderEvent.events(of: try ledger.record(at: position), ledger)
      self.kept.events.withLock { $0 = (position, events) }
      return events
    } catch {
      // What was erased is nobody's business any more.
      if error.kind == .erased { return [] }
      throw error.diagnostic
    }
  }

  private func isWanted(_ event: OrderEvent) -> Bool {
    endpoint.types.isEmpty || endpoint.types.contains(event.type)
  }

  /// The same for every attempt and of no other log: by it the receiver knows a message again.
  private func id(of pending: DeliveryState.Pending) -> String {
    let log = SHA256(of: ledger.keys.name).hexadecimal.prefix(16)
    let place = pending.part == 0 ? "\(pending.position)" : "\(pending.position).\(pending.part)"
    return "msg_\(log)_\(place)_\(endpoint.id)"
  }

  private func deliver(
    _ pending: DeliveryState.Pending, _ state: inout DeliveryState, now: Int
  ) throws(Diagnostic) {
    state.pending.removeAll { $0.position == pending.position && $0.part == pending.part }
    let events = try events(at: pending.position)
    guard events.indices.contains(pending.part) else { return }
    let id = id(of: pending)
    let event = WebhookEvent(events[pending.part], ledger.keys.name, form: endpoint.form, id: id)
    guard
      let signature = StandardWebhook.signature(
        id: id, timestamp: now, body: event.body, secrets: endpoint.secrets,
        keys: endpoint.signingKeys)
    else { throw Diagnostic("HOK028", "libcrypto computes no signature") }
    var status = 0
    var retryAfter = 0
    var reason = "TRF000"
    do throws(TransferFailure) {
      let reply = try Transfer.post(
        TransferPost(
          endpoint.address,
          headers: [
            "Content-Type: \(endpoint.form.mediaType)", "webhook-id: \(id)",
            "webhook-timestamp: \(now)",
            "webhook-signature: \(signature)",
          ], body: event.body, reachesPrivateAddresses: reachesPrivateAddresses))
      status = reply.status
      retryAfter = reply.retryAfter.flatMap { Int($0) } ?? 0
    } catch {
      reason = error.diagnostic.id
    }
    note(id, event.type, status, reason, pending.attempts + 1, now)
    if (200...299).contains(status) { return }
    if status == 410 {
      state.isDisabled = true
      state.pending = []
      return
    }
    let attempts = pending.attempts + 1
    guard attempts < WebhookCourier.schedule.count else { return }
    // A day at most, so that no endpoint can put a message off for ever.
    let wait = max(WebhookCourier.schedule[attempts], min(retryAfter, 86_400))
    state.pending.append(
      .init(
        position: pending.position, part: pending.part, attempts: attempts, due: now + wait))
  }

  private func note(
    _ id: String, _ type: String, _ status: Int, _ reason: String, _ attempt: Int, _ now: Int
  ) {
    var members: [(String, JSON)] = [
      ("time", .string(UTCTime.text(seconds: now))), ("event", .string("webhook")),
      ("endpoint", .string(endpoint.id)), ("type", .string(type)), ("id", .string(id)),
      ("status", .integer(status)), ("attempt", .integer(attempt)),
    ]
    if status == 0 { members.append(("reason", .string(reason))) }
    if status == 410 { members.append(("disabled", .boolean(true))) }
    log(.object(members))
  }
}
