public import Formats

/// One quantified variable of a rule.
public struct Binding: Sendable, Hashable {
  public let variable: String
  public let isEvery: Bool
  /// Index into the vocabulary's collections.
  public let collection: Int
  public let domain: Int
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

/// How bad the harm would be for people (UN Guiding Principles 14 and 24). A rule states the
/// dimensions that it decides; what it leaves out is empty.
public struct Severity: Sendable, Hashable {
  public let isSevere: Bool
  public let scale: String
  public let scope: String
  public let remediability: String
  public let linkage: String
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
