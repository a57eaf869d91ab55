import Formats
import Synchronization

/// Sends orders to a server of this machine over kept-alive connections, and measures.
public struct LoadGenerator: Sendable {
  public struct Result: Sendable {
    /// Nanoseconds of each answer, sorted.
    public fileprivate(set) var times: [Int] = []
    public fileprivate(set) var failures = 0
    public fileprivate(set) var decisions: [String: Int] = [:]
    public fileprivate(set) var nanoseconds = 0
    /// For which processors worked: for the process, and of that for the generator.
    public fileprivate(set) var worked = (all: 0, generating: 0)

    public var perSecond: Int {
      nanoseconds > 0 ? times.count * 1_000_000_000 / nanoseconds : 0
    }

    /// The time below which so many of a thousand answers lie, in nanoseconds.
    public func quantile(_ thousandths: Int) -> Int {
      times.isEmpty ? 0 : times[min(times.count - 1, times.count * thousandths / 1000)]
    }
  }

  let port: Int
  let key: String
  let orders: [LoadOrder]

  public init(port: Int, key: String, orders: [LoadOrder]) {
    self.port = port
    self.key = key
    self.orders = orders
  }

  /// `rate` is requests a second over all connections, sent at fixed moments and measured from
  /// them, so that a server that stalls is not spared; nil sends as fast as answers come.
  ///
  /// `isNew` gives each order a reference of its own; else the same orders come again and again,
  /// each time as another request.
  public func run(connections: Int, seconds: Int, rate: Int?, isNew: Bool) -> Result {
    let total = Mutex(Result())
    let began = Process.monotonicNanoseconds
    let workedBefore = LoadConnection.worked(wholeProcess: true)
    let end = began + seconds * 1_000_000_000
    let running = Mutex(connections)
    for number in 0..<connections {
      let isStarted = Threads.start {
        let own = one(number, of: connections, began: began, end: end, rate: rate, isNew: isNew)
        total.withLock { total in
          total.times += own.times
          total.failures += own.failures
          total.worked.generating += LoadConnection.worked(wholeProcess: false)
          total.decisions.merge(own.decisions, uniquingKeysWith: +)
        }
        running.withLock { $0 -= 1 }
      }
      if !isStarted { running.withLock { $0 -= 1 } }
    }
    while running.withLock({ $0 > 0 }) { Threads.pause(milliseconds: 5) }
    return total.withLock { total in
      total.times.sort()
      total.nanoseconds = Process.monotonicNanoseconds - began
      total.worked.all = LoadConnection.worked(wholeProcess: true) - workedBefore
      return total
    }
  }

  private func one(
    _ number: Int, of connections: Int, began: Int, end: Int, rate: Int?, isNew: Bool
  ) -> Result {
    var result = Result()
    var connection = LoadConnection(port: port)
    var count = 0
    let head =
      "POST /v1/screenings HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(key)\r\n"
      + "Content-Type: application/json\r\nIdempotency-Key: b\(began)-\(number)-"
    while true {
      var start = Process.monotonicNanoseconds
      if let rate {
        let due = began + (count * connections + number) * 1_000_000_000 / max(1, rate)
        guard due < end else { break }
        if due > start { LoadConnection.wait(until: due) }
        start = due
      }
      guard Process.monotonicNanoseconds < end else { break }
      let order = orders[(count * connections + number) % orders.count].body(
        new: isNew ? "-\(began)-\(number)-\(count)" : nil)
      let request =
        Array((head + "\(count)\r\nContent-Length: \(order.count)\r\n\r\n").utf8) + order
      count += 1
      guard let answer = connection?.exchange(request) else {
        result.failures += 1
        connection = LoadConnection(port: port)
        continue
      }
      result.times.append(Process.monotonicNanoseconds - start)
      let decision =
        LoadConnection.text(of: "decision", in: answer.body) ?? "status \(answer.status)"
      result.decisions[decision, default: 0] += 1
    }
    return result
  }
}
