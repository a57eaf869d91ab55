import Facts
public import Formats

/// What a checked set should be told although nothing in it is wrong: rules that do nothing, that
/// are over, or that wait for somebody.
public struct PolicyReview: Sendable {
  /// A rule and a more special one of its lane that answers otherwise, without a stated exception.
  public struct Conflict: Sendable {
    public let general: Rule
    public let special: Rule
  }

  let policies: PolicySet
  let asOf: CivilDate

  /// Days before the end of an exception from which it is announced.
  public static let notice = 90

  public init(_ policies: PolicySet, asOf: CivilDate) {
    self.policies = policies
    self.asOf = asOf
  }

  /// Warnings and notes, in the order of the rules.
  public var diagnostics: [Diagnostic] {
    redundancies() + policies.rules.flatMap { unused($0) + dates($0) }
      + policies.guarantees.flatMap(dates)
  }

  /// Pairs of which the special rule's condition contains the general one's.
  public var conflicts: [Conflict] {
    let implication = RuleImplication(policies.vocabulary)
    return policies.rules.flatMap { general in
      policies.rules.compactMap { special -> Conflict? in
        guard general.name != special.name, general.lane == special.lane,
          let effect = general.effect, let other = special.effect, effect != other,
          general.exception == nil,
          general.bindings.map(\.collection) == special.bindings.map(\.collection),
          general.bindings.map(\.isEvery) == special.bindings.map(\.isEvery),
          implication.matching(of: general, with: special) != nil
        else { return nil }
        return Conflict(general: general, special: special)
      }
    }
  }
}

// MARK: - Redundant rules and unused variables

extension PolicyReview {
  private func redundancies() -> [Diagnostic] {
    let implication = RuleImplication(policies.vocabulary)
    var dropped: Set<String> = []
    var found: [Diagnostic] = []
    for rule in policies.rules {
      guard let effect = rule.effect else { continue }
      let stronger = policies.rules.first { other in
        guard other.name != rule.name, !dropped.contains(other.name), other.lane == rule.lane,
          other.kind == rule.kind, let otherEffect = other.effect, effect <= otherEffect,
          other.intervals.isEmpty || other.intervals == rule.intervals,
          saysAllDuties(of: rule, other),
          let matching = implication.matching(of: other, with: rule)
        else { return false }
        return hasNoOtherException(other, rule, matching, implication)
      }
      guard let stronger else { continue }
      dropped.insert(rule.name)
      found.append(
        warning(
          "POL110",
          "the rule `\(rule.name)` adds nothing: `\(stronger.name)` applies wherever it does, and "
            + "is no milder", "remove it, or say what it adds", rule.file, rule.position))
    }
    return found
  }

  /// A rule that tells somebody to do something more is not without effect.
  private func saysAllDuties(of rule: Rule, _ other: Rule) -> Bool {
    func words(_ message: Message) -> String {
      message.parts.map { part in
        switch part {
        case .text(let text): text
        case .fact(_, let domain, let term): "{\(domain).\(term)}"
        }
      }.joined()
    }
    return Set(rule.obligations.map(words)).isSubset(of: other.obligations.map(words))
      && (rule.severity.map { !$0.isSevere } ?? true || other.severity?.isSevere ?? false)
      // A note may decide a dimension of severity, which another note does not take over.
      && (rule.effect != nil || rule.severity == nil || rule.severity == other.severity)
  }

  private func hasNoOtherException(
    _ other: Rule, _ rule: Rule, _ matching: [Int], _ implication: RuleImplication
  ) -> Bool {
    guard let exception = other.exception else { return true }
    guard let own = rule.exception, other.exceptionUntil == rule.exceptionUntil else {
      return false
    }
    // Wherever the other is lifted, this one must be: its exception follows from the other's.
    let isSame = matching == Array(rule.bindings.indices)
    return isSame && implication.follows(own, from: [exception], matching)
  }

  private func unused(_ rule: Rule) -> [Diagnostic] {
    var used: Set<Int> = []
    func visit(_ condition: Condition) {
      switch condition {
      case .all(let parts), .any(let parts): parts.forEach(visit)
      case .negation(let inner): visit(inner)
      case .atom(let atom):
        used.insert(atom.subject)
        if case .relation(_, let second) = atom.test { used.insert(second) }
      case .aggregate(let aggregate): aggregate.condition.map(visit)
      }
    }
    rule.clauses.forEach { visit($0.condition) }
    rule.exception.map(visit)
    for message in [rule.reason] + [rule.binds].compactMap({ $0 }) + rule.obligations {
      for case .fact(let subject, _, _) in message.parts { used.insert(subject) }
    }
    return rule.bindings.indices.filter { !used.contains($0) }.map { index in
      let binding = rule.bindings[index]
      let set = policies.vocabulary.collections[binding.collection].phrase
      return warning(
        "POL111", "the rule `\(rule.name)` says nothing of `\(binding.variable)`",
        "use it, or leave out `any \(set) \(binding.variable)`", rule.file, rule.position)
    }
  }

  private func warning(
    _ id: String, _ message: String, _ remedy: String?, _ file: String, _ position: SourcePosition,
    severity: Diagnostic.Severity = .warning
  ) -> Diagnostic {
    Diagnostic(
      id, message, severity: severity, remedy: remedy, file: file, position: position)
  }
}

// MARK: - Dates

extension PolicyReview {
  private func dates(_ rule: Rule) -> [Diagnostic] {
    var found = periods(rule.intervals, "rule", rule.name, rule.file, rule.position)
    if rule.exception != nil, let until = rule.exceptionUntil {
      if until < asOf {
        found.append(
          warning(
            "POL113",
            "the exception of `\(rule.name)` ended on \(until) and lifts nothing",
            "remove it, or renew it", rule.file, rule.position))
      } else if until - asOf <= PolicyReview.notice {
        found.append(
          warning(
            "POL114", "the exception of `\(rule.name)` ends on \(until)", "renew it in time",
            rule.file, rule.position))
      }
    }
    for interval in rule.intervals {
      guard let key = interval.confirmation, interval.until.map({ asOf <= $0 }) ?? true else {
        continue
      }
      let start = interval.from.map { " from \($0)" } ?? ""
      found.append(
        warning(
          "POL116", "the rule `\(rule.name)` waits\(start) for `\(key)` to be confirmed",
          "confirm it in the register when that law is in force", rule.file, rule.position,
          severity: .note))
    }
    return found
  }

  private func dates(_ guarantee: Guarantee) -> [Diagnostic] {
    periods(
      guarantee.intervals, "guarantee", guarantee.name, guarantee.file, guarantee.position)
  }

  private func periods(
    _ intervals: [ValidityInterval], _ what: String, _ name: String, _ file: String,
    _ position: SourcePosition
  ) -> [Diagnostic] {
    guard !intervals.isEmpty else { return [] }
    if intervals.allSatisfy({ $0.until.map { $0 < asOf } ?? false }) {
      let last = intervals.compactMap(\.until).max() ?? asOf
      return [
        warning(
          "POL112", "the \(what) `\(name)` ended on \(last)", "remove it, or extend it", file,
          position)
      ]
    }
    guard
      intervals.allSatisfy({
        ($0.from.map { asOf < $0 } ?? false) || ($0.until.map { $0 < asOf } ?? false)
      }),
      let first = intervals.compactMap(\.from).filter({ asOf < $0 }).min()
    else { return [] }
    return [
      warning(
        "POL115", "the \(what) `\(name)` begins on \(first)", nil, file, position,
        severity: .note)
    ]
  }
}
