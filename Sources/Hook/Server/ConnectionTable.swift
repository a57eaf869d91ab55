import CMicroHTTPD
import Formats
import Glibc
import Synchronization

/// The connections that are open, how long each has been at what it does, and who must go.
///
/// The library's own timeout counts from the last byte, so that one byte every few seconds would
/// keep a connection for ever; here the whole of a head, a body and an answer has its time.
final class ConnectionTable: Sendable {
  private enum Stage { case head, body, work, answer, closing }

  private struct Entry {
    let socket: Int32
    var stage = Stage.head
    var since = Process.monotonicNanoseconds
    var exchange: Exchange?
    /// Whether some of a request has come that is not answered, or none was ever answered.
    var isAwaited = true
  }

  /// Seconds in which who was too slow can read why.
  private static let secondsToRead = 1.0

  private let entries = Mutex<[ConnectionHandle: Entry]>([:])
  private let limits: ServerLimits
  /// Only the library can write on a connection that is.
  private let isEncrypted: Bool

  init(_ limits: ServerLimits, isEncrypted: Bool) {
    self.limits = limits
    self.isEncrypted = isEncrypted
  }

  var count: Int { entries.withLock { $0.count } }
  /// Connections whose request is not answered to its last byte.
  var busy: Int {
    entries.withLock { $0.values.count { $0.stage != .head && $0.stage != .closing } }
  }

  func opened(_ handle: ConnectionHandle, socket: Int32) {
    entries.withLock { $0[handle] = Entry(socket: socket) }
  }

  /// The library closes the socket after this, so nobody else's is ever shut down.
  func closed(_ handle: ConnectionHandle) { entries.withLock { $0[handle] = nil } }

  /// The first line of a request came.
  func begins(_ handle: ConnectionHandle) { entries.withLock { $0[handle]?.isAwaited = true } }

  func awaitsHead(_ handle: ConnectionHandle) {
    set(handle, .head, nil)
    entries.withLock { $0[handle]?.isAwaited = false }
  }

  /// False where its sender was too slow and is told so.
  func receives(_ handle: ConnectionHandle, _ exchange: Exchange) -> Bool {
    set(handle, .body, exchange)
  }
  func works(_ handle: ConnectionHandle, _ exchange: Exchange) { set(handle, .work, exchange) }
  func answers(_ handle: ConnectionHandle) { set(handle, .answer, nil) }

  @discardableResult
  private func set(_ handle: ConnectionHandle, _ stage: Stage, _ exchange: Exchange?) -> Bool {
    entries.withLock { entries in
      guard var entry = entries[handle], entry.stage != .closing else { return false }
      entry.stage = stage
      entry.since = Process.monotonicNanoseconds
      entry.exchange = exchange
      entries[handle] = entry
      return true
    }
  }

  /// Tells a sender that ended before its request did; its connection is about to be closed.
  func ends(_ handle: ConnectionHandle, _ problem: Problem) {
    entries.withLock { entries in
      guard let entry = entries[handle], [.head, .body].contains(entry.stage), !isEncrypted else {
        return
      }
      LastWord.send(problem, to: entry.socket)
      entries[handle]?.stage = .closing
    }
  }

  /// The exchanges that are worked on now.
  var working: [(ConnectionHandle, Exchange)] {
    entries.withLock { entries in
      entries.compactMap { handle, entry in
        entry.stage == .work ? entry.exchange.map { (handle, $0) } : nil
      }
    }
  }

  /// Exchanges by how much time is left to them.
  struct Sweep {
    /// Whose work takes too long.
    var late: [(ConnectionHandle, Exchange)] = []
    /// Whose work will probably take too long; each is told once.
    var near: [(ConnectionHandle, Exchange)] = []
  }

  /// Tells who is too slow, shuts the connection down, and returns the exchanges whose work takes long.
  func sweep() -> Sweep {
    let now = Process.monotonicNanoseconds
    return entries.withLock { entries in
      var sweep = Sweep()
      for (handle, entry) in entries {
        let seconds: Double
        switch entry.stage {
        case .head: seconds = limits.secondsToHead
        case .body: seconds = limits.secondsToBody
        case .answer: seconds = limits.secondsToTake
        case .closing: seconds = ConnectionTable.secondsToRead
        case .work:
          guard let exchange = entry.exchange else { continue }
          if exchange.isLate(now) {
            sweep.late.append((handle, exchange))
          } else if exchange.comesNear(now) {
            sweep.near.append((handle, exchange))
          }
          continue
        }
        guard Double(now - entry.since) > seconds * 1e9 else { continue }
        if let late = late(entry) {
          LastWord.send(late, to: entry.socket)
          entries[handle]?.stage = .closing
          entries[handle]?.since = now
        } else {
          _ = shutdown(entry.socket, Int32(SHUT_RDWR))
        }
      }
      return sweep
    }
  }

  /// What a sender is told that was too slow; nil where nobody waits for a word or it cannot be.
  private func late(_ entry: Entry) -> Problem? {
    guard !isEncrypted else { return nil }
    switch entry.stage {
    case .head where entry.isAwaited: return Problem(.tooSlow, "the head did not come in time")
    case .body where entry.exchange?.end() ?? false:
      return Problem(.tooSlow, "the body did not come in time")
    default: return nil
    }
  }
}
