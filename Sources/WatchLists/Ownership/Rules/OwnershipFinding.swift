public import Formats

/// Whether an owner is one whose shares a rule counts.
public enum OwnerStanding: Int, Sendable, Hashable, Comparable {
  case notRestricted
  /// Nobody knows yet: a match that is possible, or an owner who is not disclosed.
  case possiblyRestricted
  case restricted

  public static func < (left: OwnerStanding, right: OwnerStanding) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a rule finds of the ownership and control of one body on one day.
public struct OwnershipFinding: Sendable, Hashable {
  public enum Answer: String, Sendable, Hashable, Comparable {
    case no, unknown, yes

    public static func < (left: Answer, right: Answer) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .no: 0
      case .unknown: 1
      case .yes: 2
      }
    }
  }

  /// What is to be asked though the rule is not met, or may not be.
  public enum Flag: String, Sendable, Hashable, CaseIterable {
    /// A restricted party is or may be an owner and its share is not known (red flag 29).
    case shareUnknown
    /// Restricted parties own less than the threshold.
    case minorityShare
    /// A restricted party may direct the body otherwise than by owning it.
    case possibleControl
    /// Several restricted parties pass the threshold together and none alone: do they hold
    /// jointly?
    case jointHolding
  }

  public let rule: OwnershipRule
  public let asOf: CivilDate
  public let force: OwnershipRule.Force
  /// The share that counts: at least as known, at most with every unknown share and owner.
  public let shares: ShareRange
  public let votes: ShareRange
  public let control: ShareRange
  public let met: Answer
  public let flags: [Flag]
  /// How they hold it, nearest owner first, the largest share first; with dates.
  public let chains: [String]
  /// Restricted owners above the body, or those who may be, by their places in the graph; the
  /// most restrictive of their entries is the one that binds.
  public let owners: [Int]

  public var threshold: OwnershipRule.Threshold { rule.shares }

  /// One sentence for a memo, without its full stop.
  public var words: String {
    let share = shares == .none ? "none" : shares.words
    let answer =
      switch met {
      case .yes: "is met"
      case .no: "is not met"
      case .unknown: "may be met"
      }
    return "\(rule.title) as of \(asOf): restricted parties own \(share), \(threshold.words) "
      + "counts: \(answer)" + (chains.isEmpty ? "" : " (\(chains.joined(separator: "; ")))")
  }
}
