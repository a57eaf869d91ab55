/// How far a procurement has come when a notice is published.
public enum TenderStage: String, Sendable, Hashable, CaseIterable {
  /// Planned, and perhaps never tendered.
  case intention
  /// Open for offers.
  case tender
  /// Changes a notice that was published before.
  case correction
  case award
  /// A contract was signed, changed or carried out.
  case contract
  case cancellation

  /// Whether goods may still be bought for it from whoever wins.
  public var isOpen: Bool { self == .intention || self == .tender || self == .correction }
}
