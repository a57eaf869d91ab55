/// A condition whose words have been looked up.
public indirect enum Condition: Sendable {
  case all([Condition])
  case any([Condition])
  case negation(Condition)
  case atom(Atom)
  case aggregate(Aggregate)
}
