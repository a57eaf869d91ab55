import Foundation
import Testing

/// `scruple watch` from outside; all parties are fictional.
struct WatchCommandTests {
  private static let source = #"""
    {"id":"tern-bay-gazette-1","publisher":"Tern Bay Gazette","title":"Samples from all patients","published":"2026-11-10","captured":"2026-11-12","root":"tern-bay-gazette","derivesFrom":[]}

    """#
  private static let claim = #"""
    {"id":"tern-bay-gazette-1.c1","kind":"compulsory-dna-collection","subject":{"entity":{"name":"Musterstadt University Hospital"}},"source":"tern-bay-gazette-1","locator":"L7","certainty":"stated","summary":"The Gazette reported that the hospital takes samples from everybody."}

    """#
  private static let notice = """
    云岭县公安局DNA检验试剂采购项目中标公告
    项目编号：[653101]XJYL[GK]2026011
    采购人：云岭县公安局
    采购代理机构：新疆示例工程招标有限公司
    中标供应商：北京观澜仪器有限公司
    标的名称：STR扩增试剂盒
    数量：15盒
    发布日期：2026年11月8日
    """

  /// A sequencer for the hospital, which is released on the demonstration corpus.
  private static func order(_ reference: String) -> String {
    Orders.line(reference).replacing("oncology-panel", with: "ngs-sequencer")
      .replacing("Oncology gene panel, 24 reactions", with: "Benchtop high-throughput sequencer")
  }

  /// A corpus with one past order, and one instrument that a fictional bureau holds.
  private func space() throws -> (space: Workspace, corpus: String) {
    let space = try Workspace()
    let corpus = try space.corpus()
    try space.write(Self.order("SO-1001") + "\n", to: "corpus/orders/past.ndjson")
    try space.write(
      "serial,product,holder,country,site,installed\n"
        + "GA24-1,Capillary genetic analyser,云岭县公安局,CN,新疆维吾尔自治区喀什地区,2015-06-30\n",
      to: "corpus/installed-base.csv")
    return (space, corpus)
  }

  private func watch(_ corpus: String, _ words: String...) throws -> Run {
    try Program.run(["watch", "--corpus", corpus, "--as-of", "2026-11-22"] + words)
  }

  private func touched(_ run: Run) -> [String: Int] {
    run.json?["touched"] as? [String: Int] ?? [:]
  }

  @Test func aReportTouchesAnOrderAndChangesItsDetermination() throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    let before = try Data(contentsOf: URL(filePath: space.path("corpus/orders/past.ndjson")))
    let file = try space.write(Self.source + Self.claim, to: "news.ndjson")
    let run = try watch(corpus, "--reports", file, "--output", "json")
    #expect(run.status == 1, "\(run.errors)\(run.output)")
    let order = try #require((run.json?["orders"] as? [[String: Any]])?.first)
    #expect(order["order"] as? String == "SO-1001")
    let determination = try #require(order["determination"] as? [String: Any])
    #expect(determination["before"] as? String == "release", "\(run.output)")
    #expect(determination["after"] as? String == "hold")
    let rules = determination["rules"] as? [[String: Any]] ?? []
    #expect(rules.contains { $0["rule"] as? String == "newly-reported-body" }, "\(run.output)")
    let touches = order["touches"] as? [[String: Any]] ?? []
    #expect(touches.contains { $0["place"] as? String == "L7" })
    #expect(
      touched(run) == [
        "orders": 1, "determinations": 1, "parties": 1, "instruments": 0, "contradictions": 0,
      ])
    // Nothing was accepted, imported or written anew.
    #expect(space.names("corpus/sources").isEmpty && space.names("corpus/claims").isEmpty)
    #expect(
      try Data(contentsOf: URL(filePath: space.path("corpus/orders/past.ndjson"))) == before)
    let text = try watch(corpus, "--reports", file)
    #expect(text.output.contains("SO-1001 · release -> hold"), "\(text.output)")
    #expect(text.output.contains("newly-reported-body"))
    #expect(!text.errors.contains("watched"))
    let lines = try watch(corpus, "--reports", file, "--output", "ndjson").lines
    #expect(lines.map { $0["type"] as? String } == ["order", "party", "summary"])
  }

  @Test func nothingNewIsNothingTouched() throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    try space.write(Self.source, to: "corpus/sources/own.ndjson")
    try space.write(Self.claim, to: "corpus/claims/own.ndjson")
    let file = try space.write(Self.source + Self.claim, to: "news.ndjson")
    let run = try watch(corpus, "--reports", file, "--output", "json")
    #expect(run.status == 0, "\(run.errors)\(run.output)")
    #expect(touched(run).values.allSatisfy { $0 == 0 })
    let quiet = try watch(corpus, "--since", "2026-11-20", "--output", "json")
    #expect(quiet.status == 0, "\(quiet.errors)\(quiet.output)")
    #expect(touched(quiet).values.allSatisfy { $0 == 0 })
    let since = try watch(corpus, "--since", "2026-11-11", "--output", "json")
    #expect(since.status == 1, "\(since.errors)\(since.output)")
    #expect((since.json?["new"] as? [String: Any])?["claims"] as? Int == 1)
  }

  @Test func aNoticeTouchesTheInstrumentOfItsBuyer() throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    let file = try space.write(Self.notice, to: "notice.txt")
    let run = try watch(corpus, "--tenders", file, "--output", "json")
    #expect(run.status == 1, "\(run.errors)\(run.output)")
    let instrument = try #require((run.json?["instruments"] as? [[String: Any]])?.first)
    #expect(instrument["serial"] as? String == "GA24-1")
    #expect(instrument["in"] as? [String] == ["installed-base.csv:2"])
    let touch = try #require((instrument["touches"] as? [[String: Any]])?.first)
    #expect(touch["kind"] as? String == "tender")
    #expect((touch["place"] as? String)?.contains("notice.txt") == true, "\(touch)")
  }

  @Test func aTextIsReadAsIfAllThatIsProposedWereAccepted() throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    let file = try space.write(
      """
      18 November 2026

