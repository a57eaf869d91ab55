import Formats

/// One body and everybody above it on one day, numbered from the body (0) upwards.
///
/// Only what is above is looked at: a question costs what its own owners cost, not the graph.
struct OwnershipAncestry {
  let graph: OwnershipGraph
  let date: CivilDate
  /// Places in the graph; the body asked about is the first.
  let members: [Int]
  let standings: [OwnerStanding]
  /// Numbers by place in the graph, -1 for those who are not above.
  private let numbers: [Int32]

  /// Asks `standing` once of each member. Linear in the members and their ties.
  init(
    of asset: Int, in graph: OwnershipGraph, asOf date: CivilDate,
    standing: (Int) -> OwnerStanding
  ) {
    var numbers = [Int32](repeating: -1, count: graph.holders.count)
    var members = [asset]
    numbers[asset] = 0
    var next = 0
    while next < members.count {
      for place in graph.held(in: members[next]) {
        let tie = graph.ties[Int(place)]
        let owner = Int(tie.owner)
        guard numbers[owner] < 0, tie.span.contains(date) else { continue }
        numbers[owner] = Int32(members.count)
        members.append(owner)
      }
      next += 1
    }
    self.graph = graph
    self.date = date
    self.members = members
    self.numbers = numbers
    standings = members.map { member in
      let known = standing(member)
      guard graph.holders[member].undisclosed != nil else { return known }
      return max(known, .possiblyRestricted)
    }
  }

  func number(of place: Int32) -> Int { Int(numbers[Int(place)]) }

  /// The ties on this day by which others hold a member.
  func ties(into member: Int) -> [OwnershipTie] {
    graph.held(in: members[member]).compactMap { place in
      let tie = graph.ties[Int(place)]
      return tie.span.contains(date) && tie.owner != tie.asset ? tie : nil
    }
  }

  /// What a member holds of each other member at one bound.
  ///
  /// Two records of one interest of one owner may tell of one holding or of two: at least the
  /// larger counts, at most their sum. Interests of several kinds in one measure (shares, and the
  /// profit of them) come from the same holding, so the largest counts.
  func contributions(
    of member: Int, _ bound: OwnershipBound, _ body: (_ asset: Int, OwnershipTally) -> Void
  ) {
    var asset = -1
    var part = OwnershipTally()
    var group: (interest: OwnershipInterest, directness: OwnershipTie.Directness)?
    var amount: Int64 = 0
    func endGroup() {
      guard let (interest, directness) = group else { return }
      part.raise(amount, interest.measured(nil).measure, directness)
      group = nil
      amount = 0
    }
    for tie in graph.holdings(of: members[member]) where tie.span.contains(date) {
      let held = number(of: tie.asset)
      guard held >= 0, held != member else { continue }
      if held != asset {
        endGroup()
        if asset >= 0 { body(asset, part) }
        asset = held
        part = OwnershipTally()
      }
      if group?.interest != tie.interest || group?.directness != tie.directness {
        endGroup()
        group = (tie.interest, tie.directness)
      }
      let range = tie.interest.measured(tie.share).range
      switch bound {
      case .low: amount = max(amount, range.low.millionths)
      case .high: amount = min(amount + range.high.millionths, ShareRange.whole.millionths)
      }
    }
    endGroup()
    if asset >= 0 { body(asset, part) }
  }
}
