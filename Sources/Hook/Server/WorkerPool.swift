import Dispatch
import Formats
import Synchronization

/// A fixed number of threads and a bounded queue before them.
final class WorkerPool: Sendable {
  private struct State {
    var jobs: [(@Sendable () -> Void)?] = []
    var next = 0
    var isStopped = false
  }

  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let capacity: Int
  private let count: Int

  init(count: Int, capacity: Int) {
    self.count = count
    self.capacity = capacity
    for _ in 0..<count { Threads.start { [self] in run() } }
  }

  /// False where as many wait already as may.
  func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    let isTaken = state.withLock { state in
      guard !state.isStopped, state.jobs.count - state.next < capacity else { return false }
      state.jobs.append(job)
      return true
    }
    if isTaken { wake.signal() }
    return isTaken
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<count { wake.signal() }
  }

  private func run() {
    while true {
      wake.wait()
      let job = state.withLock { state -> (@Sendable () -> Void)? in
        guard state.next < state.jobs.count else { return nil }
        let job = state.jobs[state.next]
        // With it goes the body of its request.
        state.jobs[state.next] = nil
        state.next += 1
        if state.next > 256 {
          state.jobs.removeFirst(state.next)
          state.next = 0
        }
        return job
      }
      guard let job else { return }
      job()
    }
  }
}
