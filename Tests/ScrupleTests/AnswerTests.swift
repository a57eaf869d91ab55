import Foundation
import Testing

/// What the program answers on sound input.
struct AnswerTests {
  private func screen(_ order: String, _ words: String...) throws -> Run {
    try Program.run(
      ["screen", "-", "--corpus", "demonstration"] + words, input: .text(order))
  }

  @Test func aSoundOrderIsReleasedAndSaysOnWhat() throws {
    let run = try screen(Orders.sound, "--output", "json")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(run.json?["decision"] as? String == "allow")
    #expect((run.json?["demonstration"] as? String)?.hasPrefix("DEMONSTRATION") == true)
    let text = try screen(Orders.sound)
    #expect(text.output.hasPrefix("DEMONSTRATION, not for use."))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func aCountyBureauBelowAListedPrefectureIsNotReleased() throws {
    let run = try screen(Orders.police, "--output", "json")
    #expect(run.status == 1)
    #expect(run.json?["decision"] as? String != "allow")
    let hook = try scruple("hook", "--corpus", "demonstration", input: .text(Orders.police))
    #expect(hook.status == run.status)
    #expect(hook.json?["decision"] as? String == run.json?["decision"] as? String)
    #expect(hook.json?["determinationId"] as? String == run.json?["determinationId"] as? String)
  }

  @Test func theSameOrderGivesTheSameBytes() throws {
    for order in [Orders.sound, Orders.police] {
      let runs = try (0..<3).map { _ in try screen(order, "--output", "json", "--trace").output }
      #expect(runs[0] == runs[1] && runs[1] == runs[2])
      #expect(runs[0].count > 1000)
    }
  }

  /// Nothing of the machine is in a determination: neither where the order stood nor the corpus.
  @Test func theSameOrderElsewhereGivesTheSameBytes() throws {
    let space = try Workspace()
    defer { space.remove() }
    let order = Orders.line().replacing("\"stage\"", with: "\"surprise\": 1, \"stage\"")
    let lines = [Orders.line("A-1"), order].joined(separator: "\n")
    var outputs: Set<String> = []
    for name in ["here", "there/below"] {
      let corpus = try space.corpus(name)
      try space.write("{broken\n", to: name + "/register/suppressions.ndjson")
      let file = try space.write(order, to: name + ".json")
      let alone = try scruple(
        "screen", file, "--corpus", corpus, "--output", "ndjson", in: space.folder)
      let second = try scruple(
        "screen", "-", "--corpus", name, "--output", "ndjson", input: .text(lines),
        in: space.folder)
      #expect(alone.errors.contains("surprise") && alone.output.contains("surprise"))
      #expect(alone.output.contains("SUP001"))
      outputs.insert(alone.output)
      outputs.insert(String(second.output.split(separator: "\n").last ?? "") + "\n")
    }
    #expect(outputs.count == 1)
  }

