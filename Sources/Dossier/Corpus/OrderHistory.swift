import Evidence
import Facts
import Formats
import Names
import Trade

/// A past order as Scruple reads it, once for all orders that it is held against.
struct PastOrder: Sendable {
  let order: Order
  /// When it was placed, or else when it was to be shipped; nil where it says neither.
  let date: CivilDate?
  let lines: [LineReading]
  /// Product families of all lines, each once.
  let families: [String]
  /// Placeholders name nobody.
  let parties: [PartyReading]
  let receivers: [PartyReading]

  init(_ order: Order, _ knowledge: Knowledge) {
    self.order = order
    date = order.asOf?.date ?? order.requestedShipDate
    parties = PartyReading.parties(of: order, knowledge)
    var lines = order.lines.map { LineReading($0, knowledge) }
    lines.hold(against: parties, knowledge)
    self.lines = lines
    families = lines.flatMap(\.families).reduce(into: []) { families, family in
      if !families.contains(family) { families.append(family) }
    }
    receivers = parties.filter(\.receives)
  }

  /// Whether every line's product family could be told.
  var familiesAreComplete: Bool { lines.allSatisfy(\.isRecognised) }

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

/// The past orders of a corpus in the order of its files, found by their parties.
struct OrderHistory: Sendable {
  let orders: [PastOrder]
  /// The bodies that the orders name, each once, and the orders of each in this order.
  private let bodies: IdentityIndex
  private let byBody: [[Int]]
  private let bySerial: [String: [Int]]

  init(_ orders: [Order], _ knowledge: Knowledge) {
    self.orders = orders.map { PastOrder($0, knowledge) }
    var places: [[String]: Int] = [:]
    var identities: [Identity] = []
    var byBody: [[Int]] = []
    for (index, past) in self.orders.enumerated() {
      for party in past.parties {
        let key = party.names + ["\u{0}"] + party.countries + ["\u{0}"] + party.identifiers
        let place = places[key] ?? identities.count
        if place == identities.count {
          places[key] = place
          identities.append(party.profile.identity)
          byBody.append([])
        }
        if byBody[place].last != index { byBody[place].append(index) }
      }
    }
    bodies = IdentityIndex(identities, knowledge: knowledge.names)
    self.byBody = byBody
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

  /// Those that name one of these bodies, in any spelling that is known for the same; and those
  /// of a body that may be one of them, but for a shared address alone.
  func orders(of parties: [PartyReading]) -> (certain: [PastOrder], possible: [PastOrder]) {
    var certain: Set<Int> = []
    var possible: Set<Int> = []
    for party in parties {
      for match in bodies.matches(for: party.profile, limit: bodies.count)
      where match.comparison.rung != .address {
        if match.comparison.verdict == .same {
          certain.formUnion(byBody[match.index])
        } else {
          possible.formUnion(byBody[match.index])
        }
      }
    }
    return (
      certain.sorted().map { orders[$0] }, possible.subtracting(certain).sorted().map { orders[$0] }
    )
  }
}
