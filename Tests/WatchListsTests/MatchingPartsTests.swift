import Formats
import Testing

@testable import WatchLists

@Suite("Standing and bodies are told from the entries")
struct MatchingPartsTests {
  @Test func notYetListedEntriesAreNoMatchButKnown() throws {
    var later = ListEntry(id: "l", list: .entityList, name: "Later Institute")
    later.listedFrom = try day("2026-10-01")
    var past = ListEntry(id: "p", list: .entityList, name: "Past Institute")
    past.removedOn = try day("2023-11-16")
    let now = ListEntry(id: "n", list: .unverified, name: "Present Institute")
    let snapshot = WatchListSnapshot(entries: [later, past, now], asOf: try day("2026-09-30"))
    #expect(snapshot.entries.map(\.id) == ["p", "n"])
    #expect(snapshot.upcoming.map(\.id) == ["l"])
    let onTheDay = WatchListSnapshot(entries: [later, past, now], asOf: try day("2026-10-01"))
    #expect(onTheDay.entries.map(\.id) == ["l", "p", "n"])
  }

  @Test func theBundledListIsSearchedWhateverTheDay() throws {
    let text = """
      {"id":"x","list":"us-bis-entity-list","name":"Example Institute",\
      "listedFrom":"2020-06-05","removedOn":"2023-11-16","asOf":"2026-08-22"}
      """
    let reading = try ListReading(Array(text.utf8), file: "x.ndjson")
    let removal = try day("2023-11-16")
    for (date, standing) in [
      ("2021-01-01", ListStanding.listed), ("2026-08-01", .formerlyListed(removedOn: removal)),
    ] {
      let snapshot = WatchListSnapshot([], bundled: ["bundled": reading], asOf: try day(date))
      #expect(snapshot.standings == [standing])
      #expect(snapshot.sources.map(\.feed) == ["bundled"])
    }
  }

  @Test func oneBodyOnSeveralListsIsBundled() {
    func match(
      _ list: ListCode, _ name: String, _ aliases: [String] = [], _ country: String = "CN",
      _ schema: EntrySchema = .organisation
    ) -> ListMatch {
      var entry = ListEntry(id: "\(list)-\(name)", list: list, name: name, schema: schema)
      entry.aliases = aliases
      entry.countries = [country]
      return ListMatch(
        index: 0, entry: entry, standing: .listed, certainty: .certain, reasons: [],
        queryName: "", entryName: "")
    }
    let groups = BodyGroups.of([
      match(.specialDesignations, "Example Bureau", ["EB"]),
      match(.entityList, "Sample Works"), match(.entityList, "EB", ["Example PSB"]),
      match(.entityList, "Example Bureau", [], "RU"),
      match(.globalHumanRights, "EXAMPLE  PSB"),
      match(.specialDesignations, "A. Person", ["Common Name"], "CN", .person),
      match(.globalHumanRights, "B. Person", ["Common Name"], "CN", .person),
      match(.globalHumanRights, "A Person", [], "CN", .person),
    ])
    #expect(groups == [[0, 2, 4], [1], [3], [5, 7], [6]])
  }

  @Test func foldingLevelsWritingOnly() {
    #expect(FoldedName("Example  Trading, Ltd.") == FoldedName("EXAMPLE TRADING LTD"))
    #expect(FoldedName("People\u{2019}s Bureau") == FoldedName("People's bureau"))
    #expect(FoldedName("ИНСТИТУТ") == FoldedName("институт"))
    #expect(FoldedName("公安局") != FoldedName("公安厅"))
    #expect(FoldedName("Müller") != FoldedName("Muller"))
    #expect(FoldedName(" - ").isEmpty)
  }
}