  @Test func theDemonstrationScreensAllItsOrders() throws {
    let space = try Workspace()
    defer { space.remove() }
    let run = try scruple("demo", "--to", "out", in: space.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("DEMONSTRATION, not for use."))
    #expect(run.output.contains("20 orders:") && run.output.contains(space.path("out")))
    let names = space.names("out")
    #expect(names.count { $0.hasPrefix("memo-") } == 40)
    #expect(names.contains("determinations.ndjson") && names.contains("report-2026-Q4.html"))
    for name in names where name.hasSuffix(".html") {
      #expect(space.text("out/" + name)?.contains("DEMONSTRATION") == true, "\(name)")
    }
    let again = try scruple("demo", "--to", "again", in: space.folder)
    #expect(again.status == 0)
    for name in names { #expect(space.bytes("out/" + name) == space.bytes("again/" + name)) }
    let unwritable = try scruple("demo", "--to", "/proc/none", in: space.folder)
    #expect(unwritable.status == 74)
    #expect(unwritable.errors.contains("cannot write `/proc/none`"))
  }

  /// Text and JSON hints name commands that are there.
  @Test func whatTheAnswerRecommendsCanBeDone() throws {
    let run = try screen(Orders.sound)
    let hint = try #require(run.output.split(separator: "\n").last { $0.hasPrefix("Next:") })
    for command in hint.dropFirst("Next: ".count).split(separator: " · ") {
      let words = command.split(separator: " ").map(String.init)
      #expect(words.first == "scruple")
      let help = try scruple(words[1], "--help")
      #expect(help.status == 0 && help.output.contains("scruple \(words[1])"))
    }
  }

  @Test func theOrderSystemSeesNoReason() throws {
    let brief = try scruple("hook", "--corpus", "demonstration", input: .text(Orders.police))
    for word in ["police", "公安", "listed", "findings", "\"questions\"", "evidence"] {
      #expect(!brief.output.contains(word), "\(word)")
    }
    let full = try scruple(
      "hook", "--full", "--corpus", "demonstration", input: .text(Orders.police))
    #expect(full.json?["findings"] is [Any])
    #expect(full.json?["evaluatedAt"] is String)
    #expect(full.status == brief.status)
  }

  @Test func explainTellsEveryRule() throws {
    let all = try scruple(
      "explain", "-", "--corpus", "demonstration", input: .text(Orders.police))
    #expect(all.status == 1)
    #expect(all.output.contains("Fired (") && all.output.contains("Did not fire ("))
    let one = try scruple(
      "explain", "-", "--corpus", "demonstration", "--rule", "end-use-not-stated",
      input: .text(Orders.police))
    #expect(one.status == 1)
    #expect(one.output.contains("end-use-not-stated:"))
    #expect(one.output.count < all.output.count)
  }

  @Test func memosAreWrittenInEveryForm() throws {
    let space = try Workspace()
    defer { space.remove() }
    let run = try screen(
      Orders.police, "--memo", space.path("memo.html"), "--memo", space.path("memo.md"), "--memo",
      space.path("memo.json"))
    #expect(run.status == 1)
    #expect(space.names() == ["memo.html", "memo.json", "memo.md"])
    #expect(space.text("memo.html")?.contains("DEMONSTRATION") == true)
    #expect(space.text("memo.md")?.contains("\n# ") == true)
    let json = try #require(space.bytes("memo.json"))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: json) }
  }

  @Test func memosOfEqualReferencesDoNotReplaceEachOther() throws {
    let space = try Workspace()
    defer { space.remove() }
    let long = String(repeating: "长", count: 300)
    let orders = ["A/1", "A_1", "A 1", long].map { Orders.line($0) }.joined(separator: "\n")
    let run = try screen(orders, "--output", "ndjson", "--memo", space.path("m.md"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(space.names().count == 4)
    #expect(space.names().prefix(3) == ["m-A_1-2.md", "m-A_1-3.md", "m-A_1.md"])
  }

  @Test func aMemoThatCannotBeWrittenHolds() throws {
    let space = try Workspace()
    defer { space.remove() }
    expectHold(
      try screen(Orders.sound, "--memo", space.path("none/memo.html")), 74,
      saying: "cannot write `\(space.path("none/memo.html"))`")
    try space.makeFolder("memo.html")
    expectHold(try screen(Orders.sound, "--memo", space.path("memo.html")), 74, saying: "memo")
    #expect(space.names() == ["memo.html"])
  }

  @Test func policiesAreCheckedAndTested() throws {
    let check = try scruple("policy", "check")
    #expect(check.status == 0)
    #expect(check.output.contains("no error"))
    let test = try scruple("policy", "test")
    #expect(test.status == 0, "\(test.errors)")
    #expect(test.output.contains(" 0 failed"))
    let space = try Workspace()
    defer { space.remove() }
    let home = try space.home()
    let name = "home/Policies/missing-facts/missing-facts.policy"
    let policy = try #require(space.text(name))
    try space.write(
      policy.replacing(
        "given order.end-use-stated = false, L.product",
        with: "given order.end-use-stated = true, L.product"),
      to: name)
    let failing = try scruple("policy", "test", "--home", home)
    #expect(failing.status == 5)
    #expect(failing.errors.contains("expected `fires`"), "\(failing.errors)")
  }
}
