import CPostgreSQL
import Formats
import Glibc

/// One connection to a PostgreSQL server.
///
/// `@unchecked Sendable`: a connection is with one thread at a time, from the moment it is taken
/// out of its store until it is put back.
@safe final class PostgreSQLConnection: @unchecked Sendable {
  /// One statement with its parameters.
  struct Command {
    let text: String
    var values: [PostgreSQLValue] = []
  }

  /// How errors name the server: without a password.
  let name: String
  private let handle: OpaquePointer
  private let deadline: Int
  private var prepared: [String: String] = [:]

  /// `patience` is how many milliseconds a lock is waited for; a server that is silent for longer
  /// is given up.
  init(_ address: String, patience: Int32) throws(LedgerFailure) {
    // Later words overrule earlier ones: the address has the last.
    let words = [
      ("application_name", "scruple"), ("connect_timeout", "10"), ("keepalives_idle", "30"),
      ("client_encoding", "UTF8"), ("dbname", address),
    ]
    unsafe handle = try PostgreSQLConnection.opened(words)
    name = unsafe PostgreSQLConnection.name(handle)
    deadline = (Int(patience) + 20_000) * 1_000_000
    guard unsafe PQstatus(handle) == CONNECTION_OK else {
      throw PostgreSQLFailure.unreachable(name, lastWords)
    }
    unsafe PQsetnonblocking(handle, 1)
    try execute("SET lock_timeout = \(patience)")
    try execute("SET statement_timeout = \(Int(patience) + 15_000)")
    try execute("SET idle_in_transaction_session_timeout = \(Int(patience) + 60_000)")
    try requireDurability()
  }

  deinit { unsafe PQfinish(handle) }

  private static func opened(
    _ words: [(String, String)]
  ) throws(LedgerFailure) -> OpaquePointer {
    // SAFETY: the copies outlive the call and are freed after it.
    var keys = unsafe words.map { unsafe UnsafePointer(strdup($0.0)) } + [nil]
    var values = unsafe words.map { unsafe UnsafePointer(strdup($0.1)) } + [nil]
    defer {
      unsafe (keys + values).forEach { unsafe free(UnsafeMutableRawPointer(mutating: $0)) }
    }
    guard let handle = unsafe PQconnectdbParams(&keys, &values, 1) else {
      throw LedgerFailure(.inputOutput, "libpq has no memory for a connection")
    }
    return unsafe handle
  }

  private static func name(_ handle: OpaquePointer) -> String {
    let host = unsafe PQhost(handle).map { unsafe String(cString: $0) } ?? ""
    let database = unsafe PQdb(handle).map { unsafe String(cString: $0) } ?? ""
    return "postgres://\(host)/\(database)"
  }

  /// What is acknowledged must be on the disk, and names must come back as they were written.
  private func requireDurability() throws(LedgerFailure) {
    func setting(_ name: String) throws(LedgerFailure) -> String {
      try query("SELECT current_setting('\(name)')").text(0, 0)
    }
    if ["off", "local"].contains(try setting("synchronous_commit")) {
      try execute("SET synchronous_commit = on")
    }
    guard try setting("fsync") == "on" else {
      throw LedgerFailure(
        .inputOutput, "the store `\(name)` runs with `fsync = off`, which loses records",
        remedy: "set `fsync = on`")
    }
    guard try setting("server_encoding") == "UTF8" else {
      throw LedgerFailure(
        .foreign, "the database of `\(name)` is not in UTF-8",
        remedy: "create it with `ENCODING 'UTF8'`")
    }
  }

  var isUsable: Bool {
    unsafe PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
  }

  var isInTransaction: Bool {
    let status = unsafe PQtransactionStatus(handle)
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
  }

  /// Runs one statement that returns nothing that is wanted.
  func execute(_ text: String) throws(LedgerFailure) { _ = try query(text) }

  /// Runs several statements in one message, all or none.
  func executeAll(_ text: String) throws(LedgerFailure) {
    guard unsafe PQsendQuery(handle, text) == 1 else { throw lost() }
    try flush()
    var failure: LedgerFailure?
    while let rows = try next() { failure = failure ?? refusal(rows) }
    if let failure { throw failure }
  }

  func query(_ text: String, _ values: PostgreSQLValue...) throws(LedgerFailure) -> PostgreSQLRows {
    try run([Command(text: text, values: values)])[0]
  }

