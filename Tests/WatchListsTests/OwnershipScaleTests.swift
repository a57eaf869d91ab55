import Formats
import Testing

@testable import WatchLists

@Suite("Large and circular holdings take time in proportion")
struct OwnershipScaleTests {
  static let rules = OwnershipPropertyTests.rules

  /// Ties of shares between holders by number; the body asked about is 0, restricted is the last.
  private func graph(_ count: Int, _ edges: [(Int, Int, Int)]) -> OwnershipGraph {
    OwnershipGraph(
      holders: (0..<count).map { index in
        let digits = String(index)
        let id = "n" + String(repeating: "0", count: 7 - digits.count) + digits
        return OwnershipGraph.Holder(id: id, names: [id], countries: [])
      },
      ties: edges.map { owner, asset, percent in
        let share = Decimal(exactly: percent).flatMap { ShareRange(low: $0, high: $0) }
        return OwnershipTie(
          owner: Int32(owner), asset: Int32(asset), interest: .shareholding, directness: .direct,
          share: percent < 0 ? nil : share, isBeneficial: false, span: .always)
      }, notices: [])
  }

  private func finding(
    _ graph: OwnershipGraph, _ rule: OwnershipRule, restricted: (Int) -> Bool
  ) -> (OwnershipFinding, Duration) {
    let clock = ContinuousClock()
    let start = clock.now
    let finding = graph.finding(of: 0, under: rule, asOf: CivilDate(dayNumber: 20_000)) {
      restricted($0) ? .restricted : .notRestricted
    }
    return (finding, clock.now - start)
  }

  @Test(arguments: rules) func aRingOfTenThousand(rule: OwnershipRule) {
    let count = 10_000
    let ring = (0..<count).map { ($0, ($0 + 1) % count, 100) }
    let (clean, _) = finding(graph(count, ring), rule) { _ in false }
    #expect(clean.short == "0...0 no")
    let owned = graph(count + 1, ring + [(count, count / 2, 60)])
    let (finding, time) = finding(owned, rule) { $0 == count }
    #expect(finding.short == "100...100 yes")
    #expect(finding.chains[0].contains("further layers 60 percent held by n0010000"))
    #expect(time < .seconds(60), "\(time)")
  }

  @Test(arguments: rules) func ringsWithinRings(rule: OwnershipRule) {
    let count = 10_000
    var edges = (0..<count).map { ($0, ($0 + 1) % count, 40) }
    edges += (0..<count).map { ($0, ($0 + 100) % count, 30) }
    edges += (0..<count).map { ($0, ($0 + 9_000) % count, 20) }
    let (partly, _) = finding(graph(count, edges), rule) { $0 == 5_000 }
    #expect(partly.met == .no)
    let (wholly, time) = finding(graph(count, edges), rule) { $0 >= 9_000 }
    #expect(wholly.shares.high > .zero)
    #expect(time < .seconds(60), "\(time)")
  }

  @Test(arguments: rules) func aChainOfTenThousandListedBodies(rule: OwnershipRule) {
    let count = 10_000
    let chain = (1..<count).map { ($0, $0 - 1, 60) }
    let (finding, time) = finding(graph(count, chain), rule) { $0 > 0 }
    #expect(finding.short == "60...60 yes")
    #expect(finding.owners.count == count - 1)
    #expect(time < .seconds(60), "\(time)")
  }

  @Test(arguments: rules) func aStarOfHundredThousandOwners(rule: OwnershipRule) {
    let count = 100_001
    let star = (1..<count).map { ($0, 0, -1) }
    let (unknown, time) = finding(graph(count, star), rule) { _ in true }
    #expect(unknown.short == "0...100 unknown")
    #expect(unknown.chains.count == 9 && unknown.chains[8] == "99992 more such interests")
    #expect(time < .seconds(60), "\(time)")
    // Each holds more than half: the records contradict each other, or the shares are joint.
    let joint = (1..<count).map { ($0, 0, 60) }
    let (finding, jointTime) = finding(graph(count, joint), rule) { _ in true }
    #expect(finding.met == .yes)
    #expect(jointTime < .seconds(60), "\(jointTime)")
  }

  @Test(arguments: rules) func aBodyThatHoldsHundredThousandOthersIsNotReadForOne(
    rule: OwnershipRule
  ) {
    let count = 100_001
    let star = (1..<count).map { (0, $0, 100) } + [(1, 0, 10)]
    let (finding, time) = finding(graph(count, star), rule) { $0 == 1 }
    #expect(finding.short == "10...10 no")
    #expect(time < .seconds(60), "\(time)")
  }
}
