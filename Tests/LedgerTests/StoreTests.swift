import Digests
import Formats
import Foundation
import Synchronization
import Testing

@testable import Ledger

/// What every store promises, whatever the database.
struct StoreTests {
  @Test(arguments: StoreKind.installed)
  func whatIsAppendedIsReadBackByAnother(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let receipt = try space.ledger().append([LedgerSpace.record(1), LedgerSpace.record(2)])
    #expect(receipt.position == 0)
    #expect(receipt.checkpoint.head.size == 2)
    #expect(try receipt.checkpoint.verifies(by: space.keys.published.log))
    let ledger = try Ledger(store: space.address.open(), keys: space.keys)
    let record = try ledger.record(at: 1)
    #expect(record.content["party"]?.string == "Example Clinic 2")
    #expect(record.time == "2026-11-22T12:00:00Z")
    #expect(try ledger.positions(of: .party("example  CLINIC 2")) == [1])
    #expect(try ledger.positions(naming: "Example-Clinic, (2)") == [1])
    #expect(try ledger.positions(naming: "Example Clinic") == [])
    #expect(try ledger.positions(of: .party("Example Clinic")) == [])
    #expect(try ledger.size == 2)
  }

  @Test(arguments: StoreKind.installed)
  func contentIsReadBackAsItWasWritten(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let ledger = try space.ledger()
    var deep = JSON.integer(1)
    for _ in 0..<100 { deep = .array([deep]) }
    let content = JSON.object([
      ("z", JSON(.number("9007199254740993.10"))), ("a", .string("县公安局 \u{0}\"")),
      ("deep", deep),
    ])
    try ledger.append([LedgerRecord(.correction, content: content, subjects: [])])
    #expect(try ledger.record(at: 0).content.text() == content.text())
  }

  @Test(arguments: StoreKind.installed)
  func theStoreIsOnlyAddedTo(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    try space.filled(3)
    for statement in [
      "UPDATE leaf SET header = 'x'", "DELETE FROM leaf WHERE position = 2",
      "DELETE FROM payload", "UPDATE payload SET sealed = zeros(1)",
      "DELETE FROM payload_key", "UPDATE payload_key SET wrapped = zeros(1)", "DELETE FROM lookup",
      "DELETE FROM checkpoint", "UPDATE checkpoint SET size = 9 WHERE size = 3",
      "INSERT INTO leaf VALUES (1, 'x', zeros(32))",
      "INSERT INTO leaf VALUES (9, 'x', zeros(32))",
      "INSERT INTO checkpoint VALUES (1, zeros(32), zeros(64), 0)",
    ] {
      #expect {
        try space.address.execute(statement)
      } throws: {
        ($0 as? LedgerFailure)?.kind == .appendOnly
      }
    }
    #expect(try space.verification().problems == [])
  }

  @Test(arguments: StoreKind.installed)
  func manyThreadsShareTransactionsAndNothingIsLost(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let ledger = try space.ledger()
    let positions = Mutex<[Int]>([])
    let failures = Mutex<[String]>([])
    Threads.callers(8) { thread in
      for number in 0..<50 {
        do throws(LedgerFailure) {
          let record = LedgerSpace.record(thread * 1000 + number)
          let receipt = try ledger.append([record])
          let read = try ledger.record(at: receipt.position)
          guard read.header["number"]?.integer == thread * 1000 + number else {
            failures.withLock { $0.append("another record at \(receipt.position)") }
            continue
          }
          positions.withLock { $0.append(receipt.position) }
        } catch {
          failures.withLock { $0.append(error.message) }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(positions.withLock { $0.sorted() } == Array(0..<400))
    let verification = try space.verification()
    #expect(verification.problems == [])
    #expect(verification.size == 400)
  }

  @Test(arguments: StoreKind.installed)
  func severalConnectionsWriteOneLog(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let ledgers = [try space.ledger(), try space.ledger(), try space.ledger()]
    for number in 0..<30 { try ledgers[number % 3].append([LedgerSpace.record(number)]) }
    #expect(try space.verification().problems == [])
    #expect(try ledgers[0].size == 30)
  }

  @Test(arguments: StoreKind.installed)
  func aLogVerifiesWhileOthersAppend(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let ledger = try space.filled(20)
    let isOver = Atomic(false)
    let problems = Mutex<[String]>([])
    Threads.callers(2) { part in
      defer { if part == 0 { isOver.store(true, ordering: .relaxed) } }
      do {
        if part == 0 {
          for number in 0..<300 { try ledger.append([LedgerSpace.record(number)]) }
        } else {
          while !isOver.load(ordering: .relaxed) {
            let found = try space.verification().problems
            problems.withLock { $0 += found }
          }
        }
      } catch {
        problems.withLock { $0.append("\(error)") }
      }
    }
    #expect(problems.withLock { $0 } == [])
    #expect(try space.verification().size == 320)
  }

  @Test(arguments: StoreKind.installed)
  func recordsOfOtherKeysAreNotAddedTo(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    try space.filled(1)
    let others = try LedgerKeys(name: "example.org/ledger")
    #expect {
      try Ledger(store: space.address.open(), keys: others)
    } throws: {
      ($0 as? LedgerFailure)?.kind == .doesNotVerify
    }
  }

}
