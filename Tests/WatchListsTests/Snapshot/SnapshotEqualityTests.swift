import Formats
import Names
import Testing

@testable import WatchLists

@Suite(
  "Lists from a compiled snapshot answer as lists that were read do",
  .enabled(if: BundledTables.arePresent))
struct SnapshotEqualityTests {
  private static let days = ["2026-06-30", "2026-07-01", "2026-07-20", "2026-08-15", "2026-09-02"]

  @Test(arguments: [UInt64](1...3))
  func everyDayIsTheSame(seed: UInt64) throws {
    let fixture = try SnapshotFixture(seed: seed)
    for date in Self.days {
      let read = fixture.store.load(asOf: try day(date))
      // Once made, once found on the disk.
      for run in ["made", "found"] {
        let compiled = try fixture.compiled(date)
        let place = Comment(rawValue: "seed \(seed), \(date), \(run)")
        #expect(compiled.map(\.feed) == read.map(\.feed), place)
        #expect(compiled.map(\.version) == read.map(\.version), place)
        #expect(compiled.map(\.entries) == read.map(\.entries), place)
        #expect(compiled.map(\.removed) == read.map(\.removed), place)
        let (first, second) = (
          try SearchedDay(read, asOf: date), try SearchedDay(compiled, asOf: date)
        )
        #expect(first.snapshot.entries == second.snapshot.entries, place)
        #expect(first.snapshot.standings == second.snapshot.standings, place)
        #expect(first.snapshot.upcoming == second.snapshot.upcoming, place)
        #expect(first.snapshot.digest == second.snapshot.digest, place)
        for entry in first.snapshot.entries {
          let answer = first.answer(to: entry.name)
          #expect(answer == second.answer(to: entry.name), place)
          #expect(answer.contains { $0.contains("\"\(entry.id)\"") }, place)
        }
        #expect(first.answer(to: "Nobody Whosoever") == second.answer(to: "Nobody Whosoever"))
      }
    }
    let early = try SearchedDay(fixture.compiled("2026-07-01"), asOf: "2026-07-01").snapshot
    #expect(!early.upcoming.isEmpty && early.entries.compiled != nil, "seed \(seed)")
    let told = fixture.told.take()
    // The day before any version has nothing to compile; of two days with the same versions the
    // second finds what the first made.
    #expect(told == ["LST070", "LST070", "LST070"], "seed \(seed)")
  }

  @Test(arguments: [UInt64](4...5))
  func coverageIsTheSame(seed: UInt64) throws {
    let fixture = try SnapshotFixture(seed: seed)
    for date in Self.days {
      let read = fixture.store.load(asOf: try day(date))
      let names = read.flatMap { Array($0.entries.prefix(12)) + Array($0.removed) }.map(\.name)
      var requirements = [ListCode.specialDesignations.id, ListCode.entityList.id, "us-csl"].map {
        CoverageRequirement(
          id: $0, name: $0, minimumEntries: 20, canaries: names + ["Nobody Whosoever"],
          maximumAgeDays: 30)
      }
      requirements.append(
        CoverageRequirement(
          id: "company-list", name: "own",
          canaries: ["示例生物技术有限公司", "EXAMPLE QUOTED TRADING WORKS"],
          maximumAgeDays: 30))
      let compiled = try fixture.compiled(date)
      let expected = ListCoverage.evaluate(requirements, loaded: read, asOf: try day(date))
      let found = ListCoverage.evaluate(requirements, loaded: compiled, asOf: try day(date))
      for (left, right) in zip(expected, found) {
        #expect(left.faults == right.faults, "seed \(seed), \(date)")
        #expect(left.entries == right.entries && left.canariesFound == right.canariesFound)
        #expect(left.digest == right.digest)
      }
    }
  }

  /// What hides entries by their ids makes room for as many, read or not.
  @Test func idsAreCountedWithoutReading() throws {
    let fixture = try SnapshotFixture(seed: 6)
    let feeds = try fixture.compiled("2026-08-15")
    let table = WatchListSnapshot(feeds, asOf: try day("2026-08-15")).entries
    #expect(table.compiled != nil)
    let ids = Set(table.prefix(7).map(\.id))
    #expect(table.count(withIDs: ids) == table.whole.count { ids.contains($0.id) })
    #expect(table.count(withIDs: []) == 0)
    #expect(table.count(withIDs: ["nothing"]) == 0)
  }

  /// Feeds of two days, or some of them, are no whole snapshot and are read.
  @Test func whatIsPutTogetherIsRead() throws {
    let fixture = try SnapshotFixture(seed: 7)
    let feeds = try fixture.compiled("2026-08-15")
    let earlier = try fixture.compiled("2026-07-20")
    for mixed in [Array(feeds.prefix(1)), feeds.reversed(), [earlier[0], feeds[1]]] {
      let day = try day("2026-08-15")
      let snapshot = WatchListSnapshot(mixed, asOf: day)
      #expect(snapshot.entries.compiled == nil)
      let expected = mixed.flatMap { Array($0.entries) + Array($0.removed) }
      #expect(
        Array(snapshot.entries) + snapshot.upcoming == expected.filter {
          if case .notYetListed = $0.standing(asOf: day) { false } else { true }
        } + snapshot.upcoming)
    }
  }

  @Test(.enabled(if: Shared.isPresent))
  func theWholeConsolidatedListIsTheSame() throws {
    let (store, _) = try RealListTests.imported.get()
    let date = "2026-08-10"
    let compilation = ListCompilation(
      knowledge: try BundledTables.knowledge.get(), tables: "sha256:tables")
    let read = try SearchedDay(store.load(asOf: try day(date)), asOf: date)
    let stored = try SearchedDay(
      store.load(asOf: try day(date), compiledWith: compilation), asOf: date)
    #expect(stored.snapshot.entries.compiled != nil)
    #expect(read.snapshot.entries == stored.snapshot.entries)
    for position in stride(from: 0, to: read.snapshot.entries.count, by: 199) {
      let entry = read.snapshot.entries[position]
      let answer = stored.answer(to: entry.name)
      #expect(answer == read.answer(to: entry.name))
      #expect(
        entry.schema == .address || answer.contains { $0.contains("\"\(entry.id)\"") },
        "\(entry.id)")
    }
  }
}
