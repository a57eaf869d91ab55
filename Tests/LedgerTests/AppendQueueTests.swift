import Digests
import Dispatch
import Formats
import Synchronization
import Testing

@testable import Ledger

/// Threads that append at the same time share transactions.
struct AppendQueueTests {
  private static func record(_ name: String) -> StoredRecord {
    StoredRecord(header: name, sealed: [], wrappedKey: [], tokens: [], condition: nil)
  }

  /// What is committed, one name a record, and how many there were in each transaction.
  private struct Committed: Sendable {
    var names: [String] = []
    var counts: [Int] = []

    mutating func add(_ records: [StoredRecord]) -> AppendedRecords {
      let first = names.count
      names += records.map(\.header)
      counts.append(records.count)
      return AppendedRecords(
        positions: Array(first..<names.count),
        checkpoint: Checkpoint(
          head: TreeHead(size: names.count, root: MerkleTree.emptyRoot), signature: []))
    }
  }

  @Test func whoeverWaitsSharesTheNextTransaction() throws {
    let queue = AppendQueue()
    let committed = Mutex(Committed())
    let positions = Mutex<[String: [Int?]]>([:])
    let commits = DispatchSemaphore(value: 0)
    let (mayCommit, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    func start(_ name: String, _ count: Int) {
      Threads.start {
        let records = (0..<count).map { Self.record("\(name) \($0)") }
        let appended = try? queue.append(records) { batch in
          if batch.first?.header == "first 0" {
            commits.signal()
            mayCommit.wait()
          }
          return committed.withLock { $0.add(batch) }
        }
        positions.withLock { $0[name] = appended?.positions }
        ended.signal()
      }
    }
    start("first", 1)
    // The first is committed alone, and as long as it takes the others wait.
    let others = (0..<9).map { "other \($0)" }
    commits.wait()
    for name in others { start(name, 2) }
    while queue.waiting < others.count { Threads.pause(milliseconds: 1) }
    mayCommit.signal()
    for _ in 0...others.count { ended.wait() }
    let result = committed.withLock { $0 }
    #expect(result.counts == [1, 18])
    let places = positions.withLock { $0 }
    for name in others {
      let own = try #require(places[name]).compactMap { $0 }
      #expect(own.map { result.names[$0] } == ["\(name) 0", "\(name) 1"], "each gets its own")
    }
    #expect(places["first"] == [0] && queue.waiting == 0)
  }

  @Test func whoIsAloneAndWhatFailsIsToldEach() throws {
    let queue = AppendQueue()
    for _ in 0..<3 {
      #expect(throws: LedgerFailure.self) {
        try queue.append([Self.record("x")]) { _ throws(LedgerFailure) in
          throw LedgerFailure(.full, "no space")
        }
      }
    }
    let committed = Mutex(Committed())
    for number in 0..<3 {
      let appended = try queue.append([Self.record("\(number)")]) { batch in
        committed.withLock { $0.add(batch) }
      }
      #expect(appended.positions == [number])
    }
  }
}
