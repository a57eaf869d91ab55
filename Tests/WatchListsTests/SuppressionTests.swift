import Digests
import Formats
import Names
import Taxonomy
import Testing

@testable import WatchLists

@Suite("A suppression hides one match, says so, and ends")
struct SuppressionTests {
  static let party = PartyFingerprint(
    names: ["Example Trading Ltd."], countries: ["CN"], identifiers: ["91110000-X"])

  private func suppression(_ more: String = "", without key: String? = nil) throws -> Suppression {
    let register = try SuppressionRegister(
      Array(SuppressionTests.line(more, without: key).utf8), file: "s.ndjson")
    #expect(register.diagnostics.isEmpty, "\(register.diagnostics.map(\.line))")
    return try #require(register.suppressions.first)
  }

  private static func line(_ more: String = "", without key: String? = nil) -> String {
    var members = [
      "id": "\"s1\"", "party": "\"\(party.hexadecimal)\"", "entry": "\"e1\"",
      "entryDigest": "\"\(entry.digest)\"",
      "reason": "\"another body: other city, other registration\"", "maker": "\"A. Maker\"",
      "approvedBy": "\"B. Checker\"", "approvedOn": "\"2026-03-01\"", "expires": "\"2026-09-01\"",
    ]
    if let key { members[key] = nil }
    let text = members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return "{" + text.joined(separator: ",") + more + "}"
  }

  private func match(_ entry: ListEntry) -> ListMatch {
    ListMatch(
      index: 0, entry: entry, standing: .listed, certainty: .possible, reasons: [],
      queryName: "Example Trading Ltd.", entryName: entry.name)
  }

  private func sieve(
    _ suppression: Suppression, _ entry: ListEntry, asOf date: String = "2026-04-01",
    scope: SuppressionScope = SuppressionScope(roles: ["endUser"], products: ["sequencer"]),
    of who: Identity = identity
  ) throws -> SievedMatches {
    SievedMatches(
      [suppression], of: who, scope: scope, asOf: try day(date), matches: [match(entry)])
  }

  private static let identity = Identity(
    names: ["Example Trading Ltd."], countries: ["CN"], identifiers: ["91110000-X"])

  static let entry = ListEntry(id: "e1", list: .entityList, name: "Example Trading Co")

  @Test func itIsReportedAndNotLost() throws {
    let sieve = try sieve(suppression(), SuppressionTests.entry)
    #expect(sieve.open.isEmpty)
    #expect(sieve.suppressed.map(\.suppression.maker) == ["A. Maker"])
    #expect(sieve.lapsed.isEmpty)
    let other = ListEntry(id: "e2", list: .entityList, name: "Example Trading Co")
    #expect(try self.sieve(suppression(), other).open.count == 1)
  }

  @Test(
    arguments: [("2026-08-31", false), ("2026-09-01", true), ("2026-02-28", true)])
  func itHoldsFromApprovalUntilItExpires(date: String, isOpen: Bool) throws {
    let sieve = try sieve(suppression(), SuppressionTests.entry, asOf: date)
    #expect(sieve.open.isEmpty != isOpen)
    #expect(sieve.lapsed.isEmpty != isOpen)
  }

  @Test func itLapsesWhenTheEntryChanges() throws {
    let bound = try suppression()
    #expect(try sieve(bound, SuppressionTests.entry).open.isEmpty)
    var changed = SuppressionTests.entry
    changed.aliases = ["Example Trading Ltd"]
    let sieve = try sieve(bound, changed)
    #expect(sieve.open.count == 1)
    #expect(sieve.lapsed.map(\.lapse) == [.entryChanged])
  }

