public import Digests
import Formats
import Synchronization

/// Records in one SQLite file: write-ahead log, every commit flushed to the disk before it is
/// acknowledged.
///
/// Several processes may use one file; each transaction waits for the lock, for as long as it was
/// told. The file must lie on a local disk (https://www.sqlite.org/wal.html).
public final class SQLiteStore: LedgerStore {
  let connection: Mutex<SQLiteConnection>
  /// Looks up what is committed, while the other one waits for the disk.
  private let reader: Mutex<SQLiteConnection>

  /// `creates` makes the file where there is none; without it a missing file is an error, so that a
  /// mistyped path never begins a new log. `patience` is in milliseconds; `maximumPages` bounds the
  /// file; from `writeBackPages` on the write-ahead log is moved into it.
  public init(
    _ path: String, creates: Bool = false, isReading: Bool = false, patience: Int32 = 10_000,
    maximumPages: Int? = nil, writeBackPages: Int = 8000
  ) throws(LedgerFailure) {
    guard creates || FileReader.exists(path) else {
      throw LedgerFailure(
        .missing, "there is no store `\(path)`", remedy: "make it with `scruple log keys`")
    }
    let access: Database.Access = isReading ? .reading : creates ? .creating : .writing
    connection = Mutex(
      try SQLiteConnection(
        path, access, patience: patience, maximumPages: maximumPages,
        writeBackPages: writeBackPages))
    // It never writes, and may: whichever of the two closes last empties the write-ahead log.
    reader = Mutex(
      try SQLiteConnection(
        path, isReading ? .reading : .writing, patience: patience, maximumPages: nil))
  }

  public func append(
    _ records: [StoredRecord], erasing: [Int], expecting: Int?, time: Int,
    sign: @Sendable (TreeHead, Checkpoint?) throws(LedgerFailure) -> Checkpoint
  ) throws(LedgerFailure) -> AppendedRecords {
    try connection.withLock { connection throws(LedgerFailure) in
      try connection.append(
        records, erasing: erasing, expecting: expecting, time: time, sign: sign)
    }
  }

  public func forgetErased() throws(LedgerFailure) {
    try connection.withLock { connection throws(LedgerFailure) in try connection.forgetErased() }
  }

  public func newestCheckpoint() throws(LedgerFailure) -> Checkpoint? {
    try reader.withLock { reader throws(LedgerFailure) in
      try reader.newestCheckpoint()
    }
  }

  public func checkpoint(covering position: Int) throws(LedgerFailure) -> Checkpoint? {
    try reader.withLock { reader throws(LedgerFailure) in
      try reader.checkpoint(covering: position)
    }
  }

  public func header(at position: Int) throws(LedgerFailure) -> String {
    let bytes = try found("SELECT header FROM leaf WHERE position = ?", position)
    return String(decoding: bytes, as: UTF8.self)
  }

  public func sealed(at position: Int) throws(LedgerFailure) -> [UInt8] {
    try found("SELECT sealed FROM payload WHERE position = ?", position)
  }

  public func node(level: Int, index: Int) throws(LedgerFailure) -> SHA256 {
    try reader.withLock { reader throws(LedgerFailure) in
      try reader.node(level: level, index: index)
    }
  }

  public func wrappedKey(at position: Int) throws(LedgerFailure) -> [UInt8]? {
    try reader.withLock { reader throws(LedgerFailure) in
      try reader.bytes("SELECT wrapped FROM payload_key WHERE position = ?", position)
    }
  }

  public func positions(of token: [UInt8], after position: Int) throws(LedgerFailure) -> [Int] {
    try reader.withLock { reader throws(LedgerFailure) in
      try reader.positions(of: token, after: position)
    }
  }

  private func found(_ query: String, _ position: Int) throws(LedgerFailure) -> [UInt8] {
    let bytes = try reader.withLock { reader throws(LedgerFailure) in
      try reader.bytes(query, position)
    }
    guard let bytes else {
      throw LedgerFailure(
        .noSuchRecord, "there is no record \(position)",
        remedy: "`scruple log show` lists the records")
    }
    return bytes
  }
}
