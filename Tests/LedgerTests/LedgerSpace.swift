import Formats
import Foundation
import Testing

@testable import Ledger

/// A folder with a store and its keys, for one test.
struct LedgerSpace {
  let folder: String
  let keys: LedgerKeys
  var path: String { folder + "/ledger.db" }

  init(name: String = "example.org/ledger") throws {
    folder = "/tmp/scruple-ledger-tests/\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    keys = try LedgerKeys(name: name)
    try keys.write(to: folder + "/ledger.db.keys")
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func store(patience: Int32 = 10_000, maximumPages: Int? = nil) throws -> SQLiteStore {
    try SQLiteStore(path, creates: true, patience: patience, maximumPages: maximumPages)
  }

  /// A ledger whose clock stands still at 2026-11-22T12:00:00Z unless another is given.
  func ledger(
    _ store: SQLiteStore? = nil, clock: @escaping @Sendable () -> Int = { 1_795_348_800 }
  ) throws -> Ledger {
    try Ledger(store: try store ?? self.store(), keys: keys, clock: clock)
  }

  /// A ledger with so many records, each appended on its own.
  @discardableResult
  func filled(_ count: Int) throws -> Ledger {
    let ledger = try ledger()
    for number in 0..<count { try ledger.append([Self.record(number)]) }
    return ledger
  }

  static func record(_ number: Int) -> LedgerRecord {
    LedgerRecord(
      .event, open: [("number", .integer(number))],
      content: .object([("party", .string("Example Clinic \(number)"))]),
      subjects: [.party("Example Clinic \(number)")])
  }

  func verification(kept: [Checkpoint] = []) throws -> LogVerification {
    try LogVerification(
      of: try SQLiteStore(path, isReading: true), key: try keys.published.log, opening: keys,
      kept: kept)
  }

  /// Does to the file what somebody does who may write it: no trigger stands in the way.
  func tamper(_ statements: String...) throws {
    let database = try Database(path, .writing, patience: 1000)
    for table in ["leaf", "payload", "payload_key", "lookup", "checkpoint", "erasure"] {
      for act in ["update", "delete"] {
        try database.execute("DROP TRIGGER IF EXISTS \(table)_no_\(act)")
      }
    }
    try database.execute("DROP TRIGGER IF EXISTS leaf_order")
    try database.execute("DROP TRIGGER IF EXISTS checkpoint_order")
    for statement in statements { try database.execute(statement) }
  }
}
