/// What an operator may set.
public struct HookSettings: Sendable {
  /// Bytes of one order, and of a batch.
  public var orderBytes = 1 << 20
  public var batchBytes = 16 << 20
  public var batchLines = 2000
  /// Parties and lines of one order. Parties are held against each other, so that thousands of them
  /// would occupy a core for minutes.
  public var orderParties = 200
  public var orderLines = 500
  /// An answer later than this would come too late for the callers that wait the shortest.
  public var secondsToAnswer = 4.0
  public var secondsToBatch = 60.0
  /// Somewhat more than what a question about health waits for store and data.
  var secondsToHealth = 2.0
  /// Requests that one key may send a second; nil where there is no bound.
  public var requestsPerSecond: Double?
  /// Seconds by which an order's `asOf` may differ from the server's clock; beyond, it is a replay.
  public var replayTolerance = 300
  /// Whether requests need no key: for trials on one machine.
  public var isOpen = false
  public var clearanceDays = 30

  public init() {}
}
