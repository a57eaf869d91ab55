public import Formats

/// An amount with its currency, in whole units of it: 77.22 万元 is 772200 CNY.
public struct TenderMoney: Sendable, Hashable, CustomStringConvertible {
  public let amount: Decimal
  /// ISO 4217; nil where the notice does not state it.
  public let currency: String?

  public init(amount: Decimal, currency: String?) {
    self.amount = amount
    self.currency = currency
  }

  /// Nil for another currency, and where the sum does not fit.
  func adding(_ other: TenderMoney) -> TenderMoney? {
    guard currency == other.currency else { return nil }
    return amount.adding(other.amount).map { TenderMoney(amount: $0, currency: currency) }
  }

  public var description: String { amount.description + (currency.map { " " + $0 } ?? "") }
}

/// What one unit of an item holds: 200 reactions in each box.
public struct PackSize: Sendable, Hashable, CustomStringConvertible {
  public let count: Decimal
  /// A code of the units of `tender-terms.tsv`: `reaction`, `piece`.
  public let unit: String

  public init(count: Decimal, unit: String) {
    self.count = count
    self.unit = unit
  }

  public var description: String { "\(count) \(unit)" }
}
