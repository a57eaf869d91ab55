import Formats

extension Rule {
  /// The rule with these conditions as its clauses, in the order of the variables they need.
  func replacing(clauses conditions: [Condition]) -> Rule {
    let clauses = conditions.map { condition in
      Clause(
        condition: condition, text: ConditionText.text(condition),
        level: ConditionText.level(condition))
    }
    let ordered = clauses.enumerated().sorted { left, right in
      (left.element.level, left.offset) < (right.element.level, right.offset)
    }.map(\.element)
    return replacing(bindings: bindings, clauses: ordered, exception: exception)
  }

  func replacing(exception: Condition?) -> Rule {
    replacing(bindings: bindings, clauses: clauses, exception: exception)
  }

  func replacing(bindings: [Binding]) -> Rule {
    replacing(bindings: bindings, clauses: clauses, exception: exception)
  }

  /// A rule that says of an example what a condition says: fires where it is true, does not fire
  /// where it is false.
  func asking(_ condition: Condition) -> Rule {
    replacing(exception: nil).replacing(clauses: [condition])
  }

  private func replacing(
    bindings: [Binding], clauses: [Clause], exception: Condition?
  ) -> Rule {
    Rule(
      name: name, title: title, policy: policy, file: file, position: position, lane: lane,
      kind: kind, effect: effect, bases: bases, sources: sources, intervals: intervals,
      bindings: bindings, clauses: clauses, exception: exception, exceptionText: exceptionText,
      exceptionAuthority: exceptionAuthority, exceptionUntil: exceptionUntil, severity: severity,
      binds: binds, reason: reason, obligations: obligations, examples: examples)
  }
}

extension Condition {
  /// Parts joined by `and` or `or`; one part stands alone, and of none nothing is left.
  static func joined(_ parts: [Condition], byAny: Bool) -> Condition? {
    parts.count > 1 ? (byAny ? .any(parts) : .all(parts)) : parts.first
  }

  /// Where its first fact is written.
  var position: SourcePosition? {
    switch self {
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.position).first
    case .negation(let inner): inner.position
    case .atom(let atom): atom.position
    case .aggregate(let aggregate): aggregate.position
    }
  }
}

extension Atom {
  func replacing(_ test: Test, text: String) -> Atom {
    Atom(
      subject: subject, domain: domain, term: term, test: test, polarity: polarity,
      raises: raises, text: text, position: position)
  }
}

extension Aggregate {
  func replacing(_ test: Atom.Test) -> Aggregate { replacing(test, condition) }
  func replacing(_ condition: Condition?) -> Aggregate { replacing(test, condition) }

  private func replacing(_ test: Atom.Test, _ condition: Condition?) -> Aggregate {
    Aggregate(
      measure: measure, binding: binding, condition: condition, test: test, raises: raises,
      level: level, text: text, position: position)
  }
}
