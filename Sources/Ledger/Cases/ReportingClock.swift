public import Formats

/// A report that is owed after something left that should not have, and by when.
///
/// The periods are those of 15 CFR 764.5(c) and of 31 CFR 501.603 and 501.604 (general knowledge of
/// the two parts; counsel confirms them for the matter at hand).
public struct ReportingClock: Sendable, Hashable {
  public enum Duty: String, Sendable, Hashable, CaseIterable {
    /// First word of a voluntary self-disclosure: as soon as possible after discovery.
    case disclosureNotice
    /// Its full account: within 180 days of the first word.
    case disclosureNarrative
    /// Blocked property: within ten business days of the day on which it was blocked.
    case blocked
    /// A rejected transaction: within ten business days of the day on which it was rejected.
    case rejected

    public var basis: String {
      switch self {
      case .disclosureNotice: "15 CFR 764.5(c)(2)"
      case .disclosureNarrative: "15 CFR 764.5(c)(2)(iii)"
      case .blocked: "31 CFR 501.603"
      case .rejected: "31 CFR 501.604"
      }
    }
  }

  public enum State: String, Sendable, Hashable { case running, overdue, done, doneLate }

  public let duty: Duty
  /// The day from which the period counts; it does not count itself.
  public let start: CivilDate
  /// The last day; nil where there is no day, only "as soon as possible".
  public let due: CivilDate?
  /// The day on which the report was made.
  public let made: CivilDate?

  init(_ duty: Duty, from start: CivilDate, made: CivilDate?) {
    self.duty = duty
    self.start = start
    self.made = made
    due =
      switch duty {
      case .disclosureNotice: nil
      case .disclosureNarrative: start.adding(days: 180)
      case .blocked, .rejected: FederalHolidays.businessDay(10, after: start)
      }
  }

  public func state(on day: CivilDate) -> State {
    if let made { return due.map { made > $0 } ?? false ? .doneLate : .done }
    return due.map { day > $0 } ?? false ? .overdue : .running
  }

  public func json(on day: CivilDate) -> JSON {
    .object([
      ("duty", .string(duty.rawValue)), ("basis", .string(duty.basis)),
      ("from", .string(start.description)),
      ("due", .string(due?.description ?? "as soon as possible")),
      ("made", .optional(made?.description)), ("state", .string(state(on: day).rawValue)),
    ])
  }
}
