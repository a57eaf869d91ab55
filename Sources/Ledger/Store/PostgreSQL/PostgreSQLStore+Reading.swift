public import Digests

extension PostgreSQLStore {
  static let newest = "SELECT size, root, signature FROM checkpoint ORDER BY size DESC LIMIT 1"

  public func newestCheckpoint() throws(LedgerFailure) -> Checkpoint? {
    try using { connection throws(LedgerFailure) in
      try checkpoint(try connection.query(PostgreSQLStore.newest), 0, connection)
    }
  }

  public func checkpoint(covering position: Int) throws(LedgerFailure) -> Checkpoint? {
    try using { connection throws(LedgerFailure) in
      let rows = try connection.query(
        "SELECT size, root, signature FROM checkpoint WHERE size > $1::bigint ORDER BY size LIMIT 1",
        .number(position))
      return try checkpoint(rows, 0, connection)
    }
  }

  public func header(at position: Int) throws(LedgerFailure) -> String {
    String(
      decoding: try found("SELECT header FROM leaf WHERE position = $1::bigint", position),
      as: UTF8.self)
  }

  public func sealed(at position: Int) throws(LedgerFailure) -> [UInt8] {
    try found("SELECT sealed FROM payload WHERE position = $1::bigint", position)
  }

  public func wrappedKey(at position: Int) throws(LedgerFailure) -> [UInt8]? {
    try bytes("SELECT wrapped FROM payload_key WHERE position = $1::bigint", position)
  }

  public func node(level: Int, index: Int) throws(LedgerFailure) -> SHA256 {
    try using { connection throws(LedgerFailure) in
      try node(level: level, index: index, connection)
    }
  }

  /// The hash of a complete subtree, which stands with the last leaf that it covers.
  func node(
    level: Int, index: Int, _ connection: PostgreSQLConnection
  ) throws(LedgerFailure) -> SHA256 {
    let last = (index + 1) << level - 1
    let rows = try connection.query(
      "SELECT substring(hashes FROM $2::bigint::int FOR 32) FROM leaf WHERE position = $1::bigint",
      .number(last), .number(level * 32 + 1))
    guard rows.count == 1, let hash = SHA256(bytes: rows.bytes(0, 0)) else {
      throw LedgerFailure(
        .damaged, "the store `\(connection.name)` lacks a hash of the tree at record \(last)",
        remedy: "see `scruple log verify`")
    }
    return hash
  }

  public func positions(of token: [UInt8], after position: Int) throws(LedgerFailure) -> [Int] {
    try using { connection throws(LedgerFailure) in
      let rows = try connection.query(
        "SELECT position FROM lookup WHERE token = $1::bytea AND position > $2::bigint "
          + "ORDER BY position", .bytes(token), .number(position))
      return (0..<rows.count).map { rows.number($0, 0) }
    }
  }

  public func scan(
    checkpoints eachCheckpoint: (Checkpoint) throws(LedgerFailure) -> Void,
    records eachRecord: (ScannedRecord) throws(LedgerFailure) -> Void
  ) throws(LedgerFailure) {
    // One that broke midway does not begin again: half was told already.
    try using(mayRepeat: { false }) { connection throws(LedgerFailure) in
      // One transaction sees one moment, whatever others append meanwhile.
      try connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      try inSteps(PostgreSQLStore.allCheckpoints, connection) {
        rows, row throws(LedgerFailure) in
        if let found = try checkpoint(rows, row, connection) { try eachCheckpoint(found) }
      }
      try inSteps(PostgreSQLStore.everything, connection) {
        rows, row throws(LedgerFailure) in try eachRecord(ScannedRecord(rows, row))
      }
      try connection.execute("COMMIT")
    }
  }

  public func strayRows() throws(LedgerFailure) -> [String] {
    try using { connection throws(LedgerFailure) in
      var found: [String] = []
      for (table, column) in StrayRows.columns {
        let rows = try connection.query(StrayRows.query(table, column))
        if rows.count > 0 { found.append(StrayRows.words(table, rows.number(0, 0))) }
      }
      return found
    }
  }

  public func erasures() throws(LedgerFailure) -> [ToldErasure] {
    try using { connection throws(LedgerFailure) in
      let rows = try connection.query(StrayRows.erasures)
      return (0..<rows.count).map {
        ToldErasure(position: rows.number($0, 0), recorded: rows.number($0, 1))
      }
    }
  }

  /// Goes over rows in the order of their first column, some hundreds at a time.
  private func inSteps(
    _ text: String, _ connection: PostgreSQLConnection,
    _ body: (PostgreSQLRows, Int) throws(LedgerFailure) -> Void
  ) throws(LedgerFailure) {
    var last = -1
    while true {
      let rows = try connection.query(text, .number(last))
      guard rows.count > 0 else { return }
      for row in 0..<rows.count { try body(rows, row) }
      last = rows.number(rows.count - 1, 0)
    }
  }

  private static let allCheckpoints =
    "SELECT size, root, signature FROM checkpoint WHERE size > $1::bigint ORDER BY size LIMIT 500"

  /// Outer joins: a row that is missing anywhere must be told, not passed over.
  private static let everything = """
    SELECT leaf.position, header, hashes, sealed, wrapped,
      (SELECT coalesce(string_agg(token, ''::bytea ORDER BY token), ''::bytea) FROM lookup
        WHERE lookup.position = leaf.position)
    FROM leaf
    LEFT JOIN payload USING (position) LEFT JOIN payload_key USING (position)
    WHERE leaf.position > $1::bigint ORDER BY leaf.position LIMIT 500
    """

  func checkpoint(
    _ rows: PostgreSQLRows, _ row: Int, _ connection: PostgreSQLConnection
  ) throws(LedgerFailure) -> Checkpoint? {
    guard row < rows.count else { return nil }
    guard let root = SHA256(bytes: rows.bytes(row, 1)) else {
      throw LedgerFailure(.damaged, "a checkpoint of `\(connection.name)` cannot be read")
    }
    return Checkpoint(
      head: TreeHead(size: rows.number(row, 0), root: root), signature: rows.bytes(row, 2))
  }

  private func bytes(_ query: String, _ position: Int) throws(LedgerFailure) -> [UInt8]? {
    try using { connection throws(LedgerFailure) in
      let rows = try connection.query(query, .number(position))
      return rows.count == 0 ? nil : rows.bytes(0, 0)
    }
  }

  private func found(_ query: String, _ position: Int) throws(LedgerFailure) -> [UInt8] {
    guard let bytes = try bytes(query, position) else {
      throw LedgerFailure(
        .noSuchRecord, "there is no record \(position)",
        remedy: "`scruple log show` lists the records")
    }
    return bytes
  }
}

extension ScannedRecord {
  fileprivate init(_ rows: PostgreSQLRows, _ row: Int) {
    self.init(
      position: rows.number(row, 0), header: rows.text(row, 1), hashes: rows.bytes(row, 2),
      sealed: rows.isNull(row, 3) ? nil : rows.bytes(row, 3),
      wrappedKey: rows.isNull(row, 4) ? nil : rows.bytes(row, 4), tokens: rows.bytes(row, 5))
  }
}
