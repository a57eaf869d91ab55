/// Something that a report speaks of: a place, a body, a product, a number.
public struct ReportFinding: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case place, body, company, person, product, practice, programme, document, quantity, age, date
    case recommendation, norm, publisher
  }

  public let kind: Kind
  /// A code of a tree or table; for quantities and dates their value; else the name.
  public let code: String
  /// The words as the report writes them at the first place.
  public let words: String
  /// The first places, up to the limit.
  public var locators: [String]
  public var count: Int
}
