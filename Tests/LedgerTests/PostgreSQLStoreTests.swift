import DatabaseServer
import Formats
import Glibc
import Synchronization
import Testing

@testable import Ledger

/// What is of PostgreSQL alone: a server that ends and comes back, and who may use what.
@Suite(.enabled(if: DatabaseServer.shared != nil, "PostgreSQL is not installed"))
struct PostgreSQLStoreTests {
  @Test func aServerThatEndsIsToldAndTheLogGoesOnAfterIt() throws {
    let server = try #require(DatabaseServer())
    let keys = try LedgerKeys(name: "example.org/ledger")
    let address = StoreAddress(server.freshAddress())
    let ledger = try Ledger(store: address.open(creates: true, patience: 2000), keys: keys)
    for number in 0..<3 { try ledger.append([LedgerSpace.record(number)]) }
    server.stop()
    for _ in 0..<2 {
      #expect {
        try ledger.append([LedgerSpace.record(9)])
      } throws: {
        ($0 as? LedgerFailure)?.kind == .unreachable
      }
    }
    #expect {
      try ledger.record(at: 1)
    } throws: {
      ($0 as? LedgerFailure)?.kind == .unreachable
    }
    server.start()
    #expect(try ledger.append([LedgerSpace.record(3)]).position == 3)
    let verification = try LogVerification(
      of: address.open(isReading: true), key: keys.published.log, opening: keys)
    #expect(verification.problems == [])
    #expect(verification.size == 4)
  }

  @Test func whatWasAcknowledgedIsThereWhereTheServerEndsUnderLoad() throws {
    let server = try #require(DatabaseServer())
    let keys = try LedgerKeys(name: "example.org/ledger")
    let address = StoreAddress(server.freshAddress())
    let ledgers = try (0..<2).map { _ in
      try Ledger(store: address.open(creates: true, patience: 2000), keys: keys)
    }
    let acknowledged = Mutex<[Int: Int]>([:])
    let refusals = Mutex<Set<LedgerFailure.Kind>>([])
    let writing = Atomic(8)
    Threads.callers(9) { thread in
      guard thread > 0 else {
        for _ in 0..<3 {
          let before = acknowledged.withLock { $0.count }
          while acknowledged.withLock({ $0.count }) < before + 40,
            writing.load(ordering: .relaxed) > 0
          { usleep(1000) }
          server.stop()
          server.start()
        }
        return
      }
      defer { writing.subtract(1, ordering: .relaxed) }
      for number in 0..<60 {
        do throws(LedgerFailure) {
          let receipt = try ledgers[thread % 2].append([LedgerSpace.record(thread * 1000 + number)])
          acknowledged.withLock { $0[receipt.position] = thread * 1000 + number }
        } catch {
          _ = refusals.withLock { $0.insert(error.kind) }
          usleep(50_000)
        }
      }
    }
    #expect(refusals.withLock { $0 }.isSubset(of: [.unreachable]))
    let verification = try LogVerification(
      of: address.open(isReading: true), key: keys.published.log, opening: keys)
    #expect(verification.problems == [])
    for (position, number) in acknowledged.withLock({ $0 }) {
      #expect(try ledgers[0].openHeader(at: position)["number"]?.integer == number)
    }
  }

  @Test func errorsNameNoPassword() throws {
    let address = "postgres://u:sesame@/nowhere?host=/tmp/scruple-no-such-folder"
    #expect {
      try StoreAddress(address).open()
    } throws: { error in
      guard let failure = error as? LedgerFailure else { return false }
      return failure.kind == .unreachable && !failure.message.contains("sesame")
    }
    #expect(StoreAddress(address).name == "postgres:///nowhere")
  }

  @Test func anEmptyOrNewerDatabaseIsRefused() throws {
    let server = try #require(DatabaseServer.shared)
    let address = StoreAddress(server.freshAddress())
    #expect {
      try address.open()
    } throws: {
      ($0 as? LedgerFailure)?.kind == .missing
    }
    _ = try address.open(creates: true)
    _ = try address.open(creates: true)
    try address.execute("INSERT INTO scruple_store VALUES (99)")
    #expect {
      try address.open()
    } throws: {
      ($0 as? LedgerFailure)?.kind == .newer
    }
  }

  @Test func tablesOfOthersAreLeftAlone() throws {
    let server = try #require(DatabaseServer.shared)
    let address = StoreAddress(server.freshAddress())
    try address.execute("CREATE TABLE leaf (name TEXT)")
    #expect {
      try address.open(creates: true)
    } throws: {
      ($0 as? LedgerFailure)?.kind == .foreign
    }
  }

  @Test func aLockThatOthersHoldIsToldAfterAWhile() throws {
    let server = try #require(DatabaseServer.shared)
    let raw = server.freshAddress()
    let keys = try LedgerKeys(name: "example.org/ledger")
    let ledger = try Ledger(
      store: StoreAddress(raw).open(creates: true, patience: 50), keys: keys)
    try ledger.append([LedgerSpace.record(0)])
    let other = try PostgreSQLConnection(raw, patience: 1000)
    try other.execute("BEGIN")
    try other.execute("LOCK TABLE leaf IN EXCLUSIVE MODE")
    #expect {
      try ledger.append([LedgerSpace.record(1)])
    } throws: {
      ($0 as? LedgerFailure)?.kind == .locked
    }
    try other.execute("ROLLBACK")
    #expect(try ledger.append([LedgerSpace.record(1)]).position == 1)
  }
}
