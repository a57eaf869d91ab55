import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("Ownership is the same however it is told, and stricter with each restricted owner")
struct OwnershipPropertyTests {
  /// One edge of a random graph, in whole percent.
  struct Edge {
    var owner: Int
    var asset: Int
    var low: Int
    var high: Int
    var isDirectorship = false

    var line: String {
      if isDirectorship { return Owners.directs("n\(owner)", "n\(asset)") }
      return Owners.owns("n\(owner)", "n\(asset)", low == 0 && high == 100 ? nil : "\(low)-\(high)")
    }
  }

  struct World {
    var count: Int
    var edges: [Edge]
    var restricted: Set<String>
    var possibly: Set<String>

    init(_ random: inout SeededGenerator) {
      count = Int.random(in: 2...7, using: &random)
      let count = count
      edges = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        let low = [0, 10, 25, 30, 49, 50, 51, 60, 100].randomElement(using: &random) ?? 0
        let isOpen = Int.random(in: 0...3, using: &random) == 0
        return Edge(
          owner: Int.random(in: 0..<count, using: &random),
          asset: Int.random(in: 0..<count, using: &random), low: isOpen ? 0 : low,
          high: isOpen ? 100 : min(100, low + Int.random(in: 0...1, using: &random) * 15),
          isDirectorship: Int.random(in: 0...9, using: &random) == 0)
      }
      restricted = Set(
        (1..<count).filter { _ in Int.random(in: 0...3, using: &random) == 0 }.map { "n\($0)" })
      possibly = Set(
        (1..<count).filter { _ in Int.random(in: 0...5, using: &random) == 0 }.map { "n\($0)" })
    }

    func finding(_ rule: OwnershipRule, shuffled seed: UInt64? = nil) throws -> OwnershipFinding {
      var lines = (0..<count).map { Owners.company("n\($0)") } + edges.map(\.line)
      if let seed {
        var random = SeededGenerator(seed: seed)
        lines.shuffle(using: &random)
      }
      let (graph, reader) = Owners.read(lines)
      try #require(reader.faultCount == 0, "\(reader.firstFault?.line ?? "")")
      return try Owners.finding(
        graph, of: "n0", rule, restricted: restricted, possibly: possibly.subtracting(restricted))
    }

