public import Formats

extension LegalRegistry {
  /// Whether a legal basis is law on a day.
  public enum Force: String, Sendable, Hashable {
    case inForce
    case notYet
    /// Between two intervals.
    case suspended
    case ended
    /// By its text in force, which an operator must confirm first.
    case unconfirmed
    /// An operator recorded that it is not in force.
    case notInForce
  }
}

extension LegalRegistry.Basis {
  /// The standing on a day, with what an operator confirmed of it by then (nil: nothing).
  public func force(on date: CivilDate, confirmed: Bool?) -> LegalRegistry.Force {
    guard !intervals.isEmpty else { return .inForce }
    let holding = intervals.first { interval in
      interval.from.map { $0 <= date } ?? true && interval.until.map { date <= $0 } ?? true
    }
    if let holding {
      guard holding.needsConfirmation else { return .inForce }
      return confirmed.map { $0 ? .inForce : .notInForce } ?? .unconfirmed
    }
    let isLater = intervals.contains { $0.from.map { date < $0 } ?? false }
    let isEarlier = intervals.contains { $0.until.map { $0 < date } ?? false }
    if isLater, isEarlier { return .suspended }
    return isLater ? .notYet : .ended
  }
}
