/// Facts of a dossier that always hold together. Proofs rest on them, and dossiers are tested to
/// keep them.
public enum Axiom: Sendable, Hashable {
  /// The true-or-false term of every object of the domain has a value.
  case isKnown(domain: Int, term: Int)
  /// Where the flag of the order is known to be true, the collections hold no more than is named.
  case closes(term: Int, collections: [Int])
  /// Where the flag of the order is known to be false, the collections may hold more.
  case opens(term: Int, collections: [Int])
  /// Every named member of the collection is known to have one of the words.
  case members(collection: Int, term: Int, words: [String])
}
