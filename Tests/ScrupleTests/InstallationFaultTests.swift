import Foundation
import Testing

/// An installation of which something is broken or missing decides nothing.
struct InstallationFaultTests {
  /// What is done to a copy of Policies and Data, the status, and words of the message.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Int32
    let message: String
    let damage: @Sendable (Workspace) throws -> Void

    init(
      _ name: String, _ status: Int32, _ message: String,
      _ damage: @escaping @Sendable (Workspace) throws -> Void
    ) {
      self.name = name
      self.status = status
      self.message = message
      self.damage = damage
    }

    var testDescription: String { name }
  }

  private static func remove(_ path: String) -> @Sendable (Workspace) throws -> Void {
    { try FileManager.default.removeItem(atPath: $0.path("home/" + path)) }
  }

  private static func write(_ text: String, _ path: String) -> @Sendable (Workspace) throws -> Void
  {
    { try $0.write(text, to: "home/" + path) }
  }

  static let faults = [
    Fault("no Data", 74, "does not hold both Policies and Data", remove("Data")),
    Fault("no Policies", 74, "does not hold both Policies and Data", remove("Policies")),
    Fault("Data is a file", 74, "does not hold both") {
      try remove("Data")($0)
      try write("x", "Data")($0)
    },
    Fault("a table is missing", 74, "lexicon.tsv", remove("Data/lexicon.tsv")),
    Fault("a table of names is missing", 74, "pinyin.txt", remove("Data/names/pinyin.txt")),
    Fault("the inventory is missing", 74, "inventory.tsv", remove("Data/inventory.tsv")),
    Fault("a table is empty", 74, "lexicon.tsv", write("", "Data/lexicon.tsv")),
    Fault(
      "a table is no text", 74, "places/countries.tsv",
      write("\u{0}\u{1}", "Data/places/countries.tsv")),
    Fault("claims are broken", 74, "claims.ndjson") { space in
      let claims = try #require(space.text("home/Data/claims.ndjson"))
      try space.write(claims + "{broken\n", to: "home/Data/claims.ndjson")
    },
    Fault("the policies folder is empty", 5, "POL071") {
      try remove("Policies")($0)
      try $0.makeFolder("home/Policies")
    },
    Fault("no rules, only the lists", 5, "POL081") { space in
      let coverage = try #require(space.text("home/Policies/coverage.policy"))
      try remove("Policies")(space)
      try space.write(coverage, to: "home/Policies/coverage.policy")
    },
    Fault("no required list", 5, "POL079") { space in
      let coverage = try #require(space.text("home/Policies/coverage.policy"))
      let start = try #require(coverage.range(of: "list us-csl"))
      let end = try #require(coverage.range(of: "list eu-fsf"))
      try space.write(
        coverage.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""),
        to: "home/Policies/coverage.policy")
    },
    Fault(
      "a policy does not parse", 5, "broken.policy:3:1",
      write(
        "policy broken\nrule\n", "Policies/broken.policy")),
    Fault("a policy with a misspelt term", 5, "did you mean") { space in
      let name = "home/Policies/missing-facts/missing-facts.policy"
      let policy = try #require(space.text(name))
      try space.write(
        policy.replacing("order has end-use-stated", with: "order has end-use-statd"), to: name)
    },
    Fault("a policy that is no text", 5, "broken.policy", write("\u{0}", "Policies/broken.policy")),
    Fault("a policy that is a broken link", 5, "POL070") { space in
      try FileManager.default.createSymbolicLink(
        atPath: space.path("home/Policies/lost.policy"), withDestinationPath: "nowhere")
    },
    Fault("a folder of policies that leads back", 5, "POL083") { space in
      try FileManager.default.createSymbolicLink(
        atPath: space.path("home/Policies/loop"), withDestinationPath: ".")
    },
  ]

  @Test(arguments: faults)
  func holdsEveryOrder(_ fault: Fault) throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    try fault.damage(space)
    expectHold(
      try scruple(
        "screen", "-", "--home", home, "--corpus", "/nonexistent", "--output", "json",
        input: .text(Orders.sound)), fault.status, saying: fault.message)
    expectHold(
      try scruple("hook", input: .text(Orders.sound), environment: ["SCRUPLE_HOME": home]),
      fault.status, saying: fault.message)
  }

  /// A table that lost its end still reads as a table; what it no longer finds is not released.
  @Test(arguments: [
    "claims.ndjson", "lexicon.tsv", "function-patterns.tsv", "names/traditional.txt",
    "names/folding.txt", "places/xinjiang-counties.tsv", "restricted-parties.ndjson",
    "programmes.ndjson",
  ])
  func aTableCutInHalfIsRefused(_ table: String) throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    let bytes = try #require(space.bytes("home/Data/" + table))
    // At a line end, so that nothing but the number of lines tells.
    let end = try #require(bytes[..<(bytes.count / 2)].lastIndex(of: 0x0A))
    try space.write(bytes[...end], to: "home/Data/" + table)
    expectHold(
      try scruple(
        "screen", "-", "--home", home, "--corpus", "demonstration", "--output", "json",
        input: .text(Orders.police)), 74, saying: "KNO002")
    // One byte less: the last line has no end.
    try space.write(bytes.dropLast(), to: "home/Data/" + table)
    expectHold(
      try scruple(
        "screen", "-", "--home", home, "--corpus", "demonstration", input: .text(Orders.police)),
      74, saying: "KNO004")
  }

  @Test func theInventoryNamesEveryTable() throws {
    let data = Program.package + "/Data"
    let inventory = try String(contentsOfFile: data + "/inventory.tsv", encoding: .utf8)
    let named = Set(
      inventory.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "\t" }) })
    let files = try #require(FileManager.default.enumerator(atPath: data))
    let tables = files.compactMap { $0 as? String }.filter { path in
      // Reports are texts, and what is missing of them is seen where their labels find none.
      let isReport = path.hasPrefix("benchmark/reports/") && path.hasSuffix(".txt")
      return !path.hasPrefix("demonstration/") && path != "inventory.tsv" && !isReport
        && ["tsv", "txt", "ndjson"].contains { path.hasSuffix("." + $0) }
    }
    #expect(Set(tables) == named)
  }

  /// A floor below what the table holds would let as many lines be cut off unseen.
  @Test func theInventoryKnowsHowLongEachTableIs() throws {
    let data = Program.package + "/Data"
    let inventory = try String(contentsOfFile: data + "/inventory.tsv", encoding: .utf8)
    for row in inventory.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: "\t")
      let text = try String(contentsOfFile: data + "/" + cells[0], encoding: .utf8)
      let lines = text.split(separator: "\n").count { line in line.utf8.contains { $0 > 0x20 } }
      #expect(String(lines) == cells[1], "\(cells[0])")
    }
  }

  @Test func otherCommandsSayWhatIsBroken() throws {
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    try space.write("policy broken\nrule\n", to: "home/Policies/broken.policy")
    for words in [["policy", "check"], ["policy", "test"], ["demo", "--to", space.path("demo")]] {
      let run = try Program.run(words + ["--home", home])
      #expect(run.status == 5)
      #expect(run.errors.contains("broken.policy:3:1"))
      #expect(run.output.isEmpty)
    }
    #expect(space.names() == ["home"])
  }
}
