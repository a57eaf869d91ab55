public import Formats
import Synchronization

/// The record of what was decided: append-only, sealed, and provable to strangers.
///
///     let ledger = try Ledger(store: try SQLiteStore("ledger.db"), keys: keys)
///     let receipt = try ledger.append([record])     // durable when it returns
///
/// It judges nothing. Any number of threads may use one.
public final class Ledger: Sendable {
  /// Proof that records are durable: where the first stands, and a signed head that covers them.
  public struct Receipt: Sendable, Hashable {
    public let position: Int
    public let checkpoint: Checkpoint
  }

  public let keys: LedgerKeys
  /// Who knows which names mean one party; nil where letters alone are compared.
  let likeness: PartyLikeness?
  private let published: PublishedKeys
  /// The newest checkpoint that is known to be of these keys.
  private let verified = Mutex<Checkpoint?>(nil)
  let store: any LedgerStore
  /// Why the last transaction failed, with the monotonic nanoseconds of that; nil after one that
  /// did not.
  private let lastFailure = Mutex<(kind: LedgerFailure.Kind, at: Int)?>(nil)
  private let clock: @Sendable () -> Int
  /// The newest record that is known, with the time that it tells.
  let newestRecord = Mutex<(position: Int, time: String)?>(nil)
  private let queue = AppendQueue()
  /// Digests of policies and lists that the log is known to name.
  let known = Mutex<Set<String>>([])
  /// Investigations as they were read last, with the records that they are made of: each clearance
  /// asks for them.
  let investigations = Mutex<(positions: [Int], investigations: [Investigation])>(([], []))

  /// Throws where the newest signature of the log does not verify: nothing is then added to it.
  /// `clock` gives seconds since 1970.
  public init(
    store: any LedgerStore, keys: LedgerKeys, likeness: PartyLikeness? = nil,
    clock: @escaping @Sendable () -> Int = { Process.now.seconds }
  ) throws(LedgerFailure) {
    self.store = store
    self.keys = keys
    self.likeness = likeness
    self.clock = clock
    published = try keys.published
    if let checkpoint = try store.newestCheckpoint() {
      try require(checkpoint)
      try readNewest(checkpoint.head.size)
    }
  }

  public var now: Int { clock() }

  /// Signs a head if what it follows is of these keys: after a rotation those who still have the
  /// old ones add nothing.
  private func sign(
    _ head: TreeHead, after newest: Checkpoint?
  ) throws(LedgerFailure) -> Checkpoint {
    if let newest, verified.withLock({ $0 }) != newest { try require(newest) }
    let checkpoint = try keys.checkpoint(head)
    verified.withLock { $0 = checkpoint }
    return checkpoint
  }

  private func require(_ checkpoint: Checkpoint) throws(LedgerFailure) {
    guard checkpoint.verifies(by: published.log(at: checkpoint.head.size)) else {
      throw LedgerFailure(
        .doesNotVerify, "the log's newest signature is not of these keys",
        remedy: "name the keys of this ledger as they are now, or see `scruple log verify`")
    }
    verified.withLock { $0 = checkpoint }
  }

  /// Adds records, which are durable when this returns. Records of threads that append at the same
  /// time share one transaction.
  ///
  /// Throws `overtaken` where the condition of one of them no longer holds.
  @discardableResult
  public func append(_ records: [LedgerRecord]) throws(LedgerFailure) -> Receipt {
    let appended = try add(records)
    guard let first = appended.positions.first, let first, !appended.positions.contains(nil)
    else { throw Ledger.overtaken }
    return Receipt(position: first, checkpoint: appended.checkpoint)
  }

  /// The same; records whose condition no longer holds are left out.
  func add(_ records: [LedgerRecord]) throws(LedgerFailure) -> AppendedRecords {
    let time = now
    try requireClock(for: records)
    let sealed = try sealed(records, time: time)
    let appended = try noting { () throws(LedgerFailure) in
      try queue.append(sealed) { records throws(LedgerFailure) in
        try store.append(records, erasing: [], expecting: nil, time: time) {
          head, newest throws(LedgerFailure) in try sign(head, after: newest)
        }
      }
    }
    if let last = appended.positions.last, let last { noteNewest(last, time) }
    return appended
  }

  /// Remembers whether the store took what it was given.
  private func noting<Value>(
    _ body: () throws(LedgerFailure) -> Value
  ) throws(LedgerFailure) -> Value {
    do throws(LedgerFailure) {
      let value = try body()
      lastFailure.withLock { $0 = nil }
      return value
    } catch {
      if error.kind != .overtaken {
        lastFailure.withLock { $0 = (error.kind, Process.monotonicNanoseconds) }
      }
      throw error
    }
  }

  /// Why the store took nothing when something was last to be recorded, if that was within so many
  /// seconds: whether it is so still, only the next record can tell.
  public func failure(within seconds: Int) -> LedgerFailure.Kind? {
    lastFailure.withLock { failure in
      guard let failure, Process.monotonicNanoseconds - failure.at < seconds * 1_000_000_000 else {
        return nil
      }
      return failure.kind
    }
  }

