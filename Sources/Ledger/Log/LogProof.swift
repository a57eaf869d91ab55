public import Digests
public import Formats

/// That a record is in the log, for somebody who has only the log's public key.
public struct InclusionProof: Sendable {
  public let position: Int
  /// The header: its bytes are the leaf.
  public let leaf: String
  public let path: [SHA256]
  public let checkpoint: Checkpoint

  /// What `scruple log prove` prints and the verifier of the README reads.
  public func json(by key: LogKey) -> JSON {
    .object([
      ("position", .integer(position)), ("size", .integer(checkpoint.head.size)),
      ("leaf", .string(leaf)), ("path", .strings(path.map(\.hexadecimal))),
      ("checkpoint", .string(checkpoint.note(by: key))),
    ])
  }

  /// The same in fewer bytes: the root and the note follow from leaf, path and key. All but the
  /// leaf, which is the record's own, is below 1,000 bytes for a log of a million; hence the short
  /// names.
  public var compact: JSON {
    .object([
      ("at", .integer(position)), ("of", .integer(checkpoint.head.size)),
      ("path", .string(Base64.forAddresses.text(of: path.flatMap(\.bytes)))),
      ("sig", .string(Base64.forAddresses.text(of: checkpoint.signature))),
      ("leaf", .string(leaf)),
    ])
  }

  public func verifies(by key: LogKey) -> Bool {
    checkpoint.verifies(by: key)
      && MerkleVerifier.isIncluded(
        MerkleTree.leafHash(Array(leaf.utf8)), at: position, in: checkpoint.head.size,
        root: checkpoint.head.root, path: path)
  }
}

/// That an older head is the beginning of the present log: nothing before it was changed.
public struct ConsistencyProof: Sendable {
  public let older: TreeHead
  public let path: [SHA256]
  public let checkpoint: Checkpoint

  public func json(by key: LogKey) -> JSON {
    .object([
      ("from", .integer(older.size)),
      ("fromRoot", .string(older.root.hexadecimal)),
      ("size", .integer(checkpoint.head.size)), ("path", .strings(path.map(\.hexadecimal))),
      ("checkpoint", .string(checkpoint.note(by: key))),
    ])
  }

  public func verifies(by key: LogKey) -> Bool {
    checkpoint.verifies(by: key)
      && MerkleVerifier.isConsistent(
        from: older.size, root: older.root, to: checkpoint.head.size, root: checkpoint.head.root,
        path: path)
  }
}

/// Makes proofs against the newest checkpoint of a store. O(log n).
public struct LogProver: Sendable {
  private let store: any LedgerStore

  public init(_ store: any LedgerStore) { self.store = store }

  public func inclusion(of position: Int) throws(LedgerFailure) -> InclusionProof {
    let checkpoint = try newest()
    guard let path = try prover.inclusion(of: position, in: checkpoint.head.size) else {
      throw LedgerFailure(
        .noSuchRecord, "there is no record \(position); the log has \(checkpoint.head.size)",
        remedy: "`scruple log show` lists the records")
    }
    return InclusionProof(
      position: position, leaf: try store.header(at: position), path: path,
      checkpoint: checkpoint)
  }

  public func consistency(from size: Int) throws(LedgerFailure) -> ConsistencyProof {
    let checkpoint = try newest()
    guard size > 0, let path = try prover.consistency(from: size, to: checkpoint.head.size) else {
      throw LedgerFailure(
        .noSuchRecord, "there is no log of \(size) records; the log has \(checkpoint.head.size)")
    }
    return ConsistencyProof(
      older: TreeHead(size: size, root: try prover.root(of: size)), path: path,
      checkpoint: checkpoint)
  }

  public func newest() throws(LedgerFailure) -> Checkpoint {
    guard let checkpoint = try store.newestCheckpoint() else {
      throw LedgerFailure(.noSuchRecord, "the log has no record")
    }
    return checkpoint
  }

  private var prover: MerkleProver<LedgerFailure> {
    MerkleProver { level, index throws(LedgerFailure) in
      try store.node(level: level, index: index)
    }
  }
}
