public import Formats
public import Names

/// What an order states, for comparison with notices.
public struct TenderQuery: Sendable {
  public struct Line: Sendable {
    /// Families of the tree, most specific ones only.
    public let families: [String]
    /// All words by which the line is known.
    public let words: String
    public let quantity: Decimal
    public let pack: PackSize?
    /// With the currency of the order.
    public let unitPrice: TenderMoney?

    public init(
      families: [String], quantity: Decimal, words: String = "", pack: PackSize? = nil,
      unitPrice: TenderMoney? = nil
    ) {
      self.families = families
      self.words = words
      self.quantity = quantity
      self.pack = pack
      self.unitPrice = unitPrice
    }
  }

  /// A body that may be the awardee or the buyer of a notice.
  public struct Party: Sendable {
    public let profile: IdentityProfile
    /// What it has to do with the order: `party`, `affiliate of the purchaser`.
    public let relation: String

    public init(profile: IdentityProfile, relation: String = "party") {
      self.profile = profile
      self.relation = relation
    }
  }

  public let order: String
  public let date: CivilDate
  /// The day up to which notices are known: later than the order where it is looked at again.
  public let knownOn: CivilDate
  public let lines: [Line]
  public var parties: [Party]
  /// Codes of the places where goods are said to be used; empty where nothing is said.
  public var places: [String]
  /// Texts of the order, in which a notice may be cited.
  public var text: String
  /// Whether the order names who uses the goods.
  public var namesEndUser: Bool

  public init(
    order: String, date: CivilDate, knownOn: CivilDate? = nil, lines: [Line],
    parties: [Party] = [], places: [String] = [],
    text: String = "", namesEndUser: Bool = true
  ) {
    self.order = order
    self.date = date
    self.knownOn = max(date, knownOn ?? date)
    self.lines = lines
    self.parties = parties
    self.places = places
    self.text = text
    self.namesEndUser = namesEndUser
  }
}
