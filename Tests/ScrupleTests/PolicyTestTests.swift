import Foundation
import Testing

@Suite("policy test says what the examples of the policies would not notice")
struct PolicyTestTests {
  private func mutations(_ run: Run) throws -> [String: Any] {
    try #require(run.json?["mutations"] as? [String: Any])
  }

  @Test func theBundledExamplesNoticeNineInTen() throws {
    let run = try scruple("policy", "test", "--minimum", "90", "--output", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty, "\(run.errors)")
    let mutations = try mutations(run)
    let killed = try #require(mutations["killed"] as? Int)
    let all = try #require(mutations["all"] as? Int)
    #expect(all > 800)
    #expect(killed * 100 >= all * 90)
    // What is left says why.
    let rules = try #require(mutations["rules"] as? [[String: Any]])
    let left = rules.flatMap { $0["notKilled"] as? [[String: Any]] ?? [] }
    #expect(left.count { $0["standing"] as? String == "survived" } == all - killed)
    #expect(left.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    let examples = try #require(run.json?["examples"] as? [String: Any])
    #expect((examples["failed"] as? [Any])?.isEmpty == true)
  }

  @Test func aBoundThatNoExampleShowsIsListed() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    let name = "home/Policies/legal/us-export-administration.policy"
    let policy = try #require(space.text(name))
    let shown = policy.replacing("P.listed-ownership = 49.99", with: "P.listed-ownership = 48")
    #expect(shown != policy)
    try space.write(shown, to: name)
    let run = try scruple("policy", "test", "--survivors", "--home", home)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        "`P.listed-ownership at least 50 percent` widened to `at least 49.99 percent`: no example "
          + "gives `P.listed-ownership` as a number from 49.99 to 50 percent"), "\(run.output)")
    #expect(!(try scruple("policy", "test", "--home", home)).output.contains("49.99"))
    let strict = try scruple("policy", "test", "--minimum", "100", "--home", home)
    #expect(strict.status == 5)
    #expect(strict.errors.contains("less than 100; --survivors lists the others"))
  }

  @Test func anExampleThatFailsIsToldWithItsPlace() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    let name = "home/Policies/legal/us-export-administration.policy"
    let policy = try #require(space.text(name))
    try space.write(
      policy.replacing("P.listed-ownership = 49.99", with: "P.listed-ownership = 51"), to: name)
    let run = try scruple("policy", "test", "--output", "json", "--home", home)
    #expect(run.status == 5)
    #expect(run.errors.contains("expected `does not fire`, found `fires`"))
    let examples = try #require(run.json?["examples"] as? [String: Any])
    let failed = try #require(examples["failed"] as? [[String: Any]])
    #expect(failed.map { $0["rule"] as? String } == ["affiliates-rule"])
  }

  @Test(arguments: ["ninety", "-1", "101"]) func theMinimumIsAPercentage(word: String) throws {
    expectUsage(
      try scruple("policy", "test", "--minimum=\(word)"),
      saying: "the minimum is a number of percent such as 90, not `\(word)`")
  }
}
