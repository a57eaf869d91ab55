import Digests
import Synchronization

extension PostgreSQLStore {
  public func append(
    _ records: [StoredRecord], erasing: [Int], expecting: Int?, time: Int,
    sign: @Sendable (TreeHead, Checkpoint?) throws(LedgerFailure) -> Checkpoint
  ) throws(LedgerFailure) -> AppendedRecords {
    var sent: AppendedRecords?
    do throws(LedgerFailure) {
      return try using(mayRepeat: { sent == nil }) { connection throws(LedgerFailure) in
        let (before, newest) = try begin(connection)
        let first = before.count
        guard expecting == nil || expecting == first else {
          throw LedgerFailure(
            .overtaken, "other records were added in between", remedy: "try again")
        }
        var batch = RecordBatch(after: before)
        var counts = try counts(of: records.compactMap(\.condition?.token), connection)
        let positions = records.map { record in
          batch.add(record, counting: &counts) ? batch.frontier.count - 1 : nil
        }
        let after = batch.frontier
        if after.count == first, let newest {
          try connection.execute("ROLLBACK")
          return AppendedRecords(positions: positions, checkpoint: newest)
        }
        let checkpoint = try sign(TreeHead(size: after.count, root: after.root), newest)
        let appended = AppendedRecords(positions: positions, checkpoint: checkpoint)
        sent = appended
        try commit(batch, erasing: erasing, recordedAt: first, checkpoint, time, connection)
        frontier.withLock { $0 = after }
        return appended
      }
    } catch {
      // The connection broke while the server committed: it knows whether it did.
      guard error.kind == .unreachable, let sent, try isThere(sent.checkpoint) else { throw error }
      return sent
    }
  }

  /// How many records carry each of some tokens, under the lock of the log.
  private func counts(
    of tokens: [[UInt8]], _ connection: PostgreSQLConnection
  ) throws(LedgerFailure) -> [[UInt8]: Int] {
    guard !tokens.isEmpty else { return [:] }
    let rows = try connection.query(
      "SELECT token, count(*) FROM lookup WHERE token = ANY ($1::bytea[]) GROUP BY token",
      .blobs(tokens))
    var counts: [[UInt8]: Int] = [:]
    for row in 0..<rows.count { counts[rows.bytes(row, 0)] = rows.number(row, 1) }
    return counts
  }

  /// Begins a transaction under the lock of the log and returns the frontier of all records
  /// with the newest checkpoint.
  private func begin(
    _ connection: PostgreSQLConnection
  ) throws(LedgerFailure) -> (MerkleFrontier, Checkpoint?) {
    let answers = try connection.run([
      .init(text: "BEGIN"), .init(text: PostgreSQLStore.locking),
      .init(text: PostgreSQLStore.newest),
      .init(text: "SELECT coalesce(max(position) + 1, 0) FROM leaf"),
    ])
    let newest = try checkpoint(answers[2], 0, connection)
    let signed = newest?.head
    let count = answers[3].number(0, 0)
    var frontier = self.frontier.withLock { $0 }
    if frontier.count != count || signed.map({ $0.root != frontier.root }) ?? false {
      frontier = try loaded(count, connection)
    }
    // Nothing is built on a head that nobody signed.
    guard count == 0 && signed == nil || signed == TreeHead(size: count, root: frontier.root)
    else {
      throw LedgerFailure(
        .doesNotVerify,
        "the records of `\(connection.name)` are not those that were signed last",
        remedy: "see `scruple log verify`; nothing is added to this log")
    }
    return (frontier, newest)
  }

  private func loaded(
    _ count: Int, _ connection: PostgreSQLConnection
  ) throws(LedgerFailure) -> MerkleFrontier {
    var peaks: [SHA256] = []
    var end = 0
    for level in (0..<Int.bitWidth - 1).reversed() where count >> level & 1 == 1 {
      peaks.append(try node(level: level, index: end >> level, connection))
      end += 1 << level
    }
    guard let frontier = MerkleFrontier(count: count, peaks: peaks) else {
      throw LedgerFailure(.damaged, "the tree of the store `\(connection.name)` cannot be read")
    }
    return frontier
  }

  /// One lock for each log of a database, held until the transaction ends.
  private static let locking =
    "SELECT pg_advisory_xact_lock((\(SQLiteStore.application)::bigint << 32) "
    + "| 'leaf'::regclass::oid::bigint)"

