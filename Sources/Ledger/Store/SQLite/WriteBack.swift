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

  private let path: String
  /// Pages of the log from which on it is moved.
  private let pages: Int
  private let phase = Mutex(Phase.idle)
  private let committed = Mutex(0)

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
        own.committed.withLock { $0 = Int(pages) }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Called by the owner of the connection after a commit.
  func goOn(_ database: Database) {
    let waiting = committed.withLock { $0 }
    guard waiting >= pages else { return }
    let next = phase.withLock { phase -> Phase in
      let was = phase
      if phase != .beside { phase = phase == .idle ? .beside : .idle }
      return was
    }
    switch next {
    case .idle: DispatchQueue.global(qos: .utility).async { [self] in moveBeside() }
    case .remainder: WriteBack.move(database)
    // It does not come to an end by itself while more is added than it moves.
    case .beside: if waiting >= 8 * pages { WriteBack.move(database) }
    }
  }

  private func moveBeside() {
    var isMoved = false
    if let database = try? Database(path, .writing, patience: 0) {
      isMoved = WriteBack.move(database)
    }
    phase.withLock { $0 = isMoved ? .idle : .remainder }
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
