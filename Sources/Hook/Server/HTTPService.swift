/// What answers requests, without knowing of sockets.
public protocol HTTPService: Sendable {
  /// Looks at a request before its body is read: how many bytes that may have, whether its answer
  /// is at hand without waiting, or why it is refused.
  func admit(
    method: String, target: RequestTarget, headers: [(name: String, value: String)]
  ) throws(Problem) -> Admission

  /// Answers; may wait for the store.
  func answer(_ request: HTTPRequest) -> HTTPResponse

  /// Takes a request whose answer would come too late, to answer it later, and says so; nil where
  /// that cannot be. The answer may come meanwhile.
  func postpone(_ request: HTTPRequest) -> HTTPResponse?

  /// Told once of each answer that was sent or could not be: for logs and metrics.
  func finished(_ request: HTTPRequest?, _ response: HTTPResponse, nanoseconds: Int)
}

public struct Admission: Sendable {
  /// Whose threads answer.
  public enum Lane: Sendable {
    /// The connection's own: what is at hand. Whatever waits there stops other connections.
    case immediate
    /// A few for questions about health, which must not wait behind work.
    case health
    case work
  }

  public var bodyLimit: Int
  public var lane: Lane
  public var secondsToAnswer: Double

  public init(bodyLimit: Int, lane: Lane, secondsToAnswer: Double) {
    self.bodyLimit = bodyLimit
    self.lane = lane
    self.secondsToAnswer = secondsToAnswer
  }
}

/// Bounds by which no sender can keep the server from others.
public struct ServerLimits: Sendable {
  public var connections = 1024
  /// From the opening of a connection, or its last answer, to the end of the next head.
  public var secondsToHead = 15.0
  public var secondsToBody = 10.0
  /// From the answer to its last byte taken by the client.
  public var secondsToTake = 10.0
  /// For requests in flight when the server stops.
  public var secondsToStop = 15.0
  public var waiting = 512
  public var ioThreads = 2
  /// They wait for the disk for most of their time, and share its flushes.
  public var workers = 24

  public init() {}
}
