import Foundation
import Testing

/// `scruple rescreen`: whose result a new version of a list changed.
struct RescreenTests {
  private static let parties = """
    {"id":"C-1","name":"Kestrel Sequencing Works","country":"CN"}
    {"id":"C-2","name":"Added Forensic Works","country":"CN"}
    {"id":"C-3","name":"Bellweg Optics","country":"CN"}
    {"id":"C-4","name":"Musterlabor GmbH","country":"DE"}
    """

  /// Of the 15th one body is gone, one is new, and one is written anew.
  private func lists() throws -> ListSpace {
    let lists = try ListSpace()
    try lists.importing(of: "2026-11-15")
    var names = ListSpace.names
    names[1] = "Added Forensic Works"
    let text = ListsTests.consolidated(of: "2026-11-20", names: names)
      .replacing(
        #""name":"Bellweg Optics","alt_names":[]"#,
        with: #""name":"Bellweg Optics","alt_names":["Bellweg Photonics"]"#)
    let file = try lists.space.write(text, to: "list.json")
    #expect(try lists.lists(["import", file]).status == 0)
    return lists
  }

  private func rescreen(
    _ lists: ListSpace, _ words: String..., parties: String = parties,
    asOf day: String = "2026-11-22"
  ) throws -> Run {
    try Program.run(
      ["rescreen", "-", "--corpus", lists.corpus, "--home", lists.home, "--as-of", day] + words,
      input: .text(parties))
  }

  private func kinds(_ run: Run) -> [String: [String]] {
    var kinds: [String: [String]] = [:]
    for party in run.json?["changed"] as? [[String: Any]] ?? [] {
      let id = (party["party"] as? [String: Any])?["id"] as? String ?? ""
      kinds[id] = (party["changes"] as? [[String: Any]])?.compactMap { $0["kind"] as? String }
    }
    return kinds
  }

  @Test func theLastImportTellsWhoseResultItChanged() throws {
    let lists = try lists()
    defer { lists.remove() }
    let run = try rescreen(lists, "--output", "json")
    #expect(run.status == 1, "\(run.errors)")
    #expect(
      kinds(run) == ["C-1": ["lapsedMatch"], "C-2": ["newMatch"], "C-3": ["changedMatch"]],
      "\(run.output)")
    #expect(run.json?["parties"] as? Int == 4)
    let full = try rescreen(lists, "--output", "json", "--full")
    #expect(full.output == run.output)
    let text = try rescreen(lists)
    #expect(text.output.contains("NEW       Added Forensic Works"), "\(text.output)")
    #expect(text.output.contains("aliases: not stated -> Bellweg Photonics"))
    #expect(text.output.contains("standing: listed -> no longer listed"))
    #expect(
      text.output.contains(
        "4 parties screened: 3 with another result (1 with a new match, 1 with a lapsed one, "
          + "1 with a changed one"))
  }

  @Test func statesAreNamedByDayOrVersion() throws {
    let lists = try lists()
    defer { lists.remove() }
    let days = try rescreen(lists, "--from", "2026-11-16", "--output", "json")
    #expect(kinds(days).count == 3, "\(days.output)\(days.errors)")
    let same = try rescreen(lists, "--from", "2026-11-20", "--output", "json")
    #expect(same.status == 0 && kinds(same).isEmpty, "\(same.output)")
    let back = try rescreen(
      lists, "--from", "2026-11-20-", "--to", "2026-11-15-", "--output", "json")
    #expect(kinds(back)["C-1"] == ["newMatch"], "\(back.output)\(back.errors)")
    #expect(kinds(back)["C-2"] == ["lapsedMatch"])
  }

  @Test func whatCannotBeComparedIsTold() throws {
    let lists = try lists()
    defer { lists.remove() }
    for (words, message) in [
      (["--from", "2026-11"], "several versions"), (["--from", "zz"], "no version"),
    ] {
      let run = try Program.run(
        ["rescreen", "-", "--corpus", lists.corpus, "--home", lists.home] + words,
        input: .text(Self.parties))
      #expect(run.status == 4 && run.errors.contains(message), "\(run.errors)")
    }
    let bad = try rescreen(lists, "--output", "json", parties: Self.parties + "\n{broken")
    #expect(bad.status == 4 && kinds(bad).count == 3)
    #expect((bad.json?["unreadable"] as? [Any])?.count == 1)
    let old = try rescreen(lists, asOf: "2027-02-01")
    #expect(old.status == 3 && old.output.contains("NOT complete"))
    let single = try ListSpace()
    defer { single.remove() }
    try single.importing()
    let nothing = try rescreen(single)
    #expect(nothing.status == 4 && nothing.errors.contains("earlier version"))
    try lists.space.write("damage", to: try lists.stored(".ndjson"))
    let damaged = try rescreen(lists)
    #expect(damaged.status == 3 && damaged.errors.contains("LST020"), "\(damaged.errors)")
  }
}
