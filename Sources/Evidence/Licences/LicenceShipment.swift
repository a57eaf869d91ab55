public import Formats

/// What was shipped against an authorisation; it takes from what is left of it.
public struct LicenceShipment: Sendable, Hashable {
  /// The number of the authorisation.
  public let licence: String
  /// The order's number.
  public let order: String
  public let date: CivilDate
  /// In the unit of the authorisation; nil where it sets no quantity.
  public let quantity: Decimal?
  /// In the currency of the authorisation.
  public let value: Decimal?
  public let place: String

  static let table = RecordTable(
    columns: ["licence", "order", "date", "quantity", "value"], lists: [],
    required: ["licence", "order", "date"])

  init(_ line: Line) throws(Diagnostic) {
    licence = try line.text("licence")
    order = try line.text("order")
    date = try line.day("date")
    quantity = try line.positive("quantity", "EVD151")
    value = try line.positive("value", "EVD151")
    place = line.place
  }
}
