public import Formats

/// Why a suppression that is about a party and an entry does not hide their match.
public enum SuppressionLapse: Sendable, Hashable {
  case notYetApproved(CivilDate)
  case expired(CivilDate)
  /// The entry says something else than when it was reviewed.
  case entryChanged
  /// The party has a role, or the order a product, that was not reviewed.
  case outsideScope

  public var message: String {
    switch self {
    case .notYetApproved(let date): "was approved only on \(date)"
    case .expired(let date): "expired on \(date)"
    case .entryChanged: "lapsed because the list entry changed"
    case .outsideScope: "does not cover this role or product"
    }
  }
}
