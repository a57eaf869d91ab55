import CSQLite
import Dispatch
import Synchronization

/// Moves what is committed from the write-ahead log into the file.
///
/// A large step waits for the disk longer than anybody should wait for an answer, so it is made
/// beside those who append. What they added meanwhile is little, and whoever appends next moves that:
/// trying beside them until nobody adds anything costs more than it spares. The log then begins anew.
@safe final class WriteBack: Sendable {
  private enum Phase { case idle, beside, remainder }

  private struct State {
    var phase = Phase.idle
    /// Pages of the log at the last commit.
    var waiting = 0
  }

  private let path: String
  /// Pages of the log from which on it is moved.
  private let pages: Int
  private let state = Mutex(State())
  /// What moves beside those who append; opened when it is first needed.
  private let own = Mutex<Database?>(nil)

  init(_ database: Database, pages: Int) throws(LedgerFailure) {
    path = database.path
    self.pages = max(pages, 1)
    try database.execute("PRAGMA wal_autocheckpoint = 0")
    // SAFETY: whoever owns the connection owns this, and commits nothing after it is gone.
    unsafe sqlite3_wal_hook(
      database.handle,
      { context, _, _, pages in
        guard let context = unsafe context else { return SQLITE_OK }
        let own = unsafe Unmanaged<WriteBack>.fromOpaque(context).takeUnretainedValue()
        own.state.withLock { $0.waiting = Int(pages) }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Called by the owner of the connection after a commit.
  func goOn(_ database: Database) {
    let (phase, waiting) = state.withLock { state in
      defer {
        if state.waiting >= pages, state.phase != .beside {
          state.phase = state.phase == .idle ? .beside : .idle
        }
      }
      return (state.phase, state.waiting)
    }
    guard waiting >= pages else { return }
    switch phase {
    case .idle: DispatchQueue.global(qos: .utility).async { [self] in moveBeside() }
    case .remainder: WriteBack.move(database)
    // It does not come to an end by itself while more is added than it moves.
    case .beside: if waiting >= 8 * pages { WriteBack.move(database) }
    }
  }

  private func moveBeside() {
    let isMoved = own.withLock { own in
      if own == nil { own = try? Database(path, .writing, patience: 0) }
      return own.map { WriteBack.move($0) } ?? false
    }
    state.withLock { $0.phase = isMoved ? .idle : .remainder }
  }

  /// Whether all of it is in the file. What cannot be moved now stays in the log, where it is as
  /// durable.
  @discardableResult
  private static func move(_ database: Database) -> Bool {
    guard let answer = try? Statement("PRAGMA wal_checkpoint(PASSIVE)", database),
      (try? answer.step()) == true
    else { return false }
    return answer.number(0) == 0 && answer.number(1) == answer.number(2)
  }
}
