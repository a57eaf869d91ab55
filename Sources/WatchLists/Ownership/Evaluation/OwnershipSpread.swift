/// Who counts as restricted at one bound: the restricted parties, and then each body whose
/// restricted owners together pass a threshold of the rule.
///
/// A worklist: a member is taken up once, when it first counts, and passes on what it holds. Linear
/// in members and ties however they are circled.
struct OwnershipSpread {
  /// When a member came to count, from 1; 0 for those who do not.
  private(set) var order: [Int32]
  private(set) var tallies: [OwnershipTally]

  init(
    _ ancestry: OwnershipAncestry, _ rule: OwnershipRule, _ bound: OwnershipBound,
    withControl: Bool
  ) {
    var order = [Int32](repeating: 0, count: ancestry.members.count)
    var tallies = [OwnershipTally](repeating: OwnershipTally(), count: ancestry.members.count)
    let least = bound == .low ? OwnerStanding.restricted : .possiblyRestricted
    var queue = ancestry.standings.indices.filter { ancestry.standings[$0] >= least }
    for (place, member) in queue.enumerated() { order[member] = Int32(place + 1) }
    var next = 0
    while next < queue.count {
      ancestry.contributions(of: queue[next], bound) { asset, part in
        tallies[asset].add(part)
        guard order[asset] == 0,
          bound.isPassed(tallies[asset], rule, withControl: withControl)
        else { return }
        queue.append(asset)
        order[asset] = Int32(queue.count)
      }
      next += 1
    }
    self.order = order
    self.tallies = tallies
  }

  func counts(_ member: Int) -> Bool { order[member] > 0 }
}
