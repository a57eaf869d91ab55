public import Formats

/// An order that an investigation touches, as it was screened last before a place of the log.
public struct TouchedOrder: Sendable {
  public let system: String
  public let reference: String
  /// As a request for screening writes it.
  public let request: JSON
  /// Ids of its clearances whose time is not over and that nobody revoked.
  public let clearances: [String]
}

extension CaseDesk {
  /// Whether an investigation held an order just before the record at a position was added.
  public func wasHeld(
    _ request: JSON, before position: Int
  ) throws(LedgerFailure) -> Bool {
    try investigations().contains { investigation in
      investigation.held(at: position)
        && investigation.scope.touched(byRequest: request, ledger.likeness) != nil
    }
  }

  /// The orders that the beginning or the end of an investigation touches: those that it names,
  /// those of its parties, and those that a clearance lets leave. None for its other acts, and for
  /// one that had no effect.
  public func ordersTouched(
    by record: OpenedRecord
  ) throws(LedgerFailure) -> [TouchedOrder] {
    guard let id = record.content["investigation"]?.string,
      let found = try investigations().first(where: { $0.id == id })
    else { return [] }
    let position = record.position
    let effective = found.entries.filter { $0.refusal == nil }
    let begins = effective.first?.position == position
    guard begins || found.isClosed && effective.last?.position == position else { return [] }
    var names: Set<String> = []
    var places: Set<Int> = []
    for party in found.scope.parties { places.formUnion(try ledger.positions(naming: party)) }
    for place in try ledger.positions(of: .kind(.clearance)) {
      let end = try ledger.header(at: place).json["expires"]?.string
      if end.map({ $0 > record.time }) ?? true { places.insert(place) }
    }
    for subject in found.scope.subjects { places.formUnion(try ledger.positions(of: subject)) }
    var touched: [TouchedOrder] = []
    for place in places.sorted() where place < position {
      guard let content = try opened(place)?.content, let system = content["system"]?.string,
        let reference = content["reference"]?.string,
        names.insert(InvestigationScope.name(system: system, reference: reference)).inserted,
        let order = try order(system, reference, before: position, at: record.time),
        found.scope.touched(byRequest: order.request, ledger.likeness) != nil
      else { continue }
      touched.append(order)
    }
    return touched
  }

  /// Nil for what was erased: nothing leaves on it.
  private func opened(_ position: Int) throws(LedgerFailure) -> OpenedRecord? {
    do throws(LedgerFailure) {
      return try ledger.record(at: position)
    } catch {
      guard error.kind == .erased else { throw error }
      return nil
    }
  }

  private func order(
    _ system: String, _ reference: String, before position: Int, at time: String
  ) throws(LedgerFailure) -> TouchedOrder? {
    var request: JSON?
    var clearances: [String] = []
    for place in try ledger.positions(of: .order(system: system, reference: reference))
    where place < position {
      guard let record = try opened(place) else { continue }
      switch record.kind {
      case .determination: request = record.content["order"] ?? request
      case .clearance:
        let end = record.header["expires"]?.string
        guard end.map({ $0 > time }) ?? true, let id = record.content["clearance"]?["jti"]?.string
        else { continue }
        clearances.append(id)
      case .revocation: clearances = []
      default: break
      }
    }
    return request.map {
      TouchedOrder(
        system: system, reference: reference, request: $0, clearances: clearances)
    }
  }
}
