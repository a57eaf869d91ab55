/// What a rule asks for and what a determination says, in order of severity.
///
/// `release` is the least; the determination of an order is the most severe of all that was
/// found, so adding a finding never lowers it.
public enum Outcome: Int, Sendable, Hashable, Comparable, CaseIterable {
  case release
  case releaseWithConditions
  case hold
  case escalate
  case licenceRequired
  case refusePolicy
  case refuseProhibited

  public static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }

  /// The name in records and in the hook's JSON.
  public var name: String {
    switch self {
    case .release: "release"
    case .releaseWithConditions: "releaseWithConditions"
    case .hold: "hold"
    case .escalate: "escalate"
    case .licenceRequired: "licenceRequired"
    case .refusePolicy: "refusePolicy"
    case .refuseProhibited: "refuseProhibited"
    }
  }

  public init?(name: String) {
    guard let outcome = Outcome.allCases.first(where: { $0.name == name }) else { return nil }
    self = outcome
  }

  public var isRefusal: Bool { self == .refusePolicy || self == .refuseProhibited }
}

/// The four questions that are answered side by side and never added up (15 CFR part 732
/// supplement no. 3; UN Guiding Principles 17 to 21).
public enum Lane: String, Sendable, Hashable, CaseIterable {
  case legal, redFlag, rights, data
}

/// What a finding is, so that a policy refusal never reads like a legal bar.
public enum FindingKind: String, Sendable, Hashable, CaseIterable {
  case legalProhibition, licenceRequirement, regulatoryRedFlag, policy, dataGap, context
}

/// How firmly the facts behind a finding are known.
public enum Strength: String, Sendable, Hashable, CaseIterable {
  case weak, moderate, strong, certain
}
