import Formats
import Testing

@testable import Evidence

/// Reports that cite and say very much are read in bounded time, and what is left out is told.
@Suite("Very many speakers and statements")
struct ManyStatementsTests {
  /// A name of two words, another one for each number.
  private static func name(_ number: Int) -> String {
    func word(_ number: Int) -> String {
      var rest = number
      var word = ""
      for _ in 0..<4 {
        word += ["ba", "de", "ki", "lo", "mu", "na", "re", "so"][rest % 8]
        rest /= 8
      }
      return word.prefix(1).uppercased() + word.dropFirst()
    }
    return word(number) + " " + word(number * 7 + 3)
  }

  private static func report(_ numbers: Range<Int>, name: String) throws -> IngestedReport {
    let text = numbers.map {
      "\(self.name($0)) said police in Gansu collect DNA samples from all residents of Wuwei."
    }
    return try Reading.report(text.joined(separator: "\n\n"), name: name)
  }

  @Test func aSpeakerOfTwoReportsIsFoundAmongThousands() throws {
    let one = try Self.report(0..<3000, name: "one")
    let other = try Self.report(2999..<3002, name: "other")
    #expect(one.attributions.count == 3000)
    let graph = DerivationGraph([one, other])
    // Only whom both cite is known to be no voice of its own.
    #expect(graph.edges.map(\.to).allSatisfy { $0 == .named(Self.name(2999)) })
    #expect(Set(graph.edges.map(\.from)) == [0, 1])
  }

  @Test func speakersBeyondTheLimitAreTold() throws {
    var limits = ReportLimits()
    limits.speakers = 3
    let text = (0..<5).map {
      "\(Self.name($0)) said police in Gansu collect DNA from all residents of Wuwei."
    }.joined(separator: "\n\n")
    let read = try Reading.report(text, name: "many.txt", limits: limits)
    #expect(read.attributions.count == 3)
    let warning = try #require(read.warnings.first { $0.id == "EVD178" })
    #expect(warning.message.contains("of 2 sentences"), "\(warning.message)")
  }

  @Test func contradictionsBeyondTheLimitAreTold() throws {
    func report(_ from: Int) throws -> IngestedReport {
      let lines = (0..<50).map {
        "Police in Gansu collect DNA from residents aged \(from + $0 % 9) to \(40 + $0)."
      }
      return try Reading.report(lines.joined(separator: "\n\n"), name: "r\(from)")
    }
    let few = ContradictionFinder.search(among: [try report(1), try report(11)])
    let all = ContradictionFinder.search(among: try [1, 11, 21].map(report))
    #expect(few.found.count > 1000)
    #expect(all.found.count == 2000)
    let notice = try #require(all.notices.first)
    #expect(notice.id == "EVD177" && notice.message.contains("age"), "\(notice.message)")
    if few.found.count < 2000 { #expect(few.notices.isEmpty) }
  }

  /// Of edges on a cycle the weakest goes, as long as there is a cycle.
  @Test(arguments: [UInt64(7), 8, 9])
  func noTextRestsOnItself(seed: UInt64) {
    var state = seed
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    for _ in 0..<200 {
      let count = 2 + random(6)
      var edges: [DerivationGraph.Edge] = []
      for _ in 0..<random(14) {
        let (from, to) = (random(count), random(count))
        guard from != to else { continue }
        edges.append(
          DerivationGraph.Edge(
            from: from, to: random(5) == 0 ? .named("x") : .report(to), strength: random(4),
            evidence: []))
      }
      #expect(EdgeCycles(edges).removed == Self.removedOneByOne(edges), "seed \(seed): \(edges)")
    }
  }

  /// The same by looking at the whole graph anew after each edge.
  private static func removedOneByOne(_ edges: [DerivationGraph.Edge]) -> Set<Int> {
    var removed: Set<Int> = []
    func reaches(_ from: Int, _ goal: Int) -> Bool {
      var open = [from]
      var seen: Set<Int> = []
      while let current = open.popLast() {
        if current == goal { return true }
        guard seen.insert(current).inserted else { continue }
        for (index, edge) in edges.enumerated() where edge.from == current {
          if case .report(let next) = edge.to, !removed.contains(index) { open.append(next) }
        }
      }
      return false
    }
    while true {
      let cyclic = edges.indices.filter { index in
        guard !removed.contains(index), case .report(let next) = edges[index].to else {
          return false
        }
        return reaches(next, edges[index].from)
      }
      guard let weakest = cyclic.min(by: { edges[$0].strength < edges[$1].strength }) else {
        return removed
      }
      removed.insert(weakest)
    }
  }
}
