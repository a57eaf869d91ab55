import Foundation
import Testing

/// `scruple classify` and `scruple law` as their users see them.
struct LawCommandTests {
  private func steps(_ run: Run) throws -> [String: String] {
    let steps = try #require(run.json?["steps"] as? [[String: Any]], "\(run.errors)")
    return Dictionary(
      steps.compactMap { step in
        guard let id = step["id"] as? String, let answer = step["answer"] as? String else {
          return nil
        }
        return (id, answer)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The output as one line, since its lines break anywhere.
  private func words(_ run: Run) -> String {
    run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func classify(_ words: String...) throws -> Run {
    try Program.run(["classify", "--as-of", "2026-11-22"] + words)
  }

  @Test func anItemAloneIsWorkedOut() throws {
    let run = try classify(
      "--eccn", "3A981", "--product", "fingerprint-scanner", "--origin", "US", "--from", "US",
      "--destination", "CN", "--output", "json")
    #expect(run.status == 0)
    let steps = try steps(run)
    #expect(steps["reasons.CC-1"] == "yes")
    #expect(steps["reasons.licence"] == "yes")
    #expect(steps["end-users.parties"] == "unknown")
    #expect(steps["classification.conflict"] == "no")
  }

  @Test func textTellsEachStepWithItsLaw() throws {
    let run = try classify(
      "--eccn", "EAR99", "--product", "mobile-crime-laboratory", "--origin", "US",
      "--destination", "KW")
    #expect(run.status == 0)
    #expect(run.output.contains("mobile-crime-laboratory points to 9A980, and EAR99 is declared"))
    #expect(run.output.contains("no ground to release"))
    #expect(run.output.contains("Not seen whole:"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  @Test(arguments: [
    (["--eccn", "3A504"], "no such entry in the snapshot"),
    (["--eccn", "0A984"], "retired since 2020-03-09"),
    (["--eccn", "nonsense"], "not built as an ECCN"),
  ])
  func codesThatAreNoneAreNamedAndDecideNothing(words: [String], told: String) throws {
    let run = try Program.run(
      ["classify", "--as-of", "2026-11-22", "--destination", "CN", "--origin", "US"] + words)
    #expect(run.status == 0)
    #expect(self.words(run).contains(told), "\(run.output)")
  }

  @Test(arguments: [
    (["--destination", "XX"], "no country code", Int32(4)),
    (["--eccn", "3A981"], "needs --destination", 2),
    (["--destination", "CN", "--origin", "YU"], "no country code any more; use RS or ME", 4),
    (["--destination", "CN", "--product", "flying carpet"], "no product family", 4),
    (["--destination", "CN", "--us-content", "130"], "no share from 0 to 100", 4),
    (["--destination", "CN", "--output", "pdf"], "no form", 2), ([], "name a file with orders", 2),
    (["order.json", "--destination", "CN"], "not both", 2),
  ])
  func badInputIsNamed(words: [String], told: String, status: Int32) throws {
    let run = try Program.run(["classify"] + words)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(told), "\(run.errors)")
  }

  @Test func aFormerCountryAsDestinationIsUnknownAndNamed() throws {
    let run = try classify("--eccn", "3A981", "--destination", "AN", "--origin", "US")
    #expect(run.status == 0)
    #expect(words(run).contains("BQ or CW or SX"))
  }

  @Test func anOrderHasAWorksheetForEachLineInEveryOutput() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try space.write(Orders.sound, to: "order.json")
    let run = try Program.run(
      ["classify", file, "--corpus", "demonstration", "--as-of", "2026-11-22", "--output", "json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try steps(run)["end-users.entity-list"] == "no")
    let memo = space.path("memo.md")
    let screened = try Program.run([
      "screen", file, "--corpus", "demonstration", "--as-of", "2026-11-22", "--output", "json",
      "--memo", memo,
    ])
    let sheets = try #require(screened.json?["worksheets"] as? [[String: Any]])
    #expect(sheets.count == 1)
    let text = try #require(space.text("memo.md"))
    #expect(text.contains("Licence worksheet, line"))
    #expect(text.contains("15 CFR 738.4"))
  }

  private func force(_ id: String, asOf day: String, _ more: [String] = []) throws -> String? {
    let run = try Program.run(["law", "--as-of", day, "--output", "json"] + more)
    #expect(run.status == 0, "\(run.errors)")
    let bases = try #require(run.json?["bases"] as? [[String: Any]])
    return bases.first { $0["id"] as? String == id }?["force"] as? String
  }

  /// Both sides of each date of the rule on affiliates.
  @Test(arguments: [
    ("2025-09-28", "notYet"), ("2025-09-29", "inForce"), ("2025-11-09", "inForce"),
    ("2025-11-15", "suspended"), ("2026-11-09", "suspended"), ("2026-11-22", "unconfirmed"),
  ])
  func theLawOfADay(day: String, expected: String) throws {
    #expect(try force("us.ear.affiliates", asOf: day) == expected)
  }

  @Test func aConfirmationOfAnOperatorIsRead() throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = try space.corpus()
    try space.write(
      #"{"key": "us.ear.affiliates", "inForce": true, "confirmedBy": "u:lim", "#
        + #""confirmedOn": "2026-11-12", "source": "Federal Register (fictional)"}"# + "\n",
      to: "corpus/register/confirmations.ndjson")
    #expect(try force("us.ear.affiliates", asOf: "2026-11-22", ["--corpus", corpus]) == "inForce")
    #expect(
      try force("us.ear.affiliates", asOf: "2026-11-11", ["--corpus", corpus]) == "unconfirmed")
  }

  @Test func whatStartsOrEndsSoonIsListed() throws {
    let run = try Program.run(["law", "--as-of", "2026-11-22"])
    #expect(run.status == 0)
    #expect(run.output.contains("Starts or ends within 90 days"))
    #expect(run.output.contains("2026-12-08  eu.hr1998"))
    #expect(run.output.contains("Needs confirmation by an operator"))
    #expect(run.output.contains("country-chart"))
  }

  @Test func aMissingTableIsNamed() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    let inventory = home + "/Data/inventory.tsv"
    let text = try String(contentsOfFile: inventory, encoding: .utf8)
    try text.split(separator: "\n").filter { !$0.hasPrefix("law/country-chart") }
      .map { $0 + "\n" }.joined().write(toFile: inventory, atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(atPath: home + "/Data/law/country-chart.tsv")
    let run = try classify("--home", home, "--eccn", "3A981", "--destination", "CN")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("the table `country-chart` is missing"))
    let law = try Program.run(["law", "--home", home, "--as-of", "2026-11-22"])
    #expect(law.output.contains("missing"))
  }

  @Test func importRefusesWhatIsNoSnapshot() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try space.write("{}", to: "none.json")
    let run = try Program.run([
      "law", "import", "--ccl", file, "--chart", file, "--groups", file, "--exceptions", file,
      "--out", space.path("out"),
    ])
    #expect(run.status == 4)
    #expect(run.errors.contains("none.json"))
    #expect(try Program.run(["law", "import", "--ccl", file]).status == 2)
  }
}
