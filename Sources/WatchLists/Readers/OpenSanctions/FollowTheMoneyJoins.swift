import Formats

/// Records that say something of an entity and stand on lines of their own.
struct FollowTheMoneyJoins {
  /// The schemata of such records.
  static let schemata: Set<String> = ["Address", "Sanction", "Passport", "Identification"]

  private struct Sanction {
    let programmes: [String]
    let start: CivilDate?
    /// The lists of the dataset that says so; nil where the record names none.
    let lists: [ListCode]?

    /// OpenSanctions as a whole gathers what all say.
    func concerns(_ list: ListCode) -> Bool {
      list == .openSanctions || lists?.contains(list) ?? true
    }
  }

  private var addresses: [String: String] = [:]
  private var sanctions: [String: [Sanction]] = [:]
  private var documents: [String: [(kind: String, number: String)]] = [:]

  /// Takes what stands written out in a party.
  mutating func take(nestedIn party: FollowTheMoneyEntity) {
    for record in party.nested { take(record, of: [party.id]) }
  }

  /// Takes a record of its own, which names the party that it says something of.
  mutating func take(_ record: FollowTheMoneyEntity) { take(record, of: []) }

  private mutating func take(_ record: FollowTheMoneyEntity, of holders: [String]) {
    func parties(named property: String) -> [String] {
      Set(record.texts(property) + holders).sorted()
    }
    switch record.schema {
    case "Address":
      let parts = ["street", "city", "postalCode", "region"].flatMap { record.texts($0) }
      let text = record.texts("full").first ?? parts.joinedWhereFilled(by: ", ")
      if !text.isEmpty { addresses[record.id] = text }
    case "Sanction":
      let start = (record.texts("startDate") + record.texts("listingDate")).compactMap {
        CivilDate($0)
      }.min()
      let sanction = Sanction(
        programmes: record.texts("programId").isEmpty ? record.texts("program") : [], start: start,
        lists: record.datasets.isEmpty ? nil : DatasetLists.lists(of: record.datasets))
      for party in parties(named: "entity") { sanctions[party, default: []].append(sanction) }
    case "Passport", "Identification":
      let numbers = record.texts("passportNumber") + record.texts("number")
      let kind = record.texts("type").first ?? record.schema
      for holder in parties(named: "holder") {
        for number in numbers { documents[holder, default: []].append((kind, number)) }
      }
    default: break
    }
  }

  func addresses(of entity: FollowTheMoneyEntity) -> [String] {
    entity.texts("addressEntity").compactMap { addresses[$0] }
  }

  /// Adds the programmes and the first day of the sanctions that put the entity on this list, and
  /// its documents.
  func addSanctions(of id: String, on list: ListCode, to entry: inout ListEntry) {
    let found = (sanctions[id] ?? []).filter { $0.concerns(list) }
    for programme in found.flatMap(\.programmes) { entry.programmes.addOnce(programme) }
    // A sanction without a day may be older than those that have one.
    let days = found.map(\.start)
    if !days.contains(nil) { entry.listedFrom = days.compactMap { $0 }.min() }
    for (kind, number) in documents[id] ?? [] { entry.addIdentifier(number, kind: kind) }
  }
}
