import Glibc

extension Threads {
  /// Calls `body` with each number below `count` on a thread of its own, however few cores there
  /// are, and returns when all have returned: for callers that wait for one another.
  public static func callers(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for number in 0..<count {
      let call = Call { body(number) }
      var thread = pthread_t()
      // SAFETY: the thread takes the one reference that is handed to it.
      let code = unsafe pthread_create(
        &thread, nil,
        { argument in
          if let argument = unsafe argument {
            unsafe Unmanaged<Call>.fromOpaque(argument).takeRetainedValue().body()
          }
          return nil
        }, Unmanaged.passRetained(call).toOpaque())
      guard code == 0 else {
        // The system has no thread to give: the work is done here.
        unsafe Unmanaged.passUnretained(call).release()
        body(number)
        continue
      }
      threads.append(thread)
    }
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Call: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
