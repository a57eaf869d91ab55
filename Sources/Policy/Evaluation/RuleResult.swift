public import Facts

/// One assignment of objects to the variables of a rule for which it fired.
public struct Witness: Sendable, Hashable {
  /// Object index for each binding; -1 for the unnamed member of an open set.
  public let objects: [Int]
  /// The exception is unknown: the rule fires and asks.
  public let exceptionIsUnknown: Bool
}

/// What one rule did with one table of facts.
public struct RuleResult: Sendable {
  public enum State: String, Sendable {
    case fired, notFired, undetermined, lifted, notInForce
  }

  /// Index of the rule in its set.
  public let rule: Int
  public let state: State
  /// The rule's effect, or hold where an operator has not confirmed that it is in force.
  public let effect: Outcome?
  /// The key that an operator must confirm.
  public let unconfirmed: String?
  public let witnesses: [Witness]
  /// Unknown facts that keep the rule from being decided, or its exception from lifting it.
  public let unknown: [FactKey]
  /// For a rule that fired: mitigating facts that do not hold and that somebody could still show.
  public let remediable: [FactKey]
  /// The assignment that came nearest to firing, for explanation; empty where there is none.
  public let nearest: [Int]
}

/// The result of all rules, with what follows from them.
public struct Evaluation: Sendable {
  public let results: [RuleResult]

  /// The most severe effect of the rules that fired.
  public var determination: Outcome {
    results.reduce(.release) { join, result in
      result.state == .fired ? max(join, result.effect ?? .release) : join
    }
  }

  /// The most severe effect if every undetermined rule fired.
  public var potential: Outcome {
    results.reduce(determination) { join, result in
      result.state == .undetermined ? max(join, result.effect ?? .release) : join
    }
  }

  /// Undetermined rules that could make the determination more severe.
  public var raising: [RuleResult] {
    let settled = determination
    return results.filter {
      $0.state == .undetermined && ($0.effect ?? .release) > settled
    }
  }

  /// The determination, held where an unknown fact could make it more severe.
  public var outcome: Outcome {
    potential > determination ? max(determination, .hold) : determination
  }
}
