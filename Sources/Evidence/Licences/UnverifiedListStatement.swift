public import Formats

/// The statement of a party on the Unverified List that 15 CFR 744.15(b) wants before an export,
/// reexport or transfer that needs no licence.
public struct UnverifiedListStatement: Sendable, Hashable {
  /// Names of the party that states it.
  public let party: [String]
  /// The items that it speaks of, as ECCNs or EAR99, with the paragraphs below them.
  public let codes: [String]
  public let signedBy: String
  public let signed: CivilDate
  /// Who of the company held it against what the section asks for; nil where nobody did.
  public let verifiedBy: String?
  public let evidence: String
  public let place: String

  static let table = RecordTable(
    columns: ["party", "codes", "signedBy", "signed", "verifiedBy", "evidence"],
    lists: ["party", "codes"],
    required: ["party", "codes", "signedBy", "signed", "verifiedBy", "evidence"])

  init(_ line: Line) throws(Diagnostic) {
    party = try line.names("party")
    codes = try line.texts("codes")
    signedBy = try line.text("signedBy")
    signed = try line.day("signed")
    verifiedBy = try line.verifier(of: signedBy, "EVD158")
    evidence = try line.text("evidence")
    place = line.place
    guard !codes.isEmpty else {
      throw line.fault(
        "EVD157", "the statement speaks of no item", remedy: "add the ECCNs, or EAR99")
    }
  }

  /// Whether it speaks of a declared code.
  public func names(code: String) -> Bool { codes.name(code) }
}
