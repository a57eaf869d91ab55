public import Formats

/// The paths of declared fields by their names, so that an order is read once from end to end.
///
/// Holds paths of names alone; one that counts elements needs the whole value. A class, and flat
/// arrays of numbers: what is met in each order is reached without counting references.
final class DeclaredFieldTree: Sendable {
  let names: JSONNames
  /// The term whose field stands at a name; -1 where fields stand within it.
  let terms: [Int]
  /// Further terms that name the same field; empty where there are none at all.
  let others: [Int: [Int]]
  /// Fields within a name.
  let inner: [DeclaredFieldTree?]

  /// Nil where a path counts elements, or a field stands within another.
  init?(_ paths: [(term: Int, steps: ArraySlice<String>)]) {
    var order: [String] = []
    var below: [String: [(term: Int, steps: ArraySlice<String>)]] = [:]
    for path in paths {
      guard let name = path.steps.first else { return nil }
      if below[name] == nil { order.append(name) }
      below[name, default: []].append((path.term, path.steps.dropFirst()))
    }
    var terms: [Int] = []
    var others: [Int: [Int]] = [:]
    var inner: [DeclaredFieldTree?] = []
    for (index, name) in order.enumerated() {
      let here = below[name] ?? []
      let ending = here.filter(\.steps.isEmpty).map(\.term)
      terms.append(ending.first ?? -1)
      if ending.count > 1 { others[index] = Array(ending.dropFirst()) }
      let deeper = here.filter { !$0.steps.isEmpty }
      guard !deeper.isEmpty else {
        inner.append(nil)
        continue
      }
      guard ending.isEmpty, let tree = DeclaredFieldTree(deeper) else { return nil }
      inner.append(tree)
    }
    names = JSONNames(order)
    (self.terms, self.others, self.inner) = (terms, others, inner)
  }
}

extension DeclaredFacts {
  /// Reads an order's text from end to end and hands over each value that it states, by term;
  /// terms that are not handed over are unknown.
  ///
  /// The same values as `read(_:)` gives as facts, without building them or any text. A field that
  /// stands twice refuses the text, as do all faults of form.
  public func read(
    _ cursor: inout JSONCursor, each take: (Int, DeclaredValue) -> Void
  ) throws(JSONFailure) {
    guard let tree else {
      let order = try cursor.value()
      for (term, field) in fields.enumerated() {
        if let value = field.path?.value(in: order),
          case .value(let known) = field.reading(of: value)
        {
          take(term, known)
        }
      }
      return
    }
    try read(&cursor, tree, take)
  }

  private func read(
    _ cursor: inout JSONCursor, _ tree: DeclaredFieldTree, _ take: (Int, DeclaredValue) -> Void
  ) throws(JSONFailure) {
    guard try cursor.kind() == .object else { return try cursor.skip() }
    try cursor.enterObject()
    var met: UInt64 = 0
    var metBeyond: Set<Int> = []
    // Orders of one system name their fields in one order, so the next is looked for first.
    var expected = 0
    while let index = try cursor.nextKnownMember(of: tree.names, expecting: expected) {
      let isNew =
        index < 64 ? met & (1 << index) == 0 : metBeyond.insert(index).inserted
      guard isNew else {
        throw cursor.refused("the name `\(tree.names.names[index])` stands twice")
      }
      if index < 64 { met |= 1 << index }
      expected = index + 1
      let term = tree.terms[index]
      if term < 0 {
        if let inner = tree.inner[index] { try read(&cursor, inner, take) }
        continue
      }
      if !tree.others.isEmpty {
        for other in tree.others[index] ?? [] {
          var copy = cursor
          try read(&copy, as: other, take)
        }
      }
      try read(&cursor, as: term, take)
    }
  }

  private func read(
    _ cursor: inout JSONCursor, as term: Int, _ take: (Int, DeclaredValue) -> Void
  ) throws(JSONFailure) {
    if case .value(let known) = try fields[term].reading(at: &cursor) { take(term, known) }
  }
}
