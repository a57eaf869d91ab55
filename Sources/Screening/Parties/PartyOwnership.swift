public import Dossier
import Facts
public import Formats
import WatchLists

/// What the records of ownership of the corpus say of a party alone.
public struct PartyOwnership: Sendable {
  public enum Answer: String, Sendable, Hashable, CaseIterable {
    /// Listed parties own or control it as the rule of some regime counts it.
    case owned
    /// A listed party stands above it and no rule is surely met.
    case listedOwner
    /// Listed parties may own or control it: a share, an owner or a likeness is not known.
    case unknown
    /// The records name it, and nobody listed above it.
    case noneFound
    /// The records do not name it.
    case notRecorded
    /// The corpus holds no records.
    case notSearched
  }

  /// The facts on which the answer rests.
  public let ownership: Ownership

  /// Draws the answer from the facts, as the rules of each regime count them.
  public init(_ ownership: Ownership) { self.ownership = ownership }

  private static let half = Decimal(millionths: 50_000_000)

  /// The most severe of what the facts say; whatever is not known is never `noneFound`.
  public var answer: Answer {
    switch ownership.reach {
    case .notSearched: return .notSearched
    case .notRecorded: return .notRecorded
    case .recorded: break
    }
    let shares = [ownership.blocked, ownership.listed].map(PartyOwnership.interval)
    let rules = ownership.rules.map { Truth($0.met) }
    let above = Truth(ownership.above)
    if rules.contains(.isTrue) || shares.contains(where: { $0.isAtLeast(Self.half) == .isTrue }) {
      return .owned
    }
    if above == .isTrue || shares.contains(where: { $0.low.map { $0 > .zero } ?? false }) {
      return .listedOwner
    }
    let isNone =
      rules.allSatisfy { $0 == .isFalse } && above == .isFalse
      && Truth(ownership.control) == .isFalse && shares.allSatisfy { $0.high == .zero }
    return isNone ? .noneFound : .unknown
  }

  /// Whether it holds the party until a person has looked.
  public var holds: Bool { [.owned, .listedOwner, .unknown].contains(answer) }

  /// Rules that are met, or may be.
  private func titles(_ truth: Truth) -> [String] {
    ownership.rules.filter { Truth($0.met) == truth }.map {
      $0.rule.title + ($0.force == .inForce ? "" : " (\($0.force.words))")
    }
  }

  /// The answer for a person, without the chain.
  public var sentence: String {
    switch answer {
    case .owned:
      let met = titles(.isTrue)
      return "Listed parties own or control it"
        + (met.isEmpty ? " by half or more" : ": " + met.joined(separator: ", "))
    case .listedOwner:
      let open = titles(.isUnknown)
      return "A listed party stands above it"
        + (open.isEmpty
          ? ", below what any rule counts"
          : "; not known whether it meets: \(open.joined(separator: ", "))")
    case .unknown: return "It is not known whether listed parties own or control it"
    case .noneFound: return "The records of ownership name nobody listed above it"
    case .notRecorded: return "The records of ownership do not name it; its owners are not known"
    case .notSearched: return "There are no records of ownership; its owners are not known"
    }
  }

  /// How listed parties hold it: shares and chains, one a line; empty where none was found.
  public var chains: [String] {
    guard holds else { return [] }
    var told: [String] = []
    let found = [
      ("blocked persons", ownership.blocked), ("listed parties", ownership.listed),
    ]
    for (who, fact) in found {
      let share = PartyOwnership.interval(fact)
      guard share.high != .zero else { continue }
      told.append("\(PartyOwnership.words(share)) held by \(who): \(fact.words)")
    }
    if Truth(ownership.above) != .isFalse { told.append("above it: \(ownership.above.words)") }
    for answer in ownership.rules where Truth(answer.met) != .isFalse {
      told.append(answer.met.words)
    }
    var seen: Set<String> = []
    return told.filter { seen.insert($0).inserted }
  }

  static func interval(_ fact: Fact) -> Interval {
    if case .number(let interval)? = fact.value { interval } else { Interval(low: nil, high: nil) }
  }

  private static func words(_ share: Interval) -> String {
    let (low, high) = (share.low ?? .zero, share.high)
    if let high, high == low { return "\(low) percent" }
    return "at least \(low)"
      + (high.map { ", at most \($0) percent" } ?? " percent, at most unknown")
  }
}

extension OwnershipRule.Force {
  /// Whether it is law, in words.
  var words: String {
    switch self {
    case .inForce: "in force"
    case .notYet: "not yet in force"
    case .suspended: "suspended"
    case .unconfirmed: "in force by its text, to be confirmed"
    }
  }
}

extension PartyOwnership {
  /// The answer as data; a share, a rule or a chain that is not known is null, never false.
  public var json: JSON {
    .object([
      ("answer", .string(answer.rawValue)), ("summary", .string(sentence)),
      ("blockedShare", share(ownership.blocked)), ("listedShare", share(ownership.listed)),
      ("chains", .strings(chains)),
      (
        "rules",
        .array(
          ownership.rules.map { answer in
            .object([
              ("id", .string(answer.rule.id)), ("title", .string(answer.rule.title)),
              ("force", .string(answer.force.rawValue)), ("met", truth(answer.met)),
              ("words", .string(answer.met.words)),
            ])
          })
      ),
      ("possibleControl", ownership.reach == .recorded ? truth(ownership.control) : .null),
      ("listedAbove", ownership.reach == .recorded ? truth(ownership.above) : .null),
    ])
  }

  /// Of nobody's records no share is told: nothing is known of it.
  private func share(_ fact: Fact) -> JSON {
    guard ownership.reach == .recorded else { return .null }
    let share = PartyOwnership.interval(fact)
    return .object([
      ("atLeast", .optional(share.low.map { "\($0)" })),
      ("atMost", .optional(share.high.map { "\($0)" })),
    ])
  }

  /// True, false, or null where it is not known.
  private func truth(_ fact: Fact) -> JSON {
    switch Truth(fact) {
    case .isTrue: .boolean(true)
    case .isFalse: .boolean(false)
    case .isUnknown: .null
    }
  }
}
