public import Formats

/// Why a suppression that is about a party and an entry does not hide their match.
public enum SuppressionLapse: Sendable, Hashable {
  case notYetApproved(CivilDate)
  case expired(CivilDate)
  /// The entry says something else than when it was reviewed.
  case entryChanged
  /// The party has a role, or the order a product, that was not reviewed.
  case outsideScope
  /// The party has other names or another country than were reviewed.
  case partyChanged
  /// The party is reached at another address or number than was reviewed.
  case contactChanged
  /// Party and entry have this identifier in common, which no review of names explains away.
  case identifierAgrees(String)

  public var message: String {
    switch self {
    case .notYetApproved(let date): "was approved only on \(date)"
    case .expired(let date): "expired on \(date)"
    case .entryChanged: "lapsed because the list entry changed"
    case .outsideScope: "does not cover this role or product"
    case .partyChanged: "does not cover the names and countries that the party has now"
    case .contactChanged: "does not cover the address, phone or e-mail by which they agree now"
    case .identifierAgrees(let identifier):
      "hides no party that has an identifier of the entry (\(identifier))"
    }
  }
}
