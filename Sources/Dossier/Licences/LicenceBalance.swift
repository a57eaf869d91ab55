import Evidence
import Facts
import Formats
import Names
import Trade

/// What past shipments and orders leave of an authorisation, and whether that suffices.
///
/// Of an order and the shipments recorded for it the greater counts: what may have been used up, or
/// may still be, is used up.
struct LicenceBalance {
  private let licence: LicenceBook.Licence
  private let assembly: DossierAssembly
  private var authorisation: Authorisation { licence.authorisation }

  init(_ licence: LicenceBook.Licence, _ assembly: DossierAssembly) {
    self.licence = licence
    self.assembly = assembly
  }

  /// Amounts of one kind: how much a set of lines takes; nil where a line does not tell.
  private struct Measure {
    let limit: Decimal
    let unit: String
    let ofLine: (OrderLine, Order) -> Decimal?
    let ofShipment: (LicenceShipment) -> Decimal?
  }

  private var measures: [Measure] {
    var measures: [Measure] = []
    if let limit = authorisation.quantity, let unit = authorisation.unit {
      measures.append(
        Measure(
          limit: limit, unit: unit,
          ofLine: { line, _ in
            line.unit?.lowercased() == unit.lowercased() ? line.quantity : nil
          }, ofShipment: \.quantity))
    }
    if let limit = authorisation.value, let currency = authorisation.currency {
      measures.append(
        Measure(
          limit: limit, unit: currency,
          ofLine: { line, order in
            order.currency == currency
              ? line.unitPrice.flatMap { $0.multiplied(by: line.quantity) } : nil
          }, ofShipment: \.value))
    }
    return measures
  }

  /// What the orders of one number took, in whatever systems: what was shipped, or what was ordered
  /// where that is more, because the rest may still be shipped.
  private struct Use {
    let reference: String
    var shipments: [LicenceShipment] = []
    var ordered: [(line: OrderLine, order: Order)] = []

    /// Nil where a shipment does not tell.
    func shipped(_ measure: Measure) -> Decimal? { Use.sum(shipments.map(measure.ofShipment)) }

    /// Nil where a line does not tell. A return gives nothing back.
    func ordered(_ measure: Measure) -> Decimal? {
      Use.sum(
        ordered.filter { $0.line.quantity > .zero }.map { measure.ofLine($0.line, $0.order) })
    }

    /// Whether all that was ordered is known to be shipped, by one measure.
    func isShipped(_ measures: [Measure]) -> Bool {
      !shipments.isEmpty
        && measures.contains { measure in
          guard let shipped = shipped(measure), let ordered = ordered(measure) else { return false }
          return ordered <= shipped
        }
    }

    static func sum(_ amounts: [Decimal?]) -> Decimal? {
      amounts.reduce(.some(.zero)) { sum, amount in amount.flatMap { sum?.adding($0) } }
    }
  }

  /// Why it does not suffice for these lines, or nil; and what is left, in words.
  func reading(of lines: Set<Int>) -> (fault: String?, left: String) {
    let measures = measures
    guard !measures.isEmpty else { return (nil, "it sets no quantity and no value") }
    guard assembly.corpus.history != nil || assembly.corpus.licences.hasShipments else {
      return (
        "what was used of it is not known: the corpus holds neither past orders nor "
          + "licences/shipments.csv", Self.open
      )
    }
    var faults: [String] = []
    var words: [String] = []
    let uses = uses()
    for measure in measures {
      let (fault, left) = reading(of: lines, measure, uses, measures)
      if let fault { faults.append(fault) }
      words.append(left)
    }
    return (faults.isEmpty ? nil : faults.joined(separator: "; "), words.joined(separator: "; "))
  }

  private static let open = "what is left is not known"

  private func reading(
    of lines: Set<Int>, _ measure: Measure, _ uses: [Use], _ measures: [Measure]
  ) -> (String?, String) {
    var used = Decimal.zero
    for use in uses {
      guard let shipped = use.shipped(measure) else {
        let place = use.shipments.first { measure.ofShipment($0) == nil }?.place ?? use.reference
        return ("how much was shipped is not known in \(measure.unit) (\(place))", Self.open)
      }
      guard
        let ordered = use.ordered(measure) ?? (use.isShipped(measures) ? shipped : nil),
        let sum = used.adding(max(ordered, shipped))
      else {
        return (
          "how much the past order \(use.reference) took is not known in \(measure.unit)", Self.open
        )
      }
      used = sum
    }
    let left = Decimal(millionths: 0 - used.millionths).adding(measure.limit) ?? .zero
    let told = "\(left) of \(measure.limit) \(measure.unit) left"
    used = .zero
    for index in lines.sorted() {
      let line = assembly.lines[index].line
      guard let amount = measure.ofLine(line, assembly.order), let sum = used.adding(amount) else {
        return ("line \(line.number) does not state its amount in \(measure.unit)", told)
      }
      used = sum
    }
    return used > left
      ? ("\(told), and the order takes \(used)", told) : (nil, told)
  }

  /// By number, because shipments name no system. Those of this order's own number are its own.
  private func uses() -> [Use] {
    var uses: [String: Use] = [:]
    for shipment in assembly.corpus.licences.shipments
    where shipment.licence == authorisation.number && shipment.date <= assembly.asOf
      && shipment.order != assembly.order.reference
    {
      uses[shipment.order, default: Use(reference: shipment.order)].shipments.append(shipment)
    }
    for entry in pastLines() {
      let reference = entry.order.reference
      uses[reference, default: Use(reference: reference)].ordered.append(entry)
    }
    return uses.values.sorted { $0.reference < $1.reference }
  }

  /// Lines of other past orders that may have been shipped under it.
  private func pastLines() -> [(line: OrderLine, order: Order)] {
    var latest: [[String]: PastOrder] = [:]
    for past in assembly.corpus.history?.orders ?? [] {
      let order = past.order
      guard
        order.reference != assembly.order.reference || order.system != assembly.order.system,
        ![.lead, .quotation].contains(order.stage),
        authorisation.countries.contains(order.countryOfUltimateDestination),
        past.date.map({ authorisation.issued <= $0 && $0 <= assembly.asOf }) ?? true
      else { continue }
      let key = [order.system, order.reference]
      if let known = latest[key], known.order.revision >= order.revision { continue }
      latest[key] = past
    }
    return latest.values.flatMap { past -> [(line: OrderLine, order: Order)] in
      let lines = past.lines.filter { line in
        authorisation.covers.contains {
          assembly.item(line, of: authorisation, for: $0).0 != .isFalse
        }
      }
      return lines.isEmpty || !mayBeOfItsParties(past) ? [] : lines.map { ($0.line, past.order) }
    }
  }

  private func mayBeOfItsParties(_ past: PastOrder) -> Bool {
    let known = licence.parties.values.flatMap { $0 }
    return past.receivers.contains { receiver in
      known.contains {
        assembly.knowledge.names.compare(receiver.profile, $0).verdict != .different
      }
    }
  }
}
