import Dispatch
import Glibc

/// Work on several cores at once.
public enum Threads {
  /// How many cores there are for this process.
  public static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Calls `body` with each number below `count`, each on a thread of its own as far as there are
  /// cores, and returns when all have returned.
  public static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count) { body($0) }
  }
}
