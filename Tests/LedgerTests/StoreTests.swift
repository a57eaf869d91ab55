import Digests
import Dispatch
import Formats
import Foundation
import Synchronization
import Testing

@testable import Ledger

/// What every store promises, on the SQLite store with real files.
struct StoreTests {
  @Test func whatIsAppendedIsReadBackByAnother() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let receipt = try space.ledger().append([LedgerSpace.record(1), LedgerSpace.record(2)])
    #expect(receipt.position == 0)
    #expect(receipt.checkpoint.head.size == 2)
    #expect(try receipt.checkpoint.verifies(by: space.keys.published.log))
    let ledger = try Ledger(store: SQLiteStore(space.path), keys: space.keys)
    let record = try ledger.record(at: 1)
    #expect(record.content["party"]?.string == "Example Clinic 2")
    #expect(record.time == "2026-11-22T12:00:00Z")
    #expect(try ledger.positions(of: .party("example  CLINIC 2")) == [1])
    #expect(try ledger.positions(of: .party("Example Clinic")) == [])
    #expect(try ledger.size == 2)
  }

  @Test func contentIsReadBackAsItWasWritten() throws {
    let space = try LedgerSpace()
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

  @Test func nobodyIsNamedInTheFile() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(3)
    // The last connection is closed, so that the write-ahead log is in the file.
    let bytes = try Data(contentsOf: URL(filePath: space.path))
    #expect(bytes.range(of: Data("2026-11-22T12:00:00Z".utf8)) != nil, "headers are open")
    #expect(bytes.range(of: Data("Example Clinic".utf8)) == nil)
    #expect(bytes.range(of: Data("example clinic".utf8)) == nil)
  }

  @Test func theStoreIsOnlyAddedTo() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(3)
    let database = try Database(space.path, .writing, patience: 1000)
    for statement in [
      "UPDATE leaf SET header = 'x'", "DELETE FROM leaf WHERE position = 2",
      "DELETE FROM payload", "UPDATE payload SET sealed = x'00'",
      "DELETE FROM payload_key", "UPDATE payload_key SET wrapped = x'00'", "DELETE FROM lookup",
      "DELETE FROM checkpoint", "UPDATE checkpoint SET size = 9 WHERE size = 3",
      "INSERT OR REPLACE INTO leaf VALUES (1, 'x', zeroblob(32))",
      "INSERT INTO leaf VALUES (9, 'x', zeroblob(32))",
      "INSERT OR REPLACE INTO checkpoint VALUES (1, zeroblob(32), zeroblob(64), 0)",
    ] {
      #expect {
        try database.execute(statement)
      } throws: {
        ($0 as? LedgerFailure)?.kind == .appendOnly
      }
    }
    #expect(try space.verification().problems == [])
  }

  @Test func manyThreadsShareTransactionsAndNothingIsLost() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.ledger()
    let positions = Mutex<[Int]>([])
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
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

  @Test func severalConnectionsWriteOneLog() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledgers = [try space.ledger(), try space.ledger(), try space.ledger()]
    for number in 0..<30 { try ledgers[number % 3].append([LedgerSpace.record(number)]) }
    #expect(try space.verification().problems == [])
    #expect(try ledgers[0].size == 30)
  }

  @Test func aLogVerifiesWhileOthersAppend() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.filled(20)
    let isOver = Atomic(false)
    let problems = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { part in
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

  @Test func aFullDiskLosesNothingThatWasAcknowledged() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.ledger(try space.store(maximumPages: 40))
    var acknowledged = 0
    var failure: LedgerFailure?
    for number in 0..<2000 {
      do throws(LedgerFailure) {
        try ledger.append([LedgerSpace.record(number)])
        acknowledged += 1
      } catch {
        failure = error
        break
      }
    }
    #expect(failure?.kind == .full)
    #expect(failure?.diagnostic.id == "LED002")
    #expect(acknowledged > 10)
    #expect(try space.verification().size == acknowledged)
    #expect(try space.verification().problems == [])
    // Once there is space again, the log goes on where it was.
    #expect(try space.ledger().append([LedgerSpace.record(0)]).position == acknowledged)
  }

  @Test func aLockedStoreSaysSoAndTakesRecordsLater() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(2)
    let ledger = try space.ledger(try space.store(patience: 50))
    let other = try Database(space.path, .writing, patience: 50)
    try other.execute("BEGIN IMMEDIATE")
    #expect {
      try ledger.append([LedgerSpace.record(3)])
    } throws: {
      ($0 as? LedgerFailure)?.kind == .locked
    }
    try other.execute("ROLLBACK")
    #expect(try ledger.append([LedgerSpace.record(3)]).position == 2)
  }

  @Test func aStoreThatMayNotBeWrittenSaysSo() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(2)
    let ledger = try Ledger(
      store: SQLiteStore(space.path, isReading: true), keys: space.keys)
    #expect(try ledger.record(at: 1).content["party"] != nil)
    #expect {
      try ledger.append([LedgerSpace.record(3)])
    } throws: {
      ($0 as? LedgerFailure)?.kind == .readOnly
    }
  }

  @Test func otherFilesAndNewerStoresAreRefused() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    func kind(_ name: String, creates: Bool = true) -> LedgerFailure.Kind? {
      do throws(LedgerFailure) {
        _ = try SQLiteStore(space.folder + "/" + name, creates: creates)
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(kind("missing.db", creates: false) == .missing)
    #expect(kind("nowhere/ledger.db") == .inputOutput)
    try Data("This is a letter and no store of records at all, although it is long.".utf8)
      .write(to: URL(filePath: space.folder + "/letter.db"))
    #expect(kind("letter.db") == .foreign)
    let foreign = try Database(space.folder + "/foreign.db", .creating, patience: 50)
    try foreign.execute("CREATE TABLE customer (name TEXT)")
    #expect(kind("foreign.db") == .foreign)
    try space.filled(1)
    let newer = try Database(space.path, .writing, patience: 50)
    try newer.execute("PRAGMA user_version = 99")
    #expect(kind("ledger.db") == .newer)
  }

  @Test func recordsOfOtherKeysAreNotAddedTo() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(1)
    let others = try LedgerKeys(name: "example.org/ledger")
    #expect {
      try Ledger(store: SQLiteStore(space.path), keys: others)
    } throws: {
      ($0 as? LedgerFailure)?.kind == .doesNotVerify
    }
  }

  @Test func keysAreTheirOwnersAlone() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let path = space.folder + "/ledger.db.keys"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try LedgerKeys(file: path).log.seed == space.keys.log.seed)
    #expect(throws: LedgerFailure.self, "never replaced") { try space.keys.write(to: path) }
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect {
      try LedgerKeys(file: path)
    } throws: {
      ($0 as? LedgerFailure)?.message.contains("others than their owner") ?? false
    }
  }
}