      Police in Xinjiang collect DNA samples from all residents, the Gazette has learned.

      The samples are sent to the county police bureau for profiling.
      """, to: "report.txt")
    let run = try watch(corpus, "--reports", file, "--output", "json")
    #expect(run.status == 1, "\(run.errors)\(run.output)")
    #expect(((run.json?["new"] as? [String: Any])?["claims"] as? Int ?? 0) > 0)
    #expect(touched(run)["instruments"] == 1, "\(run.output)")
    #expect(run.errors.contains("WCH010"), "\(run.errors)")
    #expect(space.names("corpus/claims").isEmpty)
  }

  /// Where part was not read, or does not count yet, silence says nothing.
  @Test(arguments: [
    ("page.html", "<html><head><title>T</title></head><body><p>Nothing to see.</p><div", "EVD173"),
    ("late.ndjson", source.replacing("2026-11-10", with: "2026-12-01") + claim, "WCH015"),
  ])
  func whatIsReadInPartIsNotComplete(_ name: String, _ text: String, _ id: String) throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    let file = try space.write(text, to: name)
    let run = try watch(corpus, "--reports", file, "--output", "json")
    #expect(run.status == 3, "\(run.errors)\(run.output)")
    #expect((run.json?["new"] as? [String: Any])?["complete"] as? Bool == false)
    #expect(run.errors.contains(id), "\(run.errors)")
  }

  @Test func aFileOfNoClaimsIsRefused() throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    let run = try watch(corpus, "--reports", try space.write("\n", to: "empty.ndjson"))
    #expect(run.status == 4, "\(run.errors)\(run.output)")
    #expect(run.errors.contains("WCH014"), "\(run.errors)")
  }

  /// The holder of the day is watched, not the one to whom the instrument is still to move.
  @Test func anInstrumentIsWatchedWhereItStands() throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    try space.write(
      "serial,product,holder,country,site,installed,moved\n"
        + "GA24-1,Capillary genetic analyser,云岭县公安局,CN,新疆维吾尔自治区喀什地区,2015-06-30,\n"
        + "GA24-1,Capillary genetic analyser,Musterstadt University Hospital,DE,,,2027-01-01\n",
      to: "corpus/installed-base.csv")
    let file = try space.write(Self.notice, to: "notice.txt")
    let run = try watch(corpus, "--tenders", file, "--output", "json")
    let instrument = try #require(
      (run.json?["instruments"] as? [[String: Any]])?.first, "\(run.output)")
    #expect(instrument["in"] as? [String] == ["installed-base.csv:2"])
  }

  @Test func aListTouchesThoseWhomItNames() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    try lists.importing(of: "2026-11-15")
    try lists.space.write(
      Orders.sound("Musterstadt University Hospital", becomes: "Added Forensic Works")
        .split(separator: "\n").joined(separator: " ") + "\n", to: "corpus/orders/past.ndjson")
    var names = ListSpace.names
    names[1] = "Added Forensic Works"
    let file = try lists.space.write(
      ListsTests.consolidated(of: "2026-11-20", names: names), to: "new-list.json")
    func watch(_ file: String) throws -> Run {
      try Program.run([
        "watch", "--lists", file, "--corpus", lists.corpus, "--home", lists.home, "--as-of",
        "2026-11-22", "--output", "json",
      ])
    }
    let run = try watch(file)
    let orders = run.json?["orders"] as? [[String: Any]] ?? []
    #expect(orders.count == 1, "\(run.errors)\(run.output)")
    let touches = orders.first?["touches"] as? [[String: Any]] ?? []
    #expect(touches.contains { $0["kind"] as? String == "list" })
    // Nothing was imported.
    #expect(lists.space.names("corpus/lists/us-csl").allSatisfy { !$0.contains("2026-11-20") })
    let short = try lists.space.write(
      ListsTests.consolidated(of: "2026-11-20", names: [ListSpace.canary]), to: "short.json")
    let refused = try watch(short)
    #expect(refused.status == 4, "\(refused.output)")
    #expect(refused.json?["result"] as? String == "notWatched")
  }

  @Test func whatCannotBeReadFailsClosed() throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    let cut = try space.write("{\"id\":", to: "cut.ndjson")
    let blank = try space.write("\n\n", to: "blank.txt")
    let unsure = try space.write(
      Self.claim.replacing("tern-bay-gazette-1\"", with: "gone\""), to: "orphan.ndjson")
    for words in [
      ["--reports", cut], ["--reports", blank], ["--reports", unsure],
      ["--reports", space.path("missing.txt")], ["--tenders", blank],
      ["--tenders", space.path("missing.txt")], ["--lists", cut],
      ["--orders", space.path("missing.json"), "--since", "2026-11-01"],
    ] {
      let run = try Program.run(
        ["watch", "--corpus", corpus, "--as-of", "2026-11-22", "--output", "json"] + words)
      #expect(run.status == 4, "\(words): \(run.errors)")
      #expect(run.json?["result"] as? String == "notWatched", "\(words): \(run.output)")
      #expect(!run.errors.isEmpty, "\(words)")
    }
    let orders = try space.write(
      Self.order("SO-2") + "\n{\"order\":1}\n", to: "orders.ndjson")
    let part = try watch(corpus, "--since", "2026-11-01", "--orders", orders, "--output", "json")
    #expect(part.status == 4)
    #expect((part.json?["unreadable"] as? [Any])?.isEmpty == false)
    #expect((part.json?["watched"] as? [String: Int])?["orders"] == 1)
  }

  @Test func aCommandLineThatSaysTooMuchOrTooLittleIsRefused() throws {
    let (space, corpus) = try space()
    defer { space.remove() }
    for (words, said) in [
      ([], "--since DATE"), (["--since", "2026-11-01", "--reports", "x"], "not both"),
      (["--since", "2026-11-22"], "nothing can have come"), (["--since", "soon"], "not a day"),
      (["notes.txt"], "does not know what to do"), (["--output", "pdf"], "no form of output"),
    ] as [([String], String)] {
      let run = try Program.run(["watch", "--corpus", corpus, "--as-of", "2026-11-22"] + words)
      #expect(run.status == 2, "\(words): \(run.output)")
      #expect(run.errors.contains(said), "\(words): \(run.errors)")
    }
    let empty = try Workspace()
    defer { empty.remove() }
    let nothing = try Program.run([
      "watch", "--since", "2026-11-01", "--as-of", "2026-11-22", "--corpus", try empty.corpus(),
    ])
    #expect(nothing.status == 4 && nothing.errors.contains("nothing to watch"))
  }
}
