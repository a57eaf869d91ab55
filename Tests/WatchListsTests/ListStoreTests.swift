import Digests
import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("Stored versions are dated, bound by digest, and never silently replaced by older ones")
struct ListStoreTests {
  private static func company(_ names: [String]) -> [UInt8] {
    Array(("name,country\n" + names.map { "\($0),CN" }.joined(separator: "\n") + "\n").utf8)
  }

  @Test func anEmptyStoreHasNothing() throws {
    let store = try temporaryStore()
    let date = try day("2026-08-01")
    #expect(store.feeds.isEmpty)
    #expect(try store.version(of: "us-csl", asOf: date) == nil)
    let status = ListStatus(of: store, asOf: date)
    #expect(status.feeds.isEmpty && status.faults.isEmpty)
    #expect(status.json.text() == #"{"asOf":"2026-08-01","feeds":[]}"#)
  }

  @Test func aVersionAnswersFromTheDayItWasRetrieved() throws {
    let store = try temporaryStore()
    for (date, name) in [("2026-08-10", "Later Ltd"), ("2026-07-31", "Earlier Ltd")] {
      let bytes = consolidated([record("a", name)], on: date)
      let terms = accepting("history")
      #expect(
        try !store.importList(bytes, file: "/x/consolidated.json", terms: terms).wasPresent)
    }
    #expect(store.feeds == ["us-csl"])
    #expect(try store.version(of: "us-csl", asOf: day("2026-07-30")) == nil)
    for (date, name) in [("2026-07-31", "Earlier Ltd"), ("2026-08-09", "Earlier Ltd")] {
      let version = try #require(try store.version(of: "us-csl", asOf: day(date)))
      #expect(try store.entries(of: version).map(\.name) == [name])
    }
    let newest = try #require(try store.version(of: "us-csl", asOf: day("2026-12-31")))
    #expect(try store.entries(of: newest).map(\.name) == ["Later Ltd"])
    #expect(newest.manifest?.sourceName == "consolidated.json")
    #expect(newest.manifest?.perList == [.entityList: 1])
  }

  @Test func theLastImportOfADayCounts() throws {
    let store = try temporaryStore()
    let date = try day("2026-08-01")
    func importing(_ names: [String]) throws -> ListImport {
      try store.importList(
        ListStoreTests.company(names), file: "c.csv", retrieved: date,
        terms: accepting("small lists shrink"))
    }
    #expect(try importing(["A Ltd"]).manifest.sequence == 1)
    #expect(try importing(["A Ltd"]).wasPresent)
    #expect(try importing(["A Ltd", "B Ltd"]).manifest.sequence == 2)
    #expect(try importing(["A Ltd"]).manifest.sequence == 3)
    let version = try #require(try store.version(of: "company-list", asOf: date))
    #expect(version.manifest?.entries == 1)
    #expect(store.versions(of: "company-list").count == 2)
  }

  @Test func theDateMustBeKnownAndNotContradicted() throws {
    let store = try temporaryStore()
    let undated = #expect(throws: ListFailure.self) {
      try store.importList(ListStoreTests.company(["A Ltd"]), file: "c.csv")
    }
    #expect(undated?.diagnostics.map(\.id) == ["LST022"])
    let contradicted = #expect(throws: ListFailure.self) {
      try store.importList(
        consolidated([record("a", "A Ltd")]), file: "c.json", retrieved: day("2026-08-01"))
    }
    #expect(contradicted?.diagnostics.map(\.id) == ["LST023"])
    let renamed = #expect(throws: ListFailure.self) {
      try store.importList(consolidated([record("a", "A Ltd")]), file: "c", list: .company)
    }
    #expect(renamed?.diagnostics.map(\.id) == ["LST024"])
    #expect(store.feeds.isEmpty)
  }

  @Test(arguments: [UInt64](1...3))
  func oneFlippedBitIsFound(seed: UInt64) throws {
    let store = try temporaryStore()
    _ = try store.importList(
      consolidated([record("a", "Older Ltd")], on: "2026-07-01"), file: "c.json")
    let imported = try store.importList(
      consolidated([record("a", "Example Ltd"), record("b", "Sample Ltd")]), file: "c.json")
    let date = try day("2026-08-01")
    let stem = store.path(imported.manifest.stem, "us-csl")
    var generator = SeededGenerator(seed: seed)
    for suffix in [ListStore.entriesSuffix, ListStore.manifestSuffix] {
      let sound = try FileReader.bytes(of: stem + suffix)
      for _ in 0..<40 {
        var damaged = sound
        let at = Int.random(in: 0..<damaged.count, using: &generator)
        damaged[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        try FileWriter.write(damaged, to: stem + suffix)
        let feed = try #require(store.load(asOf: date).first)
        #expect(feed.fault?.id == "LST020", "seed \(seed), \(suffix) byte \(at)")
        #expect(feed.version == nil && feed.entries.isEmpty)
        #expect(ListStatus(of: store, asOf: date).faults.count == 1)
        #expect(ListStatus(of: store, asOf: date).feeds.first?.inForce == nil)
      }
      try FileWriter.write(sound, to: stem + suffix)
    }
    #expect(store.load(asOf: date).first?.entries.count == 2)
  }

  @Test func entriesWithoutTheirManifestAreAFault() throws {
    let store = try temporaryStore()
    _ = try store.importList(consolidated([record("a", "Older Ltd")]), file: "c.json")
    try FileWriter.write("{}\n", to: store.folder + "/us-csl/2026-08-02-01234567.ndjson")
    #expect(try store.version(of: "us-csl", asOf: day("2026-08-01")) != nil)
    #expect(throws: Diagnostic.self) { try store.version(of: "us-csl", asOf: day("2026-08-02")) }
  }

  @Test func whatIsNoLongerListedIsRemembered() throws {
    let store = try temporaryStore()
    let first = [
      record("a1", "Example Institute"), record("b1", "Sample Bureau"),
      record("c1", "Renamed Works", more: ",\"entity_number\":\"77\""),
    ]
    // Publishers give a changed entry a new id; that is no removal.
    let second = [
      record("a2", "EXAMPLE INSTITUTE."),
      record("c2", "Works Under Another Name", more: ",\"entity_number\":\"77\""),
    ]
    _ = try store.importList(consolidated(first, on: "2026-07-01"), file: "c.json")
    _ = try store.importList(
      consolidated(second, on: "2026-08-01"), file: "c.json", terms: accepting("a test"))
    let date = try day("2026-08-15")
    let snapshot = WatchListSnapshot(store.load(asOf: date), asOf: date)
    #expect(snapshot.entries.map(\.id) == ["a2", "c2", "b1"])
    let removal = try day("2026-08-01")
    #expect(snapshot.standings == [.listed, .listed, .formerlyListed(removedOn: removal)])
    let before = try day("2026-07-15")
    let past = WatchListSnapshot(store.load(asOf: before), asOf: before)
    #expect(past.standings == [.listed, .listed, .listed])
    #expect(past.digest != snapshot.digest)
  }

  @Test func storedLinesReadBackEqual() throws {
    var entry = ListEntry(id: "x\"1", list: .entityList, name: "Ex\\ample \"Quoted\"\nInstitute")
    entry.aliases = ["示例研究所", "\u{1}"]
    entry.countries = ["CN"]
    entry.addresses = ["1 Road", "2 Road"]
    entry.programmes = ["P"]
    entry.licenceRequirement = "all"
    entry.licencePolicy = "Presumption of denial"
    entry.federalRegister = ["84 FR 54002"]
    entry.listedFrom = try day("2019-10-09")
    entry.removedOn = try day("2026-01-01")
    entry.births = ["1970"]
    entry.identifiers = ["USCC: 9111"]
    entry.number = "7"
    entry.source = "https://example.org"
    entry.remarks = "none"
    var plain = ListEntry(id: "y", list: .unverified, name: "Plain", schema: .address)
    plain.effect = .context
    plain.listedFrom = try day("2020-02-29")
    let text = [entry, plain].map { $0.line + "\n" }.joined()
    #expect(EntryLineScanner.entries(in: Array(text.utf8)) == [entry, plain])
    #expect(EntryLineScanner.entry(ofLine: Array(plain.line.utf8)) == plain)
    #expect(EntryLineScanner.entries(in: Array(text.utf8.dropLast())) == nil)
  }
}
