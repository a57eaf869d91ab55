import Synchronization

/// Values that were worked out before, by what they were worked out from.
///
/// For pure functions that cost much and are asked the same again: customers come back. It never
/// changes an answer, only whether it is worked out once more, and it holds a bounded number of
/// values: when it is full it forgets all and begins anew.
public final class Remembered<Value: Sendable>: Sendable {
  private let values: Mutex<[WrittenKey: Value]>
  private let most: Int

  /// `most` is how many values are held at a time.
  public init(most: Int) {
    values = Mutex([:])
    self.most = most
  }

  /// The value of a key. Two that ask at one time for what is not known yet may both make it.
  public func value(of key: WrittenKey, orMake make: () -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let made = make()
    values.withLock { values in
      if values.count >= most { values.removeAll(keepingCapacity: true) }
      values[key] = made
    }
    return made
  }
}
