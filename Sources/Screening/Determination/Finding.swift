public import Policy

/// One rule that fired, with its reason and what it rests on.
public struct Finding: Sendable {
  /// `f1`, `f2`, … in the order of the determination.
  public var id: String
  public var rule: String
  public var title: String
  public var lane: Lane
  public var kind: FindingKind
  /// Nil for a note, which sets no outcome.
  public var effect: Outcome?
  public var strength: Strength
  /// Citations of the legal registry, as they are printed.
  public var legalBasis: [String]
  public var parties: [String]
  public var lines: [String]
  public var reason: String
  /// Ids of evidence items.
  public var evidence: [String]
  /// Who is bound, for findings of law: for example "seller (US person)".
  public var actor: String?

  public init(
    id: String, rule: String, title: String, lane: Lane, kind: FindingKind, effect: Outcome?,
    strength: Strength, legalBasis: [String], parties: [String], lines: [String], reason: String,
    evidence: [String], actor: String? = nil
  ) {
    self.id = id
    self.rule = rule
    self.title = title
    self.lane = lane
    self.kind = kind
    self.effect = effect
    self.strength = strength
    self.legalBasis = legalBasis
    self.parties = parties
    self.lines = lines
    self.reason = reason
    self.evidence = evidence
    self.actor = actor
  }
}

/// The outcome that concerns one line: the join of the findings that name it or name no line.
public struct LineOutcome: Sendable {
  public var line: String
  public var outcome: Outcome?
  public var findings: [String]

  public init(line: String, outcome: Outcome?, findings: [String]) {
    self.line = line
    self.outcome = outcome
    self.findings = findings
  }
}

/// A question whose answer can settle an outcome that is not settled.
///
/// The text never tells which answer would release.
public struct Question: Sendable {
  public var id: String
  /// The term of the vocabulary that it asks for, such as `party.function`.
  public var term: String
  /// Party id, line number or empty for the order.
  public var about: String
  public var english: String
  public var chinese: String
  public var german: String
  public var rules: [String]
  public var isOpenRedFlag: Bool

  public init(
    id: String, term: String, about: String, english: String, chinese: String, german: String,
    rules: [String], isOpenRedFlag: Bool
  ) {
    self.id = id
    self.term = term
    self.about = about
    self.english = english
    self.chinese = chinese
    self.german = german
    self.rules = rules
    self.isOpenRedFlag = isOpenRedFlag
  }
}

/// What the outcome would be if some unknown facts were known; confirmed by evaluating again.
public struct Counterfactual: Sendable {
  public var outcome: Outcome
  /// Conditions in words.
  public var conditions: [String]

  public init(outcome: Outcome, conditions: [String]) {
    self.outcome = outcome
    self.conditions = conditions
  }
}

/// Something that must be done with or after the decision.
public struct Obligation: Sendable {
  public var rule: String
  public var text: String

  public init(rule: String, text: String) {
    self.rule = rule
    self.text = text
  }
}

/// A denial, a contradiction or a benign explanation that the memo must show.
public struct CounterEvidence: Sendable {
  public var text: String
  public var evidence: [String]

  public init(text: String, evidence: [String]) {
    self.text = text
    self.evidence = evidence
  }
}

/// A rule or a legal basis that starts or ends soon.
public struct ScheduledChange: Sendable {
  /// ISO date.
  public var date: String
  public var subject: String
  public var text: String

  public init(date: String, subject: String, text: String) {
    self.date = date
    self.subject = subject
    self.text = text
  }
}
