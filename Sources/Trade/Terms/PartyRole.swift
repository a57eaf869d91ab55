/// The part that a party plays in the transaction, in the terms of 15 CFR 748.5 and 772.1.
public enum PartyRole: String, Sendable, Hashable, CaseIterable {
  case exporter, purchaser, intermediateConsignee, ultimateConsignee, endUser, reseller
  case freightForwarder, payer, broker, bank, serviceSite, trainee

  /// Whether 15 CFR 748.5(c) to (f) names this role as a party to the transaction: purchaser,
  /// intermediate consignee, ultimate consignee and end-user.
  ///
  /// The Entity List's licence requirement reaches an order through any of these four
  /// (15 CFR 744.11(a)), not through the end user alone.
  public var isPartyToTheTransaction: Bool {
    switch self {
    case .purchaser, .intermediateConsignee, .ultimateConsignee, .endUser: true
    default: false
    }
  }
}
