import Benchmarks
import Evidence
import Formats
import Testing

@Suite("The five reports: what they say, on what they rest, where they differ")
struct SharedReportTests {
  @Test func everyFactOfTheSharedListIsFound() throws {
    guard let shared = Reading.shared else { return }
    let facts = try SeedFacts(
      facts: shared + "/domain/seed_facts.ndjson",
      expectations: Reading.fixtures + "/seed-expectations.tsv")
    let score = facts.score(try Reading.sharedReports())
    print("facts \(score.found)/\(score.facts), places \(score.foundPlaces)/\(score.places)")
    #expect(score.facts > 100)
    #expect(score.lost.count * 20 <= score.facts, "\(score.lost)")
    #expect(score.foundPlaces * 10 >= score.places * 9)
  }

  @Test func theyHaveOneRootAndNoCircle() throws {
    let reports = try Reading.sharedReports()
    guard !reports.isEmpty else { return }
    let graph = DerivationGraph(reports)
    let origin = try #require(reports.firstIndex { $0.metadata.publisherCode == "hrw" })
    #expect(graph.roots == [.report(origin)])
    for number in reports.indices where number != origin {
      let edge = try #require(graph.edges.first { $0.from == number && $0.isMain })
      #expect(edge.to == .report(origin))
      #expect(!edge.evidence.isEmpty)
    }
  }

  @Test func mostProposalsAreRight() throws {
    let reports = try Reading.sharedReports()
    guard !reports.isEmpty else { return }
    let score = try LabelledReports(file: Reading.fixtures + "/shared-labels.tsv").score(reports)
    print("the five reports: \(score)")
    #expect(score.precision >= 0.85, "\(score.mistakes)")
    #expect(score.lineRecall >= 0.9)
  }

  @Test func whatIsPrintedTwiceIsReadOnce() throws {
    let reports = try Reading.sharedReports()
    guard !reports.isEmpty else { return }
    // Every sentence of this one stands twice in its line.
    let doubled = try #require(reports.first { $0.metadata.publisherCode == "guardian" })
    for proposal in doubled.proposals {
      let half = proposal.quote.count / 2
      #expect(proposal.quote.prefix(half) != proposal.quote.suffix(half), "\(proposal.id)")
    }
    // The excerpt of this one repeats the paragraph below it.
    let excerpt = try #require(reports.first { $0.name.hasPrefix("000") })
    #expect(excerpt.text.segments.contains { $0.kind == .repetition && $0.lines == 9...9 })
    #expect(excerpt.text.segments.contains { $0.alsoAt == [9] })
  }
}
