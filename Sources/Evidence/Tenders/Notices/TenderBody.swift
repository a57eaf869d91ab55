/// A body that a notice names: who buys, who runs the procedure, who offers.
public struct TenderBody: Sendable, Hashable {
  /// The name and others by which the notice calls it.
  public var names: [String]
  /// ISO 3166-1 alpha-2.
  public var country: String?
  public var address: String?
  /// Numbers of registers, as written.
  public var identifiers: [String]
  /// What the notice itself says that the body does: a code of `functions.tsv`.
  public var activity: String?

  public init(
    names: [String], country: String? = nil, address: String? = nil, identifiers: [String] = [],
    activity: String? = nil
  ) {
    self.names = names
    self.country = country
    self.address = address
    self.identifiers = identifiers
    self.activity = activity
  }

  public var name: String { names.first ?? "" }
}

/// A body that offers goods, and what came of it.
public struct TenderSupplier: Sendable, Hashable {
  public var body: TenderBody
  /// Whether the contract goes to it; false for one that only made an offer.
  public var isAwarded: Bool
  public var amount: TenderMoney?
  /// Lots for which it offers, as written; empty where there is one or none is stated.
  public var lots: [String]

  public init(
    body: TenderBody, isAwarded: Bool, amount: TenderMoney? = nil, lots: [String] = []
  ) {
    self.body = body
    self.isAwarded = isAwarded
    self.amount = amount
    self.lots = lots
  }
}