  private func commit(
    _ batch: RecordBatch, erasing: [Int], recordedAt record: Int, _ checkpoint: Checkpoint,
    _ time: Int, _ connection: PostgreSQLConnection
  ) throws(LedgerFailure) {
    var commands = batch.commands
    if !erasing.isEmpty {
      commands += [
        .init(
          text: "INSERT INTO erasure (position, recorded) SELECT unnest($1::bigint[]), $2::bigint",
          values: [.numbers(erasing), .number(record)]),
        .init(
          text: "DELETE FROM payload_key WHERE position = ANY ($1::bigint[])",
          values: [.numbers(erasing)]),
        .init(
          text: "DELETE FROM lookup WHERE position = ANY ($1::bigint[])",
          values: [.numbers(erasing)]),
      ]
    }
    commands.append(
      .init(
        text: "INSERT INTO checkpoint (size, root, signature, time) "
          + "VALUES ($1::bigint, $2::bytea, $3::bytea, $4::bigint)",
        values: [
          .number(checkpoint.head.size), .bytes(checkpoint.head.root.bytes),
          .bytes(checkpoint.signature), .number(time),
        ]))
    commands.append(.init(text: "COMMIT"))
    guard try connection.run(commands).last?.tag == "COMMIT" else {
      throw LedgerFailure(.inputOutput, "the store `\(connection.name)` did not commit")
    }
  }

  /// Whether a transaction came through whose answer was lost. It waits until the transaction has
  /// ended, for the transaction holds the lock.
  private func isThere(_ checkpoint: Checkpoint) throws(LedgerFailure) -> Bool {
    try using { connection throws(LedgerFailure) in
      try connection.execute("BEGIN")
      try connection.execute(PostgreSQLStore.locking)
      let found = try connection.query(
        "SELECT 1 FROM checkpoint WHERE size = $1::bigint AND root = $2::bytea "
          + "AND signature = $3::bytea",
        .number(checkpoint.head.size), .bytes(checkpoint.head.root.bytes),
        .bytes(checkpoint.signature))
      try connection.execute("COMMIT")
      return found.count == 1
    }
  }

  /// Writes the tables of keys anew: what is deleted stays in the old pages.
  public func forgetErased() throws(LedgerFailure) {
    do throws(LedgerFailure) {
      try using { connection throws(LedgerFailure) in
        for table in StoreSchema.erasable { try connection.execute("VACUUM FULL \(table)") }
      }
    } catch {
      throw LedgerFailure(
        error.kind,
        "the keys are deleted, and pages of the server may still hold them: " + error.message,
        remedy: "run `VACUUM FULL payload_key` and `VACUUM FULL lookup`")
    }
  }
}

/// Records as arrays, one for each column.
private struct RecordBatch {
  var frontier: MerkleFrontier
  private var positions: [Int] = []
  private var headers: [String] = []
  private var hashes: [[UInt8]] = []
  private var sealed: [[UInt8]] = []
  private var wrapped: [[UInt8]] = []
  private var tokens: [[UInt8]] = []
  private var places: [Int] = []

  init(after frontier: MerkleFrontier) { self.frontier = frontier }

  /// False of a record that is left out because its condition does not hold. `counts` are the
  /// records of each token that a condition names.
  mutating func add(_ record: StoredRecord, counting counts: inout [[UInt8]: Int]) -> Bool {
    if let condition = record.condition, counts[condition.token] ?? 0 != condition.count {
      return false
    }
    for token in Set(record.tokens) { counts[token, default: 0] += 1 }
    let position = frontier.count
    positions.append(position)
    headers.append(record.header)
    hashes.append(
      frontier.append(MerkleTree.leafHash(Array(record.header.utf8))).flatMap(\.bytes))
    sealed.append(record.sealed)
    wrapped.append(record.wrappedKey)
    for token in Set(record.tokens) {
      tokens.append(token)
      places.append(position)
    }
    return true
  }

  var commands: [PostgreSQLConnection.Command] {
    [
      .init(
        text: "INSERT INTO leaf (position, header, hashes) "
          + "SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[])",
        values: [.numbers(positions), .texts(headers), .blobs(hashes)]),
      .init(
        text: "INSERT INTO payload (position, sealed) "
          + "SELECT * FROM unnest($1::bigint[], $2::bytea[])",
        values: [.numbers(positions), .blobs(sealed)]),
      .init(
        text: "INSERT INTO payload_key (position, wrapped) "
          + "SELECT * FROM unnest($1::bigint[], $2::bytea[])",
        values: [.numbers(positions), .blobs(wrapped)]),
      .init(
        text: "INSERT INTO lookup (token, position) "
          + "SELECT * FROM unnest($1::bytea[], $2::bigint[])",
        values: [.blobs(tokens), .numbers(places)]),
    ]
  }
}
