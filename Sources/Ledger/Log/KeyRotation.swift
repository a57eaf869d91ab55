import Digests
public import Formats
import Glibc
import Trade

/// Replaces the keys that sign the log and its clearances.
///
/// The old key signs a record that names the new one; then the new key signs a record that says up
/// to which size the old one signed. From then on whoever has the old keys adds nothing. What was
/// interrupted is finished by doing it again.
public struct KeyRotation: Sendable {
  private let store: any LedgerStore
  private let path: String
  private let clock: @Sendable () -> Int
  private var next: String { path + ".next" }

  /// `path` is the file with the secret keys.
  public init(
    _ store: any LedgerStore, keys path: String,
    clock: @escaping @Sendable () -> Int = { Process.now.seconds }
  ) {
    self.store = store
    self.path = path
    self.clock = clock
  }

  /// Returns the new keys once they are in the file.
  ///
  /// What the old keys cleared before holds for as long as it lasts, unless `dropsClearances` says
  /// that somebody else may have them: then no clearance counts that is not of the new keys.
  public func rotate(
    reason: String, by asker: LedgerAsker, dropsClearances: Bool = false
  ) throws(LedgerFailure) -> LedgerKeys {
    let old = try LedgerKeys(file: path)
    if !FileReader.exists(next) {
      let new = try old.successor()
      try (dropsClearances ? new.withoutOldClearances : new).write(to: next)
    }
    var new = try LedgerKeys(file: next)
    if dropsClearances { new = new.withoutOldClearances }
    guard old.log.publicKey != new.log.publicKey else {
      FileWriter.remove(next)
      return old
    }
    var taken = try taken(new, store)
    if taken == nil {
      try announce(new, from: old, reason, asker)
      try take(over: new, from: old, asker)
      taken = try self.taken(new, store)
    }
    return try finish(new.settled(through: taken?.through ?? 0, until: taken?.moment))
  }

  private func announce(
    _ new: LedgerKeys, from old: LedgerKeys, _ reason: String, _ asker: LedgerAsker
  ) throws(LedgerFailure) {
    let ledger = try Ledger(store: store, keys: old, clock: clock)
    guard let key = LogKey(name: new.name, key: new.log.publicKey) else { return }
    try ledger.append([
      LedgerRecord(
        .keyRotation, open: [("names", .string(key.text))],
        content: .object([("reason", .string(reason)), ("asker", asker.json)]), subjects: [])
    ])
  }

  /// Signs by the new key what the old one signed last. Others may still add by the old key.
  private func take(
    over new: LedgerKeys, from old: LedgerKeys, _ asker: LedgerAsker
  ) throws(LedgerFailure) {
    guard let key = LogKey(name: new.name, key: new.log.publicKey) else { return }
    var attempt = 0
    while true {
      let size = try Ledger(store: store, keys: old, clock: clock).size
      let ledger = try Ledger(store: store, keys: new.settled(through: size), clock: clock)
      do throws(LedgerFailure) {
        try ledger.append(
          LedgerRecord(
            .keyRotation, open: [("takesOver", .string(key.text)), ("through", .integer(size))],
            content: .object([("asker", asker.json)]), subjects: []), expecting: size)
        return
      } catch {
        attempt += 1
        guard error.kind == .overtaken, attempt < 100 else { throw error }
      }
    }
  }

  /// Up to which size and until when the old key signed, where the new one took over already.
  private func taken(
    _ new: LedgerKeys, _ store: any LedgerStore
  ) throws(LedgerFailure) -> (through: Int?, moment: Int?)? {
    guard let key = LogKey(name: new.name, key: new.log.publicKey) else { return nil }
    for position in try store.positions(of: try new.token(.kind(.keyRotation)), after: -1) {
      let header = RecordHeader(try store.header(at: position))
      if let header, header.json["takesOver"]?.string == key.text {
        let moment = try? Timestamp(header.time)
        return (header.json["through"]?.integer, moment?.secondsSinceEpoch)
      }
    }
    return nil
  }

  private func finish(_ keys: LedgerKeys) throws(LedgerFailure) -> LedgerKeys {
    let settled = next + ".settled"
    FileWriter.remove(settled)
    try keys.write(to: settled)
    guard unsafe rename(settled, path) == 0 else {
      throw LedgerFailure(
        .keys, "the keys `\(path)` cannot be replaced", remedy: "rotate again to finish")
    }
    FileWriter.remove(next)
    return keys
  }
}
