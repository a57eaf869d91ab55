import Formats

/// How restricted parties hold a body, in words for a memo.
struct OwnershipChains {
  /// Direct owners and layers that are written out; the rest is counted.
  private static let breadth = 8
  private static let depth = 6

  private let ancestry: OwnershipAncestry
  private let reach: OwnershipSpread
  private let high: OwnershipSpread
  private let low: OwnershipSpread

  init(
    _ ancestry: OwnershipAncestry, reach: OwnershipSpread, high: OwnershipSpread,
    low: OwnershipSpread
  ) {
    self.ancestry = ancestry
    self.reach = reach
    self.high = high
    self.low = low
  }

  /// Restricted owners from which a chain leads to the body, by their places in the graph.
  var owners: [Int] {
    var isSeen = [Bool](repeating: false, count: ancestry.members.count)
    isSeen[0] = true
    var queue = [0]
    var next = 0
    while next < queue.count {
      for tie in ancestry.ties(into: queue[next]) {
        let owner = ancestry.number(of: tie.owner)
        guard !isSeen[owner], reach.counts(owner) else { continue }
        isSeen[owner] = true
        queue.append(owner)
      }
      next += 1
    }
    return queue.dropFirst().filter { ancestry.standings[$0] != .notRestricted }
      .map { ancestry.members[$0] }.sorted()
  }

  var texts: [String] {
    let ties = counted(0) { _ in true }
    var texts = OwnershipChains.largest(OwnershipChains.breadth, of: ties).map(chain)
    let rest = ties.count - texts.count
    if rest > 0 { texts.append("\(rest) more such interests") }
    return texts
  }

  private struct Counted {
    let tie: OwnershipTie
    let size: (Int64, Int64, Int)

    func precedes(_ other: Counted) -> Bool {
      size == other.size ? OwnershipTie.precedes(tie, other.tie) : size > other.size
    }
  }

  /// Ties into a member of those who count.
  private func counted(_ member: Int, where isWanted: (_ owner: Int) -> Bool) -> [Counted] {
    ancestry.ties(into: member).compactMap { tie in
      let owner = ancestry.number(of: tie.owner)
      guard reach.counts(owner), isWanted(owner) else { return nil }
      return Counted(tie: tie, size: size(tie))
    }
  }

  /// The first few in order, without putting a hundred thousand others in order too.
  private static func largest(_ count: Int, of ties: [Counted]) -> [OwnershipTie] {
    var first: [Counted] = []
    for tie in ties {
      if first.count == count, let last = first.last, !tie.precedes(last) { continue }
      let place = first.firstIndex { tie.precedes($0) } ?? first.count
      first.insert(tie, at: place)
      if first.count > count { first.removeLast() }
    }
    return first.map(\.tie)
  }

  private func size(_ tie: OwnershipTie) -> (Int64, Int64, Int) {
    let (measure, range) = tie.interest.measured(tie.share)
    let isShare = measure == .shares ? 1 : 0
    return (range.low.millionths, isShare == 1 ? range.high.millionths : 0, isShare)
  }

  private func chain(_ tie: OwnershipTie) -> String {
    var text = clause(tie)
    var owner = ancestry.number(of: tie.owner)
    var layers = 0
    while ancestry.standings[owner] == .notRestricted {
      // Who came to count before it made it count; so this comes to an end in a circle too.
      let order = reach.order[owner]
      let above = counted(owner) { reach.order[$0] < order }
      guard let largest = OwnershipChains.largest(1, of: above).first else { break }
      layers += 1
      let next = ancestry.number(of: largest.owner)
      if layers <= OwnershipChains.depth {
        text += ", itself " + clause(largest)
        if above.count > 1 { text += " and by \(above.count - 1) more" }
      } else if ancestry.standings[next] != .notRestricted {
        text +=
          ", itself through \(layers - OwnershipChains.depth) further layers "
          + clause(largest)
      }
      owner = next
    }
    return text
  }

  /// `60 percent held by Example Holding (restricted party), since 2024-03-01`.
  private func clause(_ tie: OwnershipTie) -> String {
    let owner = ancestry.number(of: tie.owner)
    let (measure, _) = tie.interest.measured(tie.share)
    var text = ""
    switch tie.interest {
    case .shareholding, .votingRights:
      text = (tie.share ?? .unknown).words + " "
    case .appointmentOfBoard:
      text = tie.share.map { $0.words + " " } ?? "a part that is not told "
    default:
      if measure == .shares, let share = tie.share { text = "up to \(share.high) percent in " }
    }
    text += tie.interest.words + " by \(ancestry.graph.name(of: Int(tie.owner)))"
    return text + " (\(standing(owner))\(tie.isBeneficial ? ", beneficial owner" : ""))"
      + (tie.directness == .direct ? "" : " indirectly") + tie.span.words
  }

  private func standing(_ member: Int) -> String {
    switch ancestry.standings[member] {
    case .restricted: return "restricted party"
    case .possiblyRestricted:
      return ancestry.graph.holders[ancestry.members[member]].undisclosed == nil
        ? "possibly a restricted party" : "not disclosed, possibly a restricted party"
    case .notRestricted:
      if low.counts(member) { return "held by half or more by restricted parties" }
      if high.counts(member) { return "possibly held by half or more by restricted parties" }
      return "possibly controlled by restricted parties"
    }
  }
}
