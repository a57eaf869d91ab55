import Synchronization

/// Values of pure functions that are asked for again and again, by what they are made from.
///
/// A value is kept from the second time on that it is made, so that a stream of what comes once
/// keeps nothing and pays nothing. It never changes an answer, only whether it is worked out once
/// more, and it holds a bounded number of values: the oldest makes room.
public final class Recurring<Value: Sendable>: Sendable {
  private struct State {
    var values: [WrittenKey: Value] = [:]
    /// The keys of the values as they came; the next to go stands at `oldest`.
    var keys: [WrittenKey] = []
    var oldest = 0
    /// Of keys that were met once. Two with one hash cost a value kept too early, and no more.
    var met: Set<Int> = []
  }

  private let state = Mutex(State())
  private let most: Int
  private static var mostMet: Int { 1 << 14 }

  /// `most` is how many values are held at a time.
  public init(most: Int) { self.most = max(most, 1) }

  public subscript(key: WrittenKey) -> Value? { state.withLock { $0.values[key] } }

  /// Tells that a value was made, and keeps it if it was made before.
  public func note(_ value: Value, for key: WrittenKey) {
    let gone: Value? = state.withLock { state in
      guard state.values[key] == nil else { return nil }
      guard !state.met.insert(key.hashValue).inserted else {
        // Who is forgotten is met anew.
        if state.met.count > Self.mostMet { state.met.removeAll(keepingCapacity: true) }
        return nil
      }
      state.values[key] = value
      guard state.keys.count >= most else {
        state.keys.append(key)
        return nil
      }
      let gone = state.values.removeValue(forKey: state.keys[state.oldest])
      state.keys[state.oldest] = key
      state.oldest = (state.oldest + 1) % most
      return gone
    }
    // Large values are torn down outside of the lock.
    _ = consume gone
  }
}
