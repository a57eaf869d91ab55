import Formats
public import Screening

/// What was decided of an order at a place of the log.
extension CaseDesk {
  /// The decision that policies and persons had reached on an order with a record of the log, on
  /// the day of that record; nil before its first screening.
  public func decision(
    system: String, reference: String, through position: Int
  ) throws(LedgerFailure) -> Decision? {
    let order = LedgerSubject.order(system: system, reference: reference)
    let own = try ledger.positions(of: order).filter { $0 <= position }
    guard let last = own.last else { return nil }
    var file = CaseFile(system: system, reference: reference)
    for place in try world(beside: own) where place <= position {
      try file.take(try ledger.record(at: place))
    }
    guard file.ground != nil, let day = try ledger.record(at: last).day else { return nil }
    return file.decision(on: day)
  }

  /// The order's decision today, where persons acted on it; nil where nobody did.
  public func decisionByPersons(
    system: String, reference: String
  ) throws(LedgerFailure) -> Decision? {
    let file = try file(system: system, reference: reference)
    return file.ruling == nil ? nil : decision(of: file)
  }
}