  /// Sends all statements at once and reads all answers. After one that fails none is run.
  func run(_ commands: [Command]) throws(LedgerFailure) -> [PostgreSQLRows] {
    guard unsafe PQenterPipelineMode(handle) == 1 else { throw lost() }
    var preparations: [Bool] = []
    for command in commands { preparations.append(try send(command)) }
    guard unsafe PQpipelineSync(handle) == 1 else { throw lost() }
    try flush()
    var answers: [PostgreSQLRows] = []
    var failure: LedgerFailure?
    for isPrepared in preparations {
      for step in isPrepared ? [0, 1] : [1] {
        while let rows = try next() {
          failure = failure ?? refusal(rows)
          if step == 1 { answers.append(rows) }
        }
      }
    }
    // The end of what was sent at once.
    _ = try next()
    guard unsafe PQexitPipelineMode(handle) == 1 else { throw lost() }
    if let failure {
      // Some of them may not have come to be prepared.
      for command in commands { prepared[command.text] = nil }
      throw failure
    }
    guard answers.count == commands.count else { throw lost() }
    return answers
  }

  /// Whether the statement had to be prepared, which is one answer more.
  private func send(_ command: Command) throws(LedgerFailure) -> Bool {
    let isNew = prepared[command.text] == nil
    let name = prepared[command.text] ?? "s\(nextStatement)"
    if isNew {
      nextStatement += 1
      guard unsafe PQsendPrepare(handle, name, command.text, 0, nil) == 1 else { throw lost() }
      prepared[command.text] = name
    }
    let values = command.values.map(\.encoded)
    let lengths = values.map { Int32(clamping: $0.count) }
    let formats = [Int32](repeating: 1, count: values.count)
    // SAFETY: libpq copies the values before the call returns, while the arrays live.
    let isSent = unsafe withPointers(values[...], []) { pointers in
      unsafe PQsendQueryPrepared(
        handle, name, Int32(values.count), pointers, lengths, formats, 1) == 1
    }
    guard isSent else { throw lost() }
    return isNew
  }
  private var nextStatement = 0

  private func withPointers(
    _ values: ArraySlice<[UInt8]>, _ pointers: [UnsafePointer<CChar>?],
    _ body: ([UnsafePointer<CChar>?]) -> Bool
  ) -> Bool {
    guard let first = values.first else { return unsafe body(pointers) }
    // An empty array has no address, and none would mean null.
    return unsafe (first.isEmpty ? [0] : first).withUnsafeBytes { bytes in
      unsafe withPointers(
        values.dropFirst(),
        pointers + [bytes.baseAddress.map { unsafe $0.assumingMemoryBound(to: CChar.self) }], body)
    }
  }
}

extension PostgreSQLConnection {
  private var lastWords: String { unsafe String(cString: PQerrorMessage(handle)) }

  private func lost() -> LedgerFailure { PostgreSQLFailure.unreachable(name, lastWords) }

  private func refusal(_ rows: PostgreSQLRows) -> LedgerFailure? {
    guard rows.status == PGRES_FATAL_ERROR else { return nil }
    guard let state = rows.field("C") else { return lost() }
    return PostgreSQLFailure.refusal(name, state: state, rows.field("M") ?? state)
  }

  /// The next answer; nil at the end of those of one statement.
  private func next() throws(LedgerFailure) -> PostgreSQLRows? {
    let end = Process.monotonicNanoseconds + deadline
    while unsafe PQisBusy(handle) == 1 {
      try wait(for: Int16(POLLIN), until: end)
      guard unsafe PQconsumeInput(handle) == 1 else { throw lost() }
    }
    return unsafe PQgetResult(handle).map { unsafe PostgreSQLRows($0) }
  }

  private func flush() throws(LedgerFailure) {
    let end = Process.monotonicNanoseconds + deadline
    while true {
      switch unsafe PQflush(handle) {
      case 0: return
      case 1:
        try wait(for: Int16(POLLIN | POLLOUT), until: end)
        guard unsafe PQconsumeInput(handle) == 1 else { throw lost() }
      default: throw lost()
      }
    }
  }

  private func wait(for events: Int16, until end: Int) throws(LedgerFailure) {
    let left = (end - Process.monotonicNanoseconds) / 1_000_000
    var descriptor = pollfd(fd: unsafe PQsocket(handle), events: events, revents: 0)
    guard left > 0, unsafe poll(&descriptor, 1, Int32(clamping: left)) != 0 else {
      throw PostgreSQLFailure.unreachable(name, "it is silent for too long")
    }
  }
}
