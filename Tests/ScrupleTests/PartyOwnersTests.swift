import Foundation
import Testing

/// `screen-party` and `rescreen` tell who stands above a party in the records of ownership.
struct PartyOwnersTests {
  /// `earlier` are those listed some days before all were.
  private func lists(_ owned: String, earlier: [String]? = nil) throws -> ListSpace {
    let lists = try ListSpace()
    if let earlier { try lists.importing(earlier, of: "2026-11-15") }
    try lists.importing()
    try lists.space.write(
      """
      {"id":"k","schema":"Company","properties":{"name":["Kestrel Sequencing Works"],"country":["cn"]}}
      {"id":"d","schema":"Company","properties":{"name":["Dornfeld Sequencing Co., Ltd."],"country":["cn"]}}
      \(owned)

      """, to: "corpus/ownership/holders.ndjson")
    return lists
  }

  private func owns(_ share: String) -> String {
    #"{"schema":"Ownership","properties":{"owner":["k"],"asset":["d"]\#(share)}}"#
  }

  private func screen(_ lists: ListSpace, _ name: String, _ words: String...) throws -> Run {
    try Program.run(
      ["screen-party", "--name", name, "--country", "CN", "--kind", "organisation"] + words
        + ["--corpus", lists.corpus, "--home", lists.home, "--as-of", "2026-11-22"])
  }

  private let party = "Dornfeld Sequencing Co., Ltd."

  @Test(
    arguments: [
      (#","percentage":["60"]"#, "ownedByListed", "owned", "OWNED OR CONTROLLED BY LISTED PARTIES"),
      (#","percentage":["20"]"#, "ownersOpen", "listedOwner", "OWNERS TO BE KNOWN"),
      ("", "ownersOpen", "listedOwner", "OWNERS TO BE KNOWN"),
    ])
  func aListedOwnerHolds(share: String, result: String, answer: String, heading: String) throws {
    let lists = try lists(owns(share))
    defer { lists.remove() }
    let run = try screen(lists, party, "--output", "json")
    #expect(run.status == 1, "\(run.errors)\(run.output)")
    #expect(run.json?["result"] as? String == result)
    let ownership = try #require(run.json?["ownership"] as? [String: Any])
    #expect(ownership["answer"] as? String == answer)
    #expect(
      (ownership["chains"] as? [String])?.contains { $0.contains("Kestrel Sequencing Works") }
        == true, "\(ownership)")
    let text = try screen(lists, party)
    #expect(text.status == 1 && text.output.hasPrefix(heading), "\(text.output)")
    #expect(text.output.contains("Owners: "))
  }

  @Test func whatTheRecordsDoNotSayIsSaidAndHoldsNobody() throws {
    let lists = try lists(owns(""))
    defer { lists.remove() }
    let run = try screen(lists, "Musterlabor GmbH")
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("Owners: The records of ownership do not name it"))
    try FileManager.default.removeItem(atPath: lists.space.path("corpus/ownership"))
    let none = try screen(lists, party)
    #expect(none.status == 0)
    #expect(none.output.contains("not searched: ownership (the corpus holds none)"))
    let json = try screen(lists, party, "--output", "json")
    let ownership = try #require(json.json?["ownership"] as? [String: Any])
    #expect(ownership["answer"] as? String == "notSearched")
    #expect(ownership["blockedShare"] is NSNull && ownership["listedAbove"] is NSNull)
  }

  @Test func recordsThatCannotBeReadScreenNobody() throws {
    let lists = try lists("{broken")
    defer { lists.remove() }
    let run = try screen(lists, party)
    #expect(run.status == 4 && run.output.contains("Hold"), "\(run.output)")
    let file = try ListSpace()
    defer { file.remove() }
    try file.importing()
    try file.space.write("a file", to: "corpus/ownership")
    #expect(try screen(file, party).status == 4)
  }

  /// Its owner comes to the list with the last version.
  @Test func rescreeningTellsWhoseOwnersAreListedNow() throws {
    let lists = try lists(
      owns(#","percentage":["60"]"#),
      earlier: ListSpace.names.filter { $0 != "Kestrel Sequencing Works" } + ["Another Body"])
    defer { lists.remove() }
    let parties = #"{"id":"C-1","name":"\#(party)","country":"CN","kind":"organisation"}"#
    func rescreen(_ words: String...) throws -> Run {
      try Program.run(
        ["rescreen", "-", "--corpus", lists.corpus, "--home", lists.home, "--as-of", "2026-11-22"]
          + words, input: .text(parties))
    }
    let run = try rescreen("--output", "json")
    #expect(run.status == 1, "\(run.errors)\(run.output)")
    let changed = try #require((run.json?["changed"] as? [[String: Any]])?.first)
    #expect((changed["changes"] as? [Any])?.isEmpty == true)
    let ownership = try #require(changed["ownership"] as? [String: [String: Any]])
    #expect(ownership["before"]?["answer"] as? String == "noneFound")
    #expect(ownership["after"]?["answer"] as? String == "owned")
    let text = try rescreen()
    #expect(text.output.contains("OWNERS   Listed parties own or control it"), "\(text.output)")
    #expect(text.output.contains("1 with other owners listed"))
  }
}