    /// Passes over all edges until nothing changes; each owner's records of one body are at least
    /// the largest and at most the sum.
    func fixpoint(
      _ rule: OwnershipRule, high: Bool, of roots: Set<Int>? = nil
    ) -> (shares: Int, isMet: Bool) {
      var counted = Set(
        (0..<count).filter { node in
          roots?.contains(node)
            ?? (restricted.contains("n\(node)") || high && possibly.contains("n\(node)"))
        })
      func sums(_ asset: Int) -> (shares: Int, control: Int) {
        var shares = 0
        var control = 0
        for owner in counted where owner != asset {
          let ties = edges.filter { $0.owner == owner && $0.asset == asset }
          let held = ties.filter { !$0.isDirectorship }
          shares +=
            high ? min(100, held.reduce(0) { $0 + $1.high }) : held.reduce(0) { max($0, $1.low) }
          if high { control += min(100, ties.filter(\.isDirectorship).count * 100) }
        }
        return (min(shares, 100), min(control, 100))
      }
      func isMet(_ asset: Int) -> Bool {
        let (shares, control) = sums(asset)
        return rule.shares.isMet(by: Decimal(millionths: Int64(shares) * 1_000_000))
          || rule.countsControl && control > 50
      }
      var isChanged = true
      while isChanged {
        isChanged = false
        for asset in 0..<count where !counted.contains(asset) && isMet(asset) {
          counted.insert(asset)
          isChanged = true
        }
      }
      return (sums(0).shares, isMet(0))
    }
  }

  static let rules = [OwnershipRule.ofac, OwnershipRuleTests.european, .unitedKingdom]

  @Test(arguments: rules) func agreesWithPassesOverAllEdges(rule: OwnershipRule) throws {
    var answers: [OwnershipFinding.Answer: Int] = [:]
    for seed in 0..<UInt64(400) {
      var random = SeededGenerator(seed: seed)
      let world = World(&random)
      let finding = try world.finding(rule)
      let high = world.fixpoint(rule, high: true)
      #expect(finding.shares.high == Decimal(exactly: high.shares), "seed \(seed)")
      if rule.aggregation == .together {
        let low = world.fixpoint(rule, high: false)
        #expect(finding.shares.low == Decimal(exactly: low.shares), "seed \(seed)")
        #expect(finding.met == (low.isMet ? .yes : high.isMet ? .unknown : .no), "seed \(seed)")
      } else {
        // Alone each restricted party holds at most what its group does, and all together more.
        let alone = (0..<world.count).filter { world.restricted.contains("n\($0)") }
          .map { world.fixpoint(rule, high: false, of: [$0]) }
        let together = world.fixpoint(rule, high: false)
        let best = Decimal(exactly: alone.map(\.shares).max() ?? 0) ?? .zero
        #expect(finding.shares.low >= best, "seed \(seed)")
        #expect(finding.shares.low <= Decimal(exactly: together.shares) ?? .zero, "seed \(seed)")
        if alone.contains(where: \.isMet) { #expect(finding.met == .yes, "seed \(seed)") }
        if !high.isMet { #expect(finding.met == .no, "seed \(seed)") }
        if !together.isMet { #expect(finding.met != .yes, "seed \(seed)") }
      }
      answers[finding.met, default: 0] += 1
    }
    #expect(answers.values.allSatisfy { $0 > 10 } && answers.count == 3, "\(answers)")
  }

  @Test(arguments: rules) func theOrderOfLinesSaysNothing(rule: OwnershipRule) throws {
    for seed in 0..<UInt64(100) {
      var random = SeededGenerator(seed: seed)
      let world = World(&random)
      #expect(
        try world.finding(rule) == world.finding(rule, shuffled: seed &+ 99), "seed \(seed)")
    }
  }

  @Test(arguments: rules) func anotherOwnerNeverLowersAResult(rule: OwnershipRule) throws {
    for seed in 0..<UInt64(400) {
      var random = SeededGenerator(seed: seed)
      let world = World(&random)
      let before = try world.finding(rule)
      var more = world
      let owner = world.restricted.sorted().randomElement(using: &random)
      more.edges.append(
        Edge(
          owner: owner.flatMap { Int($0.dropFirst()) } ?? 1,
          asset: Int.random(in: 0..<world.count, using: &random), low: 20, high: 20))
      var listed = world
      listed.restricted.insert("n\(Int.random(in: 1..<world.count, using: &random))")
      for world in [more, listed] {
        let after = try world.finding(rule)
        #expect(after.shares.low >= before.shares.low, "seed \(seed)")
        #expect(after.shares.high >= before.shares.high, "seed \(seed)")
        #expect(after.met >= before.met, "seed \(seed)")
      }
    }
  }

  @Test(arguments: rules) func aShareThatBecomesUnknownNeverLowersTheMost(
    rule: OwnershipRule
  ) throws {
    for seed in 0..<UInt64(300) {
      var random = SeededGenerator(seed: seed)
      let world = World(&random)
      guard !world.edges.isEmpty else { continue }
      let before = try world.finding(rule)
      var vague = world
      let index = Int.random(in: vague.edges.indices, using: &random)
      (vague.edges[index].low, vague.edges[index].high) = (0, 100)
      let after = try vague.finding(rule)
      #expect(after.shares.high >= before.shares.high, "seed \(seed)")
      #expect(after.shares.low <= before.shares.low, "seed \(seed)")
      if before.met != .no { #expect(after.met != .no, "seed \(seed)") }
    }
  }
}
