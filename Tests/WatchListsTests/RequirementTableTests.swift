import Formats
import Testing

@testable import WatchLists

private let table =
  "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  + "/Data/list-requirements.tsv"

@Suite("Every known list has requirements, which give way to the company's own")
struct RequirementTableTests {
  private func store() throws -> ListStore {
    let store = try temporaryStore()
    _ = try store.importList(consolidated([record("a", "Arnau Trading")]), file: "c.json")
    _ = try store.importList(
      Array("name\nBellweg Optics\n".utf8), file: "t.csv", retrieved: day("2026-07-31"),
      list: ListCode("our-list"))
    return store
  }

  @Test(.enabled(if: FileReader.isFile(table)))
  func everyKnownListHasALine() throws {
    let table = try RequirementTable(file: table)
    for list in ListCode.known {
      let row = table.rows.first { $0.requirement.id == list.id }
      #expect(row != nil, "\(list)")
      #expect((row?.requirement.maximumAgeDays ?? 0) > 0)
    }
  }

  /// The floors are well below the real list, and its canaries are there.
  @Test(.enabled(if: Shared.isPresent))
  func theRealListMeetsThem() throws {
    let (store, _) = try RealListTests.imported.get()
    let date = try day("2026-08-05")
    let feeds = store.load(asOf: date, withHistory: false)
    let requirements = try RequirementTable(file: table).completing([], for: feeds)
    #expect(requirements.count == 13)
    for coverage in ListCoverage.evaluate(requirements, loaded: feeds, asOf: date) {
      #expect(coverage.faults.isEmpty, "\(coverage.requirement.id): \(coverage.faults)")
      #expect(
        coverage.entries == 1
          || coverage.entries * 4 > coverage.requirement.minimumEntries * 5)
    }
  }

  @Test func theCompanysOwnComeFirstAndStay() throws {
    let rows = RequirementTable([
      .init(
        requirement: CoverageRequirement(
          id: "us-bis-entity-list", name: "Entity List", minimumEntries: 2400, maximumAgeDays: 14),
        shrinkage: 20),
      .init(
        requirement: CoverageRequirement(
          id: "us-csl", name: "CSL", maximumAgeDays: 14, maximumUnchangedDays: 45), shrinkage: 20),
    ])
    let feeds = try store().load(asOf: day("2026-08-01"))
    let own = CoverageRequirement(id: "us-csl", name: "Ours", maximumAgeDays: 30)
    let completed = rows.completing([own], for: feeds)
    #expect(completed.map(\.id) == ["us-csl", "our-list", "us-bis-entity-list"])
    #expect(completed.map(\.maximumAgeDays) == [30, 400, 30])
    #expect(completed.first?.maximumUnchangedDays == 45)
    #expect(rows.completing([own], for: []).map(\.id) == ["us-csl"])
    let named = CoverageRequirement(id: "us-bis-entity-list", name: "E", maximumAgeDays: 3)
    #expect(rows.completing([own, named], for: feeds).count == 3)
  }

  @Test func aFeedWithoutAVersionOfTheDayIsNotSearched() throws {
    let date = try day("2026-07-30")
    let feeds = try store().load(asOf: date)
    let coverage = ListCoverage.evaluate(
      RequirementTable([]).completing([], for: feeds), loaded: feeds, asOf: date)
    #expect(coverage.map(\.faults) == [["is not imported"], ["is not imported"]])
  }

  @Test func aVersionThatNeverChangesIsNotBelieved() throws {
    let store = try store()
    let version = try #require(store.versions(of: "us-csl").first)
    let late = try day("2026-10-01")
    try store.confirm(version, on: late)
    func faults(_ days: Int?) -> [String] {
      ListCoverage.evaluate(
        [
          CoverageRequirement(
            id: "us-csl", name: "CSL", maximumAgeDays: 14, maximumUnchangedDays: days)
        ], store: store, asOf: late
      ).flatMap(\.faults)
    }
    #expect(faults(nil).isEmpty && faults(62).isEmpty)
    #expect(faults(61).first?.contains("has not changed for 62 days") == true)
  }

  @Test func oneFileUnderTwoNamesAnswersForNeither() throws {
    let store = try temporaryStore()
    let bytes = Array("name\nArnau Trading\n".utf8)
    let date = try day("2026-11-01")
    for (list, terms) in [("our-list", ImportTerms()), ("their-list", accepting("both"))] {
      _ = try store.importList(
        bytes, file: "t.csv", retrieved: date, list: ListCode(list), terms: terms)
    }
    func faults() -> [String] {
      ListCoverage.evaluate(
        ["our-list", "their-list"].map {
          CoverageRequirement(id: $0, name: $0, maximumAgeDays: 14)
        }, store: store, asOf: date
      ).flatMap(\.faults)
    }
    #expect(faults().isEmpty, "somebody said why")
    // A store of a time in which nobody asked has no reason.
    let version = try #require(store.versions(of: "their-list").first)
    var manifest = try #require(version.manifest)
    manifest.acceptance = nil
    try FileWriter.write(
      manifest.text, to: store.path(version.stem, "their-list") + ListStore.manifestSuffix)
    #expect(faults().count == 2)
  }

  @Test(arguments: [
    "us-csl\t0\t14\t\t20", "us-csl\t1\tsoon\t\t20", "Us Csl\t1\t1\t\t20",
    "us-csl\t1\t1\t\t20\nus-csl\t1\t1\t\t20", "us-csl\t1\t1\t0\t20", "us-csl\t1\t1\t\t101",
  ])
  func aTableThatCannotBeReadIsRefused(_ line: String) throws {
    let path = try temporaryStore().folder + "/table.tsv"
    try FileWriter.write("list\tfloor\tage\tunchanged\tshrinkage\n\(line)\n", to: path)
    #expect(throws: Diagnostic.self) { try RequirementTable(file: path) }
  }
}
