/// An atom with its words looked up: what it compares are integers.
struct CompiledAtom: Sendable {
  enum Test: UInt8, Sendable {
    /// What can never be tested, such as a length of time without an as-of date.
    case never
    case truth, within, atLeast, atMost, moreThan, lessThan, before, after, stated, relation
    /// One of the words of a short list: `within`, by bits.
    case among
  }

  let test: Test
  let raises: Bool
  let isMitigating: Bool
  /// What is only inferred does not make it true.
  let needsConfirmation: Bool
  /// Where its variable stands: 0 is the order, then the variables of the rule.
  let slot: Int32
  /// Index of the term, or of the relation.
  let term: Int32
  /// Slot of the second variable of a relation.
  let second: Int32
  /// Millionths, a day, or a bit for each word that is asked for.
  let bound: Int64
  /// The codes that are asked for.
  let firstAsked: Int32
  let endOfAsked: Int32
}

/// One step of a condition; what it joins stands right behind it, up to `end`.
struct ConditionNode: Sendable {
  enum Kind: UInt8, Sendable { case all, any, negation, atom, aggregate }

  let kind: Kind
  /// Index of the atom or the aggregate.
  let index: Int32
  var end: Int32
}

struct CompiledBinding: Sendable {
  let collection: Int32
  let isEvery: Bool
}

/// One of the clauses at the top of a rule.
struct CompiledClause: Sendable {
  let node: Int32
  /// Index of the atom that it consists of; -1 where it is more than one.
  let atom: Int32
  /// The innermost variable that it needs, counted from 0; -1 for none.
  let level: Int32
}

struct CompiledAggregate: Sendable {
  let collection: Int32
  let domain: Int32
  /// The number term that is added up; -1 for a count.
  let term: Int32
  /// Where its own variable stands.
  let slot: Int32
  /// Which members count; -1 for all.
  let condition: Int32
  let test: CompiledAtom.Test
  /// Millionths.
  let bound: Int64
  let raises: Bool

  /// Whether the comparison can become true as more is counted.
  var grows: Bool { test == .atLeast || test == .moreThan }
}

/// A rule as it stands on one as-of date.
struct CompiledRule: Sendable {
  let isInForce: Bool
  /// The effect, or hold where an operator must confirm first.
  let effect: Outcome?
  let firstBinding: Int32
  /// Number of variables.
  let variables: Int32
  let firstClause: Int32
  let endOfClauses: Int32
  /// Its first node; -1 where there is none, or its date is past.
  let exception: Int32

  /// No rule: no variables, no clauses, no exception.
  static let none = CompiledRule(
    isInForce: false, effect: nil, firstBinding: 0, variables: 0, firstClause: 0, endOfClauses: 0,
    exception: -1)

  var clauses: Range<Int> { Int(firstClause)..<Int(endOfClauses) }

  /// Index of the binding of a variable, counted from 0.
  func binding(_ variable: Int) -> Int { Int(firstBinding) + variable }
}
