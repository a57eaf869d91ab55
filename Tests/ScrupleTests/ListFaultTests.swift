import Foundation
import Testing

/// A list that is cut off, empty, stale, doubled, swapped or damaged answers nothing: whatever of
/// it reaches the corpus, the order is held with status 3, and what was sound before stays.
struct ListFaultTests {
  private func expectInsufficient(
    _ run: Run, saying words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(run.status == 3, "\(run.errors)", sourceLocation: sourceLocation)
    let body = try #require(run.json, sourceLocation: sourceLocation)
    #expect(body["decision"] as? String == "hold", sourceLocation: sourceLocation)
    #expect(body["determination"] as? String == "errorFailClosed", sourceLocation: sourceLocation)
    let lanes = body["lanes"] as? [String: Any]
    let data = lanes?["data"] as? [String: Any]
    #expect(data?["state"] as? String == "insufficient", sourceLocation: sourceLocation)
    #expect(run.output.contains(words), "\(run.output)", sourceLocation: sourceLocation)
  }

  private func space() throws -> ListSpace {
    let space = try ListSpace()
    let run = try space.importing()
    #expect(run.status == 0, "\(run.errors)")
    return space
  }

  @Test func aSoundListAnswers() throws {
    let lists = try space()
    defer { lists.remove() }
    let run = try lists.screen()
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func aStaleListDoesNotAnswer() throws {
    let lists = try space()
    defer { lists.remove() }
    #expect(try lists.screen(asOf: "2026-12-04").status == 0)
    try expectInsufficient(
      try lists.screen(asOf: "2026-12-05", "--output", "json"), saying: "is 15 days old")
  }

  @Test func aListFromBeforeItsFirstVersionWasNotSearched() throws {
    let lists = try space()
    defer { lists.remove() }
    try expectInsufficient(
      try lists.screen(asOf: "2026-11-19", "--output", "json"), saying: "is not imported")
  }

  /// Cut at any place that still reads as a file, a list is refused; let in with a reason, it
  /// does not reach its floor.
  @Test func aTruncatedListDoesNotAnswer() throws {
    let lists = try space()
    defer { lists.remove() }
    let few = Array(ListSpace.names.prefix(7))
    let refused = try lists.importing(few, of: "2026-11-21")
    #expect(refused.status == 4)
    #expect(refused.errors.contains("LST030"), "\(refused.errors)")
    #expect(try lists.screen().status == 0)
    let accepted = try lists.importing(few, of: "2026-11-21", "--accept", "the publisher says so")
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(accepted.errors.contains("accepted"))
    let status = try lists.lists(["status", "--as-of", "2026-11-22"])
    #expect(status.output.contains("accepted against LST030: the publisher says so"))
    try expectInsufficient(
      try lists.screen(asOf: "2026-11-22", "--output", "json"),
      saying: "expects at least 8")
  }

  @Test func anEmptyListIsNeverImported() throws {
    let lists = try space()
    defer { lists.remove() }
    for accept in [[], ["--accept", "nothing is listed"]] {
      let file = try lists.space.write(
        ListsTests.consolidated(of: "2026-11-21", names: []), to: "list.json")
      let run = try lists.lists(["import", file] + accept)
      #expect(run.status == 4)
      #expect(run.errors.contains("LST005"))
    }
    #expect(try lists.screen().status == 0)
    let fresh = try ListSpace()
    defer { fresh.remove() }
    #expect(try fresh.importing([]).status == 4)
    try expectInsufficient(
      try fresh.screen(asOf: "2026-11-22", "--output", "json"),
      saying: "is not imported")
  }

  @Test func aListWithoutItsCanaryDoesNotAnswer() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    #expect(try lists.importing((1...9).map { "Sample Body \($0)" }).status == 0)
    try expectInsufficient(
      try lists.screen(asOf: "2026-11-22", "--output", "json"), saying: "canary")
  }

