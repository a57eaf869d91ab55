import Formats
import Synchronization

/// Records in a PostgreSQL database, for several machines: any number of processes write one log.
///
/// Each transaction holds one lock of the database from its first look to its end, and is committed
/// when the server has it on its disk. A connection that broke is made anew.
public final class PostgreSQLStore: LedgerStore {
  private let address: String
  private let patience: Int32
  private let idle = Mutex<[PostgreSQLConnection]>([])
  /// The frontier that this process wrote last.
  let frontier = Mutex(MerkleFrontier())

  /// `address` is what libpq connects to, `postgres://…` or words with `=`. `creates` makes the
  /// tables where there are none.
  public init(
    _ address: String, creates: Bool = false, isReading: Bool = false, patience: Int32 = 10_000
  ) throws(LedgerFailure) {
    self.address = address
    self.patience = patience
    try using { connection throws(LedgerFailure) in
      try PostgreSQLStore.prepare(connection, creates: creates, isReading: isReading)
    }
  }

  /// Connections that are kept for whoever comes next.
  private static let mostIdle = 8

  /// Lends a connection. One that was kept and turns out to be broken is replaced once, unless
  /// `mayRepeat` says that the body must not run again.
  func using<Value>(
    mayRepeat: () -> Bool = { true },
    _ body: (PostgreSQLConnection) throws(LedgerFailure) -> Value
  ) throws(LedgerFailure) -> Value {
    let kept = idle.withLock { $0.popLast() }
    if let kept, kept.isUsable {
      do throws(LedgerFailure) {
        return try lend(kept, body)
      } catch {
        guard error.kind == .unreachable, mayRepeat() else { throw error }
        // What broke one broke the others too.
        idle.withLock { $0 = [] }
      }
    }
    return try lend(try PostgreSQLConnection(address, patience: patience), body)
  }

  private func lend<Value>(
    _ connection: PostgreSQLConnection,
    _ body: (PostgreSQLConnection) throws(LedgerFailure) -> Value
  ) throws(LedgerFailure) -> Value {
    defer {
      if connection.isUsable {
        idle.withLock { idle in
          if idle.count < PostgreSQLStore.mostIdle { idle.append(connection) }
        }
      }
    }
    do throws(LedgerFailure) {
      return try body(connection)
    } catch {
      if connection.isInTransaction { try? connection.execute("ROLLBACK") }
      throw error
    }
  }

  /// Brings a database to the present schema; refuses one of others.
  private static func prepare(
    _ connection: PostgreSQLConnection, creates: Bool, isReading: Bool
  ) throws(LedgerFailure) {
    func version() throws(LedgerFailure) -> Int? {
      let found = try connection.query("SELECT to_regclass('scruple_store') IS NOT NULL")
      guard found.bytes(0, 0) == [1] else { return nil }
      return try connection.query("SELECT max(version)::bigint FROM scruple_store").number(0, 0)
    }
    var present = try version()
    guard present != nil || creates else {
      throw LedgerFailure(
        .missing, "there is no store in `\(connection.name)`",
        remedy: "make it with `scruple log keys`")
    }
    if present ?? 0 < StoreSchema.version, !isReading {
      try connection.execute("BEGIN")
      // Another process may have come first while this one waited.
      try connection.execute("SELECT pg_advisory_xact_lock(\(lock))")
      present = try version()
      for (number, step) in StoreSchema.steps(in: .postgreSQL).enumerated()
      where number >= present ?? 0 {
        if number == 0 { try connection.execute("CREATE TABLE scruple_store (version BIGINT)") }
        try connection.executeAll(step)
        try connection.execute("INSERT INTO scruple_store VALUES (\(number + 1))")
      }
      try connection.execute("COMMIT")
      present = max(present ?? 0, StoreSchema.version)
    }
    guard present ?? 0 <= StoreSchema.version else {
      throw LedgerFailure(
        .newer,
        "the store `\(connection.name)` has schema \(present ?? 0), and this program knows "
          + "\(StoreSchema.version)", remedy: "use the newer program that wrote it")
    }
  }

  /// `SCRP`, for what comes before there are tables.
  private static let lock = SQLiteStore.application
}
