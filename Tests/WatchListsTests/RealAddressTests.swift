import Formats
import Names
import Taxonomy
import Testing

@testable import WatchLists

@Suite("Addresses of the Consolidated Screening List", .enabled(if: Shared.isPresent))
struct RealAddressTests {
  private static let knowledge: Result<NameKnowledge, any Error> = Result {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(root)/Data"
    return try NameKnowledge(taxonomy: try Taxonomy(folder: folder), folder: folder)
  }
  private static let entries: Result<[ListEntry], any Error> = Result {
    try ListReading(try FileReader.bytes(of: Shared.consolidated), file: "consolidated.json")
      .entries
  }

  @Test func mostTellTheirCountryAndPlace() throws {
    let names = try Self.knowledge.get()
    var (total, countries, chinese, placed, specific) = (0, 0, 0, 0, 0)
    for entry in try Self.entries.get() {
      for text in entry.addresses {
        let address = names.address(
          text, country: entry.countries.count == 1 ? entry.countries[0] : nil)
        total += 1
        if address.country != nil { countries += 1 }
        if address.isSpecific { specific += 1 }
        guard address.country == "CN" else { continue }
        chinese += 1
        if !address.places.isEmpty { placed += 1 }
      }
    }
    print(
      "addresses \(total), with country \(countries), with street, building, zone or box "
        + "\(specific); in China \(chinese), with place \(placed)")
    #expect(total > 5_000)
    #expect(countries * 100 >= total * 95)
    #expect(placed * 100 >= chinese * 90)
    #expect(specific * 100 >= total * 75)
  }

  @Test func everyListedAddressFindsItselfAndFewFindOthers() throws {
    let names = try Self.knowledge.get()
    let entries = try Self.entries.get()
    let clock = ContinuousClock()
    let start = clock.now
    let index = ContactIndex(entries, knowledge: names)
    let built = clock.now - start
    var (asked, found, most) = (0, 0, 0)
    var slowest = Duration.zero
    let searched = clock.now
    for (position, entry) in entries.enumerated() where !entry.addresses.isEmpty {
      guard position % 7 == 0 || entry.schema == .address else { continue }
      for text in entry.addresses {
        let address = names.address(
          text, country: entry.countries.count == 1 ? entry.countries[0] : nil)
        guard address.isSpecific, !address.houseNumbers.isEmpty else { continue }
        asked += 1
        let begun = clock.now
        let matches = index.matches(for: address)
        slowest = max(slowest, clock.now - begun)
        if matches.contains(where: { $0.entries.contains(position) }) { found += 1 }
        most = max(most, Set(matches.flatMap(\.entries)).count)
      }
    }
    print(
      "index of \(index.slots.count) addresses built in \(built); \(asked) asked in "
        + "\(clock.now - searched), slowest \(slowest); most entries at one address \(most)")
    #expect(found == asked)
    // 19 entries of the list of 2026-07-31 are bare addresses.
    #expect(entries.count { $0.schema == .address } == 19)
  }
}
