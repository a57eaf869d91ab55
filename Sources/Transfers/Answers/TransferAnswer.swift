/// What a server answered that can be used.
public enum TransferAnswer: Sendable, Hashable {
  /// The server still has the version that the validators name (status 304). It may have sent
  /// newer validators for it.
  case unchanged(Validators)
  case content(TransferContent)
}

/// The whole body of an answer with status 200.
public struct TransferContent: Sendable, Hashable {
  public let bytes: [UInt8]
  /// To be kept beside the bytes for the next request.
  public let validators: Validators
  /// Where the redirects ended.
  public let address: WebAddress
}
