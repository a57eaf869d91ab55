public import Formats

/// The paths of declared fields by their names, so that an order is read once from end to end.
///
/// Holds paths of names alone; one that counts elements needs the whole value.
struct DeclaredFieldTree: Sendable {
  /// What stands below one name.
  struct Entry: Sendable {
    /// Terms whose field this is.
    var terms: [Int] = []
    /// Fields within it.
    var inner: DeclaredFieldTree?
  }

  let names: JSONNames
  let entries: [Entry]

  /// Nil where a path counts elements, or a field stands within another.
  init?(_ paths: [(term: Int, steps: ArraySlice<String>)]) {
    var order: [String] = []
    var below: [String: [(term: Int, steps: ArraySlice<String>)]] = [:]
    for path in paths {
      guard let name = path.steps.first else { return nil }
      if below[name] == nil { order.append(name) }
      below[name, default: []].append((path.term, path.steps.dropFirst()))
    }
    var entries: [Entry] = []
    for name in order {
      let here = below[name] ?? []
      let deeper = here.filter { !$0.steps.isEmpty }
      var entry = Entry(terms: here.filter(\.steps.isEmpty).map(\.term))
      if !deeper.isEmpty {
        guard entry.terms.isEmpty, let inner = DeclaredFieldTree(deeper) else { return nil }
        entry.inner = inner
      }
      entries.append(entry)
    }
    names = JSONNames(order)
    self.entries = entries
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
      if let inner = tree.entries[index].inner {
        try read(&cursor, inner, take)
        continue
      }
      try read(&cursor, tree.entries[index].terms, take)
    }
  }

  /// Reads one field, as each of the terms that name it.
  private func read(
    _ cursor: inout JSONCursor, _ terms: [Int], _ take: (Int, DeclaredValue) -> Void
  ) throws(JSONFailure) {
    for term in terms.dropLast() {
      var copy = cursor
      if case .value(let known) = try fields[term].reading(at: &copy) { take(term, known) }
    }
    guard let term = terms.last else { return try cursor.skip() }
    if case .value(let known) = try fields[term].reading(at: &cursor) { take(term, known) }
  }
}
