import Glibc

/// Signals as events of the program's own loop, for programs that run until they are told to end.
public enum Signals {
  public enum Event: Sendable, Hashable {
    /// SIGTERM or SIGINT.
    case end
    /// SIGHUP, by custom: read again what was read.
    case readAgain
  }

  /// From now on these signals wait to be taken; call it before any thread is started.
  public static func hold() {
    var set = events
    _ = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// The next event, or nil where none came within the seconds.
  public static func next(seconds: Int) -> Event? {
    var set = events
    var patience = timespec(tv_sec: seconds, tv_nsec: 0)
    switch unsafe sigtimedwait(&set, nil, &patience) {
    case SIGTERM, SIGINT: return .end
    case SIGHUP: return .readAgain
    default: return nil
    }
  }

  private static var events: sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&set, signal) }
    return set
  }
}
