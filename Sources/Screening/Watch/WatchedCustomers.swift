public import Dossier
public import Evidence
import Formats
public import Trade

/// The bodies that are watched, each once with the places in which it stands.
public struct WatchedCustomers: Sendable {
  public private(set) var customers: [(party: PartyReading, places: [String])] = []
  private var known: [[String]: Int] = [:]

  /// Places that are told of one customer.
  private static let most = 5

  /// The parties of orders and the bodies that distributors report.
  public init(_ orders: [Order], _ corpus: Corpus, _ knowledge: Knowledge) {
    for order in orders {
      for party in PartyReading.parties(of: order, knowledge) { add(party, order.reference) }
    }
    for party in corpus.customers(knowledge) { add(party, party.id) }
  }

  private mutating func add(_ party: PartyReading, _ place: String) {
    let key =
      party.names.map { $0.lowercased() } + ["\u{0}"] + party.countries + ["\u{0}"]
      + party.addresses + ["\u{0}"] + party.identifiers
    if let index = known[key] {
      let places = customers[index].places
      if places.count < Self.most, !places.contains(place) {
        customers[index].places.append(place)
      }
      return
    }
    known[key] = customers.count
    customers.append((party, [place]))
  }
}

extension Watch {
  /// A customer that something new touches; nil where nothing does.
  public func change(of customer: (party: PartyReading, places: [String])) -> WatchedParty? {
    let touches = touches(of: customer.party)
    guard !touches.isEmpty else { return nil }
    return WatchedParty(
      name: customer.party.name, places: customer.places, serial: nil,
      site: customer.party.addresses.first ?? "", touches: touches)
  }

  /// An instrument whose holder or site something new touches; nil where nothing does.
  public func change(of instrument: InstalledInstrument) -> WatchedParty? {
    let station = instrument.station(on: after.asOf)
    let holder = PartyReading(holderOf: instrument, at: station, after.knowledge)
    let touches = touches(of: holder)
    guard !touches.isEmpty else { return nil }
    return WatchedParty(
      name: holder.name, places: ["installed-base.csv:\(station.line)"],
      serial: instrument.serial, site: station.site, touches: touches)
  }
}
