public import Facts
public import Formats
public import Law
public import Policy

/// The answer to one order: what was decided, why, on what evidence, and what is not known.
///
/// It holds no clock. Its id is the digest of its inputs, so the same order, policies, data and
/// as-of date give the same bytes.
public struct Determination: Sendable {
  /// `det_` and 26 characters of the digest of order, policies, data and as-of date.
  public var id: String
  /// Nil stands for `errorFailClosed`: the order could not be evaluated within its coverage.
  public var outcome: Outcome?
  public var asOf: CivilDate
  public var order: OrderSummary
  public var policy: PolicyIdentity
  public var lanes: Lanes
  /// Strongest first, then by rule.
  public var findings: [Finding]
  public var lineOutcomes: [LineOutcome]
  public var evidence: [EvidenceItem]
  public var coverage: Coverage
  public var questions: [Question]
  public var counterfactuals: [Counterfactual]
  public var obligations: [Obligation]
  /// Answers that the order carries, with what each came to.
  public var answers: [AnsweredQuestion] = []
  /// Human-rights due diligence: severity, connection, leverage, likelihood, confidence.
  public var diligence: RightsDiligence?
  /// Quantities against need, step by step, of those who use or receive the goods.
  public var capacity: [CapacityStatement] = []
  /// Counter-evidence, denials and benign explanations: a mandatory section of the memo.
  public var counterEvidence: [CounterEvidence]
  /// What starts or ends within 90 days of the as-of date.
  public var scheduledChanges: [ScheduledChange]
  /// What each rule did. The words are made when somebody asks for them.
  public var trace: [RuleTrace] { tracing.value }
  private(set) var tracing: Deferred<[RuleTrace]>
  /// Whether a rule that waits for a fact would refuse.
  private(set) var refusalIsOpen: Bool
  /// What the reader should know about the order as it was submitted: unknown fields, invisible
  /// characters in names, text that addresses the screener.
  public var notices: [Diagnostic]
  /// Set where a demonstration corpus was used: every output then says so.
  public var demonstration: String?
  /// The facts that it rests on, so that it can be evaluated again without the corpus.
  public var facts: RecordedFacts?
  /// Names of the rules that unknown facts kept undecided and that could have made it more severe.
  public var undetermined: [String]
  /// The licence worksheet of each line: law alone, step by step.
  public var worksheets: [Worksheet]

  public init(
    id: String, outcome: Outcome?, asOf: CivilDate, order: OrderSummary, policy: PolicyIdentity,
    lanes: Lanes, findings: [Finding], lineOutcomes: [LineOutcome], evidence: [EvidenceItem],
    coverage: Coverage, questions: [Question], counterfactuals: [Counterfactual],
    obligations: [Obligation], counterEvidence: [CounterEvidence],
    scheduledChanges: [ScheduledChange], trace: [RuleTrace], notices: [Diagnostic],
    demonstration: String?, facts: RecordedFacts? = nil, undetermined: [String] = [],
    worksheets: [Worksheet] = []
  ) {
    self.id = id
    self.outcome = outcome
    self.asOf = asOf
    self.order = order
    self.policy = policy
    self.lanes = lanes
    self.findings = findings
    self.lineOutcomes = lineOutcomes
    self.evidence = evidence
    self.coverage = coverage
    self.questions = questions
    self.counterfactuals = counterfactuals
    self.obligations = obligations
    self.counterEvidence = counterEvidence
    self.scheduledChanges = scheduledChanges
    tracing = Deferred { trace }
    refusalIsOpen = trace.contains {
      $0.state == .undetermined && $0.effect?.isRefusal == true
    }
    self.notices = notices
    self.demonstration = demonstration
    self.facts = facts
    self.undetermined = undetermined
    self.worksheets = worksheets
  }

  /// Leaves the words of the trace to be made when somebody asks for them.
  mutating func trace(by tracing: Deferred<[RuleTrace]>, refusalIsOpen: Bool) {
    self.tracing = tracing
    self.refusalIsOpen = refusalIsOpen
  }

  public var outcomeName: String { outcome?.name ?? "errorFailClosed" }

  public var decision: Decision {
    switch outcome {
    case .release, .releaseWithConditions: .allow
    case .refusePolicy, .refuseProhibited: .block
    case .hold, .escalate, .licenceRequired, nil: .hold
    }
  }
}

/// The coarse answer for machines. A client must treat any other value as hold.
public enum Decision: String, Sendable, Hashable, CaseIterable {
  case allow, hold, block
}

/// The order as the report and the memo speak of it.
public struct OrderSummary: Sendable {
  public struct Party: Sendable {
    public var id: String
    public var roles: [String]
    /// All names as written, in their own script.
    public var names: [String]
    /// Where Scruple places the body: name of the place and its code, or nil where unknown.
    public var place: String?
    public var placeCode: String?
    /// What Scruple takes its functions to be, and from what.
    public var functions: [String]
    public var identifiers: [String]
    public var country: String?
    /// `declared`, or why the party was added: a tender, an instrument's register entry.
    public var basis: String

    public init(
      id: String, roles: [String], names: [String], place: String?, placeCode: String?,
      functions: [String], identifiers: [String], country: String?, basis: String
    ) {
      self.id = id
      self.roles = roles
      self.names = names
      self.place = place
      self.placeCode = placeCode
      self.functions = functions
      self.identifiers = identifiers
      self.country = country
      self.basis = basis
    }
  }

  public struct Line: Sendable {
    public var number: String
    public var description: String
    /// Code and name of the product family, or nil where it could not be told.
    public var family: String?
    public var familyName: String?
    public var quantity: String
    public var unit: String?
    public var classification: String?
    /// What the goods can do, as arithmetic in words, where it is known.
    public var capability: String?
    public var serial: String?

    public init(
      number: String, description: String, family: String?, familyName: String?,
      quantity: String, unit: String?, classification: String?, capability: String?,
      serial: String?
    ) {
      self.number = number
      self.description = description
      self.family = family
      self.familyName = familyName
      self.quantity = quantity
      self.unit = unit
      self.classification = classification
      self.capability = capability
      self.serial = serial
    }
  }

  public var reference: String
  public var system: String
  public var revision: Int
  public var digest: String
  public var stage: String
  public var kind: String
  public var value: String?
  public var currency: String?
  /// Country of ultimate destination, ISO 3166-1 alpha-2.
  public var destination: String
  public var destinationName: String
  public var route: [String]
  public var endUserKnown: String
  public var endUse: String?
  public var parties: [Party]
  public var lines: [Line]

  public init(
    reference: String, system: String, revision: Int, digest: String, stage: String, kind: String,
    value: String?, currency: String?, destination: String, destinationName: String,
    route: [String], endUserKnown: String, endUse: String?, parties: [Party], lines: [Line]
  ) {
    self.reference = reference
    self.system = system
    self.revision = revision
    self.digest = digest
    self.stage = stage
    self.kind = kind
    self.value = value
    self.currency = currency
    self.destination = destination
    self.destinationName = destinationName
    self.route = route
    self.endUserKnown = endUserKnown
    self.endUse = endUse
    self.parties = parties
    self.lines = lines
  }
}

public struct PolicyIdentity: Sendable, Hashable {
  public var name: String
  public var revision: String
  /// `sha256:` digest of all policy files.
  public var digest: String
  /// `sha256:` digest of the bundled data and of the corpus.
  public var dataDigest: String

  public init(name: String, revision: String, digest: String, dataDigest: String) {
    self.name = name
    self.revision = revision
    self.digest = digest
    self.dataDigest = dataDigest
  }
}
