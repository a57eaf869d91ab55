import Evidence
import Formats
import TestFolders
import Testing

@Suite("Who tells what another publisher told is no further root")
struct NamedOriginTests {
  private static let origin = """
    Qinghai police collect DNA
    Harbour Post, 3 May 2026

    Police in Golmud, Qinghai, collected DNA from all residents aged 12 to 65 in March 2026, Harbour Post found. Residents were not asked for consent.
    """
  private static let relayed = [
    """
    Golmud sampling
    Daily Bugle, 5 May 2026

    Police in Golmud, Qinghai, took DNA from every resident in March 2026, according to Harbour Post. Nobody was asked for consent.
    """,
    """
    Golmud sampling
    Daily Bugle, 5 May 2026

    Golmud police took DNA from every resident, according to the Harbour Post. Nobody was asked for consent.
    """,
    """
    Golmud sampling
    Daily Bugle, 5 May 2026

    Harbour Post's reporters found that police in Golmud, Qinghai, took DNA from every resident. Nobody was asked for consent.
    """,
    """
    Golmud sampling
    Daily Bugle, 5 May 2026

    Police in Golmud, Qinghai, took DNA from every resident, the Daily Bugle reported on Tuesday, citing Harbour Post. Nobody was asked for consent.
    """,
  ]

  @Test(arguments: relayed)
  func twoFilesOfOneInvestigationAreOneRoot(_ text: String) throws {
    let origin = try Reading.report(Self.origin, name: "a")
    #expect(origin.metadata.publisher == "Harbour Post")
    let graph = DerivationGraph([try Reading.report(text, name: "b"), origin])
    #expect(graph.roots == [.report(1)])
  }

  @Test func twoThatNameAnAbsentPublisherAreOneRoot() throws {
    let other = Self.relayed[0].replacing("Daily Bugle", with: "Evening Argus")
      .replacing("took DNA", with: "took blood")
    let reports = [
      try Reading.report(Self.relayed[1], name: "a"), try Reading.report(other, name: "b"),
    ]
    #expect(DerivationGraph(reports).roots.count == 1)
  }

  @Test func chinesePublishersAreOriginsToo() throws {
    let one = try Reading.report(
      "据海港邮报报道，西藏公安局向全体居民采集DNA。", name: "a")
    let other = try Reading.report(
      "海港邮报称，西藏公安2021年向所有居民采集血样。", name: "b")
    #expect(one.attributions.first?.attribution.name == "海港邮报")
    #expect(DerivationGraph([one, other]).roots == [.named("海港邮报")])
  }

  @Test func whoFoundForThemselvesStayTwo() throws {
    let other = try Reading.report(
      """
      Blood in Golmud
      Evening Argus, 9 May 2026

      Police in Golmud, Qinghai, drew blood from whole families, four residents told the Evening Argus.
      """, name: "b")
    let graph = DerivationGraph([try Reading.report(Self.origin, name: "a"), other])
    #expect(graph.roots.count == 2)
  }

  @Test(arguments: relayed.indices, [true, false])
  func whatIsAcceptedAfterItsOriginIsNoRootBesideIt(_ index: Int, isOriginFirst: Bool) throws {
    let reader = ReportReader(vocabulary: try #require(Reading.vocabulary))
    let folder = try Scratch.path()
    let texts = [Self.origin, Self.relayed[index]]
    for text in isOriginFirst ? texts : texts.reversed() {
      var library = try #require(Bundled.library)
      try library.addCorpus(folder: folder)
      let reports = [try Reading.report(text)]
      let known = KnownReports(library, except: reports, reader: reader)
      let day = try #require(CivilDate("2026-11-22"))
      for (_, accepted) in try AcceptedReport.accepted(
        reports, DerivationGraph(reports, beside: known), beside: known,
        particulars: AcceptedReport.Particulars(by: "u:reader", on: day), captured: day,
        chosen: reports.map(\.proposals))
      {
        try accepted.write(toCorpus: folder)
      }
    }
    var library = try #require(Bundled.library)
    try library.addCorpus(folder: folder)
    let reports = Report.reports(from: library, asOf: try #require(CivilDate("2026-11-22")))
    let own = reports.filter { $0.claims.contains { $0.source.contains("2026-05") } }
    #expect(own.contains { $0.claims.count > 1 })
    for report in own { #expect(report.independent.atMost <= 1, "\(report.kind) \(report.roots)") }
  }

  @Test func anotherNumberInTheSameSentenceIsAContradiction() throws {
    func report(_ number: String, _ name: String) throws -> IngestedReport {
      try Reading.report(
        "Police in Yarkand county, Xinjiang, collected DNA samples from \(number) men between January and March 2021.",
        name: name)
    }
    for pair in [("46,000", "64,000"), ("51,000", "15,000"), ("900", "90,000")] {
      let found = ContradictionFinder.contradictions(
        among: [try report(pair.0, "a"), try report(pair.1, "b")])
      #expect(found.contains { $0.matter == "number of people" }, "\(pair)")
    }
    #expect(
      ContradictionFinder.contradictions(
        among: [try report("46,000", "a"), try report("46,000", "b")]
      ).allSatisfy { $0.matter != "number of people" })
  }

  @Test func numbersOfOtherPlacesDoNotContradict() throws {
    let one = try Reading.report(
      "Police in Yarkand county, Xinjiang, collected DNA samples from 51,000 men in 2021.",
      name: "a")
    let other = try Reading.report(
      "Police in Aksu, Xinjiang, collected DNA samples from 15,000 men in 2021.", name: "b")
    let found = ContradictionFinder.contradictions(among: [one, other])
    #expect(!found.contains { $0.matter == "number of people" })
  }
}
