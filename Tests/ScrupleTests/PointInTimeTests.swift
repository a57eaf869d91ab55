import Foundation
import Testing

/// What a list said on a day is what counts on that day.
struct PointInTimeTests {
  private static let party = "Sample Police Laboratory"

  private static let order = Orders.sound("Musterstadt University Hospital", becomes: party)
    .replacing(#""de""#, with: #""cn""#).replacing(#""DE""#, with: #""CN""#)
    .replacing("Klinikweg 1, 12345 Musterstadt", with: "1 Example Road, Exampletown")

  private static let others = ListSpace.names.filter { $0 != party }

  /// Listed, listed under another id, removed.
  private func threeVersions() throws -> ListSpace {
    let lists = try ListSpace()
    #expect(try lists.importing(of: "2026-11-01").status == 0)
    // The order of the records gives other ids to the same bodies.
    #expect(try lists.importing(ListSpace.names.reversed(), of: "2026-11-08").status == 0)
    #expect(try lists.importing(Self.others, of: "2026-11-15").status == 0)
    return lists
  }

  private func findings(_ run: Run) throws -> [[String: Any]] {
    try #require(run.json?["findings"] as? [[String: Any]])
  }

  private func isBarred(_ run: Run) throws -> Bool {
    try findings(run).contains {
      ["licenceRequirement", "legalProhibition"].contains($0["kind"] as? String ?? "")
    }
  }

  @Test(arguments: ["2026-11-01", "2026-11-07", "2026-11-08", "2026-11-14"])
  func beforeItsRemovalABodyIsListed(day: String) throws {
    let lists = try threeVersions()
    defer { lists.remove() }
    let run = try lists.screen(Self.order, asOf: day, "--output", "json")
    #expect(run.status == 1, "\(run.errors)")
    #expect(try isBarred(run), "\(run.output)")
    #expect(!run.output.contains("formerly listed"))
  }

  @Test(arguments: ["2026-11-15", "2026-11-22", "2026-11-29"])
  func afterItsRemovalABodyIsContextOnly(day: String) throws {
    let lists = try threeVersions()
    defer { lists.remove() }
    let run = try lists.screen(Self.order, asOf: day, "--output", "json")
    #expect(try !isBarred(run), "\(run.output)")
    #expect(run.output.contains("ormerly listed"), "\(run.output)")
    #expect(run.output.contains("2026-11-15"))
  }

  @Test func beforeTheFirstVersionNothingWasSearched() throws {
    let lists = try threeVersions()
    defer { lists.remove() }
    for day in ["2026-10-31", "2020-01-01"] {
      let run = try lists.screen(Self.order, asOf: day, "--output", "json")
      #expect(run.status == 3)
      #expect(run.json?["decision"] as? String == "hold")
      #expect(run.output.contains("is not imported"))
    }
  }

  /// An entry of the company's own list that ends by its own date.
  @Test func anEntryEndsByItsOwnDate() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    try lists.importing(Self.others, of: "2026-11-01")
    try lists.importing(Self.others, of: "2026-11-15")
    let file = try lists.space.write(
      "name,country,effect,listedFrom,removedOn\n"
        + "\(Self.party),cn,denialOrder,2026-11-05,2026-11-18\nOther Body,cn,redFlag,,\n",
      to: "table.csv")
    #expect(
      try lists.lists(["import", file, "--retrieved", "2026-11-01", "--list", "our-list"]).status
        == 0)
    for (day, isListed, isFormer) in [
      ("2026-11-04", false, false), ("2026-11-05", true, false), ("2026-11-17", true, false),
      ("2026-11-18", false, true), ("2026-11-29", false, true),
    ] {
      let run = try lists.screen(Self.order, asOf: day, "--output", "json")
      #expect(run.status == (isListed ? 1 : run.status), "\(day) \(run.errors)")
      #expect(try isBarred(run) == isListed, "\(day) \(run.output)")
      #expect(run.output.contains("ormerly listed") == isFormer, "\(day) \(run.output)")
    }
  }

  /// A later version changes nothing about what was decided as of an earlier day.
  @Test func anEarlierDayIsReplayedByteForByte() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    try lists.importing(of: "2026-11-01")
    let before = try lists.screen(Self.order, asOf: "2026-11-10", "--output", "json")
    try lists.importing(Self.others, of: "2026-11-15")
    let after = try lists.screen(Self.order, asOf: "2026-11-10", "--output", "json")
    #expect(before.output == after.output)
    #expect(before.status == 1)
  }
}
