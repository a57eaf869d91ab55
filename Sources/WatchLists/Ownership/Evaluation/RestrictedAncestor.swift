public import Formats

/// A restricted party somewhere above a body, whatever its share: red flag 29 asks for every one.
public struct RestrictedAncestor: Sendable, Hashable {
  /// Whether the owner surely is the restricted party.
  public let isCertain: Bool
  /// `Example Fund (restricted party): 49 percent of Anhe Holding, which holds 100 percent of it`.
  public let words: String
}

extension OwnershipGraph {
  /// Restricted parties from whom interests lead to a body on a day, nearest first.
  ///
  /// Linear in those above and their ties. Of several ways from one of them the shortest is told.
  public func restrictedAbove(
    _ asset: Int, asOf date: CivilDate, standing: (Int) -> OwnerStanding
  ) -> [RestrictedAncestor] {
    let ancestry = OwnershipAncestry(of: asset, in: self, asOf: date, standing: standing)
    // Members stand in the order in which a search upwards met them.
    var ways = [OwnershipTie?](repeating: nil, count: ancestry.members.count)
    for member in ancestry.members.indices {
      for tie in ancestry.ties(into: member) where tie.share?.high != .zero {
        let owner = ancestry.number(of: tie.owner)
        if owner > 0, owner != member, ways[owner] == nil { ways[owner] = tie }
      }
    }
    return ancestry.standings.indices.dropFirst().compactMap { member in
      guard ancestry.standings[member] != .notRestricted, ways[member] != nil else { return nil }
      let isCertain = ancestry.standings[member] == .restricted
      return RestrictedAncestor(
        isCertain: isCertain,
        words: "\(name(of: ancestry.members[member])) ("
          + "\(isCertain ? "restricted party" : "possibly a restricted party")): "
          + way(from: member, ways, ancestry))
    }
  }

  private func way(
    from member: Int, _ ways: [OwnershipTie?], _ ancestry: OwnershipAncestry
  ) -> String {
    var parts: [String] = []
    var next = member
    while parts.count < 6, let tie = ways[next] {
      next = ancestry.number(of: tie.asset)
      let held = next == 0 ? "it" : name(of: Int(tie.asset))
      let (measure, _) = tie.interest.measured(tie.share)
      let share =
        measure == .shares && tie.interest == .shareholding
        ? "\((tie.share ?? .unknown).words) of \(held)" : "\(tie.interest.words) in \(held)"
      parts.append((parts.isEmpty ? "" : "which has ") + share)
      if next == 0 { break }
    }
    return parts.joined(separator: ", ") + (next == 0 ? "" : ", and further layers")
  }
}
