public import Formats

/// One line of an order: what is sold and how much of it.
public struct OrderLine: Sendable, Hashable {
  /// The instrument that the line belongs to.
  public struct InstalledBase: Sendable, Hashable {
    public var serial: String
    public var relation: InstalledBaseRelation

    public init(serial: String, relation: InstalledBaseRelation) {
      self.serial = serial
      self.relation = relation
    }
  }

  /// Unique within the order.
  public var number: String
  public var sku: String?
  public var description: String?
  /// The seller's own class of product, to be looked up in the tree of product families.
  public var productClass: String
  /// In `unit`; zero or negative only where the transaction reverses an earlier one.
  public var quantity: Decimal
  public var unit: String?
  /// How many reactions one unit is good for.
  public var reactionsPerUnit: Int?
  /// In the currency of the order.
  public var unitPrice: Decimal?
  public var hsCode: String?
  public var eccn: String?
  /// Who classified the item, and when.
  public var eccnBasis: String?
  public var europeanDualUseCode: String?
  /// ISO 3166-1 alpha-2.
  public var countryOfOrigin: String?
  public var installedBase: InstalledBase?

  public init(
    number: String, sku: String? = nil, description: String? = nil, productClass: String,
    quantity: Decimal, unit: String? = nil, reactionsPerUnit: Int? = nil,
    unitPrice: Decimal? = nil, hsCode: String? = nil, eccn: String? = nil,
    eccnBasis: String? = nil, europeanDualUseCode: String? = nil,
    countryOfOrigin: String? = nil, installedBase: InstalledBase? = nil
  ) {
    self.number = number
    self.sku = sku
    self.description = description
    self.productClass = productClass
    self.quantity = quantity
    self.unit = unit
    self.reactionsPerUnit = reactionsPerUnit
    self.unitPrice = unitPrice
    self.hsCode = hsCode
    self.eccn = eccn
    self.eccnBasis = eccnBasis
    self.europeanDualUseCode = europeanDualUseCode
    self.countryOfOrigin = countryOfOrigin
    self.installedBase = installedBase
  }
}
