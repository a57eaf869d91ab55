import Formats
import Testing

@testable import WatchLists

@Suite("Coverage says in words why a list did not answer")
struct ListCoverageTests {
  private func filledStore() throws -> ListStore {
    let store = try temporaryStore()
    _ = try store.importList(
      consolidated([
        record("a", "Example Institute"), record("b", "Sample Bureau"), "5",
        record(
          "c", "Example Trader", source: "Unverified List (UVL) - Bureau of Industry and Security"),
      ]), file: "c.json")
    return store
  }

  private func evaluate(
    _ requirement: CoverageRequirement, _ store: ListStore, asOf date: String
  ) throws -> ListCoverage {
    try #require(ListCoverage.evaluate([requirement], store: store, asOf: day(date)).first)
  }

  @Test func aListThatMeetsEverythingAnswers() throws {
    let store = try filledStore()
    let coverage = try evaluate(
      CoverageRequirement(
        id: "us-bis-entity-list", name: "Entity List", minimumEntries: 2,
        canaries: ["EXAMPLE INSTITUTE"], maximumAgeDays: 14, maximumUnreadable: 1),
      store, asOf: "2026-08-14")
    #expect(coverage.answered)
    #expect(coverage.feed == "us-csl")
    #expect(coverage.ageDays == 14)
    #expect(coverage.entries == 2)
    #expect(coverage.unreadable == 1)
    #expect(coverage.canariesFound == 1 && coverage.canariesExpected == 1)
    #expect(coverage.digest.hasPrefix("sha256:"))
  }

  @Test func eachFaultIsNamed() throws {
    let store = try filledStore()
    let coverage = try evaluate(
      CoverageRequirement(
        id: "us-csl", name: "Consolidated Screening List", minimumEntries: 20_000,
        canaries: ["Example Institute", "Missing Institute", "Example"], maximumAgeDays: 14),
      store, asOf: "2026-09-14")
    #expect(
      coverage.faults == [
        "is 45 days old; the policy allows 14",
        "holds 3 entries; the policy expects at least 20,000",
        "has 1 record that could not be read; the policy allows 0",
        "canary `Missing Institute` not found", "canary `Example` not found",
      ])
    #expect(coverage.canariesFound == 1)
  }

  @Test(arguments: ["us-csl", "us-ofac-sdn", "company-list"])
  func whatIsMissingIsNotImported(id: String) throws {
    let requirement = CoverageRequirement(id: id, name: id, maximumAgeDays: 14)
    #expect(
      try evaluate(requirement, temporaryStore(), asOf: "2026-08-01").faults
        == ["is not imported"])
    // Retrieved later than the day: that version did not exist then.
    #expect(
      try evaluate(requirement, filledStore(), asOf: "2026-07-30").faults == ["is not imported"])
  }

  @Test func aRemovedCanaryIsNotFound() throws {
    let store = try temporaryStore()
    _ = try store.importList(
      Array("name,removedOn\nExample Ltd,2026-07-01\nSample Ltd,\n".utf8), file: "c.csv",
      retrieved: day("2026-08-01"))
    let coverage = try evaluate(
      CoverageRequirement(
        id: "company-list", name: "Own", canaries: ["Example Ltd", "Sample Ltd"],
        maximumAgeDays: 14), store, asOf: "2026-08-02")
    #expect(coverage.faults == ["canary `Example Ltd` not found"])
    #expect(coverage.entries == 1)
  }

  @Test func aDamagedFeedIsTheFaultOfEveryListItMayHold() throws {
    let store = try filledStore()
    // Another feed with a few entries of the list must not stand in for it.
    _ = try store.importList(
      Array("name,list\nExample Ltd,us-bis-entity-list\n".utf8), file: "c.csv",
      retrieved: day("2026-08-01"))
    let version = try #require(store.versions(of: "us-csl").first)
    try FileWriter.write("", to: store.path(version.stem, "us-csl") + ListStore.entriesSuffix)
    func faults(_ id: String) throws -> [String] {
      try evaluate(
        CoverageRequirement(id: id, name: id, maximumAgeDays: 99), store, asOf: "2026-08-02"
      ).faults
    }
    for id in ["us-csl", "us-bis-entity-list", "us-bis-uvl"] {
      #expect(try faults(id).contains { $0.contains("damaged") }, "\(id)")
    }
    #expect(try faults("company-list").isEmpty)
    // Its manifest is sound and does not name this list.
    #expect(try faults("us-ofac-sdn") == ["is not imported"])
    try FileWriter.write("{", to: store.path(version.stem, "us-csl") + ListStore.manifestSuffix)
    #expect(try faults("us-ofac-sdn").contains { $0.contains("damaged") })
  }
}
