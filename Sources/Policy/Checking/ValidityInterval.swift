public import Formats

/// When a rule is in force; an interval may wait for an operator's confirmation.
public struct ValidityInterval: Sendable, Hashable {
  public let from: CivilDate?
  public let until: CivilDate?
  /// The key of the register under which an operator confirms that the interval has begun.
  public let confirmation: String?

  public func contains(_ date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }
}
