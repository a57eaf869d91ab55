public import Digests

/// A record as a store keeps it: what is hashed, what is sealed, and how it is found again.
public struct StoredRecord: Sendable, Hashable {
  /// RFC 8785 text without personal data; its bytes are the leaf of the log.
  public let header: String
  /// The content under a key of its own. The header names its digest.
  public let sealed: [UInt8]
  /// That key, sealed under the key of the store: destroyed where the record is erased.
  public let wrappedKey: [UInt8]
  /// Keyed digests of whom and what the record is about.
  public let tokens: [[UInt8]]
  /// What must still be so, or the record is left out; nil where it is added in any case.
  public let condition: Condition?

  /// How many records carry a token, as somebody saw it who is about to add one more.
  public struct Condition: Sendable, Hashable {
    public let token: [UInt8]
    public let count: Int

    public init(token: [UInt8], count: Int) {
      self.token = token
      self.count = count
    }
  }

  public init(
    header: String, sealed: [UInt8], wrappedKey: [UInt8], tokens: [[UInt8]],
    condition: Condition? = nil
  ) {
    self.header = header
    self.sealed = sealed
    self.wrappedKey = wrappedKey
    self.tokens = tokens
    self.condition = condition
  }
}

/// What became of records that were to be added.
public struct AppendedRecords: Sendable {
  /// The number of each; nil of one whose condition no longer held.
  public let positions: [Int?]
  /// The newest signed head, which covers them.
  public let checkpoint: Checkpoint

  public init(positions: [Int?], checkpoint: Checkpoint) {
    self.positions = positions
    self.checkpoint = checkpoint
  }
}

/// Where the records of a ledger lie. It judges nothing and can read no content.
///
/// An implementation keeps to this: `append` returns only when all of its records are durable, or
/// throws and none of them is there; records are numbered from zero without gaps in the order of
/// the log; nothing that is there changes, but for keys and tokens of what is erased. The table
/// definitions of the SQLite store are those of any other SQL database, up to the names of types.
public protocol LedgerStore: Sendable {
  /// Adds records with the head of the log that they make, signed, in one transaction; those
  /// whose condition does not hold in it are left out, and where none is left nothing is written.
  ///
  /// `sign` is given the head and the newest checkpoint before it, and throws where that one is of
  /// other keys. `expecting` is how many records there must be, or nil. Keys and tokens at `erasing` are
  /// destroyed in the same transaction.
  func append(
    _ records: [StoredRecord], erasing: [Int], expecting: Int?, time: Int,
    sign: @Sendable (TreeHead, Checkpoint?) throws(LedgerFailure) -> Checkpoint
  ) throws(LedgerFailure) -> AppendedRecords

  /// Removes what was destroyed from where a database keeps what is deleted; may be done again, as
  /// where somebody read the store the time before.
  func forgetErased() throws(LedgerFailure)

  /// The newest checkpoint, or nil of an empty log.
  func newestCheckpoint() throws(LedgerFailure) -> Checkpoint?
  /// The first checkpoint that covers a record, or nil where there is no such record.
  func checkpoint(covering position: Int) throws(LedgerFailure) -> Checkpoint?
  /// Throws `noSuchRecord` where there is none, as do the next two.
  func header(at position: Int) throws(LedgerFailure) -> String
  func sealed(at position: Int) throws(LedgerFailure) -> [UInt8]
  /// The hash of a complete subtree of 2^level leaves.
  func node(level: Int, index: Int) throws(LedgerFailure) -> SHA256
  /// Nil where it was destroyed.
  func wrappedKey(at position: Int) throws(LedgerFailure) -> [UInt8]?
  /// The records behind a position that carry a token, the oldest first; -1 for all.
  func positions(of token: [UInt8], after position: Int) throws(LedgerFailure) -> [Int]
  /// Goes over all checkpoints and then over all records of one moment, in the order of the log;
  /// what is missing is nil.
  func scan(
    checkpoints: (Checkpoint) throws(LedgerFailure) -> Void,
    records: (ScannedRecord) throws(LedgerFailure) -> Void
  ) throws(LedgerFailure)
  /// Rows of other tables that stand beside no record of their kind, in words: nothing that a store
  /// writes by itself leaves any.
  func strayRows() throws(LedgerFailure) -> [String]
  /// What the store itself notes of erasures, in the order of what was erased.
  func erasures() throws(LedgerFailure) -> [ToldErasure]
}

/// That the key of a record was destroyed, and which record says so.
public struct ToldErasure: Sendable, Hashable {
  public let position: Int
  public let recorded: Int
}

/// One record as verification finds it.
public struct ScannedRecord: Sendable {
  public let position: Int
  public let header: String
  public let hashes: [UInt8]
  public let sealed: [UInt8]?
  public let wrappedKey: [UInt8]?
  /// All tokens, sorted, one behind the other.
  public let tokens: [UInt8]
}
