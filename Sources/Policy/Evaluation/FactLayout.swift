public import Facts
public import Formats
import Taxonomy

/// The shape of the facts of one vocabulary, with its trees as they were on one day; shared by all
/// sheets of an evaluator.
public final class FactLayout: Sendable {
  /// How the values of a term become integers.
  enum Reading: Sendable {
    case boolean, number, date, text
    /// Index into `orders`.
    case codes(Int)
    /// The same of a list so short that a set of its words is one number, a bit for each.
    case words(Int)
  }

  /// The longest list of which a set is one number.
  private static let shortList = 64

  public let vocabulary: Vocabulary
  /// The day of the trees; nil for their newest state.
  public let asOf: CivilDate?
  /// By domain and term.
  let readings: [[Reading]]
  /// Which collections range over a domain, in their order.
  let collections: [[Int]]
  /// Domain of each collection.
  let domains: ContiguousArray<Int>
  /// Number of terms of each domain.
  let widths: ContiguousArray<Int>
  let orders: [CodeOrder]
  private let firstKinds: [Int]
  private let relationKinds: Int

  public init(_ vocabulary: Vocabulary, asOf: CivilDate?) {
    self.asOf = asOf
    self.vocabulary = vocabulary
    var orders: [CodeOrder] = []
    var trees: [String: Int] = [:]
    readings = vocabulary.domains.map { domain in
      domain.terms.map { term in
        switch term.type {
        case .boolean: return .boolean
        case .number: return .number
        case .date: return .date
        case .text: return .text
        case .word(let words):
          orders.append(CodeOrder(words: words))
          return words.count <= FactLayout.shortList
            ? .words(orders.count - 1) : .codes(orders.count - 1)
        case .tree(let name):
          if let known = trees[name] { return .codes(known) }
          // The values of a tree that is missing are all faults.
          let tree = vocabulary.trees[name].map { tree in asOf.map { tree.asOf($0) } ?? tree }
          orders.append(tree.map { CodeOrder($0) } ?? CodeOrder(words: []))
          trees[name] = orders.count - 1
          return .codes(orders.count - 1)
        }
      }
    }
    collections = vocabulary.domains.indices.map { domain in
      vocabulary.collections.indices.filter { vocabulary.collections[$0].domain == domain }
    }
    domains = ContiguousArray(vocabulary.collections.map(\.domain))
    widths = ContiguousArray(vocabulary.domains.map(\.terms.count))
    self.orders = orders
    var kinds = 0
    firstKinds = vocabulary.domains.map { domain in
      defer { kinds += domain.terms.count }
      return kinds
    }
    relationKinds = kinds
  }

  /// The first cell of the order's own facts: it stands first of all domains, behind the unnamed
  /// members of its collections, however many objects there are.
  var firstCellOfOrder: Int { collections[Vocabulary.orderDomain].count }

  // MARK: - Kinds

  /// The number of a term among all kinds of facts: terms, then relations, then unnamed members.
  func kind(ofTerm term: Int, in domain: Int) -> Int { firstKinds[domain] + term }

  func kind(ofRelation relation: Int) -> Int { relationKinds + relation }

  func kind(ofCollection collection: Int) -> Int {
    relationKinds + vocabulary.relations.count + collection
  }

  func kind(of key: FactKey) -> Int {
    if key.collection >= 0 { return kind(ofCollection: key.collection) }
    return key.isRelation
      ? kind(ofRelation: key.subject) : kind(ofTerm: key.term, in: key.subject)
  }

  /// A code or a word of a term; nil where its tree or list does not hold it.
  public func code(_ word: String, domain: Int, term: Int) -> FactCode? {
    switch readings[domain][term] {
    case .codes(let order), .words(let order): orders[order][word]
    default: nil
    }
  }
}
