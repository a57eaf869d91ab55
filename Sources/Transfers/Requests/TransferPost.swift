/// A message to another system: bytes that are sent, of whose answer only the status matters.
public struct TransferPost: Sendable {
  public var address: WebAddress
  /// Whole lines, as `Content-Type: application/json`.
  public var headers: [String]
  public var body: [UInt8]
  public var limits: TransferRequest.Limits
  /// For trials: also addresses of this machine and its neighbours.
  public var reachesPrivateAddresses: Bool

  public init(
    _ address: WebAddress, headers: [String], body: [UInt8], seconds: Int = 15,
    reachesPrivateAddresses: Bool = false
  ) {
    self.address = address
    self.headers = headers
    self.body = body
    self.reachesPrivateAddresses = reachesPrivateAddresses
    limits = TransferRequest.Limits()
    limits.seconds = seconds
    limits.secondsToConnect = min(seconds, limits.secondsToConnect)
    limits.secondsWithoutBytes = seconds
    limits.bytes = 1 << 20
  }
}

/// What the other system said.
public struct TransferReply: Sendable, Hashable {
  public let status: Int
  /// `Retry-After` as sent.
  public let retryAfter: String?
}
