public import Formats

/// One thing that is bought.
public struct TenderItem: Sendable, Hashable {
  /// As written, never empty.
  public var description: String
  public var brand: String?
  public var model: String?
  /// Demands and properties in the notice's words.
  public var specification: String?
  public var quantity: Decimal?
  /// As written.
  public var unit: String?
  /// What one unit holds.
  public var pack: PackSize?
  public var unitPrice: TenderMoney?
  public var totalPrice: TenderMoney?
  /// Whether imported goods may be offered for it; nil where the notice does not say.
  public var importsAllowed: Bool?
  public var lot: String?
  /// Codes of classifications with their scheme: `CPV 38434500`.
  public var classifications: [String]
  /// Field or line of the notice where it stands.
  public var place: String

  public init(description: String, quantity: Decimal?, unit: String?, place: String = "") {
    self.description = description
    self.quantity = quantity
    self.unit = unit
    self.place = place
    classifications = []
  }

  /// All words by which it may be recognised.
  public var words: String {
    [description, brand, model, specification].compactMap { $0 }.joined(separator: " ")
  }
}
