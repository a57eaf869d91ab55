/// What is done with the goods, service or knowledge; service and spares are screened like sales.
public enum TransactionKind: String, Sendable, Hashable, CaseIterable {
  case sale, lease, loan, trial, service, spares, consumable, softwareUpdate, training
  case relocation, `return`, donation
  /// Money goes back; on a possible block this is for legal alone.
  case refund
  /// Goods come back to the seller.
  case returnOfGoods
  /// Use of an instrument or its software over a network.
  case remoteAccess
  /// Release of technology or source code (15 CFR 734.13(a)(2)).
  case technologyTransfer

  /// Whether the transaction undoes an earlier one, so that a quantity may be zero or negative.
  public var reverses: Bool {
    switch self {
    case .return, .returnOfGoods, .refund: true
    default: false
    }
  }
}
