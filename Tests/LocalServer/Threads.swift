import Glibc

/// A closure on its way to a thread.
private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Runs the closure on a thread of its own that nobody waits for.
func startThread(_ body: @escaping @Sendable () -> Void) {
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
  if code == 0 {
    pthread_detach(thread)
  } else {
    unsafe Unmanaged<Work>.fromOpaque(work).release()
  }
}
