public import Policy

/// Which way an outcome changed.
public enum Direction: String, Sendable, Hashable, CaseIterable {
  case milder, stricter

  /// Nil where nothing changed. The decision counts first: from hold to block is stricter,
  /// whatever the determinations; `errorFailClosed`, written nil, is the severest hold.
  public init?(from old: Outcome?, to new: Outcome?) {
    let (before, after) = (Direction.rank(old), Direction.rank(new))
    guard before != after else { return nil }
    self = after > before ? .stricter : .milder
  }

  private static func rank(_ outcome: Outcome?) -> Int {
    let decision =
      switch Decision(for: outcome) {
      case .allow: 0
      case .hold: 1
      case .block: 2
      }
    return decision * 16 + (outcome?.rawValue ?? 15)
  }
}
