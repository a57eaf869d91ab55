import Formats
public import Trade

extension ClearanceDesk {
  /// Clears an order on the determination that was recorded at a position a moment ago.
  ///
  /// Other orders may be recorded meanwhile, and even this one: a clearance whose order has since
  /// been screened otherwise stands on the revocation list from then on, as if it had been issued a
  /// moment earlier. Throws `notCleared` where a later record of the order is there already.
  public func issue(
    on position: Int, for order: Order, days: Int, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Issued {
    guard (1...30).contains(days) else {
      throw LedgerFailure(.request, "a clearance lasts from 1 to 30 days, not \(days)")
    }
    let ground = try ClearanceGround(try ledger.record(at: position))
    let ruling = try check(ground, order)
    let newest = try newestGround(system: order.system, reference: order.reference, after: position)
    guard newest == nil else {
      throw refused("the order was screened again meanwhile", "look at its newest determination")
    }
    do throws(LedgerFailure) {
      return try issue(
        on: ground, ruling, order, seconds: days * 86_400, [:], asker, expecting: nil)
    } catch {
      // Another instance that answers the same request may have come first.
      guard error.kind == .overtaken, let issued = try issued(on: position, for: order) else {
        throw error
      }
      return issued
    }
  }

  /// The clearance that rests on the determination at a position, where one was issued.
  public func issued(on position: Int, for order: Order) throws(LedgerFailure) -> Issued? {
    let subject = LedgerSubject.order(system: order.system, reference: order.reference)
    for other in try ledger.positions(of: subject) where other > position {
      let record = try ledger.record(at: other)
      guard record.kind == .clearance, let token = record.content["token"]?.string,
        let clearance = record.content["clearance"].flatMap({ Clearance($0) }),
        clearance.determinationPosition == position
      else { continue }
      return Issued(clearance: clearance, token: token, position: other)
    }
    return nil
  }
}
