import Formats
import Synchronization

/// How many requests each key may send: so many a second, and as many at once.
final class RateLimit: Sendable {
  private struct Bucket {
    var tokens: Double
    var filled: Int
  }

  private let perSecond: Double
  private let buckets = Mutex<[String: Bucket]>([:])

  init(perSecond: Double) { self.perSecond = perSecond }

  /// Takes one token; false where there is none.
  func take(_ client: String, now: Int = Process.monotonicNanoseconds) -> Bool {
    buckets.withLock { buckets in
      var bucket = buckets[client] ?? Bucket(tokens: max(1, perSecond), filled: now)
      bucket.tokens = min(
        max(1, perSecond), bucket.tokens + Double(now - bucket.filled) / 1e9 * perSecond)
      bucket.filled = now
      defer { buckets[client] = bucket }
      guard bucket.tokens >= 1 else { return false }
      bucket.tokens -= 1
      return true
    }
  }
}
