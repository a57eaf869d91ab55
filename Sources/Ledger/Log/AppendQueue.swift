import Dispatch
import Synchronization

/// Lets threads that append at the same time share one transaction and one flush of the disk.
///
/// The first to come commits for all who are waiting by then; who came meanwhile wait, and one of
/// them commits for the others next. Nobody returns before its own records are durable.
///
/// A transaction is for half of those who were about lately: while one half is committed the other
/// makes its next records. If one took all, nobody would be left to work meanwhile, and the next
/// would be a transaction for one, which costs nearly as much. For the half it waits a moment.
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
    /// How many the last transaction was for.
    var last = 0
    /// How many were waiting or had just been committed for, lately.
    var about = 0
    /// How many whoever leads waits for; nil where nobody does.
    var wanted: Int?

    mutating func half() -> Int {
      // Who was committed for last will be back; who went away is forgotten little by little.
      about = max(last + waiting.count, about - (about + 7) / 8)
      return max((about + 1) / 2, 1)
    }
  }

  /// Records that one transaction takes at most.
  private static let mostRecords = 1024
  /// For which the half of those who are about is waited.
  private static let moment = DispatchTimeInterval.microseconds(250)
  private let gathered = DispatchSemaphore(value: 0)
  private let state = Mutex(State())

  var waiting: Int { state.withLock { $0.waiting.count } }

  func append(
    _ records: [StoredRecord],
    commit: ([StoredRecord]) throws(LedgerFailure) -> AppendedRecords
  ) throws(LedgerFailure) -> AppendedRecords {
    let own = Waiting(records)
    let (leads, isHalf) = state.withLock { state in
      defer { state.isLed = true }
      state.waiting.append(own)
      let isHalf = state.wanted.map { state.waiting.count >= $0 } ?? false
      if isHalf { state.wanted = nil }
      return (!state.isLed, isHalf)
    }
    if isHalf { gathered.signal() }
    if !leads {
      own.wake.wait()
      if case .ended(let result) = own.turn.withLock({ $0 }) { return try result.get() }
    }
    return try lead(own, commit)
  }

  /// Waits for a moment for those who will be committed for together; how many these are.
  private func gather() -> Int {
    let (half, waits) = state.withLock { state in
      let half = state.half()
      state.wanted = state.waiting.count < half ? half : nil
      return (half, state.wanted != nil)
    }
    guard waits, gathered.wait(timeout: .now() + AppendQueue.moment) == .timedOut else {
      return half
    }
    let isTold = state.withLock { state in
      defer { state.wanted = nil }
      return state.wanted == nil
    }
    // Who came last was about to say so.
    if isTold { gathered.wait() }
    return half
  }

  /// Whoever leads is the first of those who wait.
  private func lead(
    _ own: Waiting, _ commit: ([StoredRecord]) throws(LedgerFailure) -> AppendedRecords
  ) throws(LedgerFailure) -> AppendedRecords {
    let half = gather()
    let batch = state.withLock { state in
      var count = 0
      let batch = state.waiting.prefix(half).prefix { waiting in
        count += waiting.records.count
        return count <= AppendQueue.mostRecords || waiting === own
      }
      state.waiting.removeFirst(batch.count)
      state.last = batch.count
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
