import Evidence
import Taxonomy

/// Whom a party serves, as far as registers and tables tell.
extension DossierAssembly {
  /// The residents of the party's own place where they are known; else from none to those of the
  /// next place around it, because a part of a place has fewer residents than the whole.
  func residents(of party: PartyReading) -> CapacityResidents? {
    let register = corpus.register.residents
    if let entry = register.first(where: { entry in
      entry.party.contains { party.names.contains($0) }
    }) {
      return CapacityResidents(exactly: entry.residents, source: entry.source)
    }
    for place in party.places {
      // Of a country's residents nothing follows for a body somewhere in it.
      for around in knowledge.taxonomy.places.lineage(of: place)
      where around.code == place || around.parent != nil {
        guard let known = residents(ofPlace: around.code) else { continue }
        if around.code == place, !PartOfPlace.isNamed(by: party.names, in: around) {
          return CapacityResidents(exactly: known.count, source: known.source)
        }
        return CapacityResidents(
          within: known.count,
          source: "no more than the whole of \(around.name) has: \(known.source)")
      }
    }
    return nil
  }

  private func residents(ofPlace code: String) -> (count: Int, source: String)? {
    if let entry = corpus.register.residents.first(where: { $0.place == code }) {
      return (entry.residents, entry.source)
    }
    return knowledge.taxonomy.populations[code].map { ($0.residents, $0.note) }
  }
}
