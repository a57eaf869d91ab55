import Policy

/// What one rule adds to an outcome.
enum RuleStanding: Sendable, Hashable {
  /// Nothing: it did not fire, was lifted, was not in force or was not there.
  case silent
  /// Unknown facts keep it undecided and it could make the determination more severe.
  case undetermined
  /// Nil for a note.
  case fired(Outcome?)

  /// The outcome that it would lead to if it stood alone.
  var weight: Outcome {
    switch self {
    case .silent: .release
    case .undetermined: .hold
    case .fired(let effect): effect ?? .release
    }
  }
}
