import Formats
import Synchronization

/// The clock, held against what the log tells.
extension Ledger {
  /// Seconds by which the newest record may be later than the clock: of several machines one is
  /// always a little ahead.
  public static let clockTolerance = 300

  /// Looks for records that others have added; returns how many there are.
  @discardableResult
  public func lookForNewest() throws(LedgerFailure) -> Int {
    let size = try self.size
    try readNewest(size)
    return size
  }

  func readNewest(_ size: Int) throws(LedgerFailure) {
    let position = size - 1
    guard position >= 0, newestRecord.withLock({ $0.map { $0.position < position } ?? true }) else {
      return
    }
    let text: String
    do throws(LedgerFailure) { text = try store.header(at: position) } catch {
      // A damaged log is told where something is to be added to it.
      guard error.kind == .noSuchRecord else { throw error }
      return
    }
    guard let header = RecordHeader(text) else { return }
    newestRecord.withLock { newest in
      guard newest.map({ $0.position < position }) ?? true else { return }
      newest = (position, header.time)
    }
  }

  /// Throws where the newest record that is known is later than the clock by minutes: with a clock
  /// that was put back, clearances that expired would hold again, and records would be backdated.
  public func requireClock() throws(LedgerFailure) {
    let now = self.now
    guard let newest = newestRecord.withLock({ $0 }),
      newest.time > UTCTime.text(seconds: now + Ledger.clockTolerance)
    else { return }
    throw LedgerFailure(
      .clock,
      "the clock (\(UTCTime.text(seconds: now))) is behind the log's newest record, "
        + "\(newest.position) of \(newest.time)",
      remedy: "set this machine's clock; nothing is decided before it is right")
  }

  /// What programs record of themselves waits for the right clock. What a person does is recorded:
  /// by that a log goes on in which a record of a clock that ran ahead is the newest.
  func requireClock(for records: [LedgerRecord]) throws(LedgerFailure) {
    let kinds: Set<LedgerRecord.Kind> = [
      .determination, .acceptance, .clearance, .policyActivation, .listImport, .rescreening,
    ]
    if records.contains(where: { kinds.contains($0.kind) }) { try requireClock() }
  }

  func noteNewest(_ position: Int, _ time: Int) {
    newestRecord.withLock { newest in
      guard newest.map({ $0.position < position }) ?? true else { return }
      newest = (position, UTCTime.text(seconds: time))
    }
  }
}
