import CSQLite

/// A prepared statement: bind its places from 1 on, step through its rows, reset it.
@safe final class Statement {
  private let database: Database
  private let handle: OpaquePointer

  init(_ text: String, _ database: Database) throws(LedgerFailure) {
    self.database = database
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      database.handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared = unsafe prepared else {
      throw database.failure(code)
    }
    unsafe handle = prepared
  }

  deinit { unsafe sqlite3_finalize(handle) }

  func bind(_ place: Int32, _ number: Int) throws(LedgerFailure) {
    try check(unsafe sqlite3_bind_int64(handle, place, Int64(number)))
  }

  func bind(_ place: Int32, _ text: String) throws(LedgerFailure) {
    // SAFETY: SQLite copies the text before the call returns.
    try check(unsafe scruple_sqlite_bind_text(handle, place, text, UInt64(text.utf8.count)))
  }

  func bind(_ place: Int32, _ bytes: [UInt8]) throws(LedgerFailure) {
    // SAFETY: SQLite copies the bytes before the call returns.
    try check(unsafe scruple_sqlite_bind_blob(handle, place, bytes, UInt64(bytes.count)))
  }

  /// Whether there is a further row; after the last the statement is reset.
  func step() throws(LedgerFailure) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let failure = code == SQLITE_DONE ? nil : database.failure(code)
    reset()
    if let failure { throw failure }
    return false
  }

  func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  /// Runs a statement that returns no rows.
  func run() throws(LedgerFailure) {
    while try step() {}
  }

  func number(_ column: Int32) -> Int { Int(unsafe sqlite3_column_int64(handle, column)) }

  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of a blob or of a text in UTF-8.
  func bytes(_ column: Int32) -> [UInt8] {
    // SAFETY: the pointer holds as many bytes as told until the next step, and they are copied.
    guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  private func check(_ code: Int32) throws(LedgerFailure) {
    guard code == SQLITE_OK else { throw database.failure(code) }
  }
}