  static let overtaken = LedgerFailure(
    .overtaken, "the same was recorded by somebody else meanwhile", remedy: "try again")

  /// Many records are sealed on several cores.
  private func sealed(
    _ records: [LedgerRecord], time: Int
  ) throws(LedgerFailure) -> [StoredRecord] {
    let results =
      records.count < 32
      ? records.map { seal($0, time) } : Threads.map(records) { seal($0, time) }
    var sealed: [StoredRecord] = []
    for result in results { sealed.append(try result.get()) }
    return sealed
  }

  private func seal(_ record: LedgerRecord, _ time: Int) -> Result<StoredRecord, LedgerFailure> {
    Result { () throws(LedgerFailure) in try keys.seal(record, time: time) }
  }

  /// Adds a record only if the log has still `size` records, and destroys the keys at `erasing`.
  @discardableResult
  func append(
    _ record: LedgerRecord, expecting size: Int, erasing: [Int] = []
  ) throws(LedgerFailure) -> Receipt {
    let time = now
    try requireClock(for: [record])
    let appended = try store.append(
      [try keys.seal(record, time: time)], erasing: erasing, expecting: size, time: time
    ) { head, newest throws(LedgerFailure) in try sign(head, after: newest) }
    guard let first = appended.positions.first, let first else { throw Ledger.overtaken }
    noteNewest(first, time)
    return Receipt(position: first, checkpoint: appended.checkpoint)
  }

  /// How many records there are.
  public var size: Int {
    get throws(LedgerFailure) { try store.newestCheckpoint()?.head.size ?? 0 }
  }

  /// A record with its content. Throws `erased` where its key was destroyed.
  public func record(at position: Int) throws(LedgerFailure) -> OpenedRecord {
    let (header, own) = try opened(position)
    var content = own
    if let restated = header.restates {
      let (stated, found) = try opened(restated)
      guard header.canRestate(stated, at: restated, from: position) else {
        throw LedgerFailure(
          .damaged, "record \(position) restates record \(restated), which is none that can be",
          remedy: "see `scruple log verify`")
      }
      content = own.completed(by: found)
    }
    return OpenedRecord(
      position: position, kind: header.kind, time: header.time, header: header.json,
      content: content)
  }

  private func opened(
    _ position: Int
  ) throws(LedgerFailure) -> (header: RecordHeader, content: JSON) {
    let header = try header(at: position)
    guard let key = try store.wrappedKey(at: position) else {
      throw LedgerFailure(.erased, "the content of record \(position) was erased")
    }
    let content = try keys.open(
      try store.sealed(at: position), wrappedKey: key, header: header, at: position)
    return (header, content)
  }

  func header(at position: Int) throws(LedgerFailure) -> RecordHeader {
    guard let header = RecordHeader(try store.header(at: position)) else {
      throw LedgerFailure(
        .damaged, "the header of record \(position) cannot be read",
        remedy: "see `scruple log verify`")
    }
    return header
  }

  /// The records about a subject, the oldest first.
  public func positions(of subject: LedgerSubject) throws(LedgerFailure) -> [Int] {
    try positions(of: subject, after: -1)
  }

  /// Those of them behind a position.
  public func positions(
    of subject: LedgerSubject, after position: Int
  ) throws(LedgerFailure) -> [Int] {
    try store.positions(of: try keys.token(subject), after: position)
  }

  /// The records that name a party, the oldest first; earlier ones were filed with its signs, and
  /// what restates a determination is filed under that alone.
  public func positions(naming party: String) throws(LedgerFailure) -> [Int] {
    let filed = Set(try positions(of: .party(party)))
      .union(try positions(of: .partyWithSigns(party)))
    var found = filed
    for position in filed where try header(at: position).kind == .determination {
      guard let id = try record(at: position).content["determination"]?["determinationId"]?.string
      else { continue }
      found.formUnion(try positions(of: .determination(id)))
    }
    return found.sorted()
  }
}

extension Ledger {
  /// The signed head that the transaction of a record made; later ones cover it as well.
  public func checkpoint(covering position: Int) throws(LedgerFailure) -> Checkpoint {
    guard let checkpoint = try store.checkpoint(covering: position) else {
      throw LedgerFailure(.noSuchRecord, "there is no record \(position)")
    }
    return checkpoint
  }

  /// Makes proofs of this log.
  public var prover: LogProver { LogProver(store) }

  /// What kind of record it is, without its content.
  public func kind(at position: Int) throws(LedgerFailure) -> LedgerRecord.Kind {
    try header(at: position).kind
  }

  /// What the log says of a record to everybody, without its content.
  public func openHeader(at position: Int) throws(LedgerFailure) -> JSON {
    try header(at: position).json
  }
}
