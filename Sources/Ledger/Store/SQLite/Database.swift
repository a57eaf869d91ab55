import CSQLite

/// One connection to an SQLite file. Not safe to share: its owner keeps it behind a lock.
@safe final class Database {
  enum Access { case reading, writing, creating }

  let path: String
  let handle: OpaquePointer

  /// `patience` is how many milliseconds a lock of another process is waited for.
  init(_ path: String, _ access: Access, patience: Int32) throws(LedgerFailure) {
    self.path = path
    _ = Database.countsNoMemory
    let flags =
      switch access {
      case .reading: SQLITE_OPEN_READONLY
      case .writing: SQLITE_OPEN_READWRITE
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      unsafe sqlite3_close_v2(opened)
      throw Database.failure(code, path, "it cannot be opened")
    }
    unsafe handle = opened
    unsafe sqlite3_busy_timeout(handle, patience)
  }

  /// Refused where something else has used the library before, which does no harm.
  private static let countsNoMemory = scruple_sqlite_count_no_memory() == SQLITE_OK

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that return nothing that is wanted.
  func execute(_ text: String) throws(LedgerFailure) {
    let code = unsafe sqlite3_exec(handle, text, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// The number that a pragma or a query answers first.
  func number(_ text: String) throws(LedgerFailure) -> Int {
    let statement = try Statement(text, self)
    return try statement.step() ? statement.number(0) : 0
  }

  func failure(_ code: Int32) -> LedgerFailure {
    Database.failure(code, path, unsafe String(cString: sqlite3_errmsg(handle)))
  }

  private static func failure(_ code: Int32, _ path: String, _ words: String) -> LedgerFailure {
    let (kind, remedy): (LedgerFailure.Kind, String) =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: (.locked, "another process writes to it; try again")
      case SQLITE_FULL: (.full, "free space on its disk; what was acknowledged is kept")
      case SQLITE_READONLY: (.readOnly, "give this user the right to write the file and its folder")
      case SQLITE_PERM, SQLITE_AUTH: (.inputOutput, "give this user the right to open the file")
      case SQLITE_CANTOPEN:
        (.inputOutput, "check that the file is there and that its folder can be written to")
      case SQLITE_NOTADB: (.foreign, "name a store that `scruple log keys` made")
      case SQLITE_CORRUPT: (.damaged, "restore it from a copy and verify that")
      case SQLITE_CONSTRAINT: (.appendOnly, "record a correction that names the old record")
      default: (.inputOutput, "see the message of the operating system")
      }
    return LedgerFailure(kind, "the store `\(path)`: \(words)", remedy: remedy)
  }
}
