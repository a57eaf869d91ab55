extension SQLiteStore {
  /// `SCRP`: tells a store from any other SQLite file.
  static let application = 0x5343_5250
  static var schemaVersion: Int { migrations.count }

  /// One step for each version of the schema, never changed once released.
  ///
  /// `leaf.hashes` holds the hash of the leaf and of every complete subtree that ends with it, 32
  /// bytes each, so that any proof needs O(log n) rows and nothing is ever updated.
  static let migrations = [
    """
    CREATE TABLE leaf (
      position INTEGER PRIMARY KEY CHECK (position >= 0),
      header TEXT NOT NULL,
      hashes BLOB NOT NULL CHECK (length(hashes) >= 32 AND length(hashes) % 32 = 0)
    ) STRICT;
    CREATE TABLE payload (
      position INTEGER PRIMARY KEY REFERENCES leaf (position),
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE TABLE erasure (
      position INTEGER PRIMARY KEY REFERENCES leaf (position),
      recorded INTEGER NOT NULL REFERENCES leaf (position)
    ) STRICT;
    CREATE TABLE payload_key (
      position INTEGER PRIMARY KEY REFERENCES leaf (position),
      wrapped BLOB NOT NULL
    ) STRICT;
    CREATE TABLE lookup (
      token BLOB NOT NULL,
      position INTEGER NOT NULL REFERENCES leaf (position),
      PRIMARY KEY (token, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lookup_position ON lookup (position);
    CREATE TABLE checkpoint (
      size INTEGER PRIMARY KEY CHECK (size > 0),
      root BLOB NOT NULL CHECK (length(root) = 32),
      signature BLOB NOT NULL CHECK (length(signature) = 64),
      time INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER leaf_order BEFORE INSERT ON leaf
      WHEN NEW.position <> (SELECT coalesce(max(position) + 1, 0) FROM leaf)
      BEGIN SELECT RAISE(ABORT, 'records are numbered without gaps'); END;
    CREATE TRIGGER checkpoint_order BEFORE INSERT ON checkpoint
      WHEN NEW.size <> (SELECT max(position) + 1 FROM leaf)
      BEGIN SELECT RAISE(ABORT, 'a checkpoint is of the whole log'); END;
    """ + guarded(["leaf", "payload", "erasure", "checkpoint"], against: ["UPDATE", "DELETE"])
      + guarded(["payload_key", "lookup"], against: ["UPDATE"])
      + guarded(
        ["payload_key", "lookup"], against: ["DELETE"],
        unless: "OLD.position IN (SELECT position FROM erasure)")
  ]

  /// Triggers against accidents; whoever may write the file can drop them, and verification tells.
  private static func guarded(
    _ tables: [String], against acts: [String], unless exception: String? = nil
  ) -> String {
    tables.flatMap { table in
      acts.map { act in
        """

        CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table)
          \(exception.map { "WHEN NOT (\($0))" } ?? "")
          BEGIN SELECT RAISE(ABORT, 'records are only ever added'); END;
        """
      }
    }.joined()
  }

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
      for step in migrations.dropFirst(version) { try database.execute(step) }
      try database.execute("PRAGMA application_id = \(Self.application)")
      try database.execute("PRAGMA user_version = \(schemaVersion)")
      try database.execute("COMMIT")
    } catch {
      try? database.execute("ROLLBACK")
      throw error
    }
  }
}
