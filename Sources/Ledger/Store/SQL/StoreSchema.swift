/// The tables of a store, the same for every database: integers, texts and bytes.
///
/// One step for each version, never changed once released.
enum StoreSchema {
  static var version: Int { steps(in: .sqlite).count }

  static func steps(in dialect: SQLDialect) -> [String] {
    [tables(dialect) + dialect.guards]
  }

  /// `leaf.hashes` holds the hash of the leaf and of every complete subtree that ends with it, 32
  /// bytes each, so that any proof needs O(log n) rows and nothing is ever updated.
  private static func tables(_ dialect: SQLDialect) -> String {
    let (integer, bytes, strict) = (dialect.integer, dialect.bytes, dialect.strict)
    return """
      CREATE TABLE leaf (
        position \(integer) PRIMARY KEY CHECK (position >= 0),
        header TEXT NOT NULL,
        hashes \(bytes) NOT NULL CHECK (length(hashes) >= 32 AND length(hashes) % 32 = 0)
      )\(strict);
      CREATE TABLE payload (
        position \(integer) PRIMARY KEY REFERENCES leaf (position),
        sealed \(bytes) NOT NULL
      )\(strict);
      CREATE TABLE erasure (
        position \(integer) PRIMARY KEY REFERENCES leaf (position),
        recorded \(integer) NOT NULL REFERENCES leaf (position)
      )\(strict);
      CREATE TABLE payload_key (
        position \(integer) PRIMARY KEY REFERENCES leaf (position),
        wrapped \(bytes) NOT NULL
      )\(strict);
      CREATE TABLE lookup (
        token \(bytes) NOT NULL,
        position \(integer) NOT NULL REFERENCES leaf (position),
        PRIMARY KEY (token, position)
      )\(dialect.strictByKey);
      CREATE INDEX lookup_position ON lookup (position);
      CREATE TABLE checkpoint (
        size \(integer) PRIMARY KEY CHECK (size > 0),
        root \(bytes) NOT NULL CHECK (length(root) = 32),
        signature \(bytes) NOT NULL CHECK (length(signature) = 64),
        time \(integer) NOT NULL
      )\(strict);

      """
  }

  static let onlyAdded = ["leaf", "payload", "erasure", "checkpoint"]
  /// Rows of these go with what is erased.
  static let erasable = ["payload_key", "lookup"]
}

/// What two databases write differently.
enum SQLDialect {
  case sqlite, postgreSQL

  var integer: String { self == .sqlite ? "INTEGER" : "BIGINT" }
  var bytes: String { self == .sqlite ? "BLOB" : "BYTEA" }
  var strict: String { self == .sqlite ? " STRICT" : "" }
  var strictByKey: String { self == .sqlite ? " STRICT, WITHOUT ROWID" : "" }

  /// Triggers against accidents; whoever may write the database can drop them, and verification
  /// tells.
  var guards: String {
    switch self {
    case .sqlite: SQLDialect.guardsOfSQLite
    case .postgreSQL: SQLDialect.guardsOfPostgreSQL
    }
  }

  private static let guardsOfSQLite: String = {
    func refusing(_ act: String, on table: String, unless exception: String? = nil) -> String {
      """
      CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table)
        \(exception.map { "WHEN NOT (\($0))" } ?? "")
        BEGIN SELECT RAISE(ABORT, 'records are only ever added'); END;

      """
    }
    let erased = "OLD.position IN (SELECT position FROM erasure)"
    return """
      CREATE TRIGGER leaf_order BEFORE INSERT ON leaf
        WHEN NEW.position <> (SELECT coalesce(max(position) + 1, 0) FROM leaf)
        BEGIN SELECT RAISE(ABORT, 'records are numbered without gaps'); END;
      CREATE TRIGGER checkpoint_order BEFORE INSERT ON checkpoint
        WHEN NEW.size <> (SELECT max(position) + 1 FROM leaf)
        BEGIN SELECT RAISE(ABORT, 'a checkpoint is of the whole log'); END;

      """
        + StoreSchema.onlyAdded.flatMap { table in
          ["UPDATE", "DELETE"].map { refusing($0, on: table) }
        }.joined()
        + StoreSchema.erasable.map { table in
          refusing("UPDATE", on: table) + refusing("DELETE", on: table, unless: erased)
        }.joined()
  }()

  private static let guardsOfPostgreSQL: String = {
    func refusing(_ acts: String, on table: String) -> String {
      """
      CREATE TRIGGER \(table)_only_added BEFORE \(acts) ON \(table)
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      """
    }
    return """
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'records are only ever added'; END $$;
      CREATE FUNCTION keep_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD.position IN (SELECT position FROM erasure) THEN RETURN OLD; END IF;
          RAISE EXCEPTION 'records are only ever added';
        END $$;
      CREATE FUNCTION number_without_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (SELECT max(position) - min(position) + 1 <> count(*) OR min(position) <> (
              SELECT coalesce(max(leaf.position) + 1, 0) FROM leaf
              WHERE leaf.position < (SELECT min(position) FROM added)) FROM added)
          THEN RAISE EXCEPTION 'records are numbered without gaps'; END IF;
          RETURN NULL;
        END $$;
      CREATE FUNCTION sign_whole_log() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.size IS DISTINCT FROM (SELECT max(position) + 1 FROM leaf)
          THEN RAISE EXCEPTION 'a checkpoint is of the whole log'; END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER leaf_order AFTER INSERT ON leaf REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION number_without_gaps();
      CREATE TRIGGER checkpoint_order BEFORE INSERT ON checkpoint
        FOR EACH ROW EXECUTE FUNCTION sign_whole_log();

      """
        + StoreSchema.onlyAdded.map { refusing("UPDATE OR DELETE OR TRUNCATE", on: $0) }.joined()
        + StoreSchema.erasable.map { table in
          refusing("UPDATE OR TRUNCATE", on: table) + """
            CREATE TRIGGER \(table)_kept BEFORE DELETE ON \(table)
              FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();

            """
        }.joined()
  }()
}
