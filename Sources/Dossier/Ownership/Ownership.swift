public import Facts
import Formats
public import WatchLists

/// Ownership and control of one party by restricted parties.
public struct Ownership: Sendable {
  /// How far the records of the corpus speak of the party.
  public enum Reach: String, Sendable, Hashable {
    /// The corpus holds no records of ownership.
    case notSearched
    /// They name nobody who is or may be the party, so that nothing is known of its owners.
    case notRecorded
    case recorded
  }

  /// What the rule of a regime finds.
  public struct RuleAnswer: Sendable {
    public let rule: OwnershipRule
    /// Whether the rule is law on the day.
    public let force: OwnershipRule.Force
    /// Unknown where it may be met.
    public let met: Fact
  }

  public let reach: Reach
  /// Percent that blocked persons own, from what is known at least to what is possible at most.
  public let blocked: Fact
  /// The same of parties that the Affiliates Rule counts.
  public let listed: Fact
  /// The chains in words.
  public let words: String
  /// In the order in which they are asked.
  public var rules: [RuleAnswer] = []
  /// Whether listed persons may direct it otherwise than by owning it.
  public var control: Fact = .boolean(false, .computed, words: Ownership.nothingFound)
  /// Whether a listed party stands above it, with any share and through any layers.
  public var above: Fact = .boolean(false, .computed, words: Ownership.nothingFound)

  static let nothingFound = "no ownership of it was found in what was searched"

  init(reach: Reach, blocked: Fact, listed: Fact, words: String) {
    self.reach = reach
    self.blocked = blocked
    self.listed = listed
    self.words = words
  }

  /// What is said of a party of whom no record speaks.
  public static func none(_ reach: Reach) -> Ownership {
    let none = Fact(
      .number(Interval(exactly: .zero)), .computed, words: Ownership.nothingFound)
    return Ownership(reach: reach, blocked: none, listed: none, words: "not searched or not found")
  }

  func fact(under rule: String) -> Fact {
    rules.first { $0.rule.id == rule }?.met
      ?? .boolean(false, .computed, words: Ownership.nothingFound)
  }

  func truth(under rule: String) -> Truth { Truth(fact(under: rule)) }
}
