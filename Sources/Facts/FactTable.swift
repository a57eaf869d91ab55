/// One object of a dossier that facts are about.
public struct FactObject: Sendable {
  /// Party id, line number, claim id; what records refer to.
  public let id: String
  /// How messages name it.
  public let label: String
  /// One fact for each term of its domain, in the vocabulary's order.
  public let facts: [Fact]

  public init(id: String, label: String, facts: [Fact]) {
    self.id = id
    self.label = label
    self.facts = facts
  }
}

/// The members of one collection and whether there may be more.
public struct Membership: Sendable {
  /// Indices of objects of the collection's domain.
  public let members: [Int]
  /// An open set behaves as if it held one more object of which nothing is known.
  public let isOpen: Bool

  public init(members: [Int], isOpen: Bool) {
    self.members = members
    self.isOpen = isOpen
  }
}

/// All facts of one dossier, in the shape of its vocabulary. Policies read nothing else.
public struct FactTable: Sendable {
  /// Objects by domain.
  public let objects: [[FactObject]]
  /// Memberships by collection.
  public let memberships: [Membership]
  /// For each relation a fact for each pair, at `first * count of second + second`.
  public let relations: [[Fact]]

  public init(objects: [[FactObject]], memberships: [Membership], relations: [[Fact]]) {
    self.objects = objects
    self.memberships = memberships
    self.relations = relations
  }
}

/// Names one fact of a table, so that questions can be asked and assumptions made about it.
public struct FactKey: Hashable, Sendable, Comparable {
  /// Index of the domain, or of the relation where `isRelation`.
  public let subject: Int
  public let isRelation: Bool
  /// Index of the object; -1 for the unnamed member of an open set.
  public let object: Int
  /// Index of the term, or of the second object of a relation.
  public let term: Int
  /// For the unnamed member: the collection that is open.
  public let collection: Int

  public init(subject: Int, isRelation: Bool, object: Int, term: Int, collection: Int) {
    self.subject = subject
    self.isRelation = isRelation
    self.object = object
    self.term = term
    self.collection = collection
  }

  private var order: (Int, Int, Int, Int, Int) {
    (isRelation ? 1 : 0, subject, object, term, collection)
  }

  public static func < (left: FactKey, right: FactKey) -> Bool { left.order < right.order }
}
