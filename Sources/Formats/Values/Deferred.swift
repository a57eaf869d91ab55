import Synchronization

/// A value that is made when it is first asked for, once, on whichever thread asks.
///
/// For what costs time and many runs never need.
public final class Deferred<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case pending(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Mutex<State>

  public init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.pending(make)) }

  public var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .pending(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
