import Dispatch
import Formats
import Synchronization

/// Looks at something that may not answer, on a thread of its own, and says what it saw last: who
/// asks waits for a moment at most, and however many ask, one thread is stuck where it is stuck.
final class Glance<Value: Sendable>: Sendable {
  private struct State {
    var seen: Value?
    /// Since when somebody looks, in monotonic nanoseconds; nil where nobody does.
    var since: Int?
    var waiting: [DispatchSemaphore] = []
  }

  private let state = Mutex(State())
  private let look: @Sendable () -> Value

  init(_ look: @escaping @Sendable () -> Value) { self.look = look }

  /// What was seen last; nil before the first time.
  var last: Value? { state.withLock { $0.seen } }

  /// What is to be seen now; nil where that is not known within so many milliseconds, or where
  /// somebody has looked for so long already.
  func value(within milliseconds: Int) -> Value? {
    let now = Process.monotonicNanoseconds
    let wake = DispatchSemaphore(value: 0)
    let (starts, left) = state.withLock { state -> (Bool, Int) in
      let starts = state.since == nil
      if starts { state.since = now }
      let left = milliseconds * 1_000_000 - (now - (state.since ?? now))
      if left > 0 { state.waiting.append(wake) }
      return (starts, left)
    }
    if starts, !Threads.start({ [self] in run() }) {
      state.withLock { $0.since = nil }
      return nil
    }
    guard left > 0, wake.wait(timeout: .now() + .nanoseconds(left)) == .success else { return nil }
    return last
  }

  private func run() {
    let value = look()
    let waiting = state.withLock { state in
      state.seen = value
      state.since = nil
      defer { state.waiting = [] }
      return state.waiting
    }
    waiting.forEach { $0.signal() }
  }
}
