import CMicroHTTPD
import Formats
import Glibc
import Synchronization

/// The connections that are open, how long each has been at what it does, and who must go.
///
/// The library's own timeout counts from the last byte, so that one byte every few seconds would
/// keep a connection for ever; here the whole of a head, a body and an answer has its time.
final class ConnectionTable: Sendable {
  private enum Stage { case head, body, work, answer }

  private struct Entry {
    let socket: Int32
    var stage = Stage.head
    var since = Process.monotonicNanoseconds
    var exchange: Exchange?
  }

  private let entries = Mutex<[ConnectionHandle: Entry]>([:])
  private let limits: ServerLimits

  init(_ limits: ServerLimits) { self.limits = limits }

  var count: Int { entries.withLock { $0.count } }
  /// Connections whose request is not answered to its last byte.
  var busy: Int { entries.withLock { $0.values.count { $0.stage != .head } } }

  func opened(_ handle: ConnectionHandle, socket: Int32) {
    entries.withLock { $0[handle] = Entry(socket: socket) }
  }

  /// The library closes the socket after this, so nobody else's is ever shut down.
  func closed(_ handle: ConnectionHandle) { entries.withLock { $0[handle] = nil } }

  func awaitsHead(_ handle: ConnectionHandle) { set(handle, .head, nil) }
  func receives(_ handle: ConnectionHandle) { set(handle, .body, nil) }
  func works(_ handle: ConnectionHandle, _ exchange: Exchange) { set(handle, .work, exchange) }
  func answers(_ handle: ConnectionHandle) { set(handle, .answer, nil) }

  private func set(_ handle: ConnectionHandle, _ stage: Stage, _ exchange: Exchange?) {
    entries.withLock { entries in
      entries[handle]?.stage = stage
      entries[handle]?.since = Process.monotonicNanoseconds
      entries[handle]?.exchange = exchange
    }
  }

  /// The exchanges that are worked on now.
  var working: [(ConnectionHandle, Exchange)] {
    entries.withLock { entries in
      entries.compactMap { handle, entry in entry.exchange.map { (handle, $0) } }
    }
  }

  /// Exchanges by how much time is left to them.
  struct Sweep {
    /// Whose work takes too long.
    var late: [(ConnectionHandle, Exchange)] = []
    /// Whose work will probably take too long; each is told once.
    var near: [(ConnectionHandle, Exchange)] = []
  }

  /// Shuts down who is too slow, and returns the exchanges whose work takes long.
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
        case .work:
          guard let exchange = entry.exchange else { continue }
          if exchange.isLate(now) {
            sweep.late.append((handle, exchange))
          } else if exchange.comesNear(now) {
            sweep.near.append((handle, exchange))
          }
          continue
        }
        if Double(now - entry.since) > seconds * 1e9 {
          _ = shutdown(entry.socket, Int32(SHUT_RDWR))
        }
      }
      return sweep
    }
  }
}
