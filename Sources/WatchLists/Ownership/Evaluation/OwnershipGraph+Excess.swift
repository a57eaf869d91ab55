public import Formats

extension OwnershipGraph {
  /// Direct shares that rounding may add beyond the whole, in millionths of a percent.
  private static let rounding: Int64 = 500_000

  /// The body and those above it of which the records state more than there is, with the sum, in
  /// words. One of the records is wrong then, so that nobody knows who owns the body.
  ///
  /// Of one owner the largest record counts, and beneficial owners stand behind others. Linear in
  /// those above and their ties.
  public func excesses(above asset: Int, asOf date: CivilDate) -> [String] {
    let ancestry = OwnershipAncestry(of: asset, in: self, asOf: date) { _ in .notRestricted }
    return ancestry.members.indices.compactMap { member in
      var largest: [Int32: Int64] = [:]
      for tie in ancestry.ties(into: member)
      where tie.interest == .shareholding && tie.directness == .direct && !tie.isBeneficial {
        let low = tie.share?.low.millionths ?? 0
        largest[tie.owner] = max(largest[tie.owner] ?? 0, low)
      }
      // At most 100 percent for each owner, and no graph holds owners enough to overflow.
      let sum = largest.values.reduce(0) { $0 &+ $1 }
      guard sum > ShareRange.whole.millionths + Self.rounding else { return nil }
      return "the shares of \(name(of: ancestry.members[member])) that are on record add to "
        + "\(Decimal(millionths: sum)) percent"
    }
  }
}
