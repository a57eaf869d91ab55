import Formats
import Names
import SeededNumbers
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
      "index of \(index.addresses.slots.count) addresses built in \(built); \(asked) asked in "
        + "\(clock.now - searched), slowest \(slowest); most entries at one address \(most)")
    #expect(found == asked)
    // 19 entries of the list of 2026-07-31 are bare addresses.
    #expect(entries.count { $0.schema == .address } == 19)
  }

  /// The sieve of clues loses nothing: what shares a key with a query is found, in whichever script
  /// and writing it asks.
  @Test func theSieveFindsWhatComparingAllFinds() throws {
    let names = try Self.knowledge.get()
    let entries = try Self.entries.get()
    let index = ContactIndex(entries, knowledge: names)
    let all = index.addresses.slots.map { slot in
      let address = names.address(slot.text, country: slot.country)
      return (address: address, keys: AddressKeys.keys(of: address), entries: slot.entries)
    }
    var places: [UInt64: [Int]] = [:]
    for (place, slot) in all.enumerated() {
      for key in slot.keys { places[key, default: []].append(place) }
    }
    let seed = UInt64.random(in: 0..<1_000_000)
    var generator = SeededGenerator(seed: seed)
    var (asked, found) = (0, 0)
    for (place, slot) in all.enumerated() {
      let isLatin = slot.address.original.utf8.allSatisfy { $0 < 0x80 }
      guard place % 9 == Int(seed % 9) || !isLatin else { continue }
      let text = rewritten(slot.address.original, &generator)
      let address = names.address(text, country: index.addresses.slots[place].country)
      let sharing = Set(AddressKeys.keys(of: address).flatMap { places[$0] ?? [] }).sorted()
      let expected = sharing.map { (place: $0, verdict: names.compare(address, all[$0].address)) }
        .filter { $0.verdict.verdict >= .possible }
        .sorted {
          let verdicts = ($0.verdict.verdict, $1.verdict.verdict)
          return verdicts.0 == verdicts.1 ? $0.place < $1.place : verdicts.0 > verdicts.1
        }
      let matches = index.matches(for: address)
      #expect(
        matches.map(\.address.original) == expected.map { all[$0.place].address.original },
        "seed \(seed): \(text)")
      #expect(matches.map(\.comparison) == expected.map(\.verdict), "seed \(seed): \(text)")
      asked += 1
      found += matches.count
    }
    print("sieve: \(asked) asked, \(found) found, seed \(seed)")
    #expect(asked > 400 && found > asked)
  }

  /// The same address as somebody else may write it: shortened words, parts in another order,
  /// words of known meaning in pinyin, apostrophes left out.
  private func rewritten(_ text: String, _ generator: inout SeededGenerator) -> String {
    var text = text
    let exchanges = [
      ("Road", "Rd."), ("Street", "St"), ("North", "Bei"), ("South", "Nan"), ("Science", "Kexue"),
      ("Technology", "Jishu"), ("Industrial", "Gongye"), ("International", "Guoji"),
      ("Trade", "Maoyi"), ("People's", "Renmin"), ("'", ""), ("Building", "Bldg"), ("No. ", ""),
      ("UAE", "United Arab Emirates"), ("United Arab Emirates", "U.A.E."), (", China", ""),
    ]
    for (from, to) in exchanges where Bool.random(using: &generator) {
      text = text.replacing(from, with: to)
    }
    if Bool.random(using: &generator) {
      text = text.split(separator: ", ").reversed().joined(separator: ", ")
    }
    return text
  }
}
