import Testing

/// The words of the command line: what is wrong with them is told, and screening holds.
struct CommandLineTests {
  @Test(arguments: [
    (["--bogus"], "unknown option `--bogus`"),
    (["-x"], "unknown option `-x`"),
    (["--as-of", "2026-02-30"], "not a day of the calendar"),
    (["--as-of"], "the option `--as-of` has no value"),
    (["--as-of="], "the option `--as-of` has no value"),
    (["--memo", "--output", "json"], "the option `--memo` has no value"),
    (["--output", "xml"], "no form of output"),
    (["--output", "json", "--output", "text"], "stands twice"),
    (["--memo", "out.pdf"], "must end in .html, .md or .json"),
    (["--rule", "end-use-not-stated"], "unknown option `--rule`"),
    (["other.json"], "more than one file"),
  ])
  func screeningHoldsOnWordsItDoesNotKnow(_ words: [String], _ message: String) throws {
    let space = try Workspace()
    defer { space.remove() }
    let path = try space.write(Orders.sound, to: "order.json")
    let run = try Program.run(["screen", path, "--corpus", "demonstration"] + words)
    expectHold(run, 2, saying: message)
  }

  @Test func screeningWithoutAFileHolds() throws {
    expectHold(try scruple("screen"), 2, saying: "is missing")
    expectHold(try scruple("explain"), 2, saying: "is missing")
  }

  @Test func theHookHoldsOnWordsItDoesNotKnow() throws {
    expectHold(try scruple("hook", "order.json"), 2, saying: "takes no file")
    expectHold(try scruple("hook", "--memo", "m.html"), 2, saying: "unknown option")
    expectHold(try scruple("hook", "--as-of", "2026-13-01"), 2, saying: "not a day")
  }

  @Test func aRuleThatDoesNotExistIsNotExplained() throws {
    let run = try scruple(
      "explain", "-", "--corpus", "demonstration", "--rule", "end-use-not-statd",
      input: .text(Orders.sound))
    expectHold(run, 2, saying: "did you mean `end-use-not-stated`?")
  }

  @Test(arguments: [
    (["screeen"], "did you mean `screen`?"), ([], "scruple screen FILE"),
    (["memo"], "there is no command `memo`"), (["help", "memo"], "there is no command `memo`"),
    (["lists"], "knows import, update, status and diff"),
    (["lists", "export"], "knows import, update, status and diff"),
    (["lists", "import"], "is missing"), (["lists", "status", "x"], "takes no file"),
    (["lists", "status", "--output", "xml"], "no form of output"),
    (["lists", "import", "x", "--list", "No Code"], "no code of a list"),
    (["lists", "import", "x", "--retrieved", "yesterday"], "not a day"),
    (["policy"], "knows check"), (["policy", "guess"], "knows check"),
    (["policy", "check", "x"], "takes no file"),
    (["report"], "knows quarterly and explain"),
    (["report", "quarterly", "x"], "--quarter"),
    (["report", "quarterly", "--quarter", "2026-Q5", "x"], "no quarter"),
    (["report", "quarterly", "--quarter", "2026-Q4", "--output", "pdf", "x"], "no form"),
    (["report", "explain", "--quarter", "2026-Q4", "x"], "report explain NUMBER FILE"),
    (["demo", "x"], "takes no file"), (["bench"], "knows order"),
    (["bench", "order", "--runs", "0"], "no number from 1"),
  ])
  func otherCommandsSayWhatTheyKnow(_ words: [String], _ message: String) throws {
    expectUsage(try Program.run(words), saying: message)
  }

  @Test(arguments: [
    ["help"], ["--help"], ["-h"], ["help", "screen"], ["screen", "--help"], ["explain", "-h"],
    ["hook", "--help"], ["lists", "--help"], ["lists", "import", "--help"],
    ["lists", "status", "--help"], ["policy", "--help"], ["policy", "check", "--help"],
    ["policy", "test", "--help"], ["report", "--help"], ["report", "quarterly", "--help"],
    ["report", "explain", "--help"], ["demo", "--help"], ["bench", "--help"],
    ["bench", "order", "--help"],
  ])
  func helpIsAnAnswer(_ words: [String]) throws {
    let run = try Program.run(words)
    #expect(run.status == 0)
    #expect(run.output.contains("scruple "))
    #expect(run.errors.isEmpty)
  }
}
