import Digests
import Formats
import Foundation
import Testing

@testable import Ledger

/// What is of the SQLite store alone: its file, its locks, its disk.
struct SQLiteStoreTests {
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

  @Test func aFullDiskLosesNothingThatWasAcknowledged() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.ledger(try SQLiteStore(space.path, creates: true, maximumPages: 40))
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

  /// The write-ahead log is moved into the file while others append, and begins anew.
  @Test func theWriteAheadLogDoesNotGrow() async throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.ledger(try SQLiteStore(space.path, creates: true, writeBackPages: 30))
    await withTaskGroup(of: Void.self) { group in
      for caller in 0..<4 {
        group.addTask {
          for number in 0..<250 {
            _ = try? ledger.append([LedgerSpace.record(caller * 1000 + number)])
          }
        }
      }
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: space.path + "-wal")
    let bytes = try #require(attributes[.size] as? Int)
    #expect(bytes < 2000 * 4120, "\(bytes) bytes: all that was ever written stands there still")
    let file = try FileManager.default.attributesOfItem(atPath: space.path)
    #expect(try #require(file[.size] as? Int) > 500_000, "the records are in the file")
    #expect(try space.verification().size == 1000)
    #expect(try space.verification().problems == [])
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
