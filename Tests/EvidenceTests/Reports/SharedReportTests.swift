import Evidence
import Formats
import Testing

@Suite("The five reports: what they say, on what they rest, where they differ")
struct SharedReportTests {
  private struct Fact {
    let id: String
    let places: [(file: String, lines: ClosedRange<Int>)]
  }

  private static func facts() throws -> [Fact] {
    guard let shared = Reading.shared else { return [] }
    return try Lines.read(shared + "/domain/seed_facts.ndjson").map { line in
      Fact(
        id: try line.text("id"),
        places: (line.json["locators"]?.array ?? []).compactMap { locator in
          guard let file = locator["seed"]?.string, let at = locator["at"]?.string,
            let lines = ReportLabels.lines(at)
          else { return nil }
          return (file, lines)
        })
    }
  }

  private static func expectations() throws -> [String: [String]] {
    let file = Reading.fixtures + "/seed-expectations.tsv"
    let table = try TextTable(try Lines.bytes(file), requiring: ["fact", "find"], file: file)
    return Dictionary(
      table.rows.map { ($0["fact"], $0.list("find")) }, uniquingKeysWith: { $0 + $1 })
  }

  private func holds(
    _ wanted: String, _ report: IngestedReport, _ lines: ClosedRange<Int>
  ) -> Bool {
    let parts = wanted.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return false }
    let repeated = report.text.segments.filter { $0.alsoAt.contains(where: lines.contains) }
    func reaches(_ locators: [String]) -> Bool {
      locators.compactMap(ReportLabels.lines).contains { place in
        place.overlaps(lines) || repeated.contains { $0.lines.overlaps(place) }
      }
    }
    if parts[0] == "claim" {
      return report.proposals.contains { $0.kind == parts[1] && reaches($0.locators) }
    }
    return report.findings.contains { finding in
      guard finding.kind.rawValue == parts[0], reaches(finding.locators) else { return false }
      switch finding.kind {
      case .body, .document, .person: return finding.code.contains(parts[1])
      case .quantity: return finding.code.hasSuffix(parts[1])
      case .place: return finding.code == parts[1]
      default: return finding.code.hasPrefix(parts[1])
      }
    }
  }

  @Test func everyFactOfTheSharedListIsFound() throws {
    let facts = try Self.facts()
    guard !facts.isEmpty else { return }
    let reports = try Reading.sharedReports()
    let contradictions = Set(
      ContradictionFinder.contradictions(among: reports).map { "contradiction:" + $0.matter })
    let expected = try Self.expectations()
    var lost: [String] = []
    var places = 0
    var foundPlaces = 0
    for fact in facts {
      let wanted = try #require(expected[fact.id], "\(fact.id) has no expectation")
      var isFound = wanted.contains(where: contradictions.contains)
      for place in fact.places where !(wanted.first?.hasPrefix("contradiction") ?? false) {
        guard let report = reports.first(where: { $0.name == place.file }) else { continue }
        places += 1
        if wanted.contains(where: { holds($0, report, place.lines) }) {
          foundPlaces += 1
          isFound = true
        }
      }
      if !isFound { lost.append(fact.id) }
    }
    print("facts \(facts.count - lost.count)/\(facts.count), places \(foundPlaces)/\(places)")
    #expect(lost.count * 20 <= facts.count, "\(lost)")
    #expect(foundPlaces * 10 >= places * 9)
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
    let labels = try ReportLabels(file: Reading.fixtures + "/shared-labels.tsv")
    var score = ReportLabels.Score()
    for report in reports { labels.add(report, to: &score) }
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
