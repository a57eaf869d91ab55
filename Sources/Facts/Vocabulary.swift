import Formats
public import Taxonomy

/// A text in the three languages of questions.
public struct LocalisedText: Sendable, Hashable {
  public let english: String
  public let chinese: String
  public let german: String

  public init(_ english: String, _ chinese: String, _ german: String) {
    self.english = english
    self.chinese = chinese
    self.german = german
  }
}

/// What kind of value a term has.
public enum TermType: Sendable, Hashable {
  case boolean
  /// A node of the named tree: `places`, `functions` or `products`.
  case tree(String)
  /// One of a closed list of words.
  case word([String])
  /// A number with its unit, such as `reactions` or `percent`.
  case number(unit: String)
  case date
  /// Free text, which messages may print and no rule may judge.
  case text
}

/// One term that a policy may use about one kind of object.
public struct Term: Sendable, Hashable {
  public let name: String
  public let type: TermType
  /// For trees the node decides, not the term.
  public let polarity: Polarity
  public let meaning: String
  /// The question that would supply the fact, where somebody can be asked.
  public let question: LocalisedText?
  /// Whether one object can have several codes or words at once: functions and roles, not kinds.
  public let holdsSeveral: Bool
  /// For a term that a company declares: the path of the order's own field, such as
  /// `x_sales.region` (from the order, the party or the line); nil for terms of the dossier.
  public let field: String?

  /// Trees hold several codes and closed lists one word, unless `holdsSeveral` says otherwise.
  public init(
    _ name: String, _ type: TermType, _ polarity: Polarity, _ meaning: String,
    question: LocalisedText? = nil, holdsSeveral: Bool? = nil, field: String? = nil
  ) {
    let isTree = if case .tree = type { true } else { false }
    self.holdsSeveral = holdsSeveral ?? isTree
    self.name = name
    self.type = type
    self.polarity = polarity
    self.meaning = meaning
    self.question = question
    self.field = field
  }
}

/// A kind of object that facts are about: the order, its parties, its lines, and so on.
public struct Domain: Sendable {
  public let name: String
  public let terms: [Term]

  public init(name: String, terms: [Term]) {
    self.name = name
    self.terms = terms
  }
}

/// A set that a rule can range over, such as `end user`.
public struct Collection: Sendable, Hashable {
  /// The words after `any` or `every`.
  public let phrase: String
  /// Index into the vocabulary's domains.
  public let domain: Int
  public let meaning: String
  /// What to ask where the set is not known to be complete.
  public let question: LocalisedText?
  /// Indices of collections that hold every member of this one: an end user is a receiving party.
  /// Proofs rest on it, and dossiers are tested to keep it.
  public let isPartOf: [Int]
  /// Indices of collections that are open wherever this one is; proved and tested in the same way.
  public let opens: [Int]
  /// Whether its members are findings, such as reports and list entries: more of them never make
  /// an outcome milder.
  public let isAdverse: Bool

  public init(
    phrase: String, domain: Int, meaning: String, question: LocalisedText? = nil,
    isPartOf: [Int] = [], opens: [Int] = [], isAdverse: Bool = false
  ) {
    self.opens = opens
    self.isAdverse = isAdverse
    self.phrase = phrase
    self.domain = domain
    self.meaning = meaning
    self.question = question
    self.isPartOf = isPartOf
  }
}

/// A fact about two objects, written `C is about E`.
public struct Relation: Sendable, Hashable {
  /// The words between the two variables.
  public let phrase: String
  public let from: Int
  public let to: Int
  public let polarity: Polarity
  public let meaning: String

  public init(phrase: String, from: Int, to: Int, polarity: Polarity, meaning: String) {
    self.phrase = phrase
    self.from = from
    self.to = to
    self.polarity = polarity
    self.meaning = meaning
  }
}

/// Everything that a policy may speak of. Policies are checked against it before they are used.
public struct Vocabulary: Sendable {
  public let domains: [Domain]
  public let collections: [Collection]
  public let relations: [Relation]
  public let trees: [String: CodeTree]
  /// What holds of the facts of every dossier.
  public let axioms: [Axiom]
  let printed: Deferred<String>

  /// Index of the domain that needs no quantifier.
  public static let orderDomain = 0

  public init(
    domains: [Domain], collections: [Collection], relations: [Relation],
    trees: [String: CodeTree], axioms: [Axiom] = []
  ) {
    self.axioms = axioms
    self.domains = domains
    self.collections = collections
    self.relations = relations
    self.trees = trees
    printed = Deferred { VocabularyPrint(domains, collections, relations).digits }
  }

  /// The vocabulary with further terms at the end of a domain: those that a company declares for
  /// fields of its own orders.
  public func adding(_ terms: [(domain: Int, term: Term)]) -> Vocabulary {
    Vocabulary(
      domains: domains.enumerated().map { index, domain in
        Domain(
          name: domain.name,
          terms: domain.terms + terms.filter { $0.domain == index }.map(\.term))
      },
      collections: collections, relations: relations, trees: trees, axioms: axioms)
  }

  public func termIndex(_ name: String, in domain: Int) -> Int? {
    domains[domain].terms.firstIndex { $0.name == name }
  }
}
