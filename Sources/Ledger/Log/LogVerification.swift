public import Digests
import Formats

/// Reads all of a log and says what is not as it was signed.
///
/// Found are: an edited record, payload or hash; one that is missing, added or moved; a log that is
/// shorter than a signature says or than a checkpoint that was kept elsewhere; another history
/// under the same signatures; a key that was destroyed without an erasure that says so. A log cut
/// back to an older state together with its signatures is found only with a checkpoint from
/// elsewhere: keep some.
public struct LogVerification: Sendable {
  public private(set) var size = 0
  public private(set) var root = MerkleTree.emptyRoot
  public private(set) var checkpoints = 0
  public private(set) var erased = 0
  /// In the order found; after a hundred no more are kept.
  public private(set) var problems: [String] = []

  public var verifies: Bool { problems.isEmpty }

  /// As the next, where the log's key was never replaced.
  public init(
    of store: any LedgerStore, key: LogKey, opening keys: LedgerKeys? = nil,
    kept: [Checkpoint] = []
  ) throws(LedgerFailure) {
    try self.init(
      of: store, by: PublishedKeys(log: key), opening: keys, kept: kept)
  }

  /// `keys` opens every record as well; `kept` are checkpoints from elsewhere, already verified.
  public init(
    of store: any LedgerStore, by published: PublishedKeys, opening keys: LedgerKeys? = nil,
    kept: [Checkpoint] = []
  ) throws(LedgerFailure) {
    var signed: [Checkpoint] = []
    func started() -> RecordScan {
      RecordScan(
        heads: signed.map { ($0.head, "the checkpoint at \($0.head.size)") }
          + kept.map { ($0.head, "the checkpoint at \($0.head.size) that was kept elsewhere") },
        keys: keys)
    }
    var begun: RecordScan?
    try store.scan(
      checkpoints: { signed.append($0) },
      records: { record in
        if begun == nil { begun = started() }
        begun?.take(record)
      })
    checkpoints = signed.count
    for (checkpoint, isSound) in zip(
      signed, Threads.map(signed) { $0.verifies(by: published.log(at: $0.head.size)) })
    where !isSound {
      report("the signature of the checkpoint at \(checkpoint.head.size) does not verify")
    }
    var scan = begun ?? started()
    scan.finish()
    size = scan.frontier.count
    root = scan.frontier.root
    erased = scan.withoutKey.count
    scan.problems.forEach { report($0) }
    if size > 0, signed.last?.head.size != size, !(signed.last.map { $0.head.size > size } ?? false)
    {
      report("the records from \(signed.last?.head.size ?? 0) on were never signed")
    }
  }

  private mutating func report(_ problem: String) {
    if problems.count < 100 { problems.append(problem) }
  }
}

/// Goes over the records and holds what they make against what was signed.
private struct RecordScan {
  var frontier = MerkleFrontier()
  var withoutKey: Set<Int> = []
  var problems: [String] = []
  private var declaredErased: Set<Int> = []
  private let heads: [Int: [(head: TreeHead, words: String)]]
  private let keys: LedgerKeys?
  private var isBroken = false

  init(heads: [(head: TreeHead, words: String)], keys: LedgerKeys?) {
    self.heads = Dictionary(grouping: heads) { $0.head.size }
    self.keys = keys
  }

  mutating func take(_ record: ScannedRecord) {
    let position = frontier.count
    guard !isBroken else { return }
    guard record.position == position else {
      problems.append("record \(position) is missing: the next one is \(record.position)")
      isBroken = true
      return
    }
    let hashes = frontier.append(MerkleTree.leafHash(Array(record.header.utf8)))
    if hashes.flatMap(\.bytes) != record.hashes {
      problems.append("record \(position) or a hash beside it was changed")
    }
    for (head, words) in heads[frontier.count] ?? [] where head.root != frontier.root {
      problems.append("\(words) signs another history: a record before it differs")
    }
    check(record)
  }

  private mutating func check(_ record: ScannedRecord) {
    let position = record.position
    guard let header = RecordHeader(record.header) else {
      problems.append("the header of record \(position) cannot be read")
      return
    }
    if header.kind == .erasure {
      declaredErased.formUnion(header.json["erases"]?.array?.compactMap(\.integer) ?? [])
    }
    guard let sealed = record.sealed else {
      problems.append("the content of record \(position) is missing")
      return
    }
    if SHA256(of: sealed) != header.payload {
      problems.append("the content of record \(position) was changed")
    }
    guard let wrapped = record.wrappedKey else {
      withoutKey.insert(position)
      return
    }
    if SHA256(of: record.tokens) != header.subjects {
      problems.append("what finds record \(position) was changed: it may have been hidden")
    }
    guard let keys else { return }
    do throws(LedgerFailure) {
      _ = try keys.open(sealed, wrappedKey: wrapped, header: header, at: position)
    } catch {
      problems.append(error.message)
    }
  }

  mutating func finish() {
    for position in withoutKey.subtracting(declaredErased).sorted() {
      problems.append("the key of record \(position) is gone, and no erasure says so")
    }
    let beyond = heads.keys.filter { $0 > frontier.count }.sorted()
    for size in beyond {
      for (_, words) in heads[size] ?? [] {
        problems.append(
          "\(words) speaks of \(size) records, and there are \(frontier.count): the log was cut off"
        )
      }
    }
  }
}
