import Digests
import Formats
import Synchronization

extension SQLiteConnection {
  /// The hash of a complete subtree, which stands with the last leaf that it covers.
  func node(level: Int, index: Int) throws(LedgerFailure) -> SHA256 {
    let last = (index + 1) << level - 1
    guard let hashes = try bytes("SELECT hashes FROM leaf WHERE position = ?", last),
      hashes.count >= (level + 1) * 32,
      let hash = SHA256(bytes: Array(hashes[(level * 32)..<((level + 1) * 32)]))
    else {
      throw LedgerFailure(
        .damaged, "the store `\(database.path)` lacks a hash of the tree at record \(last)",
        remedy: "see `scruple log verify`")
    }
    return hash
  }

  /// The one value that a query has for a position, or nil where there is no row.
  func bytes(_ query: String, _ position: Int) throws(LedgerFailure) -> [UInt8]? {
    let statement = try statement(query)
    defer { statement.reset() }
    try statement.bind(1, position)
    return try statement.step() ? statement.bytes(0) : nil
  }

  func positions(of token: [UInt8], after position: Int = -1) throws(LedgerFailure) -> [Int] {
    let query = try statement(
      "SELECT position FROM lookup WHERE token = ? AND position > ? ORDER BY position")
    defer { query.reset() }
    try query.bind(1, token)
    try query.bind(2, position)
    var positions: [Int] = []
    while try query.step() { positions.append(query.number(0)) }
    return positions
  }

  func newestCheckpoint() throws(LedgerFailure) -> Checkpoint? {
    let query = try statement(
      "SELECT size, root, signature FROM checkpoint ORDER BY size DESC LIMIT 1")
    defer { query.reset() }
    return try query.step() ? try checkpoint(query) : nil
  }

  func checkpoint(covering position: Int) throws(LedgerFailure) -> Checkpoint? {
    let query = try statement(
      "SELECT size, root, signature FROM checkpoint WHERE size > ? ORDER BY size LIMIT 1")
    defer { query.reset() }
    try query.bind(1, position)
    return try query.step() ? try checkpoint(query) : nil
  }

  func checkpoint(_ row: Statement) throws(LedgerFailure) -> Checkpoint {
    guard let root = SHA256(bytes: row.bytes(1)) else {
      throw LedgerFailure(.damaged, "a checkpoint of `\(database.path)` cannot be read")
    }
    return Checkpoint(
      head: TreeHead(size: row.number(0), root: root), signature: row.bytes(2))
  }
}

extension SQLiteStore {
  public func scan(
    checkpoints eachCheckpoint: (Checkpoint) throws(LedgerFailure) -> Void,
    records eachRecord: (ScannedRecord) throws(LedgerFailure) -> Void
  ) throws(LedgerFailure) {
    try connection.withLock { connection throws(LedgerFailure) in
      // One transaction sees one moment, whatever others append meanwhile.
      try connection.database.execute("BEGIN")
      do throws(LedgerFailure) {
        let checkpoints = try Statement(
          "SELECT size, root, signature FROM checkpoint ORDER BY size", connection.database)
        while try checkpoints.step() { try eachCheckpoint(try connection.checkpoint(checkpoints)) }
        let records = try Statement(SQLiteStore.everything, connection.database)
        while try records.step() { try eachRecord(ScannedRecord(records)) }
      } catch {
        try? connection.database.execute("ROLLBACK")
        throw error
      }
      try connection.database.execute("COMMIT")
    }
  }

  public func strayRows() throws(LedgerFailure) -> [String] {
    try connection.withLock { connection throws(LedgerFailure) in
      var found: [String] = []
      for (table, column) in StrayRows.columns {
        let rows = try Statement(StrayRows.query(table, column), connection.database)
        if try rows.step() { found.append(StrayRows.words(table, rows.number(0))) }
      }
      return found
    }
  }

  public func erasures() throws(LedgerFailure) -> [ToldErasure] {
    try connection.withLock { connection throws(LedgerFailure) in
      let rows = try Statement(StrayRows.erasures, connection.database)
      var erasures: [ToldErasure] = []
      while try rows.step() {
        erasures.append(ToldErasure(position: rows.number(0), recorded: rows.number(1)))
      }
      return erasures
    }
  }

  /// Outer joins: a row that is missing anywhere must be told, not passed over.
  private static let everything = """
    SELECT leaf.position, header, hashes, sealed, wrapped,
      (SELECT group_concat(hex(token), '') FROM
        (SELECT token FROM lookup WHERE lookup.position = leaf.position ORDER BY token))
    FROM leaf
    LEFT JOIN payload USING (position) LEFT JOIN payload_key USING (position)
    ORDER BY leaf.position
    """
}

extension ScannedRecord {
  fileprivate init(_ row: Statement) {
    self.init(
      position: row.number(0), header: row.text(1), hashes: row.bytes(2),
      sealed: row.isNull(3) ? nil : row.bytes(3),
      wrappedKey: row.isNull(4) ? nil : row.bytes(4),
      tokens: Hexadecimal.bytes(of: row.text(5).lowercased()) ?? [])
  }
}
