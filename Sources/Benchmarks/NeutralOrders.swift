import Facts
public import Formats
public import Policy
import Taxonomy

/// Makes orders for a policy set whose terms are fields of the order alone.
///
/// Values are those at which rules change: bounds and their neighbours, words and codes that rules
/// name and others. The same seed makes the same orders.
public struct NeutralOrders: Sendable {
  private let terms: [Term]
  private let bounds: [[Int]]
  private let days: [[CivilDate]]
  private let codes: [String: [String]]
  private var draw: SplitMix

  public init(_ policies: PolicySet, seed: UInt64) {
    terms = policies.vocabulary.domains[Vocabulary.orderDomain].terms
    draw = SplitMix(seed: seed)
    var bounds = terms.map { _ in [0, 1] }
    var days: [[CivilDate]] = terms.map { _ in [] }
    var named: [String: Set<String>] = [:]
    for atom in policies.rules.flatMap({ $0.clauses }).flatMap({ NeutralOrders.atoms($0.condition) }
    ) {
      switch atom.test {
      case .atLeast(let bound), .moreThan(let bound), .lessThan(let bound), .atMost(let bound):
        let whole = Int(bound.millionths / 1_000_000)
        bounds[atom.term] += [whole - 1, whole, whole + 1]
      case .before(let day), .after(let day):
        days[atom.term] += [day.adding(days: -1), day, day.adding(days: 1)]
      case .within(let tree, let codes): named[tree, default: []].formUnion(codes)
      default: break
      }
    }
    self.bounds = bounds
    self.days = days
    codes = policies.vocabulary.trees.mapValues { tree in
      let named = named[tree.name] ?? []
      // Codes that rules name, those below them, and as many of the others.
      let near = tree.nodes.filter { node in
        named.contains(node.code) || node.parent.map { named.contains($0) } ?? false
      }
      let far = tree.nodes.filter { !near.contains($0) }.prefix(near.count)
      return (near + far).map(\.code)
    }
  }

  private static func atoms(_ condition: Condition) -> [Atom] {
    switch condition {
    case .all(let parts), .any(let parts): parts.flatMap(atoms)
    case .negation(let inner): atoms(inner)
    case .atom(let atom): [atom]
    case .aggregate: []
    }
  }

  /// The next order, with every field.
  public mutating func next() -> JSON {
    var groups: [(String, [(String, JSON)])] = []
    for (index, term) in terms.enumerated() {
      let path = (term.field ?? term.name).split(separator: ".").map(String.init)
      let value = value(of: term, index)
      guard path.count == 2 else {
        groups.append((path.joined(separator: "."), []))
        continue
      }
      if let place = groups.firstIndex(where: { $0.0 == path[0] }) {
        groups[place].1.append((path[1], value))
      } else {
        groups.append((path[0], [(path[1], value)]))
      }
    }
    return .object(groups.map { ($0.0, .object($0.1)) })
  }

  private mutating func value(of term: Term, _ index: Int) -> JSON {
    switch term.type {
    case .boolean: return .boolean(draw.below(2) == 1)
    case .number: return .integer(pick(bounds[index]) ?? 0)
    case .date: return .string((pick(days[index]) ?? CivilDate(dayNumber: 20_000)).description)
    case .text: return .string("text \(draw.below(1_000))")
    case .word(let words): return list(words, term)
    case .tree(let name): return list(codes[name] ?? [], term)
    }
  }

  private mutating func list(_ words: [String], _ term: Term) -> JSON {
    guard term.holdsSeveral else { return pick(words).map { .string($0) } ?? .null }
    let count = draw.below(3)
    return .strings((0..<count).compactMap { _ in pick(words) })
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[draw.below(values.count)]
  }
}
