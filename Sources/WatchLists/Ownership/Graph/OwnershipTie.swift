import Formats

/// One interest of one party in one body, as one record states it.
struct OwnershipTie: Sendable, Hashable {
  /// How an interest relates to others that are stated of the same body.
  enum Directness: Int, Sendable, Hashable {
    case direct
    /// Through others that the source does not name.
    case indirect
    /// Through others, each of which has a record of its own (BODS `componentRecords`).
    case explained
  }

  let owner: Int32
  let asset: Int32
  let interest: OwnershipInterest
  let directness: Directness
  let share: ShareRange?
  let isBeneficial: Bool
  let span: DaySpan

  /// An order that does not depend on how the files are ordered.
  static func precedes(_ left: OwnershipTie, _ right: OwnershipTie) -> Bool {
    if left.owner != right.owner { return left.owner < right.owner }
    if left.asset != right.asset { return left.asset < right.asset }
    if left.interest != right.interest {
      return left.interest.rawValue < right.interest.rawValue
    }
    if left.directness != right.directness {
      return left.directness.rawValue < right.directness.rawValue
    }
    let (leftShare, rightShare) = (left.share ?? .unknown, right.share ?? .unknown)
    if leftShare != rightShare {
      return (leftShare.low, leftShare.high) < (rightShare.low, rightShare.high)
    }
    if left.span != right.span { return DaySpan.precedes(left.span, right.span) }
    return !left.isBeneficial && right.isBeneficial
  }
}
