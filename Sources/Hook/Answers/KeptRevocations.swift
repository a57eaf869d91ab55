import Formats
import Synchronization

/// The revocation list as it was made last, for as long as the log is the same.
///
/// Anybody may ask for it, and making it reads every order with a clearance. Where that is quick it
/// is made whenever the log has grown; where it is not, at most a twentieth of one processor makes
/// it, and for up to a minute the last one is handed out.
final class KeptRevocations: Sendable {
  private struct Made: Sendable {
    let token: String
    let size: Int
    /// Seconds since 1970, as the list says.
    let second: Int
    /// By the clock that only goes forward.
    let end: Int
    let cost: Int
  }

  private struct State: Sendable {
    var made: Made?
    var isMaking = false
  }

  /// Seconds.
  private static let longest = 60
  /// Nanoseconds that making it may take without any thrift.
  private static let cheap = 100_000_000
  private let state = Mutex(State())

  /// `size` is how many records the log has; times are of the wall and in nanoseconds of the clock
  /// that only goes forward. Throws `busy` where somebody else is making the first one.
  func token(
    size: Int, now: Int, nanoseconds: () -> Int = { Process.monotonicNanoseconds },
    make: () throws(Problem) -> String
  ) throws(Problem) -> String {
    let begin = nanoseconds()
    let kept = try claim(size, now, begin)
    if let kept { return kept }
    do throws(Problem) {
      let token = try make()
      let end = nanoseconds()
      state.withLock {
        $0.made = Made(token: token, size: size, second: now, end: end, cost: end - begin)
        $0.isMaking = false
      }
      return token
    } catch {
      state.withLock { $0.isMaking = false }
      throw error
    }
  }

  /// The token that is handed out, or nil where the caller is to make one.
  private func claim(_ size: Int, _ now: Int, _ nanoseconds: Int) throws(Problem) -> String? {
    let (token, isMaking) = state.withLock { state -> (String?, Bool) in
      if let made = state.made {
        let isYoung = (0..<KeptRevocations.longest).contains(now - made.second)
        let isThrifty =
          made.cost > KeptRevocations.cheap && nanoseconds - made.end < 20 * made.cost
        if state.isMaking || isYoung && (made.size == size || isThrifty) {
          return (made.token, true)
        }
      }
      defer { state.isMaking = true }
      return (nil, state.isMaking)
    }
    if token == nil, isMaking { throw Problem(.busy, "the revocation list is being made") }
    return token
  }
}
