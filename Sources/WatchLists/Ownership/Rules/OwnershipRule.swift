public import Formats

/// How a regime counts the ownership and control of a body by parties on its lists.
///
/// In each of them a layer counts in full: percentages along a chain are not multiplied, and what
/// a body holds counts whole once the body itself passes the threshold.
public struct OwnershipRule: Sendable, Hashable {
  /// What a share is compared with.
  public enum Threshold: Sendable, Hashable {
    case atLeast(Decimal)
    case moreThan(Decimal)

    public func isMet(by share: Decimal) -> Bool {
      switch self {
      case .atLeast(let bound): share >= bound
      case .moreThan(let bound): share > bound
      }
    }

    /// `50 percent or more`, `more than 50 percent`.
    public var words: String {
      switch self {
      case .atLeast(let bound): "\(bound) percent or more"
      case .moreThan(let bound): "more than \(bound) percent"
      }
    }
  }

  /// Whose shares are added up.
  public enum Aggregation: Sendable, Hashable {
    /// Those of all restricted parties.
    case together
    /// Those of one restricted party, through whatever it holds; together only where they hold
    /// jointly.
    case each
  }

  /// The id of the legal registry, or of this rule where the registry has none.
  public let id: String
  public let title: String
  public let shares: Threshold
  /// Nil where votes and control do not count; they are told all the same.
  public let votes: Threshold?
  public let control: Threshold?
  public let aggregation: Aggregation
  /// Programmes whose blocked owners count, where not all do.
  private(set) var programmes: Set<String>?

  /// The threshold of a measure, nil where it does not count.
  public func threshold(_ measure: OwnershipMeasure) -> Threshold? {
    switch measure {
    case .shares: shares
    case .votes: votes
    case .control: control
    }
  }

  var countsControl: Bool { control != nil }

  private static let half = Decimal(millionths: 50_000_000)

  /// OFAC: property of a body that blocked persons own by 50 percent or more, directly or
  /// indirectly and in the aggregate, is blocked. Control alone does not block (Revised guidance
  /// on entities owned by persons whose property and interests in property are blocked,
  /// 13 August 2014; FAQ 398 on control, 399 on the aggregate, 401 on layers).
  public static let ofac = OwnershipRule(
    id: "us.ofac.50", title: "OFAC 50 percent rule", shares: .atLeast(half), votes: nil,
    control: nil, aggregation: .together)

  /// BIS: a foreign body that parties of the Entity List, the Military End User List or § 744.8
  /// own by 50 percent or more, directly or indirectly and in the aggregate, needs a licence as
  /// its most restricted owner does (15 CFR 744.11(a)(1), 744.21(a)(3), 744.8(a)(2) and
  /// supplement no. 8 to part 744; 90 FR 47201). Less, or control, is a red flag.
  ///
  /// `programmes` are those of the SDN list that § 744.8(a)(1) names; where they are not known,
  /// every blocked owner counts.
  public static func affiliates(counting programmes: Set<String>?) -> OwnershipRule {
    var rule = OwnershipRule(
      id: affiliatesID, title: "BIS Affiliates Rule", shares: .atLeast(half), votes: nil,
      control: nil, aggregation: .together)
    rule.programmes = programmes
    return rule
  }

  public static let affiliatesID = "us.ear.affiliates"

  /// EU: 50 percent or more of the proprietary rights, the listed owners taken together, or
  /// control (Council, Update of the EU Best Practices for the effective implementation of
  /// restrictive measures, 3 July 2024; before that day more than 50 percent, Council document
  /// 8519/18). Most of the votes, or the right to appoint most of the board, is control.
  public static func european(asOf date: CivilDate) -> OwnershipRule {
    OwnershipRule(
      id: "eu.ownership", title: "EU ownership and control",
      shares: date >= bestPractices2024 ? .atLeast(half) : .moreThan(half),
      votes: .moreThan(half), control: .moreThan(half), aggregation: .together)
  }

  private static let bestPractices2024 = CivilDate(dayNumber: 19_907)

  /// UK: one listed person holds more than 50 percent of the shares or votes, directly or
  /// indirectly, may appoint or remove most of the board, or can be expected to have its affairs
  /// conducted by their wishes (Global Human Rights Sanctions Regulations 2020, SI 2020/680,
  /// regulation 7 and schedule 1, as in the other regulations under the Sanctions and
  /// Anti-Money Laundering Act 2018). Holdings of several listed persons are added up only where
  /// they are joint (OFSI, UK financial sanctions general guidance, ownership and control).
  public static let unitedKingdom = OwnershipRule(
    id: "uk.ownership", title: "UK ownership and control", shares: .moreThan(half),
    votes: .moreThan(half), control: .moreThan(half), aggregation: .each)
}
