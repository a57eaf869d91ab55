public import Formats

/// A licence or authorisation that an authority granted, as the company recorded it.
public struct Authorisation: Sendable, Hashable {
  /// A requirement that an authorisation can meet. It meets no other.
  public enum Requirement: String, Sendable, Hashable, CaseIterable {
    /// Reasons for control of the entry against the destination (15 CFR 738.4).
    case control
    /// 15 CFR 744.11.
    case entityList = "entity-list"
    /// The 50 percent rule of BIS.
    case affiliates
    /// 15 CFR 744.22.
    case militaryIntelligence = "military-intelligence"
    /// Part 746 of the EAR.
    case part746 = "part-746"
    /// Annex I of Regulation (EU) 2021/821.
    case europeanAnnex = "eu-annex"
  }

  /// Roles in which bodies can stand on an authorisation (15 CFR 748.5).
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case purchaser, intermediateConsignee, ultimateConsignee, endUser, serviceSite
  }

  public let number: String
  /// Who granted it, such as BIS or BAFA.
  public let authority: String
  public let covers: [Requirement]
  /// ECCNs, EAR99 or European codes, with the paragraphs below them; empty where families say it.
  public let codes: [String]
  /// Families of `product-families.tsv`, with all below them.
  public let families: [String]
  public let parties: [Role: [String]]
  /// Destinations, ISO 3166-1 alpha-2.
  public let countries: [String]
  /// In `unit`; nil where the authorisation sets none.
  public let quantity: Decimal?
  public let unit: String?
  /// In `currency`; nil where the authorisation sets none.
  public let value: Decimal?
  public let currency: String?
  public let conditions: [String]
  public let issued: CivilDate
  /// The last day on which it holds.
  public let expires: CivilDate
  /// The day from which it was revoked or suspended.
  public let revoked: CivilDate?
  /// Who of the company held this record against the document; nil where nobody did.
  public let verifiedBy: String?
  public let place: String

  static let table = RecordTable(
    columns: [
      "number", "authority", "covers", "codes", "families", "countries", "quantity", "unit",
      "value", "currency", "conditions", "issued", "expires", "revoked", "recordedBy",
      "verifiedBy",
    ] + Role.allCases.map(\.rawValue),
    lists: ["covers", "codes", "families", "countries", "conditions"]
      + Role.allCases.map(\.rawValue),
    required: ["number", "authority", "covers", "countries", "issued", "expires", "recordedBy"])

  init(_ line: Line) throws(Diagnostic) {
    number = try line.text("number")
    authority = try line.text("authority")
    var covers: [Requirement] = []
    for text in try line.texts("covers") {
      covers.append(try line.word(text, "covers", "EVD150"))
    }
    self.covers = covers
    codes = try line.texts("codes")
    families = try line.texts("families")
    var parties: [Role: [String]] = [:]
    for role in Role.allCases {
      let names = try line.texts(role.rawValue).filter { !$0.isEmpty }
      if !names.isEmpty { parties[role] = names }
    }
    self.parties = parties
    countries = try line.texts("countries").map { $0.uppercased() }
    quantity = try line.positive("quantity", "EVD151")
    unit = try line.optional("unit")
    value = try line.positive("value", "EVD151")
    currency = try line.optional("currency")
    conditions = try line.texts("conditions")
    issued = try line.day("issued")
    expires = try line.day("expires")
    revoked = try line.date("revoked")
    let recordedBy = try line.text("recordedBy")
    verifiedBy = try line.optional("verifiedBy")
    place = line.place
    guard !covers.isEmpty else {
      throw line.fault(
        "EVD150", "the authorisation covers no requirement",
        remedy: "name " + Requirement.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard !codes.isEmpty || !families.isEmpty else {
      throw line.fault(
        "EVD152", "the authorisation names no item", remedy: "add codes, families or both")
    }
    guard !countries.isEmpty, !parties.isEmpty else {
      throw line.fault(
        "EVD153", "the authorisation names no destination or no party",
        remedy: "add countries and the bodies in their roles")
    }
    guard issued <= expires else {
      throw line.fault(
        "EVD154", "the authorisation expires on \(expires), before it was issued on \(issued)",
        remedy: "correct one of the two days")
    }
    guard (quantity == nil) == (unit == nil), (value == nil) == (currency == nil) else {
      throw line.fault(
        "EVD155", "a quantity has no unit, or a value no currency",
        remedy: "give quantity with unit, and value with currency")
    }
    guard verifiedBy != recordedBy else {
      throw line.fault(
        "EVD156", "`\(recordedBy)` verifies a record of their own",
        remedy: "name who verified it, or leave `verifiedBy` empty")
    }
  }

  /// Whether a declared code is one of `codes` or a paragraph of one.
  public func names(code: String) -> Bool {
    let upper = NoticeText.trimmed(code).uppercased()
    return codes.contains { listed in
      upper == listed.uppercased() || upper.hasPrefix(listed.uppercased() + ".")
    }
  }
}
