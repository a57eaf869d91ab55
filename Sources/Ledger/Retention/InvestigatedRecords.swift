import Formats

/// Records that an investigation needs which is not closed: its own, and those of every order that
/// its scope touches.
struct InvestigatedRecords {
  private let ledger: Ledger
  private let holding: [Investigation]

  init(_ ledger: Ledger) throws(LedgerFailure) {
    self.ledger = ledger
    holding = try CaseDesk(ledger).investigations().filter(\.holds)
  }

  /// The id of an investigation for whose sake the record stays, or nil.
  func investigation(holding position: Int) throws(LedgerFailure) -> String? {
    guard !holding.isEmpty else { return nil }
    let content = try ledger.record(at: position).content
    if let id = content["investigation"]?.string {
      return holding.contains { $0.id == id } ? id : nil
    }
    guard let system = content["system"]?.string, let reference = content["reference"]?.string
    else { return try naming(position) }
    let name = InvestigationScope.name(system: system, reference: reference)
    if let named = holding.first(where: { $0.scope.orders.contains(name) }) { return named.id }
    for other in try ledger.positions(of: .order(system: system, reference: reference)) {
      guard let request = try ledger.record(at: other).content["order"] else { continue }
      let found = holding.first { $0.scope.touched(byRequest: request) != nil }
      if let found { return found.id }
    }
    return nil
  }

  /// The investigation that names a party which the record is found by.
  private func naming(_ position: Int) throws(LedgerFailure) -> String? {
    for investigation in holding {
      for party in investigation.scope.parties.sorted()
      where try ledger.positions(of: .party(party)).contains(position) {
        return investigation.id
      }
    }
    return nil
  }
}
