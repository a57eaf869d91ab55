import Dispatch
import Synchronization

/// Lets threads that append at the same time share one transaction and one flush of the disk.
///
/// The first to come commits for all who are waiting by then; who came meanwhile wait, and one of
/// them commits for the others next. Nobody returns before its own records are durable.
final class AppendQueue: Sendable {
  private enum Turn: Sendable {
    case leads
    case ended(Result<AppendedRecords, LedgerFailure>)
  }

  private final class Waiting: Sendable {
    let records: [StoredRecord]
    let wake = DispatchSemaphore(value: 0)
    let turn = Mutex<Turn?>(nil)

    init(_ records: [StoredRecord]) { self.records = records }

    func give(_ turn: Turn) {
      self.turn.withLock { $0 = turn }
      wake.signal()
    }
  }

  private struct State {
    var waiting: [Waiting] = []
    var isLed = false
  }

  /// Records that one transaction takes at most.
  private static let mostRecords = 1024
  private let state = Mutex(State())

  var waiting: Int { state.withLock { $0.waiting.count } }

  func append(
    _ records: [StoredRecord],
    commit: ([StoredRecord]) throws(LedgerFailure) -> AppendedRecords
  ) throws(LedgerFailure) -> AppendedRecords {
    let own = Waiting(records)
    let leads = state.withLock { state in
      defer { state.isLed = true }
      state.waiting.append(own)
      return !state.isLed
    }
    if !leads {
      own.wake.wait()
      if case .ended(let result) = own.turn.withLock({ $0 }) { return try result.get() }
    }
    return try lead(own, commit)
  }

  /// Whoever leads is the first of those who wait.
  private func lead(
    _ own: Waiting, _ commit: ([StoredRecord]) throws(LedgerFailure) -> AppendedRecords
  ) throws(LedgerFailure) -> AppendedRecords {
    let batch = state.withLock { state in
      var count = 0
      let batch = state.waiting.prefix { waiting in
        count += waiting.records.count
        return count <= AppendQueue.mostRecords || waiting === own
      }
      state.waiting.removeFirst(batch.count)
      return Array(batch)
    }
    let result = Result { () throws(LedgerFailure) in try commit(batch.flatMap(\.records)) }
    let next = state.withLock { state in
      state.isLed = !state.waiting.isEmpty
      return state.waiting.first
    }
    next?.give(.leads)
    var offset = 0
    for waiting in batch {
      let start = offset
      offset += waiting.records.count
      guard waiting !== own else { continue }
      let end = offset
      waiting.give(
        .ended(
          result.map { appended in
            AppendedRecords(
              positions: Array(appended.positions[start..<end]), checkpoint: appended.checkpoint)
          }))
    }
    return try result.map { appended in
      AppendedRecords(
        positions: Array(appended.positions.prefix(own.records.count)),
        checkpoint: appended.checkpoint)
    }.get()
  }
}
