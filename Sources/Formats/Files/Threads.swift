import Dispatch
import Glibc
import Synchronization

/// Work on several cores at once.
public enum Threads {
  /// How many cores there are for this process.
  public static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Calls `body` with each number below `count`, each on a thread of its own as far as there are
  /// cores, and returns when all have returned.
  public static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count) { body($0) }
  }

  /// Runs a function on a thread of its own that nobody waits for; false where there can be none.
  @discardableResult
  public static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var thread = pthread_t()
    // SAFETY: the thread takes over the reference that is retained here.
    let work = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        }
        return nil
      }, work)
    guard code == 0 else {
      unsafe Unmanaged<Work>.fromOpaque(work).release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  /// Lets the calling thread wait.
  public static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  /// A function on its way to a thread.
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// The results of two functions, computed at the same time where there are two cores.
  public static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let left = Mutex<First?>(nil)
    let right = Mutex<Second?>(nil)
    perform(2) { part in
      if part == 0 {
        let result = first()
        left.withLock { $0 = result }
      } else {
        let result = second()
        right.withLock { $0 = result }
      }
    }
    return (left.withLock { $0 } ?? first(), right.withLock { $0 } ?? second())
  }

  /// The results of a function for each element, in order, computed on several cores.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let parts = min(count, elements.count)
    guard parts > 1 else { return elements.map(transform) }
    let results = Mutex([[Result]](repeating: [], count: parts))
    perform(parts) { part in
      let range = elements.count * part / parts..<elements.count * (part + 1) / parts
      let found = elements[range].map(transform)
      results.withLock { $0[part] = found }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}
