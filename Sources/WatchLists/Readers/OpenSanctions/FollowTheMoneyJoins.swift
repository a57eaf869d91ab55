import Formats

/// Records that say something of an entity and stand on lines of their own.
struct FollowTheMoneyJoins {
  private struct Sanction {
    let programmes: [String]
    let start: CivilDate?
  }

  private var addresses: [String: String] = [:]
  private var sanctions: [String: [Sanction]] = [:]
  private var documents: [String: [(kind: String, number: String)]] = [:]

  mutating func take(_ record: FollowTheMoneyEntity) {
    switch record.schema {
    case "Address":
      let parts = ["street", "city", "postalCode", "region"].flatMap { record.texts($0) }
      let text = record.texts("full").first ?? parts.joinedWhereFilled(by: ", ")
      if !text.isEmpty { addresses[record.id] = text }
    case "Sanction":
      let start = (record.texts("startDate") + record.texts("listingDate")).compactMap {
        CivilDate($0)
      }.min()
      let programmes = record.texts("programId").isEmpty ? record.texts("program") : []
      for entity in record.texts("entity") {
        sanctions[entity, default: []].append(Sanction(programmes: programmes, start: start))
      }
    case "Passport", "Identification":
      let numbers = record.texts("passportNumber") + record.texts("number")
      let kind = record.texts("type").first ?? record.schema
      for holder in record.texts("holder") {
        for number in numbers { documents[holder, default: []].append((kind, number)) }
      }
    default: break
    }
  }

  func addresses(of entity: FollowTheMoneyEntity) -> [String] {
    entity.texts("addressEntity").compactMap { addresses[$0] }
  }

  /// Adds the programmes, the first day of all sanctions, and the documents of the entity.
  func addSanctions(of id: String, to entry: inout ListEntry) {
    for sanction in sanctions[id] ?? [] {
      for programme in sanction.programmes { entry.programmes.addOnce(programme) }
      if let start = sanction.start, start < entry.listedFrom ?? start.adding(days: 1) {
        entry.listedFrom = start
      }
    }
    for (kind, number) in documents[id] ?? [] { entry.addIdentifier(number, kind: kind) }
  }
}
