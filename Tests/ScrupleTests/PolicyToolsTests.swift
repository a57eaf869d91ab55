import Foundation
import Testing

@Suite("Tools for those who write policies")
struct PolicyToolsTests {
  private static let name = "home/Policies/rights/police.policy"

  /// A home whose police policies hold a misspelt term.
  private func brokenHome(_ space: Workspace) throws -> String {
    let home = try space.home()
    let policy = try #require(space.text(Self.name))
    try space.write(
      policy.replacing("E.function is within policing", with: "E.functon is within policing"),
      to: Self.name)
    return home
  }

  @Test func aMistakeIsShownWithItsLine() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try brokenHome(space)
    for command in [["policy", "check"], ["policy", "test"], ["policy", "show"], ["demo"]] {
      let run = try Program.run(command + ["--home", home])
      #expect(run.status == 5)
      #expect(
        run.errors.contains(
          """
          Policies/rights/police.policy:18:10: error POL034: there is no fact `functon` about a party
             18 |    and E.functon is within policing
                |          ^^^^^^^
                = did you mean `function`?
          """), "\(run.errors)")
      #expect(run.errors.contains(" errors\n"))
    }
    let check = try scruple("policy", "check", "--output", "json", "--home", home)
    #expect(check.status == 5)
    let first = (check.json?["diagnostics"] as? [[String: Any]])?.first
    #expect(first?["id"] as? String == "POL034")
    #expect(first?["endColumn"] as? Int == 17)
    // What a machine reads holds no source lines.
    let hook = try Program.run(["hook", "--home", home], input: .text(Orders.sound))
    #expect(hook.json?["decision"] as? String == "hold")
    #expect(!hook.output.contains("^^^"))
  }

  @Test func checkTellsWhatIsOverAsOfADay() throws {
    let now = try scruple("policy", "check", "--as-of", "2026-11-22")
    #expect(now.status == 0)
    #expect(now.errors.contains("note POL116"))
    #expect(!now.errors.contains("warning"))
    let json = try scruple("policy", "check", "--as-of", "2026-11-22", "--output", "json")
    let told = try #require(json.json?["diagnostics"] as? [[String: Any]])
    #expect(told.allSatisfy { $0["severity"] as? String == "note" })
    #expect(try scruple("policy", "check", "--as-of", "soon").status == 2)
  }

  @Test func filesAreFormattedOrOnlyNamed() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    #expect(try scruple("policy", "fmt", "--check", "--home", home).output.isEmpty)
    let right = try #require(space.text(Self.name))
    let wrong = right.replacing("  title    ", with: "\ttitle ")
    try space.write(wrong, to: Self.name)
    let check = try scruple("policy", "fmt", "--check", "--home", home)
    #expect(check.status == 5)
    #expect(check.output == "Policies/rights/police.policy\n")
    #expect(space.text(Self.name) == wrong)
    let written = try scruple("policy", "fmt", "--home", home)
    #expect(written.status == 0)
    #expect(written.output == "Policies/rights/police.policy\n")
    #expect(space.text(Self.name) == right)
    #expect(try scruple("policy", "fmt", "--check", space.path(Self.name)).status == 0)
    let piped = try Program.run(["policy", "fmt", "-"], input: .text(wrong))
    #expect(piped.output == right)
  }

  @Test func whatCannotBeReadIsNotWritten() throws {
    let space = try Workspace()
    defer { space.remove() }
    let bad = try space.write("policy p\n  titel \"x\"\n", to: "bad.policy")
    let good = try space.write("policy p  revision 1", to: "good.policy")
    let run = try scruple("policy", "fmt", good, bad)
    #expect(run.status == 5)
    #expect(run.errors.contains("    2 |   titel \"x\"\n      |   ^^^^^"), "\(run.errors)")
    #expect(space.text("good.policy") == "policy p  revision 1")
    #expect(try scruple("policy", "fmt", space.path("none.policy")).status == 4)
  }

  @Test func termsAndReferenceNeedNoCorpus() throws {
    let terms = try scruple("policy", "terms", "--domain", "line", "--output", "json")
    #expect((terms.json?["domains"] as? [Any])?.count == 1)
    let text = try scruple("policy", "terms")
    #expect(text.output.contains("  function  (several codes of functions; by code)"))
    #expect(try scruple("policy", "terms", "--domain", "moon").status == 2)
    let space = try Workspace()
    defer { space.remove() }
    let reference = try Program.run(
      ["policy", "reference", "--home", try brokenHome(space)],
      environment: ["SCRUPLE_CORPUS": space.path("nowhere")])
    #expect(reference.status == 0)
    #expect(reference.output.hasPrefix("# The policy language\n"))
    #expect(reference.output.contains("| `POL034` |"))
    #expect(reference.output.contains("- `policing`"))
  }

  /// The example of the reference, which is all that an author may have seen, is in order.
  @Test func theExampleOfTheReferenceHolds() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    let reference = try scruple("policy", "reference", "--home", home).output
    let match = try #require(reference.firstMatch(of: #/```policy\n(?<text>[^`]*)```/#))
    try space.write(String(match.output.text), to: "home/Policies/sample.policy")
    let test = try scruple("policy", "test", "--home", home)
    #expect(test.status == 0, "\(test.errors)")
    #expect(try scruple("policy", "fmt", "--check", "--home", home).status == 0)
  }

  @Test func rulesAreShown() throws {
    let text = try scruple("policy", "show", "eu-listed-party")
    #expect(text.output.hasPrefix("eu-listed-party  legal  refuse as prohibited  from 2021-03-22"))
    #expect(text.output.contains("    for     any party P, any listing M\n    when    M names P\n"))
    let json = try scruple("policy", "show", "--output", "json")
    #expect((json.json?["rules"] as? [Any])?.count ?? 0 > 60)
    let html = try scruple("policy", "show", "--output", "html")
    #expect(html.output.hasPrefix("<!DOCTYPE html>"))
    #expect(try scruple("policy", "show", "eu-listd-party").errors.contains("did you mean"))
    let conflicts = try scruple("policy", "show", "--conflicts")
    #expect(conflicts.output.contains("of rules of one lane"))
  }
}
