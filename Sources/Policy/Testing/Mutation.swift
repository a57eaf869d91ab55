import Formats

/// What a mutation does to a rule.
public enum MutationKind: String, Sendable, Hashable, CaseIterable {
  /// A part of a condition is taken away.
  case drop
  case negate
  /// More values meet a test: a parent in a tree, one more word, a lower bound.
  case widen
  /// Fewer values meet a test: a child in a tree, one word less, a higher bound.
  case narrow
  /// A bound moves by the least that there is: `at least` and `more than`, a day, a unit of time.
  case shift
  case quantifier
  /// `unless` is taken away.
  case exception
  /// `and` becomes `or`, or the reverse.
  case connective
}

/// A rule with one small fault in it, which the rule's examples should notice.
struct Mutation {
  let kind: MutationKind
  let position: SourcePosition
  /// What was changed, in words: "`E.function is within policing` widened to `public-authority`".
  let change: String
  /// The rule with the fault.
  let rule: Rule
  let part: MutatedPart
  /// Why nothing could tell the fault from the rule, known from how it was made.
  var equivalence: String?
  /// Why no example can show the fault, whatever facts it states.
  var outOfReach: String?
  /// What no example gives, said where none tells the parts apart.
  var unshown: String?
}

/// The part of a condition that was changed, before and after.
struct MutatedPart {
  /// Index of the clause in which it stands; nil for the exception, for all clauses together and
  /// for quantifiers.
  let clause: Int?
  let isOfException: Bool
  /// Nil where the condition as a whole is not comparable, as for a quantifier.
  let original: Condition?
  /// Nil where it was dropped.
  let mutated: Condition?
  /// What a dropped part counts as: true among parts joined by `and`, false among those by `or`.
  let whenDropped: Bool
  /// The clause or exception in which it stands, after; nil where nothing of it is left.
  let whole: Condition?
}
