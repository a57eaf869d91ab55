public import Facts
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

/// One quantified variable of a rule.
public struct Binding: Sendable, Hashable {
  public let variable: String
  public let isEvery: Bool
  /// Index into the vocabulary's collections.
  public let collection: Int
  public let domain: Int
}

/// A test of one fact, with what raising it does.
public struct Atom: Sendable {
  public enum Test: Sendable, Hashable {
    case truth
    case within(tree: String, [String])
    case equals([String])
    case atLeast(Decimal)
    case atMost(Decimal)
    case moreThan(Decimal)
    case lessThan(Decimal)
    case before(CivilDate)
    case after(CivilDate)
    /// Index of the relation and of the second variable.
    case relation(Int, second: Int)
  }

  /// Index of the variable; -1 for the order.
  public let subject: Int
  public let domain: Int
  /// Index of the term in its domain; unused for relations.
  public let term: Int
  public let test: Test
  /// What raising the fact means: adverse facts may only make an outcome stricter.
  public let polarity: PolarityOfAtom
  /// Whether the atom becoming true can make the rule fire.
  public let raises: Bool
  /// The atom as written.
  public let text: String
  public let position: SourcePosition
}

/// Adverse, mitigating or neither, after the comparison is taken into account.
public enum PolarityOfAtom: Sendable, Hashable { case adverse, mitigating, neutral }

/// A condition whose words have been looked up.
public indirect enum Condition: Sendable {
  case all([Condition])
  case any([Condition])
  case negation(Condition)
  case atom(Atom)
}

/// One of the clauses that `and` joins at the top of a condition.
public struct Clause: Sendable {
  public let condition: Condition
  public let text: String
  /// The innermost variable that the clause needs; -1 where it needs the order alone.
  public let level: Int
}

/// A text with placeholders that were checked like everything else.
public struct Message: Sendable {
  public enum Part: Sendable {
    case text(String)
    /// Variable (-1 for the order) and term.
    case fact(subject: Int, domain: Int, term: Int)
  }
  public let parts: [Part]
}

/// How bad the harm would be for people (UN Guiding Principles 14 and 24).
public struct Severity: Sendable, Hashable {
  public let isSevere: Bool
  public let scale: String
  public let scope: String
  public let remediability: String
  public let linkage: String
}

/// A rule example at the level of facts.
public struct RuleExample: Sendable {
  public enum Expectation: String, Sendable {
    case fires
    case doesNotFire = "does not fire"
    case undetermined
    case lifted = "is lifted"
  }

  public struct Given: Sendable {
    public let subject: Int
    public let domain: Int
    public let term: Int
    /// Index of the second variable for a relation, whose index is then in `term`.
    public let second: Int?
    public let value: FactValue?
  }

  public let title: String
  public let position: SourcePosition
  public let expectation: Expectation
  public let given: [Given]
}

/// One rule, checked against its vocabulary.
public struct Rule: Sendable {
  public let name: String
  public let title: String
  /// The policy it stands in.
  public let policy: String
  public let file: String
  public let position: SourcePosition
  public let lane: Lane
  public let kind: FindingKind
  /// Nil for a note.
  public let effect: Outcome?
  public let bases: [String]
  public let sources: [String]
  public let intervals: [ValidityInterval]
  public let bindings: [Binding]
  /// Ordered by level, so that a clause is tested as soon as its variables are bound.
  public let clauses: [Clause]
  public let exception: Condition?
  public let exceptionText: String
  public let exceptionAuthority: String?
  public let exceptionUntil: CivilDate?
  public let severity: Severity?
  public let binds: Message?
  public let reason: Message
  public let obligations: [Message]
  public let examples: [RuleExample]
}

/// A list that must be searched, with the floor, age and canaries that make a search count.
public struct RequiredList: Sendable, Hashable {
  public let code: String
  public let name: String
  /// Used in place of the others where the corpus is a demonstration.
  public let isDemonstration: Bool
  public let isRequired: Bool
  /// `US`, `EU` or `UK`: required only where an actor of that jurisdiction is known to take part.
  public let whenActor: String?
  public let floor: Int
  public let maximumAgeDays: Int
  public let canaries: [String]
}

/// A set of policies that was checked as a whole; one error refuses all of it.
public struct PolicySet: Sendable {
  public let name: String
  public let revision: String
  public let rules: [Rule]
  public let lists: [RequiredList]
  public let vocabulary: Vocabulary
  /// Digest of all files with their names.
  public let digest: String
  public let warnings: [Diagnostic]
}
