extension SQLiteStore {
  /// `SCRP`: tells a store from any other SQLite file.
  static let application = 0x5343_5250
  static var schemaVersion: Int { StoreSchema.version }

  /// Brings an empty file or an older store to the present schema; refuses all others.
  static func prepare(_ database: Database, _ access: Database.Access) throws(LedgerFailure) {
    let version = try database.number("PRAGMA user_version")
    let application = try database.number("PRAGMA application_id")
    let tables = try database.number("SELECT count(*) FROM sqlite_schema")
    let isEmpty = version == 0 && application == 0 && tables == 0
    guard isEmpty ? access == .creating : application == Self.application else {
      throw LedgerFailure(
        .foreign, "`\(database.path)` is no store of records",
        remedy: "name one that `scruple log keys` made")
    }
    guard version <= schemaVersion else {
      throw LedgerFailure(
        .newer,
        "the store `\(database.path)` has schema \(version), and this program knows "
          + "\(schemaVersion)", remedy: "use the newer program that wrote it")
    }
    guard access != .reading, version < schemaVersion else { return }
    if isEmpty { try database.execute("PRAGMA journal_mode = WAL") }
    try database.execute("BEGIN IMMEDIATE")
    do throws(LedgerFailure) {
      // Another process may have come first while this one waited for the lock.
      let version = try database.number("PRAGMA user_version")
      for step in StoreSchema.steps(in: .sqlite).dropFirst(version) {
        try database.execute(step)
      }
      try database.execute("PRAGMA application_id = \(Self.application)")
      try database.execute("PRAGMA user_version = \(schemaVersion)")
      try database.execute("COMMIT")
    } catch {
      try? database.execute("ROLLBACK")
      throw error
    }
  }
}