  @Test func itIsBoundToRolesAndProducts() throws {
    let bound = try suppression(
      ",\"roles\":[\"endUser\",\"reseller\"],\"products\":[\"genetic-analysis\"]")
    let tree = try CodeTree(
      name: "products",
      nodes: [
        TreeNode(code: "genetic-analysis", parent: nil, kind: "family", english: []),
        TreeNode(code: "sequencer", parent: "genetic-analysis", kind: "family", english: []),
      ])
    func isHidden(_ roles: [String], _ products: [String], complete: Bool = true) throws -> Bool {
      let scope = SuppressionScope(
        roles: roles, products: products, isComplete: complete, tree: tree)
      return try sieve(bound, SuppressionTests.entry, scope: scope).open.isEmpty
    }
    #expect(try isHidden(["endUser"], ["sequencer"]))
    #expect(try isHidden(["endUser", "reseller"], ["genetic-analysis"]))
    #expect(try !isHidden(["endUser", "bank"], ["sequencer"]))
    #expect(try !isHidden(["endUser"], ["sequencer", "centrifuge"]))
    #expect(try !isHidden(["endUser"], []))
    #expect(try !isHidden([], ["sequencer"]))
    #expect(try !isHidden(["endUser"], ["sequencer"], complete: false))
  }

  @Test func anotherNameCountryOrIdentifierIsAnotherParty() throws {
    let byDigest = try suppression()
    func party(_ names: [String], _ country: String, _ id: [String] = ["91110000X"])
      -> PartyFingerprint
    { PartyFingerprint(names: names, countries: [country], identifiers: id) }
    #expect(byDigest.isAbout(party(["EXAMPLE TRADING LTD"], "cn")))
    #expect(!byDigest.isAbout(party(["Example Trading Ltd", "ETL"], "CN")))
    #expect(!byDigest.isAbout(party(["Example Trading Ltd"], "HK")))
    #expect(!byDigest.isAbout(party(["Example Trading Ltd"], "CN", ["91110000X", "7"])))
    let byNames = try suppression(
      #","party":{"names":["Example Trading Ltd","示例贸易"],"country":"CN"}"#, without: "party")
    #expect(byNames.isAbout(party(["示例贸易"], "CN", [])))
    #expect(!byNames.isAbout(party(["示例贸易", "ETL"], "CN")))
    #expect(!byNames.isAbout(party([], "CN")))
    #expect(!byNames.isAbout(party(["示例贸易"], "HK")))
  }

  static let rejected: [(String, String)] = [
    (line(without: "reason"), "`reason` is missing"),
    (line(without: "entryDigest"), "`entryDigest` is missing"),
    (line(",\"entryDigest\":\"sha256:12\"", without: "entryDigest"), "64 hexadecimal digits"),
    (line(",\"entryDigest\":7", without: "entryDigest"), "where a string stands"),
    (line(",\"list\":\"Entity List\""), "no code of a list"),
    (line(",\"role\":[\"endUser\"]"), "did you mean `roles`"),
    (line(without: "approvedBy"), "`approvedBy` is missing"),
    (line(without: "expires"), "`expires` is missing"),
    (line(",\"expires\":\"2027-03-02\"", without: "expires"), "at most 365"),
    (line(",\"expires\":\"2026-03-01\"", without: "expires"), "not after its approval"),
    (line(",\"maker\":\"B. Checker\"", without: "maker"), "both made and approved"),
    (line(",\"maker\":\" b. CHECKER\"", without: "maker"), "both made and approved"),
    (line(",\"party\":\"abc\"", without: "party"), "not a fingerprint"),
    (line(",\"party\":{\"names\":[],\"country\":\"CN\"}", without: "party"), "`names`"),
    (line(without: "party"), "neither"), ("{\"id\":", "not JSON"), ("[]", "not an object"),
  ]

  @Test(arguments: rejected)
  func whatIsNotWhollyStatedIsNotApplied(line: String, says: String) throws {
    let register = try SuppressionRegister(Array("\n\(line)\n".utf8), file: "s.ndjson")
    #expect(register.suppressions.isEmpty)
    #expect(register.diagnostics.map(\.id) == ["SUP001"])
    #expect(register.diagnostics.first?.position?.line == 2)
    #expect(register.diagnostics.first?.message.contains(says) == true)
  }

  @Test func aSecondUseOfAnIDIsNotApplied() throws {
    let line = SuppressionTests.line()
    let register = try SuppressionRegister(Array("\(line)\n\(line)".utf8), file: "s.ndjson")
    #expect(register.suppressions.count == 1)
    #expect(register.diagnostics.first?.message.contains("stands twice") == true)
  }
}
