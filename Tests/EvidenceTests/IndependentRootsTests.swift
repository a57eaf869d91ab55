import Evidence
import Formats
import SeededNumbers
import Taxonomy
import Testing

@Suite("A derived copy of a report never adds a root")
struct IndependentRootsTests {

  private func sources(_ generator: inout SeededGenerator, most: Int = 8) -> [Set<String>] {
    (0..<Int.random(in: 0...most, using: &generator)).map { _ in
      Set(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          "r\(Int.random(in: 0..<6, using: &generator))"
        })
    }
  }

  /// The largest number of sources of which no two share a root, by trying all of them.
  private func exhaustive(_ sources: [Set<String>]) -> Int {
    var best = 0
    for choice in 0..<(1 << sources.count) {
      var taken: Set<String> = []
      var count = 0
      let isFree = sources.indices.allSatisfy { index in
        guard choice & (1 << index) != 0 else { return true }
        guard taken.isDisjoint(with: sources[index]) else { return false }
        taken.formUnion(sources[index])
        count += 1
        return true
      }
      if isFree { best = max(best, count) }
    }
    return best
  }

  @Test(arguments: [UInt64(20_261_122)])
  func theCountIsThatOfAllChoices(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for number in 0..<300 {
      let sources = sources(&generator)
      let roots = IndependentRoots(sources)
      #expect(roots.atLeast == roots.atMost, "seed \(seed), set \(number)")
      #expect(roots.atLeast == exhaustive(sources), "seed \(seed), set \(number): \(sources)")
    }
  }

  @Test(arguments: [UInt64(20_261_123)])
  func aFurtherSourceNeverLowersAndACopyNeverRaises(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var copies = 0
    for number in 0..<300 {
      let sources = sources(&generator, most: number % 3 == 0 ? 24 : 8)
      let before = IndependentRoots(sources)
      let other = IndependentRoots(sources + [["x", "y"]])
      #expect(other.atLeast >= before.atLeast, "seed \(seed), set \(number)")
      guard let origin = sources.randomElement(using: &generator) else { continue }
      copies += 1
      // A copy has all roots of what it copies, and may have those of others besides.
      let copy = origin.union(sources.randomElement(using: &generator) ?? [])
      let after = IndependentRoots(sources + [copy])
      #expect(after.atLeast == before.atLeast || before.atLeast < before.atMost, "\(number)")
      #expect(after.atMost >= before.atLeast, "seed \(seed), set \(number)")
    }
    #expect(copies > 200)
  }

  private func library(_ sources: [String], _ claims: [String]) throws -> EvidenceLibrary {
    var library = try #require(Bundled.library)
    _ = try library.add(
      news: try (sources + claims).enumerated().map {
        Line(json: try JSONReader.read(Array($1.utf8)), file: "test", number: $0 + 1)
      })
    return library
  }

  private static func source(_ id: String, _ published: String, from origins: [String] = [])
    -> String
  {
    """
    {"id":"\(id)","publisher":"Tern Bay \(id)","title":"T","published":"\(published)",\
    "root":"\(id)","derivesFrom":[\(origins.map { "\"\($0)\"" }.joined(separator: ","))]}
    """
  }

  private static func claim(
    _ id: String, of source: String, _ certainty: String = "stated", against other: String? = nil
  ) -> String {
    """
    {"id":"\(id)","kind":"police-dna-database","subject":{"place":"DE"},"source":"\(source)",\
    "locator":"L1","certainty":"\(certainty)","summary":"S \(id).",\
    "contradicts":[\(other.map { "\"\($0)\"" } ?? "")]}
    """
  }

  private static let today = CivilDate("2026-11-22") ?? CivilDate(dayNumber: 0)

  private func report(_ library: EvidenceLibrary) throws -> Report {
    try #require(
      Report.reports(from: library, asOf: Self.today)
        .first { $0.kind == "police-dna-database" && $0.subject == .place("DE") })
  }

  @Test func aCopyThatClaimsARootOfItsOwnHasThatOfItsOrigin() throws {
    let sources = [
      Self.source("a", "2026-01-01"), Self.source("b", "2026-02-01"),
      Self.source("copy", "2026-03-01", from: ["a"]),
      Self.source("digest", "2026-04-01", from: ["b", "copy"]),
    ]
    let one = try report(
      library(sources, [Self.claim("1", of: "a"), Self.claim("2", of: "copy")]))
    #expect(one.independent.atLeast == 1)
    #expect(one.roots == ["a"])
    // The digest rests on both and is independent of neither, whichever of them speaks.
    let two = try report(
      library(sources, [Self.claim("1", of: "b"), Self.claim("2", of: "digest")]))
    #expect(two.independent.atLeast == 1)
    let all = try report(
      library(
        sources, ["a", "b", "copy", "digest"].map { Self.claim("c-\($0)", of: $0) }))
    #expect(all.independent.atLeast == 2)
    #expect(all.newest == CivilDate("2026-04-01"))
    #expect(all.attributions == [.firstHand, .relayed])
  }

  @Test func contradictionsAreKeptOnBothSides() throws {
    let sources = [Self.source("a", "2026-01-01"), Self.source("b", "2026-02-01")]
    let bundled = try #require(Bundled.library).claims[0]
    let own = try library(
      sources,
      [Self.claim("1", of: "a", against: bundled.id), Self.claim("2", of: "b", "unclear")])
    let report = try report(own)
    #expect(report.contradicting.map(\.id) == [bundled.id])
    #expect(report.attributions == [.firstHand, .unclear])
    #expect(report.independent.atLeast == 1)
    let other = try #require(
      Report.reports(from: own, asOf: Self.today)
        .first { $0.claims.contains { $0.id == bundled.id } })
    #expect(other.contradicting.contains { $0.id == "1" })
  }

  @Test func whatIsThereAlreadyIsNoNewsAndWhatSaysSomethingElseIsRefused() throws {
    let sources = [Self.source("a", "2026-01-01")]
    var library = try library(sources, [Self.claim("1", of: "a")])
    func line(_ text: String) throws -> Line {
      Line(json: try JSONReader.read(Array(text.utf8)), file: "test", number: 7)
    }
    let again = try library.add(news: [line(sources[0]), line(Self.claim("1", of: "a"))])
    #expect(again.isEmpty)
    let news = try library.add(news: [line(Self.claim("2", of: "a"))])
    #expect(news.map(\.id) == ["2"])
    let other = try line(Self.claim("1", of: "a", "reported"))
    do throws(Diagnostic) {
      _ = try library.add(news: [other])
      Issue.record("another claim of the same id was taken")
    } catch {
      #expect(error.id == "EVD146" && error.position?.line == 7)
    }
  }
}
