/// One thing that a factual sentence can rest on.
public struct EvidenceItem: Sendable {
  /// What kind of source speaks: the classes that the quarterly report counts by.
  public enum Kind: String, Sendable, CaseIterable {
    case officialList, law, government, unitedNations, court, ngo, press, research, tender
    case company, customerStatement, order, register
  }

  /// `ev_1`, `ev_2`, … in the order of first use.
  public var id: String
  public var kind: Kind
  public var title: String
  public var publisher: String
  public var language: String
  public var publishedOn: String?
  public var url: String?
  public var sha256: String?
  /// Field path of the order, paragraph or line of a document, entry of a list.
  public var locator: String
  /// What it says, in our own words and with attribution.
  public var statement: String
  /// Reliability of the source, A to F.
  public var grade: String?
  /// `stored`, `partly stored`, or `general knowledge, unverified`.
  public var verification: String
  /// Derivation root: sources that repeat one report share it.
  public var root: String?

  public init(
    id: String, kind: Kind, title: String, publisher: String, language: String,
    publishedOn: String?, url: String?, sha256: String?, locator: String, statement: String,
    grade: String?, verification: String, root: String?
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.publisher = publisher
    self.language = language
    self.publishedOn = publishedOn
    self.url = url
    self.sha256 = sha256
    self.locator = locator
    self.statement = statement
    self.grade = grade
    self.verification = verification
    self.root = root
  }
}
