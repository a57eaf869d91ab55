import Formats
import Foundation
import Testing

@testable import Ledger

/// A folder with a store and its keys, for one test.
struct LedgerSpace {
  let folder: String
  let keys: LedgerKeys
  let address: StoreAddress
  /// The file of an SQLite store.
  var path: String { folder + "/ledger.db" }

  init(name: String = "example.org/ledger", _ kind: StoreKind = .sqlite) throws {
    folder = "/tmp/scruple-ledger-tests/\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    address = try kind.address(in: folder)
    keys = try LedgerKeys(name: name)
    try keys.write(to: folder + "/ledger.db.keys")
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func store(patience: Int32 = 10_000) throws -> any LedgerStore {
    try address.open(creates: true, patience: patience)
  }

  /// A ledger whose clock stands still at 2026-11-22T12:00:00Z unless another is given.
  func ledger(
    _ store: (any LedgerStore)? = nil, clock: @escaping @Sendable () -> Int = { 1_795_348_800 }
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
      of: try address.open(isReading: true), key: try keys.published.log, opening: keys,
      kept: kept)
  }

  /// Does to the store what somebody does who may write it: no trigger stands in the way.
  func tamper(_ statements: String...) throws { try address.tamper(statements) }
}
