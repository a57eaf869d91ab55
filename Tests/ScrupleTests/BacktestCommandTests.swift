import Foundation
import Testing

/// `policy backtest` on determinations that `screen` printed.
struct BacktestCommandTests {
  private func records(_ space: Workspace) throws -> String {
    let batch = [
      Orders.line("A-1"), Orders.police.split(separator: "\n").joined(separator: " "),
    ].joined(separator: "\n")
    let run = try scruple(
      "screen", "-", "--corpus", "demonstration", "--output", "ndjson", input: .text(batch))
    #expect(run.lines.count == 2)
    return try space.write(run.output, to: "determinations.ndjson")
  }

  /// Policies in which a rule refuses no longer.
  private func milder(_ space: Workspace) throws -> String {
    let name = "home/Policies/rights/police.policy"
    let home = try space.home()
    let text = try #require(space.text(name))
    try space.write(
      text.replacing("  then refuse by policy", with: "  then hold"), to: name)
    return home + "/Policies"
  }

  @Test func thePoliciesInForceChangeNothing() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try records(space)
    let policies = Program.package + "/Policies"
    let run = try scruple("policy", "backtest", policies, file)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("2 unchanged · 0 stricter · 0 milder"))
    let piped = try scruple("policy", "backtest", policies, "-", input: .file(file))
    #expect(piped.status == 0 && piped.output == run.output)
  }

  @Test func whatBecomesMilderHasAStatusOfItsOwn() throws {
    let space = try Workspace()
    defer { space.remove() }
    let (file, new) = (try records(space), try milder(space))
    let old = Program.package + "/Policies"
    let text = try scruple("policy", "backtest", new, file, "--old", old)
    #expect(text.status == 7, "\(text.errors)")
    #expect(text.output.contains("1 unchanged · 0 stricter · 1 milder"))
    #expect(text.output.contains("police-under-compulsory-collection"))
    #expect(text.output.contains("SO-2009 (line 2)"))
    #expect(text.output.contains("By the policies alone"))
    let run = try scruple("policy", "backtest", new, file, "--old", old, "--output", "json")
    #expect(run.status == 7)
    let json = try #require(run.json)
    #expect(json["records"] as? Int == 2 && json["complete"] as? Bool == true)
    let comparisons = try #require(json["comparisons"] as? [[String: Any]])
    #expect(comparisons.map { $0["milder"] as? Int } == [1, 1, 0])
    // The other way round the same change is stricter, and nothing is milder.
    let stricter = try scruple("policy", "backtest", old, file, "--old", new)
    #expect(stricter.status == 0, "\(stricter.errors)")
    #expect(stricter.output.contains("By the policies alone"))
  }

  @Test func linesThatCannotBeEvaluatedAreToldAndTheResultIsNotComplete() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try records(space)
    let text = try #require(space.text("determinations.ndjson"))
    try space.write("{broken\n" + text + "{}\n", to: "determinations.ndjson")
    let run = try scruple("policy", "backtest", Program.package + "/Policies", file)
    #expect(run.status == 4)
    #expect(run.errors.contains("1:2: error REC000") && run.errors.contains("4:"))
    #expect(run.output.contains("NOT COMPLETE: 2 lines"))
    let empty = try scruple(
      "policy", "backtest", Program.package + "/Policies", "-", input: .text("\n"))
    #expect(empty.status == 4)
    #expect(empty.errors.contains("holds no determination"))
  }

  @Test func wordsThatAreWrongAreTold() throws {
    let policies = Program.package + "/Policies"
    expectUsage(try scruple("policy", "backtest", policies), saying: "policy backtest NEW FILE")
    expectUsage(
      try scruple("policy", "backtest", policies, "-", "--examples", "x"), saying: "no number")
    expectUsage(
      try scruple("policy", "backtest", policies, "-", "--output", "html"), saying: "text or json")
    #expect(try scruple("policy", "backtest", policies, "/nonexistent").status == 4)
    #expect(try scruple("policy", "backtest", policies, "/tmp").status == 74)
    let refused = try scruple("policy", "backtest", "/nonexistent", "-")
    #expect(refused.status == 5)
    #expect(refused.errors.contains("refused as a whole"))
    #expect(try scruple("policy", "backtest", "--help").output.contains("--old FOLDER"))
  }
}
