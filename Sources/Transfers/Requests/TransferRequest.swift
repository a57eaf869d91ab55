/// What is fetched, what is there already, and how much of it and how long at most.
public struct TransferRequest: Sendable {
  /// What a transfer may take.
  public struct Limits: Sendable, Hashable {
    /// Bytes of the body once it is decoded.
    public var bytes = 1 << 30
    /// For the whole transfer, redirects among it.
    public var seconds = 600
    public var secondsToConnect = 30
    /// How long less than a byte a second may come.
    public var secondsWithoutBytes = 60
    public var redirects = 5

    public init() {}
  }

  public var address: WebAddress
  /// Those of the version that is there; with them, "not modified" is an answer.
  public var validators: Validators
  public var limits: Limits

  public init(
    _ address: WebAddress, validators: Validators = Validators(), limits: Limits = Limits()
  ) {
    self.address = address
    self.validators = validators
    self.limits = limits
  }
}