  /// Half a list put together twice under new ids has the rows and not the bodies.
  @Test func aDoubledListIsRefused() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let half = Array(ListSpace.names.prefix(5))
    let run = try lists.importing(half + half)
    #expect(run.status == 4)
    #expect(run.errors.contains("LST035"), "\(run.errors)")
    try expectInsufficient(
      try lists.screen(asOf: "2026-11-22", "--output", "json"), saying: "is not imported")
  }

  /// Two lists that changed places.
  @Test func aSwappedListIsRefusedAndDoesNotAnswer() throws {
    let lists = try space()
    defer { lists.remove() }
    let ours = "name,country\n" + (1...10).map { "Our Body \($0),de\n" }.joined()
    let theirs = "name,country\n" + (1...10).map { "Their Body \($0),fr\n" }.joined()
    func importing(_ text: String, _ list: String, _ words: String...) throws -> Run {
      let file = try lists.space.write(text, to: "table.csv")
      return try lists.lists(
        ["import", file, "--retrieved", "2026-11-20", "--list", list] + words)
    }
    #expect(try importing(ours, "our-list").status == 0)
    let same = try importing(ours, "their-list")
    #expect(same.status == 4)
    #expect(same.errors.contains("LST034"), "\(same.errors)")
    let copied = try importing(ours + "\n", "their-list")
    #expect(copied.status == 4)
    #expect(copied.errors.contains("LST032"), "\(copied.errors)")
    #expect(try importing(theirs, "their-list").status == 0)
    #expect(try lists.screen().status == 0)
    // The files of the two stored lists change places, with or without their names.
    let folder = lists.corpus + "/lists/"
    try FileManager.default.moveItem(atPath: folder + "our-list", toPath: folder + "hold")
    try FileManager.default.moveItem(atPath: folder + "their-list", toPath: folder + "our-list")
    try FileManager.default.moveItem(atPath: folder + "hold", toPath: folder + "their-list")
    try expectInsufficient(
      try lists.screen(asOf: "2026-11-22", "--output", "json"), saying: "its manifest belongs to")
  }

  @Test func aFileOfAnotherFeedIsRefused() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let run = try lists.importing(ListSpace.names, of: "2026-11-20", "--feed", "eu-fsf")
    #expect(run.status == 4)
    #expect(run.errors.contains("LST032"), "\(run.errors)")
    let outside = try lists.importing(ListSpace.names, of: "2026-11-20", "--feed", "../../x")
    #expect(outside.status == 2)
  }

  @Test func anOlderListIsRefused() throws {
    let lists = try space()
    defer { lists.remove() }
    let run = try lists.importing(of: "2026-11-10")
    #expect(run.status == 4)
    #expect(run.errors.contains("LST033"), "\(run.errors)")
    let future = try lists.importing(of: "2999-01-01")
    #expect(future.status == 0)
    #expect(future.errors.contains("LST036"), "\(future.errors)")
    #expect(try lists.screen().status == 0, "the version of today still answers")
  }

  @Test func theSameFileAgainIsSaidAndHarmless() throws {
    let lists = try space()
    defer { lists.remove() }
    let before = lists.space.names("corpus/lists/us-csl")
    let run = try lists.importing()
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("already there"))
    #expect(lists.space.names("corpus/lists/us-csl") == before)
  }

  /// A list of the company's own that no policy names is relied upon all the same.
  @Test func aDamagedListThatNoPolicyNamesHolds() throws {
    let lists = try space()
    defer { lists.remove() }
    let file = try lists.space.write("name,country\nOur Body,de\n", to: "table.csv")
    #expect(
      try lists.lists(["import", file, "--retrieved", "2026-11-20", "--list", "our-list"]).status
        == 0)
    #expect(try lists.screen().status == 0)
    try expectInsufficient(
      try lists.screen(asOf: "2027-12-31", "--output", "json"), saying: "the policy allows 400")
    let entries = try lists.stored(".ndjson", of: "our-list")
    try lists.space.write("", to: entries)
    try expectInsufficient(
      try lists.screen(asOf: "2026-11-22", "--output", "json"), saying: "is damaged")
  }

  /// What the company says of a list holds in the place of the table; what it does not name
  /// keeps the floor of the table.
  @Test func aKnownListKeepsItsFloorWhereThePolicyIsSilent() throws {
    let lists = try space()
    defer { lists.remove() }
    let policy = try #require(lists.space.text("home/Policies/coverage.policy"))
    let named = try #require(policy.firstRange(of: "list us-bis-entity-list"))
    let end = try #require(policy.firstRange(of: "demonstration list"))
    try lists.space.write(
      String(policy[..<named.lowerBound] + policy[end.lowerBound...]),
      to: "home/Policies/coverage.policy")
    try expectInsufficient(
      try lists.screen(asOf: "2026-11-22", "--output", "json"), saying: "expects at least 2,400")
  }

  @Test func historyThatCannotBeReadIsSaid() throws {
    let lists = try space()
    defer { lists.remove() }
    #expect(try lists.importing(of: "2026-11-21").status == 0)
    let first = try #require(
      lists.space.names("corpus/lists/us-csl").first {
        $0.hasPrefix("2026-11-20") && $0.hasSuffix(".ndjson")
      })
    try lists.space.write("damage", to: "corpus/lists/us-csl/" + first)
    let run = try lists.screen()
    #expect(run.status == 0)
    #expect(run.output.contains("former listings"), "\(run.output)")
  }
}
