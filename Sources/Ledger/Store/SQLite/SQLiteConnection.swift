import Digests

/// The one connection of a store with its prepared statements.
final class SQLiteConnection {
  let database: Database
  private var statements: [String: Statement] = [:]
  /// The frontier of the records that this connection wrote last, if nobody wrote since.
  private var frontier = MerkleFrontier()
  /// Nil where nothing is written.
  private let writeBack: WriteBack?

  /// `writeBackPages` is how many pages the write-ahead log may have before they are moved.
  init(
    _ path: String, _ access: Database.Access, patience: Int32, maximumPages: Int?,
    writeBackPages: Int = 8000
  ) throws(LedgerFailure) {
    database = try Database(path, access, patience: patience)
    if access != .reading {
      // What is erased must not be left in free pages.
      try database.execute("PRAGMA secure_delete = ON")
      try database.execute("PRAGMA foreign_keys = ON")
    }
    try SQLiteStore.prepare(database, access)
    guard access != .reading else {
      writeBack = nil
      return
    }
    try database.execute("PRAGMA synchronous = FULL")
    guard try database.number("PRAGMA synchronous") == 2 else {
      throw LedgerFailure(.inputOutput, "the store `\(path)` cannot be made durable")
    }
    writeBack = try WriteBack(database, pages: writeBackPages)
    // Tokens are as good as random, so that each lands on another page; these are KiB.
    try database.execute("PRAGMA cache_size = -32768")
    if let maximumPages { try database.execute("PRAGMA max_page_count = \(maximumPages)") }
  }

  func statement(_ text: String) throws(LedgerFailure) -> Statement {
    if let statement = statements[text] { return statement }
    let statement = try Statement(text, database)
    statements[text] = statement
    return statement
  }

  func append(
    _ records: [StoredRecord], erasing: [Int], expecting: Int?, time: Int,
    sign: (TreeHead, Checkpoint?) throws(LedgerFailure) -> Checkpoint
  ) throws(LedgerFailure) -> AppendedRecords {
    try statement("BEGIN IMMEDIATE").run()
    do throws(LedgerFailure) {
      var frontier = try currentFrontier()
      let first = frontier.count
      guard expecting == nil || expecting == first else {
        throw LedgerFailure(
          .overtaken, "other records were added in between", remedy: "try again")
      }
      var positions: [Int?] = []
      for record in records {
        let isWanted = try record.condition.map { condition throws(LedgerFailure) in
          try count(of: condition.token) == condition.count
        }
        positions.append(isWanted ?? true ? frontier.count : nil)
        if isWanted ?? true { try insert(record, into: &frontier) }
      }
      let newest = try newestCheckpoint()
      if frontier.count == first, let newest {
        try database.execute("ROLLBACK")
        return AppendedRecords(positions: positions, checkpoint: newest)
      }
      if !erasing.isEmpty { try erase(erasing, recordedAt: first) }
      let checkpoint = try sign(TreeHead(size: frontier.count, root: frontier.root), newest)
      try insert(checkpoint, time: time)
      try statement("COMMIT").run()
      self.frontier = frontier
      writeBack?.goOn(database)
      return AppendedRecords(positions: positions, checkpoint: checkpoint)
    } catch {
      // An error of the disk ends the transaction by itself; then there is none to roll back.
      try? database.execute("ROLLBACK")
      self.frontier = MerkleFrontier()
      throw error
    }
  }

  /// How many records carry a token.
  private func count(of token: [UInt8]) throws(LedgerFailure) -> Int {
    let query = try statement("SELECT count(*) FROM lookup WHERE token = ?")
    defer { query.reset() }
    try query.bind(1, token)
    return try query.step() ? query.number(0) : 0
  }

  private func insert(
    _ record: StoredRecord, into frontier: inout MerkleFrontier
  ) throws(LedgerFailure) {
    let position = frontier.count
    let hashes = frontier.append(MerkleTree.leafHash(Array(record.header.utf8)))
    let leaf = try statement("INSERT INTO leaf (position, header, hashes) VALUES (?, ?, ?)")
    try leaf.bind(1, position)
    try leaf.bind(2, record.header)
    try leaf.bind(3, hashes.flatMap(\.bytes))
    try leaf.run()
    let payload = try statement("INSERT INTO payload (position, sealed) VALUES (?, ?)")
    try payload.bind(1, position)
    try payload.bind(2, record.sealed)
    try payload.run()
    let key = try statement("INSERT INTO payload_key (position, wrapped) VALUES (?, ?)")
    try key.bind(1, position)
    try key.bind(2, record.wrappedKey)
    try key.run()
    let lookup = try statement("INSERT INTO lookup (token, position) VALUES (?, ?)")
    for token in Set(record.tokens) {
      try lookup.bind(1, token)
      try lookup.bind(2, position)
      try lookup.run()
    }
  }

  private func insert(_ checkpoint: Checkpoint, time: Int) throws(LedgerFailure) {
    let insertion = try statement(
      "INSERT INTO checkpoint (size, root, signature, time) VALUES (?, ?, ?, ?)")
    try insertion.bind(1, checkpoint.head.size)
    try insertion.bind(2, checkpoint.head.root.bytes)
    try insertion.bind(3, checkpoint.signature)
    try insertion.bind(4, time)
    try insertion.run()
  }

  private func erase(_ positions: [Int], recordedAt record: Int) throws(LedgerFailure) {
    let note = try statement("INSERT INTO erasure (position, recorded) VALUES (?, ?)")
    let key = try statement("DELETE FROM payload_key WHERE position = ?")
    let lookup = try statement("DELETE FROM lookup WHERE position = ?")
    for position in positions {
      try note.bind(1, position)
      try note.bind(2, record)
      try note.run()
      for deletion in [key, lookup] {
        try deletion.bind(1, position)
        try deletion.run()
      }
    }
  }

  /// Moves the write-ahead log into the file and empties it: until then it holds erased keys.
  func forgetErased() throws(LedgerFailure) {
    guard try database.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
      throw LedgerFailure(
        .locked,
        "the keys are deleted, and the write-ahead log of `\(database.path)` still holds them "
          + "because another process reads it", remedy: "end that process and erase again")
    }
  }

  /// The frontier of all records, under the lock of a transaction.
  private func currentFrontier() throws(LedgerFailure) -> MerkleFrontier {
    let count = try size()
    if frontier.count == count { return frontier }
    var peaks: [SHA256] = []
    var end = 0
    for level in (0..<Int.bitWidth - 1).reversed() where count >> level & 1 == 1 {
      peaks.append(try node(level: level, index: end >> level))
      end += 1 << level
    }
    guard let frontier = MerkleFrontier(count: count, peaks: peaks) else {
      throw LedgerFailure(.damaged, "the tree of the store `\(database.path)` cannot be read")
    }
    // Nothing is built on a head that nobody signed.
    let signed = try newestCheckpoint()?.head
    guard count == 0 || signed == TreeHead(size: count, root: frontier.root) else {
      throw LedgerFailure(
        .doesNotVerify, "the records of `\(database.path)` are not those that were signed last",
        remedy: "see `scruple log verify`; nothing is added to this log")
    }
    return frontier
  }

  private func size() throws(LedgerFailure) -> Int {
    let query = try statement("SELECT coalesce(max(position) + 1, 0) FROM leaf")
    defer { query.reset() }
    return try query.step() ? query.number(0) : 0
  }
}
