import Digests
import Formats
import Names
import Taxonomy
import Testing

@testable import WatchLists

/// The tables by which names are read, at the top of the package.
private enum Tables {
  static let folder: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/Data"
  }()
  static let arePresent = FileReader.isFolder(folder + "/names")
  static let knowledge: Result<NameKnowledge, any Error> = Result {
    try NameKnowledge(taxonomy: try Taxonomy(folder: folder), folder: folder)
  }
}

@Suite("A search finds what is listed, and says what it hides", .enabled(if: Tables.arePresent))
struct ListMatcherTests {
  private func matcher(_ entries: [ListEntry]) throws -> ListMatcher {
    ListMatcher(
      WatchListSnapshot(entries: entries, asOf: try day("2026-08-01")),
      knowledge: try Tables.knowledge.get())
  }

  private func entry(_ id: String, _ list: ListCode, _ name: String) -> ListEntry {
    var entry = ListEntry(id: id, list: list, name: name, schema: .organisation)
    entry.countries = ["CN"]
    return entry
  }

  private func identity(_ names: [String], addresses: [String] = []) -> Identity {
    Identity(
      names: names, kind: .organisation, countries: ["CN"], identifiers: [], addresses: addresses)
  }

  private let name = "Example Forensic Genomics Institute"

  @Test func matchesInForceStandBeforePastOnes() throws {
    var past = entry("p", .entityList, name)
    past.removedOn = try day("2023-11-16")
    var later = entry("l", .entityList, name)
    later.listedFrom = try day("2026-09-01")
    let search = try matcher([past, later, entry("n", .unverified, name)])
      .matches(for: identity([name]))
    #expect(search.matches.map(\.entry.id) == ["n", "p"])
    #expect(search.matches.map(\.certainty) == [.certain, .certain])
    let removal = try day("2023-11-16")
    #expect(search.matches.map(\.standing) == [.listed, .formerlyListed(removedOn: removal)])
    #expect(search.matches.allSatisfy { !$0.reasons.isEmpty })
    #expect(!search.isTruncated)
    #expect(BodyGroups.of(search.matches) == [[0, 1]])
  }

  @Test func suppressionsApplyBeforeTheLimit() throws {
    let entries = (0..<8).map { entry("e\($0)", .entityList, name) }
    let party = Suppression.Party.names([name], country: "CN")
    let suppressions = try (0..<6).map { index in
      Suppression(
        id: "s\(index)", party: party, entry: "e\(index)",
        entryDigest: entries[index].digest.description, reason: "another body",
        approvedBy: "B. Checker", approvedOn: try day("2026-07-01"),
        expires: try day("2026-12-01"))
    }
    let search = try matcher(entries).matches(
      for: identity([name]), suppressions: suppressions, limit: 2)
    #expect(search.matches.map(\.entry.id) == ["e6", "e7"])
    #expect(search.suppressed.map(\.suppression.id) == suppressions.map(\.id))
    let narrow = try matcher(entries).matches(for: identity([name]), limit: 2)
    #expect(narrow.matches.count == 2)
    #expect(narrow.isTruncated)
  }

  @Test func aListedAddressIsFoundWhoeverUsesIt() throws {
    var address = ListEntry(id: "a", list: .entityList, name: "Address 05", schema: .address)
    address.addresses = ["Flat 2309, 23/F, Example Commercial Centre, 2-16 Sample Street"]
    let search = try matcher([address]).matches(
      for: identity(
        ["Unrelated Trading"],
        addresses: ["FLAT 2309, 23/F Example Commercial Centre, 2-16 Sample Street"]))
    #expect(search.matches.map(\.entry.id) == ["a"])
    #expect(search.matches.first?.certainty == .certain)
    #expect(try matcher([address]).matches(for: identity(["Address 05"])).matches.isEmpty)
  }
}
