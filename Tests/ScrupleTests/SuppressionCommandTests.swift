import Foundation
import Testing

/// A suppression from the answer that gives its digest to the day on which it lapses.
struct SuppressionCommandTests {
  private let register = "corpus/register/suppressions.ndjson"

  private func lists() throws -> ListSpace {
    let lists = try ListSpace()
    try lists.importing()
    return lists
  }

  private func run(
    _ lists: ListSpace, _ words: String..., asOf day: String = "2026-11-22"
  ) throws -> Run {
    try Program.run(
      words + ["--corpus", lists.corpus, "--home", lists.home, "--as-of", day])
  }

  private func screen(_ lists: ListSpace, asOf day: String = "2026-11-22") throws -> Run {
    try run(
      lists, "screen-party", "--name", "Kestrel Sequencing Works", "--country", "CN", "--output",
      "json", asOf: day)
  }

  private func suppress(
    _ lists: ListSpace, _ match: [String: Any], expires: String = "2027-11-20",
    approvedOn: String = "2026-11-21"
  ) throws {
    let entry = try #require((match["entry"] as? [String: Any])?["id"] as? String)
    let digest = try #require(match["entryDigest"] as? String)
    try lists.space.write(
      #"{"id":"S-1","party":{"names":["Kestrel Sequencing Works"],"country":"CN"},"#
        + #""entry":"\#(entry)","list":"us-bis-entity-list","entryDigest":"\#(digest)","#
        + #""reason":"another body, register extract","maker":"u:ito","approvedBy":"u:lim","#
        + #""approvedOn":"\#(approvedOn)","expires":"\#(expires)"}"# + "\n", to: register)
  }

  @Test func whatScreenPartyPrintsIsEnoughToSuppressAndItIsListedUntilTheEntryChanges() throws {
    let lists = try lists()
    defer { lists.remove() }
    let found = try screen(lists)
    try suppress(lists, try #require((found.json?["matches"] as? [[String: Any]])?.first))
    let hidden = try screen(lists)
    #expect(hidden.status == 0, "\(hidden.errors)")
    let shown = try #require((hidden.json?["suppressed"] as? [[String: Any]])?.first)
    #expect((shown["suppression"] as? [String: Any])?["approvedBy"] as? String == "u:lim")
    let list = try run(lists, "suppressions", "list")
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.output.contains("S-1  in force until 2027-11-20"), "\(list.output)")
    #expect(list.output.contains("1 in force, 0 of them within 30 days of their end"))
    let soon = try run(lists, "suppressions", "list", asOf: "2027-11-01")
    #expect(soon.output.contains("ENDS SOON, on 2027-11-20, in 19 days"), "\(soon.output)")
    let over = try run(lists, "suppressions", "list", "--output", "json", asOf: "2027-11-20")
    let state = (over.json?["suppressions"] as? [[String: Any]])?.first?["state"] as? String
    #expect(state == "expired")
    #expect(try screen(lists, asOf: "2027-11-20").json?["result"] as? String == "listed")
    // The publisher amends the entry: what was reviewed is no more what is listed.
    let changed = ListsTests.consolidated(of: "2026-11-21", names: ListSpace.names)
      .replacing("Presumption of denial", with: "Policy of denial")
    let file = try lists.space.write(changed, to: "list.json")
    #expect(try lists.lists(["import", file]).status == 0)
    let lapsed = try screen(lists)
    #expect(lapsed.status == 1)
    #expect((lapsed.json?["lapsedSuppressions"] as? [[String: Any]])?.count == 1)
    let after = try run(lists, "suppressions", "list")
    #expect(after.output.contains("S-1  LAPSED: the list entry changed"))
  }

  @Test func aDeterminationAndItsMemoNameWhatIsSuppressed() throws {
    let lists = try lists()
    defer { lists.remove() }
    let found = try screen(lists)
    try suppress(lists, try #require((found.json?["matches"] as? [[String: Any]])?.first))
    let order = Orders.sound
      .replacing("Musterstadt University Hospital", with: "Kestrel Sequencing Works")
      .replacing("\"country\": [\"de\"]", with: "\"country\": [\"CN\"]")
    #expect(order.contains("Kestrel") && order.contains("[\"CN\"]"))
    let memo = lists.space.path("memo.md")
    let run = try lists.screen(order, "--output", "json", "--memo", memo)
    let coverage = try #require(run.json?["coverage"] as? [String: Any])
    let suppressed = try #require(coverage["suppressed"] as? [String: Any])
    #expect(suppressed["ids"] as? [String] == ["S-1"])
    let text = try #require(lists.space.text("memo.md"))
    #expect(text.contains("1 match suppressed by recorded decisions: S-1"))
  }

  @Test func aRecordWithAFaultIsToldAndNotApplied() throws {
    let lists = try lists()
    defer { lists.remove() }
    let found = try screen(lists)
    try suppress(
      lists, try #require((found.json?["matches"] as? [[String: Any]])?.first),
      expires: "2027-11-22")
    let list = try run(lists, "suppressions", "list")
    #expect(list.status == 4)
    #expect(list.errors.contains("SUP001") && list.errors.contains("at most 365"))
    let party = try screen(lists)
    #expect(party.status == 1 && party.errors.contains("SUP001"))
  }

  @Test func aListThatCannotBeReadLeavesItOpenWhetherTheyHold() throws {
    let lists = try lists()
    defer { lists.remove() }
    let found = try screen(lists)
    try suppress(lists, try #require((found.json?["matches"] as? [[String: Any]])?.first))
    try lists.space.write("damage", to: try lists.stored(".ndjson"))
    let list = try run(lists, "suppressions", "list")
    #expect(list.status == 3)
    #expect(list.errors.contains("LST020"))
    expectUsage(try scruple("suppressions", "lst"), saying: "knows list")
  }

  /// A suppression is a case: proposed by one person, approved by another, written as the register.
  @Test func theRegisterIsWrittenFromTheLog() throws {
    let space = try Workspace()
    defer { space.remove() }
    let store = space.path("ledger.db")
    func scruple(_ words: String...) throws -> Run {
      try Program.run(words + ["--store", store])
    }
    #expect(try scruple("log", "keys", "--name", "example.org/ledger").status == 0)
    for (person, role, by) in [
      ("u:mori", "officer", "u:root"), ("u:lim", "analyst", "u:mori"),
      ("u:ito", "approver", "u:mori"),
    ] {
      #expect(try scruple("case", "appoint", person, "--role", role, "--by", by).status == 0)
    }
    let digest = "sha256:" + String(repeating: "0f", count: 32)
    let file = try space.write(
      """
      {"party": {"names": ["Example Genomics"], "country": "DE"}, "entry": "ent-084",
       "entryDigest": "\(digest)", "reason": "another body of the same name"}
      """, to: "suppression.json")
    let proposed = try scruple("case", "suppress", file, "--by", "u:lim")
    #expect(proposed.status == 0, "\(proposed.errors)")
    let id = try #require(proposed.output.split(separator: " ").first.map(String.init))
    #expect(
      try scruple("case", "list", "--by", "u:ito").output.contains("\(id)  proposed  ent-084"))
    #expect(try scruple("case", "suppressions", "--by", "u:ito").output == "")
    let until = Date(timeIntervalSinceNow: 90 * 86_400).ISO8601Format().prefix(10).description
    let own = try scruple("case", "approve", id, "--until", until, "--by", "u:lim")
    #expect(own.status == 1 && own.errors.contains("approver or officer"), "\(own.errors)")
    let approved = try scruple("case", "approve", id, "--until", until, "--by", "u:ito")
    #expect(approved.output == "\(id) · approved until \(until)\n", "\(approved.errors)")
    let register = try scruple("case", "suppressions", "--by", "u:ito").output
    let corpus = try space.makeFolder("corpus")
    _ = try space.makeFolder("corpus/register")
    try space.write(register, to: "corpus/register/suppressions.ndjson")
    let listed = try Program.run(
      ["suppressions", "list", "--corpus", corpus, "--output", "json"])
    let rows = listed.json?["suppressions"] as? [[String: Any]]
    #expect(rows?.count == 1, "\(listed.output)\(listed.errors)")
    #expect((listed.json?["rejected"] as? [Any])?.isEmpty == true)
    #expect(
      try scruple("case", "withdraw", id, "--reason", "wrong", "--by", "u:lim").status == 0)
    #expect(try scruple("case", "suppressions", "--by", "u:ito").output == "")
    let broken = try space.write("{\"party\": \"ab\", \"entry\": \"e\"}", to: "broken.json")
    let refused = try scruple("case", "suppress", broken, "--by", "u:lim")
    #expect(refused.status == 4 && refused.errors.contains("nothing was proposed"))
  }
}
