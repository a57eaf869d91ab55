public import Digests
import Formats
import Trade

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
  /// What is as it was signed and yet should be looked at: records whose time goes backwards by
  /// minutes, since a clock was wrong. After a hundred no more are kept.
  public private(set) var remarks: [String] = []

  public var verifies: Bool { problems.isEmpty }

  /// As the next, where the log's key was never replaced.
  public init(
    of store: any LedgerStore, key: LogKey, opening keys: LedgerKeys? = nil,
    kept: [Checkpoint] = []
  ) throws(LedgerFailure) {
    try self.init(
      of: store, by: PublishedKeys(log: key), opening: keys, kept: kept)
  }

  /// With `keys` the key of every record is opened as well, and with `opensContent` its content;
  /// `kept` are checkpoints from elsewhere, already verified.
  public init(
    of store: any LedgerStore, by published: PublishedKeys, opening keys: LedgerKeys? = nil,
    opensContent: Bool = true, kept: [Checkpoint] = []
  ) throws(LedgerFailure) {
    var signed: [Checkpoint] = []
    func started() -> RecordScan {
      RecordScan(
        heads: signed.map { ($0.head, "the checkpoint at \($0.head.size)") }
          + kept.map { ($0.head, "the checkpoint at \($0.head.size) that was kept elsewhere") },
        keys: keys, opensContent: opensContent)
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
    remarks = Array(scan.remarks.prefix(100))
    try store.strayRows().forEach { report($0) }
    for told in try store.erasures()
    // One of a record that came meanwhile is not of this log.
    where told.recorded < size && scan.erasedBy[told.position] != told.recorded {
      report(
        "the store notes that record \(told.recorded) erased record \(told.position), and that record "
          + "does not say so")
    }
    if size > 0, signed.last?.head.size != size, !(signed.last.map { $0.head.size > size } ?? false)
    {
      report("the records from \(signed.last?.head.size ?? 0) on were never signed")
    }
  }

  private mutating func report(_ problem: String) {
    if problems.count < 100 { problems.append(problem) }
  }
}

/// Numbers of records, a bit each.
private struct PositionSet {
  private var words: [UInt64] = []

  mutating func insert(_ position: Int) {
    let word = position / 64
    if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
    words[word] |= 1 << UInt64(position % 64)
  }

  func contains(_ position: Int) -> Bool {
    position / 64 < words.count && words[position / 64] >> UInt64(position % 64) & 1 == 1
  }
}

/// Goes over the records and holds what they make against what was signed.
private struct RecordScan {
  var frontier = MerkleFrontier()
  var withoutKey: Set<Int> = []
  var problems: [String] = []
  var remarks: [String] = []
  /// What erasures declare: the record that says so, by the record that was erased.
  private(set) var erasedBy: [Int: Int] = [:]
  /// Determinations that others may restate, by their positions.
  private var whole = PositionSet()
  /// Of each that is restated, the first record that still has its key and does so.
  private var restated: [Int: Int] = [:]
  private let heads: [Int: [(head: TreeHead, words: String)]]
  private let keys: LedgerKeys?
  private let opensContent: Bool
  private var isBroken = false
  /// The latest time so far, with its record.
  private var latest: (position: Int, time: String, seconds: Int)?

  init(heads: [(head: TreeHead, words: String)], keys: LedgerKeys?, opensContent: Bool) {
    self.heads = Dictionary(grouping: heads) { $0.head.size }
    self.keys = keys
    self.opensContent = opensContent
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
      for erased in header.json["erases"]?.array?.compactMap(\.integer) ?? [] {
        erasedBy[erased] = position
      }
    }
    check(timeOf: header, position)
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
    check(contentOf: header, position)
    guard let keys else { return }
    guard opensContent else {
      if !keys.opens(wrapped) {
        problems.append(
          "the key of record \(position) cannot be opened: it was changed, or the keys are not those "
            + "of this ledger")
      }
      return
    }
    do throws(LedgerFailure) {
      _ = try keys.open(sealed, wrappedKey: wrapped, header: header, at: position)
    } catch {
      problems.append(error.message)
    }
  }

  private mutating func check(contentOf header: RecordHeader, _ position: Int) {
    guard let place = header.restates else {
      if header.kind == .determination { whole.insert(position) }
      return
    }
    guard header.kind == .determination, place < position,
      whole.contains(place) || withoutKey.contains(place)
    else {
      problems.append("record \(position) restates record \(place), which is none that can be")
      return
    }
    if restated[place] == nil { restated[place] = position }
  }

  /// Of several machines one is always a little behind; by minutes, a clock was wrong.
  private mutating func check(timeOf header: RecordHeader, _ position: Int) {
    guard let seconds = (try? Timestamp(header.time))?.secondsSinceEpoch else { return }
    if let latest, seconds < latest.seconds - Ledger.clockTolerance {
      remarks.append(
        "record \(position) is of \(header.time), and record \(latest.position) before it of "
          + "\(latest.time): a clock was put back, or was wrong")
    }
    if latest.map({ $0.seconds < seconds }) ?? true { latest = (position, header.time, seconds) }
  }

  mutating func finish() {
    for position in withoutKey.subtracting(erasedBy.keys).sorted() {
      problems.append("the key of record \(position) is gone, and no erasure says so")
    }
    for (place, position) in restated.sorted(by: { $0.key < $1.key })
    where withoutKey.contains(place) {
      problems.append(
        "the content of record \(position) is lost: it restates record \(place), whose key is gone")
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
