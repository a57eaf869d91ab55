/// Finds for each entry of a later version the one that it was in the earlier version.
///
/// Publishers renumber, and a number may come to stand for another body, so an id decides first
/// only together with a name. Then: number with a name, name and countries, any name with a shared
/// country, number alone, id alone. Always within one list, and in the order of the file.
struct EntryPairing {
  /// For each later entry the index of its earlier one.
  private(set) var partners: [Int?]
  /// Indices of earlier entries that have no later one.
  private(set) var unpaired: [Int]

  private let earlier: [ListEntry]
  private let later: [ListEntry]

  init(_ earlier: [ListEntry], _ later: [ListEntry]) {
    self.earlier = earlier
    self.later = later
    partners = Array(repeating: nil, count: later.count)
    unpaired = Array(earlier.indices)
    pair(where: EntryPairing.sharesName) { [EntryPairing.id($0)] }
    pair(where: EntryPairing.sharesName) { EntryPairing.number($0) }
    pair { entry in
      [
        "=\(entry.list)/\(FoldedName(entry.name).text)/"
          + entry.countries.sorted().joined(separator: ",")
      ]
    }
    pair(where: EntryPairing.mayBeOne) { entry in
      entry.names.map { "=\(entry.list)/\(FoldedName($0).text)" }
    }
    pair { EntryPairing.number($0) }
    pair { [EntryPairing.id($0)] }
  }

  /// Pairs what is left by keys; of several with one key the first that fits.
  private mutating func pair(
    where fits: (ListEntry, ListEntry) -> Bool = { _, _ in true },
    by keys: (ListEntry) -> [String]
  ) {
    guard !unpaired.isEmpty else { return }
    var open: [String: [Int]] = [:]
    // The first stands last, so that taking it away moves nothing.
    for index in unpaired.reversed() {
      for key in keys(earlier[index]) { open[key, default: []].append(index) }
    }
    var taken: Set<Int> = []
    for index in later.indices where partners[index] == nil {
      for key in keys(later[index]) {
        guard
          let partner = open[key]?.last(where: {
            !taken.contains($0) && fits(earlier[$0], later[index])
          })
        else { continue }
        partners[index] = partner
        taken.insert(partner)
        // What is taken is not looked at again, so that many of one key cost no square.
        if open[key]?.last == partner { open[key]?.removeLast() }
        break
      }
    }
    unpaired.removeAll { taken.contains($0) }
  }

  private static func id(_ entry: ListEntry) -> String { "\(entry.list)/\(entry.id)" }

  private static func number(_ entry: ListEntry) -> [String] {
    entry.number.map { ["#\(entry.list)/\($0)"] } ?? []
  }

  private static func sharesName(_ left: ListEntry, _ right: ListEntry) -> Bool {
    if left.name == right.name { return true }
    let names = Set(left.names.map { FoldedName($0) })
    return right.names.contains { names.contains(FoldedName($0)) }
  }

  /// Aliases of persons are often common names, so that only their primary names count.
  private static func mayBeOne(_ left: ListEntry, _ right: ListEntry) -> Bool {
    let countriesAgree =
      left.countries.isEmpty || right.countries.isEmpty
      || !Set(left.countries).isDisjoint(with: right.countries)
    guard countriesAgree else { return false }
    if left.schema == .person || right.schema == .person {
      return FoldedName(left.name) == FoldedName(right.name)
        && (left.births.isEmpty || right.births.isEmpty || left.births == right.births)
    }
    return true
  }
}
