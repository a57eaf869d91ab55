import Evidence
import Facts
import Formats
import Names
import Trade

/// What past shipments and orders leave of an authorisation, and whether that suffices.
///
/// Orders of the history count where nobody recorded a shipment for them: what may have been used
/// up is used up.
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

  /// Why it does not suffice for these lines, or nil; and what is left, in words.
  func reading(of lines: Set<Int>) -> (fault: String?, left: String) {
    var faults: [String] = []
    var words: [String] = []
    let past = pastLines()
    for measure in measures {
      let (fault, left) = reading(of: lines, measure, past)
      if let fault { faults.append(fault) }
      words.append(left)
    }
    return (
      faults.isEmpty ? nil : faults.joined(separator: "; "),
      words.isEmpty ? "it sets no quantity and no value" : words.joined(separator: "; ")
    )
  }

  private func reading(
    of lines: Set<Int>, _ measure: Measure, _ past: [(line: OrderLine, order: Order)]
  ) -> (String?, String) {
    var used = Decimal.zero
    func take(_ amount: Decimal?) -> Bool {
      guard let amount, let sum = used.adding(amount) else { return false }
      used = sum
      return true
    }
    for shipment in shipments where !take(measure.ofShipment(shipment)) {
      return (
        "how much was shipped is not known in \(measure.unit) (\(shipment.place))",
        "what is left is not known"
      )
    }
    // A return gives nothing back.
    for entry in past
    where entry.line.quantity > .zero && !take(measure.ofLine(entry.line, entry.order)) {
      return (
        "how much the past order \(entry.order.reference) took is not known in \(measure.unit)",
        "what is left is not known"
      )
    }
    let left = Decimal(millionths: 0 - used.millionths).adding(measure.limit) ?? .zero
    let told = "\(left) of \(measure.limit) \(measure.unit) left"
    used = .zero
    for index in lines.sorted() {
      let line = assembly.lines[index].line
      guard take(measure.ofLine(line, assembly.order)) else {
        return ("line \(line.number) does not state its amount in \(measure.unit)", told)
      }
    }
    return used > left
      ? ("\(told), and the order takes \(used)", told) : (nil, told)
  }

  private var shipments: [LicenceShipment] {
    assembly.corpus.licences.shipments.filter {
      $0.licence == authorisation.number && $0.date <= assembly.asOf
        && $0.order != assembly.order.reference
    }
  }

  /// Lines of past orders that may have been shipped under it and for which no shipment stands.
  private func pastLines() -> [(line: OrderLine, order: Order)] {
    let recorded = Set(
      assembly.corpus.licences.shipments.filter { $0.licence == authorisation.number }.map(\.order))
    var latest: [[String]: PastOrder] = [:]
    for past in assembly.corpus.history?.orders ?? [] {
      let order = past.order
      guard order.reference != assembly.order.reference, !recorded.contains(order.reference),
        ![.lead, .quotation].contains(order.stage),
        authorisation.countries.contains(order.countryOfUltimateDestination),
        past.date.map({ authorisation.issued <= $0 && $0 <= assembly.asOf }) ?? true
      else { continue }
      let key = [order.system, order.reference]
      if let known = latest[key], known.order.revision >= order.revision { continue }
      latest[key] = past
    }
    let ordered = latest.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    return ordered.filter(mayBeOfItsParties).flatMap { past in
      past.lines.filter { line in
        authorisation.covers.contains {
          assembly.item(line, of: authorisation, for: $0).0 != .isFalse
        }
      }.map { ($0.line, past.order) }
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
