import Facts
public import Formats

/// What the examples of a rule leave unshown: the parts that decide in none of them.
public struct RuleCoverage: Sendable {
  public enum Gap: String, Sendable, CaseIterable {
    case clauseNeverFalse = "is false in no example"
    case exceptionNeverTrue = "is true in no example"
    case branchNeverDecisive = "decides in no example"
  }

  public struct Part: Sendable {
    public let gap: Gap
    /// The clause, exception or branch as text.
    public let text: String
    public let rule: String
    public let file: String
    public let position: SourcePosition
  }

  /// In the order of the set.
  public let parts: [Part]
  public let clauses: Int
  public let exceptions: Int
  /// Parts that an `or` joins.
  public let branches: Int

  public init(_ policies: PolicySet) {
    let runner = ExampleRunner(policies)
    var parts: [Part] = []
    var (clauses, exceptions, branches) = (0, 0, 0)
    for rule in policies.rules {
      func truths(_ condition: Condition) -> [Truth] {
        rule.examples.map { runner.truth(of: condition, in: rule, example: $0) }
      }
      func note(_ gap: Gap, _ condition: Condition) {
        parts.append(
          Part(
            gap: gap, text: ConditionText.text(condition), rule: rule.name, file: rule.file,
            position: condition.position ?? rule.position))
      }
      for clause in rule.clauses {
        clauses += 1
        if !truths(clause.condition).contains(.isFalse) {
          note(.clauseNeverFalse, clause.condition)
        }
      }
      if let exception = rule.exception {
        exceptions += 1
        if !truths(exception).contains(.isTrue) { note(.exceptionNeverTrue, exception) }
      }
      for group in rule.clauses.map(\.condition).flatMap(\.alternatives)
        + (rule.exception?.alternatives ?? [])
      {
        let found = group.map(truths)
        for (index, branch) in group.enumerated() {
          branches += 1
          // It is true while all others are not: without it the `or` would not be true.
          let decides = rule.examples.indices.contains { example in
            found[index][example] == .isTrue
              && found.indices.allSatisfy { $0 == index || found[$0][example] != .isTrue }
          }
          if !decides { note(.branchNeverDecisive, branch) }
        }
      }
    }
    self.parts = parts
    self.clauses = clauses
    self.exceptions = exceptions
    self.branches = branches
  }

  public func count(_ gap: Gap) -> Int { parts.count { $0.gap == gap } }
}

extension Condition {
  /// The groups of parts that an `or` joins, outermost first.
  fileprivate var alternatives: [[Condition]] {
    switch self {
    case .all(let parts): parts.flatMap(\.alternatives)
    case .any(let parts): [parts] + parts.flatMap(\.alternatives)
    case .negation(let inner): inner.alternatives
    case .atom, .aggregate: []
    }
  }
}
