import Foundation
import Testing

/// `scruple screen-party`: parties alone, one or many, and what cannot be screened.
struct ScreenPartyTests {
  private func lists() throws -> ListSpace {
    let lists = try ListSpace()
    try lists.importing()
    return lists
  }

  private func screen(
    _ lists: ListSpace, _ words: String..., input: Program.Stream = .nothing,
    asOf day: String = "2026-11-22"
  ) throws -> Run {
    try Program.run(
      ["screen-party"] + words
        + ["--corpus", lists.corpus, "--home", lists.home, "--as-of", day], input: input)
  }

  @Test func aListedPartyIsHeldWithItsReasonsAndWhatWasSearched() throws {
    let lists = try lists()
    defer { lists.remove() }
    let text = try screen(lists, "--name", "Kestrel Sequencing Works", "--country", "CN")
    #expect(text.status == 1, "\(text.errors)")
    #expect(text.output.hasPrefix("LISTED · Kestrel Sequencing Works · as of 2026-11-22"))
    #expect(text.output.contains("certain: taken as the same · items need a licence"))
    #expect(text.output.contains("country agrees: CN"))
    #expect(text.output.contains("version of 2026-11-20, 10 entries, 2 days old"))
    let run = try screen(
      lists, "--name", "Kestrel Sequencing Works", "--country", "cn", "--id", "C-7", "--kind",
      "organisation", "--output", "json")
    #expect(run.json?["result"] as? String == "listed")
    #expect((run.json?["party"] as? [String: Any])?["id"] as? String == "C-7")
    let match = try #require((run.json?["matches"] as? [[String: Any]])?.first)
    #expect((match["reasons"] as? [String])?.isEmpty == false)
    let coverage = try #require(run.json?["coverage"] as? [String: Any])
    #expect(coverage["complete"] as? Bool == true)
    #expect((coverage["lists"] as? [[String: Any]])?.first?["version"] as? String == "2026-11-20")
  }

  @Test func nobodyFoundSaysOnWhichListsAndReleasesNothing() throws {
    let lists = try lists()
    defer { lists.remove() }
    let run = try screen(lists, "--name", "Musterlabor GmbH", "--country", "DE")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains("No listed party was found on the 2 lists searched as of 2026-11-22."))
    #expect(run.output.contains("releases nothing"))
    for word in ["clear", "clean", "safe", "allow"] {
      #expect(!run.output.lowercased().contains(word), "\(word)")
    }
  }

  @Test func aListThatIsTooOldMakesTheDataInsufficient() throws {
    let lists = try lists()
    defer { lists.remove() }
    let run = try screen(lists, "--name", "Musterlabor GmbH", asOf: "2027-01-22")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("DATA INSUFFICIENT"))
    #expect(run.output.contains("did not answer (required): is 63 days old"))
    // What is found is said all the same.
    let found = try screen(
      lists, "--name", "Kestrel Sequencing Works", "--country", "CN", asOf: "2027-01-22")
    #expect(found.status == 3 && found.output.hasPrefix("LISTED"))
    let early = try screen(lists, "--name", "Musterlabor GmbH", asOf: "2026-11-01")
    #expect(early.status == 3, "no list was there yet")
  }

  private let parties = """
    {"id":"C-1","name":"Musterlabor GmbH","countries":["DE"]}
    {"id":"C-2","names":["Kestrel Sequencing Works"],"country":"CN","kind":"organisation"}
    {"id":"C-3","names":[]}
    {broken
    {"id":"C-5","name":"Another Laboratory","country":"DE"}
    """

  @Test func aFileIsScreenedWholeAndBadRowsStandInTheirPlace() throws {
    let lists = try lists()
    defer { lists.remove() }
    let run = try screen(lists, "-", "--output", "ndjson", input: .text(parties))
    #expect(run.status == 4)
    #expect(run.lines.map { $0["line"] as? Int } == [1, 2, 3, 4, 5])
    #expect(
      run.lines.map { $0["result"] as? String }
        == ["notFound", "listed", "notScreened", "notScreened", "notFound"])
    #expect(run.errors.contains("standard input:3:1: error PTY002"))
    #expect(run.errors.contains("standard input:4:"))
    let text = try screen(lists, "-", input: .text(parties))
    #expect(text.status == 4)
    #expect(text.output.contains("5 rows: 1 listed · 2 not found · 2 not screened"))
    let array = try screen(lists, "-", "--output", "json", input: .text(parties))
    #expect(array.array?.count == 5)
  }

  @Test func aTableIsReadLikeLines() throws {
    let lists = try lists()
    defer { lists.remove() }
    let file = try lists.space.write(
      "id,name,names,country\nC-1,\"Kestrel, Inc.\",Kestrel Sequencing Works|KSW,CN\n",
      to: "parties.csv")
    let run = try screen(lists, file, "--output", "json")
    #expect(run.status == 1, "\(run.errors)")
    let party = try #require(run.array?.first?["party"] as? [String: Any])
    #expect(
      party["names"] as? [String] == ["Kestrel, Inc.", "Kestrel Sequencing Works", "KSW"])
  }

  @Test(
    arguments: [
      ([], 2, "name a file with parties"), (["-", "--name", "A"], 2, "not both"),
      (["--name", "A", "--output", "html"], 2, "no form of output"),
      (["--country", "DE"], 4, "neither a name"),
      (["--name", "A", "--country", "Germany"], 4, "DE"),
      (["--name", "A", "--kind", "bot"], 4, "`kind` is `bot`"),
      (["no-such-file"], 4, "cannot read"), (["-"], 4, "holds no party"),
      (["--names", "A"], 2, "unknown option"),
    ])
  func whatCannotBeScreenedIsNeverNothingFound(words: [String], status: Int32, says: String) throws
  {
    let lists = try lists()
    defer { lists.remove() }
    let run = try Program.run(
      ["screen-party"] + words + ["--corpus", lists.corpus, "--home", lists.home])
    #expect(run.status == status, "\(run.output)")
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(run.output.contains("NOT SCREENED"))
    #expect(!run.output.contains("No listed party"))
  }

  @Test func aNumberAloneIsNotEnough() throws {
    let lists = try lists()
    defer { lists.remove() }
    let run = try screen(lists, "--identifier", "HRB 471100")
    #expect(run.status == 3 && run.output.hasPrefix("DATA INSUFFICIENT"), "\(run.output)")
  }

  @Test func aRegisterThatCannotBeReadHoldsPartiesAndOrders() throws {
    let lists = try lists()
    defer { lists.remove() }
    let path = "corpus/register/suppressions.ndjson"
    try lists.space.write(Data([0x7B, 0xFF, 0x0A]), to: path)
    let party = try screen(lists, "--name", "Musterlabor GmbH", "--output", "json")
    #expect(party.status == 4 && party.errors.contains("SUP002"))
    #expect(party.json?["result"] as? String == "notScreened")
    expectHold(try lists.screen(), 4, saying: "SUP002")
    try FileManager.default.removeItem(atPath: lists.space.path(path))
    try lists.space.makeFolder(path)
    #expect(try screen(lists, "--name", "Musterlabor GmbH").status == 74)
    expectHold(try lists.screen(), 74, saying: "suppressions.ndjson")
  }
}
