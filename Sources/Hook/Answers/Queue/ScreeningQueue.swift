import Dispatch
import Formats
import Synchronization

/// What is still to be answered, in the order in which it came. The log holds it; this only
/// remembers where, so that a process that was killed finds all of it again.
final class ScreeningQueue: Sendable {
  struct Item: Sendable {
    let id: String
    let position: Int
    var attempts = 0
    /// Monotonic nanoseconds before which it is not tried.
    var due: Int
    /// Orders that are answered, of so many; zero where nobody has looked yet.
    var done = 0
    var count = 0
    /// Why it was not answered the last time.
    var problem: Problem.Kind?
  }

  private struct State {
    var items: [String: Item] = [:]
    /// Ids that may be worked on now, with a head that moves.
    var ready: [String] = []
    var head = 0
    var later: [(due: Int, id: String)] = []
    /// The last record that was looked at.
    var seen = -1
    var isStopped = false
  }

  /// Requests that may wait; more are asked to come later.
  static let most = 100_000
  private static let longestWait = 600_000_000_000

  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)

  var count: Int { state.withLock { $0.items.count } }
  var isFull: Bool { count >= ScreeningQueue.most }
  /// The place in the log from which somebody should look for what others accepted.
  var seen: Int { state.withLock { $0.seen } }
  var isStopped: Bool { state.withLock { $0.isStopped } }

  func item(_ id: String) -> Item? { state.withLock { $0.items[id] } }

  /// Adds what was accepted at a place of the log, once.
  func add(_ id: String, at position: Int, due: Int = 0) {
    let isReady = state.withLock { state -> Bool in
      guard state.items[id] == nil else { return false }
      state.items[id] = Item(id: id, position: position, due: due)
      guard due > 0 else {
        state.ready.append(id)
        return true
      }
      state.later.append((due, id))
      return false
    }
    if isReady { wake.signal() }
  }

  func looked(through position: Int) {
    state.withLock { $0.seen = max($0.seen, position) }
  }

  /// Makes ready what is due; true where something became so.
  @discardableResult
  func wakeDue(_ now: Int) -> Bool {
    let count = state.withLock { state -> Int in
      let due = state.later.filter { $0.due <= now }
      state.later.removeAll { $0.due <= now }
      state.ready += due.map(\.id)
      return due.count
    }
    for _ in 0..<count { wake.signal() }
    return count > 0
  }

  /// The next that may be worked on, which nobody else then gets.
  func take() -> Item? {
    state.withLock { state in
      guard !state.isStopped, state.head < state.ready.count else { return nil }
      let id = state.ready[state.head]
      state.head += 1
      if state.head > 256 {
        state.ready.removeFirst(state.head)
        state.head = 0
      }
      return state.items[id]
    }
  }

  func progressed(_ id: String, count: Int, by done: Int) {
    state.withLock { state in
      state.items[id]?.count = count
      state.items[id]?.done += done
    }
  }

  /// All of it is answered.
  func finished(_ id: String) { state.withLock { $0.items[id] = nil } }

  /// It is tried again later: at once what is being answered by somebody else, and what waits for
  /// data or for the store the later the oftener it failed.
  func failed(_ id: String, _ problem: Problem, now: Int) {
    state.withLock { state in
      guard var item = state.items[id] else { return }
      item.attempts += 1
      item.problem = problem.kind
      item.done = 0
      let wait =
        problem.kind == .inFlight
        ? 1_000_000_000
        : min(
          ScreeningQueue.longestWait,
          max(1, problem.retryAfter ?? 1) * 1_000_000_000 << min(item.attempts - 1, 12))
      item.due = now + wait
      state.items[id] = item
      state.later.append((item.due, id))
    }
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<16 { wake.signal() }
  }

  /// Waits until something may be ready, a second at most.
  func wait() { _ = wake.wait(timeout: .now() + 1) }
}
