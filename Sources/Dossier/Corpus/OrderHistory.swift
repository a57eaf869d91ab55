import Evidence
import Facts
import Formats
import Trade

/// A past order as Scruple reads it, once for all orders that it is held against.
struct PastOrder: Sendable {
  let order: Order
  /// When it was placed, or else when it was to be shipped; nil where it says neither.
  let date: CivilDate?
  let lines: [LineReading]
  /// Product families of all lines, each once.
  let families: [String]
  /// Those who receive; placeholders name nobody.
  let receivers: [PartyReading]

  init(_ order: Order, _ knowledge: Knowledge) {
    self.order = order
    date = order.asOf?.date ?? order.requestedShipDate
    lines = order.lines.map { LineReading($0, knowledge) }
    families = lines.flatMap(\.families).reduce(into: []) { families, family in
      if !families.contains(family) { families.append(family) }
    }
    receivers = order.parties.map { PartyReading($0, knowledge) }
      .filter { $0.receives && !$0.isPlaceholder }
  }

  /// Whether every line's product family could be told.
  var familiesAreComplete: Bool { lines.allSatisfy { !$0.families.isEmpty } }

  var endUsers: [PartyReading] { receivers.filter { $0.roles.contains(.endUser) } }

  /// Of several revisions of an order the last, in the place of the first.
  static func newest(_ orders: some Sequence<PastOrder>) -> [PastOrder] {
    var places: [[String]: Int] = [:]
    var result: [PastOrder] = []
    for past in orders {
      let reference = [past.order.system, past.order.reference]
      if let place = places[reference] {
        if result[place].order.revision < past.order.revision { result[place] = past }
      } else {
        places[reference] = result.count
        result.append(past)
      }
    }
    return result
  }
}

/// The past orders of a corpus in the order of its files, found by the names of their parties.
struct OrderHistory: Sendable {
  let orders: [PastOrder]
  private let byName: [String: [Int]]
  private let bySerial: [String: [Int]]

  init(_ orders: [Order], _ knowledge: Knowledge) {
    self.orders = orders.map { PastOrder($0, knowledge) }
    var byName: [String: [Int]] = [:]
    for (index, order) in orders.enumerated() {
      for name in Set(order.parties.flatMap(\.entity.names).map { $0.lowercased() }) {
        byName[name, default: []].append(index)
      }
    }
    self.byName = byName
    var bySerial: [String: [Int]] = [:]
    for (index, order) in orders.enumerated() {
      let serials = order.lines.compactMap(\.installedBase?.serial)
      for key in Set(serials.map { InstalledInstrument.key(of: $0) }) {
        bySerial[key, default: []].append(index)
      }
    }
    self.bySerial = bySerial
  }

  /// Those of which a line is for an instrument, by the key of its serial, of several revisions
  /// the last.
  func orders(forSerial key: String) -> [PastOrder] {
    PastOrder.newest((bySerial[key] ?? []).map { orders[$0] })
  }

  /// Those that name one of these, given in small letters.
  func orders(naming names: Set<String>) -> [PastOrder] {
    Set(names.flatMap { byName[$0] ?? [] }).sorted().map { orders[$0] }
  }
}
