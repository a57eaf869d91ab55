import Digests
import Foundation
import Ledger

/// A store that answers nothing while its gate is closed, as one whose machine is frozen.
final class GatedStore: LedgerStore {
  private let store: any LedgerStore
  private let gate = Gate()

  init(_ store: any LedgerStore) { self.store = store }

  func close() { gate.set(isClosed: true) }
  func open() { gate.set(isClosed: false) }

  func append(
    _ records: [StoredRecord], erasing: [Int], expecting: Int?, time: Int,
    sign: @Sendable (TreeHead, Checkpoint?) throws(LedgerFailure) -> Checkpoint
  ) throws(LedgerFailure) -> AppendedRecords {
    gate.pass()
    return try store.append(
      records, erasing: erasing, expecting: expecting, time: time, sign: sign)
  }

  func forgetErased() throws(LedgerFailure) {
    gate.pass()
    try store.forgetErased()
  }

  func newestCheckpoint() throws(LedgerFailure) -> Checkpoint? {
    gate.pass()
    return try store.newestCheckpoint()
  }

  func checkpoint(covering position: Int) throws(LedgerFailure) -> Checkpoint? {
    gate.pass()
    return try store.checkpoint(covering: position)
  }

  func header(at position: Int) throws(LedgerFailure) -> String {
    gate.pass()
    return try store.header(at: position)
  }

  func sealed(at position: Int) throws(LedgerFailure) -> [UInt8] {
    gate.pass()
    return try store.sealed(at: position)
  }

  func node(level: Int, index: Int) throws(LedgerFailure) -> SHA256 {
    gate.pass()
    return try store.node(level: level, index: index)
  }

  func wrappedKey(at position: Int) throws(LedgerFailure) -> [UInt8]? {
    gate.pass()
    return try store.wrappedKey(at: position)
  }

  func positions(of token: [UInt8], after position: Int) throws(LedgerFailure) -> [Int] {
    gate.pass()
    return try store.positions(of: token, after: position)
  }

  func scan(
    checkpoints: (Checkpoint) throws(LedgerFailure) -> Void,
    records: (ScannedRecord) throws(LedgerFailure) -> Void
  ) throws(LedgerFailure) {
    gate.pass()
    try store.scan(checkpoints: checkpoints, records: records)
  }

  func strayRows() throws(LedgerFailure) -> [String] {
    gate.pass()
    return try store.strayRows()
  }

  func erasures() throws(LedgerFailure) -> [ToldErasure] {
    gate.pass()
    return try store.erasures()
  }
}

/// @unchecked: the flag is read and written under the condition's lock.
private final class Gate: @unchecked Sendable {
  private let condition = NSCondition()
  private var isClosed = false

  func set(isClosed: Bool) {
    condition.withLock { self.isClosed = isClosed }
    condition.broadcast()
  }

  func pass() {
    condition.withLock {
      while isClosed { condition.wait() }
    }
  }
}
