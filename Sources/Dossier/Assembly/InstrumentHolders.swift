import Evidence
import Formats
import Names

/// Finds the instruments that a party holds on a day, by the names of the register's holders.
struct InstrumentHolders: Sendable {
  struct Match: Sendable {
    let instrument: InstalledInstrument
    /// False where the two may be one.
    let isCertain: Bool
  }

  private let index: IdentityIndex
  /// Instruments in use by holder, in the order of the index.
  private let held: [[InstalledInstrument]]
  private let places: [InstalledInstrument.Station.Holder: Int]
  /// By the folded words of the site.
  private let bySite: [String: [InstalledInstrument]]

  init(_ base: InstalledBase, asOf: CivilDate, knowledge: NameKnowledge) {
    var places: [InstalledInstrument.Station.Holder: Int] = [:]
    var holders: [InstalledInstrument.Station.Holder] = []
    var held: [[InstalledInstrument]] = []
    for instrument in base.instruments where !instrument.isRetired(on: asOf) {
      let holder = instrument.station(on: asOf).who
      if let place = places[holder] {
        held[place].append(instrument)
      } else {
        places[holder] = holders.count
        holders.append(holder)
        held.append([instrument])
      }
    }
    self.held = held
    self.places = places
    bySite = Dictionary(grouping: held.flatMap { $0 }) {
      knowledge.fold($0.station(on: asOf).site)
    }
    index = IdentityIndex(
      holders.map { holder in
        Identity(
          names: holder.names, kind: .organisation, countries: holder.country.map { [$0] } ?? [],
          identifiers: [], addresses: [])
      }, knowledge: knowledge)
  }

  /// Where instruments of the same holder stand.
  func stations(
    of station: InstalledInstrument.Station, on day: CivilDate
  ) -> [InstalledInstrument.Station] {
    places[station.who].map { held[$0].map { $0.station(on: day) } } ?? []
  }

  /// Instruments at a site of these folded words.
  func instruments(at site: String) -> [InstalledInstrument] {
    site.isEmpty ? [] : bySite[site] ?? []
  }

  /// Instruments that the party holds or may hold, in the order of the register.
  func matches(for party: IdentityProfile) -> [Match] {
    index.matches(for: party, limit: index.count).filter { $0.comparison.rung != .address }
      .flatMap { match in
        held[match.index].map {
          Match(instrument: $0, isCertain: match.comparison.verdict == .same)
        }
      }
      .sorted { $0.instrument.line < $1.instrument.line }
  }
}

extension InstalledInstrument.Station {
  /// A holder by its names and country.
  struct Holder: Hashable {
    let names: [String]
    let country: String?
  }

  var who: Holder { Holder(names: holder, country: country) }
}
