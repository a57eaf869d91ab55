import Testing

/// `scruple lists diff`: two versions, what changed, and what cannot be compared.
struct ListDiffTests {
  private func lists() throws -> ListSpace {
    let lists = try ListSpace()
    try lists.importing(of: "2026-11-01")
    try lists.importing(ListSpace.names + ["Added Body"], of: "2026-11-08")
    try lists.importing(
      ListSpace.names.filter { $0 != "Emmenau Laboratory" } + ["Added Body"], of: "2026-11-15")
    return lists
  }

  @Test func theNewestTwoVersionsAreCompared() throws {
    let lists = try lists()
    defer { lists.remove() }
    let text = try lists.lists(["diff"])
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("0 added, 1 removed, 0 changed, 10 as before"), "\(text.output)")
    #expect(text.output.contains("(3 under a new id)"))
    #expect(text.output.contains("- Emmenau Laboratory (CN) · us-bis-entity-list"))
    let run = try lists.lists(["diff", "us-csl", "--output", "json"])
    let difference = try #require((run.json?["differences"] as? [[String: Any]])?.first)
    #expect(
      (difference["removed"] as? [[String: Any]])?.first?["name"] as? String == "Emmenau Laboratory"
    )
    #expect((difference["from"] as? [String: Any])?["retrieved"] as? String == "2026-11-08")
    let count = try #require((difference["counts"] as? [[String: Any]])?.first)
    #expect(count["removed"] as? Int == 1 && count["renumbered"] as? Int == 3)
  }

  @Test func versionsAreNamedByDayOrStem() throws {
    let lists = try lists()
    defer { lists.remove() }
    let days = try lists.lists(["diff", "us-csl", "--from", "2026-11-05", "--to", "2026-11-20"])
    #expect(days.output.contains("1 added, 1 removed"), "\(days.output)\(days.errors)")
    let back = try lists.lists(["diff", "us-csl", "--from", "2026-11-15-", "--to", "2026-11-08-"])
    #expect(back.output.contains("1 added, 0 removed"), "\(back.output)\(back.errors)")
  }

  @Test func whatCannotBeComparedIsTold() throws {
    let lists = try lists()
    defer { lists.remove() }
    for (words, message) in [
      (["diff", "us-cls"], "did you mean `us-csl`?"),
      (["diff", "us-csl", "--from", "2026-10-31"], "has no version of 2026-10-31"),
      (["diff", "us-csl", "--from", "2026-11"], "several versions"),
      (["diff", "us-csl", "--to", "2026-11-01"], "has no version before"),
    ] {
      let run = try lists.lists(words)
      #expect(run.status == 4)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
    try lists.space.write("damage", to: try lists.stored(".ndjson"))
    let damaged = try lists.lists(["diff"])
    #expect(damaged.status == 3)
    #expect(damaged.errors.contains("LST020"))
    let empty = try ListSpace()
    defer { empty.remove() }
    #expect(try empty.lists(["diff"]).status == 4)
  }
}
