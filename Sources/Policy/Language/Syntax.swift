import Formats

/// A word of the source with its place.
struct Located: Sendable, Hashable {
  let text: String
  let position: SourcePosition
}

/// A policy file as written, before its words are looked up.
struct PolicySyntax: Sendable {
  var name: Located?
  var title = ""
  var revision = ""
  var owner = ""
  var rules: [RuleSyntax] = []
  var lists: [ListSyntax] = []
  var terms: [TermSyntax] = []
  var guarantees: [GuaranteeSyntax] = []
  /// A statement could not be read, so nothing is said of what is missing.
  var isDamaged = false
}

struct RuleSyntax: Sendable {
  var name: Located
  var title = ""
  var lane: Located?
  var kind: Located?
  var bases: [Located] = []
  var sources: [Located] = []
  var intervals: [IntervalSyntax] = []
  var bindings: [BindingSyntax] = []
  var condition: ConditionSyntax?
  var exception: ConditionSyntax?
  var exceptionAuthority: String?
  var exceptionUntil: CivilDate?
  var outcome: (Outcome?, isNote: Bool)?
  var severity: SeveritySyntax?
  var binds: MessageSyntax?
  var reason: MessageSyntax?
  var obligations: [MessageSyntax] = []
  var examples: [ExampleSyntax] = []
  /// A clause could not be read, so nothing is said of what is missing.
  var isDamaged = false
}

struct SeveritySyntax: Sendable {
  var state: Located
  var scale = ""
  var scope = ""
  var remediability = ""
  var linkage = ""
}

struct IntervalSyntax: Sendable {
  var from: CivilDate?
  var until: CivilDate?
  /// The key that an operator must have confirmed.
  var confirmation: Located?
}

struct BindingSyntax: Sendable {
  var isEvery: Bool
  var collection: Located
  var variable: Located
}

struct MessageSyntax: Sendable {
  let text: String
  let position: SourcePosition
  /// Where each `{` stands.
  let braces: [SourcePosition]
}

indirect enum ConditionSyntax: Sendable {
  case all([ConditionSyntax])
  case any([ConditionSyntax])
  case negation(ConditionSyntax, SourcePosition)
  case atom(AtomSyntax)
  case aggregate(AggregateSyntax)
}

struct AtomSyntax: Sendable {
  enum Predicate: Sendable {
    case truth
    case within([Located])
    case equals([Located])
    case atLeast(Located, unit: Located?)
    case atMost(Located, unit: Located?)
    case moreThan(Located, unit: Located?)
    case lessThan(Located, unit: Located?)
    case before(Located)
    case after(Located)
    case lessAgo(Located, unit: Located)
    case moreAgo(Located, unit: Located)
    case stated
    /// The words between two variables, and the second variable.
    case relation(phrase: String, Located)
  }

  /// `E`, `order`.
  let subject: Located
  /// The term after the full stop, or after `is` or `has`; nil for a relation.
  let term: Located?
  let predicate: Predicate
  /// The atom as written.
  let text: String
}

struct ExampleSyntax: Sendable {
  enum Expectation: Sendable, Equatable { case fires, doesNotFire, undetermined, lifted }
  var title: String
  var position: SourcePosition
  var expectation: Expectation
  var asOf: CivilDate?
  var members: [BindingSyntax] = []
  var open: [Located] = []
  var empty: [Located] = []
  var facts: [ExampleFactSyntax] = []
}

struct ExampleFactSyntax: Sendable {
  let subject: Located
  let term: Located
  /// Second variable for a relation.
  let second: Located?
  let values: [Located]
}

/// `count of line L (…) at least 3`, `sum of L.reactions over line L (…) more than 10 reactions`.
struct AggregateSyntax: Sendable {
  /// The variable and the term that are added up; nil for a count.
  var summed: (subject: Located, term: Located)?
  var collection: Located
  var variable: Located
  var condition: ConditionSyntax?
  var predicate: AtomSyntax.Predicate
  /// The whole as written.
  var text: String
  var position: SourcePosition
}

/// A term that a company declares for a field of its own orders.
struct TermSyntax: Sendable {
  enum Kind: Sendable {
    case truth
    case words([Located], several: Bool)
    case codes(tree: Located, several: Bool)
    case number(unit: Located)
    case date
    case text
  }

  /// `order.sales-channel` in its two parts.
  var domain: Located
  var name: Located
  var kind: Kind?
  var field: MessageSyntax?
  var polarity: Located?
  var meaning: MessageSyntax?
  /// Texts by language: `en`, `zh-Hans`, `de`.
  var questions: [(language: Located, text: MessageSyntax)] = []
  /// A clause could not be read, so nothing is said of what is missing.
  var isDamaged = false
}

struct GuaranteeSyntax: Sendable {
  enum Conclusion: Sendable {
    case atLeast(Outcome)
    case noMilderThan([ExampleFactSyntax])
    case addingFindingsLowersNothing
  }

  var name: Located
  var title = ""
  var intervals: [IntervalSyntax] = []
  var bindings: [BindingSyntax] = []
  var hypothesis: ConditionSyntax?
  var known: ConditionSyntax?
  var conclusion: Conclusion?
  /// A clause could not be read, so nothing is said of what is missing.
  var isDamaged = false
}

/// A list that must be searched, from a coverage statement.
struct ListSyntax: Sendable {
  var code: Located
  var name: String
  var isDemonstration = false
  var isRequired = false
  var floor = 0
  var maximumAge: Int?
  var canaries: [String] = []
  /// Only required where an actor of this jurisdiction takes part.
  var whenActor: Located?
}
