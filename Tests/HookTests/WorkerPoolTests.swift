import Dispatch
import Testing

@testable import Hook

struct WorkerPoolTests {
  private final class Body: Sendable {}

  @Test func aFinishedJobIsLetGo() {
    let pool = WorkerPool(count: 1, capacity: 4)
    defer { pool.stop() }
    let done = DispatchSemaphore(value: 0)
    var body: Body? = Body()
    weak let kept = body
    let isTaken = pool.submit { [body] in
      withExtendedLifetime(body) {}
      done.signal()
    }
    #expect(isTaken)
    body = nil
    done.wait()
    // When the next one has run, the thread has left the first.
    _ = pool.submit { done.signal() }
    done.wait()
    #expect(kept == nil)
  }
}
