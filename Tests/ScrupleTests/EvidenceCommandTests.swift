import Foundation
import Testing

/// `scruple sources` and `scruple ingest report` as their user sees them.
struct EvidenceCommandTests {
  private static let report = """
    Tern Bay Gazette, 18 January 2023

    Police in Gansu collect DNA samples from all residents, the Gazette has learned.

    The samples are sent to the county police bureau for profiling.
    """

  @Test func sourcesAreListedAndShown() throws {
    let list = try Program.run(["sources", "list"])
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.output.contains("hrw-2017-12-13"))
    let shown = try Program.run(["sources", "show", "hrw-2017-12-13", "--output", "json"])
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(((shown.json?["claims"] as? [Any])?.count ?? 0) > 20)
    let unknown = try Program.run(["sources", "show", "hrw-2017-12-31"])
    #expect(unknown.status == 4)
    #expect(unknown.errors.contains("did you mean"))
  }

  @Test func whatCannotBeVerifiedIsToldApart() throws {
    let space = try Workspace()
    defer { space.remove() }
    let without = try Program.run(["sources", "verify"])
    #expect(without.status == 3, "\(without.errors)")
    #expect(without.output.contains("0 broken"))
    try space.write("another text\n", to: "copies/hrw-2017-12-13.txt")
    let damaged = try Program.run(["sources", "verify", "--copies", space.path("copies")])
    #expect(damaged.status == 6)
    #expect(damaged.output.contains("BROKEN  digest of hrw-2017-12-13"))
  }

  @Test func proposalsBecomeClaimsOnlyWhenAPersonAcceptsThem() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try space.write(Self.report, to: "report.txt")
    let read = try Program.run(["ingest", "report", file, "--output", "json"])
    #expect(read.status == 0, "\(read.errors)")
    let reports = read.json?["reports"] as? [[String: Any]]
    let proposals = try #require(reports?.first?["proposals"] as? [[String: Any]])
    let id = try #require(proposals.first?["id"] as? String)
    for proposal in proposals { #expect(!(proposal["locator"] as? String ?? "").isEmpty) }
    try space.makeFolder("corpus")
    let accept = ["ingest", "report", file, "--accept", id, "--corpus", space.path("corpus")]
    #expect(try Program.run(accept).status == 2)
    // Without the line that says who published it.
    let bare = try space.write(
      String(Self.report.drop { $0 != "P" }), to: "bare.txt")
    let bareRead = try Program.run(["ingest", "report", bare, "--output", "json"])
    let bareReports = try #require(bareRead.json?["reports"] as? [[String: Any]])
    let bareID = try #require(
      (bareReports.first?["proposals"] as? [[String: Any]])?.first?["id"] as? String)
    let nameless = try Program.run([
      "ingest", "report", bare, "--accept", bareID, "--corpus", space.path("corpus"), "--by",
      "u:ito", "--as-of", "2026-11-22",
    ])
    #expect(nameless.status == 4)
    #expect(nameless.errors.contains("--publisher"), "\(nameless.errors)")
    let done = try Program.run(
      accept + ["--by", "u:ito", "--publisher", "Tern Bay Gazette", "--as-of", "2026-11-22"])
    #expect(done.status == 0, "\(done.errors)")
    #expect(space.names("corpus/claims").count == 1)
    let list = try Program.run(["sources", "list", "--corpus", space.path("corpus")])
    #expect(list.output.contains("tern-bay-gazette-2023-01-18"), "\(list.output.suffix(400))")
    let wrong = try Program.run(
      ["ingest", "report", file, "--accept", "denial@L1", "--by", "x", "--corpus", "/tmp/none"])
    #expect(wrong.status == 4)
  }

  private static func page(_ publisher: String, _ sentence: String) -> String {
    """
    <html><head><meta property="og:site_name" content="\(publisher)">
    <meta property="article:published_time" content="2023-01-18T08:00:00Z"></head>
    <body><h1>Samples in Gansu</h1><p>\(sentence)</p>
    <p>Police in Gansu collect DNA samples from all residents.</p></body></html>
    """
  }

  @Test func claimsThatDoNotFitNameEachOtherInTheCorpus() throws {
    let space = try Workspace()
    defer { space.remove() }
    let files = [
      try space.write(
        Self.page("Tern Bay Gazette", "Police in Gansu collect DNA from residents aged 12 to 65."),
        to: "one.html"),
      try space.write(
        Self.page("Harbour Post", "Police in Gansu collect DNA from residents aged 10 to 60."),
        to: "two.html"),
    ]
    let corpus = space.path("corpus")
    let accept = [
      "--accept", "all", "--by", "u:ito", "--as-of", "2026-11-22", "--corpus", corpus,
    ]
    let both = try Program.run(["ingest", "report"] + files + accept)
    #expect(both.status == 0, "\(both.errors)")
    let claims = space.names("corpus/claims").flatMap { name in
      (space.text("corpus/claims/" + name) ?? "").split(separator: "\n").compactMap {
        try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
    }
    let ids = Set(claims.compactMap { $0["id"] as? String })
    let pairs = claims.compactMap { claim -> (String, [String])? in
      guard let id = claim["id"] as? String, let others = claim["contradicts"] as? [String],
        !others.isEmpty
      else { return nil }
      return (id, others)
    }
    #expect(pairs.count >= 2)
    for (id, others) in pairs {
      #expect(ids.isSuperset(of: others))
      for other in others {
        #expect(pairs.contains { $0.0 == other && $0.1.contains(id) }, "\(id) and \(other)")
      }
    }
    // Accepting less of one report would leave the other naming what is gone.
    let first = try #require(pairs.first { $0.0.hasPrefix("tern-bay") }?.0)
    let name = try #require(
      claims.compactMap { $0["id"] as? String }.filter { $0.hasPrefix("tern-bay") && $0 != first }
        .first?.split(separator: ".", maxSplits: 1).last.map(String.init))
    let less = try Program.run(
      ["ingest", "report", files[0], "--accept", name] + accept.dropFirst(2))
    #expect(less.status == 4 && less.errors.contains("EVD135"), "\(less.errors)")
    #expect(try Program.run(["sources", "list", "--corpus", corpus]).status == 0)
  }

  @Test func oneBadFileDoesNotHideTheOthers() throws {
    let space = try Workspace()
    defer { space.remove() }
    let good = try space.write(Self.report, to: "good.txt")
    let empty = try space.write("", to: "empty.txt")
    let run = try Program.run(
      ["ingest", "report", empty, space.path("missing.txt"), good, "--output", "ndjson"])
    #expect(run.status == 4)
    #expect(!run.lines.isEmpty)
    #expect(run.errors.contains("empty.txt") && run.errors.contains("missing.txt"))
  }
}
