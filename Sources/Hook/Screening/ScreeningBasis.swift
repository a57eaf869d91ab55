public import Formats
public import Ledger
public import Screening
public import Trade

/// Policies, lists and corpus of one moment. A request takes one and sees nothing of another.
public protocol ScreeningBasis: Sendable {
  /// ISO codes of countries, for reading orders.
  var countries: Set<String> { get }
  func screen(
    _ order: Order, notices: [Diagnostic], on day: CivilDate
  ) throws(Diagnostic) -> Determination
  /// What is in force for orders of a day.
  func standing(on day: CivilDate) throws(Diagnostic) -> DataStanding
  func retention(of determination: Determination, _ order: Order) -> RetentionBasis
}

/// What is in force: policies, lists and whether the required ones answer.
public struct DataStanding: Sendable {
  public let policy: PolicyIdentity
  public let lists: [Coverage.List]
  public let demonstration: String?

  public init(policy: PolicyIdentity, lists: [Coverage.List], demonstration: String?) {
    self.policy = policy
    self.lists = lists
    self.demonstration = demonstration
  }

  public var isComplete: Bool { lists.allSatisfy { $0.answered || !$0.isRequired } }

  /// The day of the oldest required list: nothing that is searched is older. Nil where the day of
  /// one is not known, or no list is required.
  public var dataVersion: CivilDate? {
    let required = lists.filter(\.isRequired)
    let days = required.compactMap(\.retrieved)
    return days.count == required.count ? days.min() : nil
  }

  var json: JSON {
    .object([
      ("dataVersion", .optional(dataVersion?.description)), ("policy", policy.json),
      ("complete", .boolean(isComplete)), ("lists", .array(lists.map(\.json))),
      ("demonstration", .optional(demonstration)),
    ])
  }
}
