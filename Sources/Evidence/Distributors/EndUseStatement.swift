public import Formats

/// What an end user signed about the use of goods, and until when it holds.
public struct EndUseStatement: Sendable, Hashable {
  /// Names of the body that states it.
  public let party: [String]
  /// A family of `product-families.tsv`, with all below it.
  public let product: String
  public let issued: CivilDate
  /// The last day on which it holds.
  public let expires: CivilDate
  public let signedBy: String
  /// Who of the company verified signature and signer; nil where nobody did.
  public let verifiedBy: String?
  public let place: String

  public func holds(on day: CivilDate) -> Bool { issued <= day && day <= expires }

  static let table = RecordTable(
    columns: ["party", "product", "issued", "expires", "signedBy", "verifiedBy"], lists: ["party"],
    required: ["party", "product", "issued", "expires", "signedBy", "verifiedBy"])

  init(_ line: Line) throws(Diagnostic) {
    party = try line.names("party")
    product = try line.text("product")
    (issued, expires) = try line.term("statement", "EVD129")
    signedBy = try line.text("signedBy")
    verifiedBy = try line.verifier(of: signedBy, "EVD145")
    place = line.place
  }
}
