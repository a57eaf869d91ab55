public import Formats

/// A public procurement notice: who buys what, from whom, at what price, and where it says so.
///
/// What a notice does not state is nil or empty; `unread` tells what it states and nobody could
/// read.
public struct TenderNotice: Sendable, Hashable {
  /// A change that a correction makes, in the notice's words.
  public struct Correction: Sendable, Hashable {
    public let field: String
    public let before: String
    public let after: String

    public init(field: String, before: String, after: String) {
      self.field = field
      self.before = before
      self.after = after
    }
  }

  /// Where a field of the notice stands in its source.
  public struct Locator: Sendable, Hashable {
    public let field: String
    /// A line, or a path such as `releases[0].buyer`.
    public let place: String

    public init(_ field: String, _ place: String) {
      self.field = field
      self.place = place
    }
  }

  public var id: String
  public var stage: TenderStage
  public var title: String
  public var publisher: String
  public var url: String?
  /// Nil where the notice does not say.
  public var published: CivilDate?
  /// ISO 639-1, as far as it is known.
  public var language: String?
  /// Who buys, never the agency that runs the procedure; empty where the notice names nobody.
  public var buyers: [TenderBody] = []
  public var agency: TenderBody?
  /// The number under which the buyer runs the procurement.
  public var projectNumber: String?
  /// Further numbers that all notices of one procurement share: filings, `ocid`, folder ids.
  public var processNumbers: [String] = []
  /// How offers are sought, as written: 公开招标, `open`.
  public var method: String?
  public var suppliers: [TenderSupplier] = []
  public var items: [TenderItem] = []
  public var budget: TenderMoney?
  public var ceiling: TenderMoney?
  /// The sum of the award.
  public var awarded: TenderMoney?
  /// Whether imported goods may be offered; nil where the notice does not say.
  public var importsAllowed: Bool?
  public var deadline: CivilDate?
  public var awardedOn: CivilDate?
  /// When an intended purchase is expected, as a span of days.
  public var expected: ClosedRange<CivilDate>?
  /// Where goods are delivered, as written.
  public var deliveryPlace: String?
  /// Codes of places that names, addresses and numbers of the notice tell.
  public var places: [String] = []
  public var corrections: [Correction] = []
  /// Free text of the notice, kept for indications.
  public var text: String = ""
  public var locators: [Locator] = []
  /// What stands in the source and could not be read, with its place.
  public var unread: [String] = []
  /// The file it was read from and the place within it.
  public var origin: String?
  /// A person's statement that an order serves this notice.
  public var confirmedOrder: String?
  public var confirmedBy: String?

  public init(
    id: String, stage: TenderStage, title: String, publisher: String, url: String? = nil,
    published: CivilDate?
  ) {
    self.id = id
    self.stage = stage
    self.title = title
    self.publisher = publisher
    self.url = url
    self.published = published
  }

  /// Names of the body that buys; of the first where several do.
  public var buyer: [String] { buyers.first?.names ?? [] }
  public var buyerCountry: String? { buyers.first?.country }
  public var buyerAddress: String? { buyers.first?.address }
  /// Names of those who win.
  public var awardees: [String] { suppliers.filter(\.isAwarded).flatMap(\.body.names) }

  /// What it says, wherever it was read and whatever was derived from it.
  public var content: TenderNotice {
    var bare = self
    bare.origin = nil
    bare.locators = []
    bare.places = []
    return bare
  }

  /// Every number by which another notice of the same procurement is recognised.
  public var numbers: [String] { (projectNumber.map { [$0] } ?? []) + processNumbers }
}
