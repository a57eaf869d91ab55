import Taxonomy

/// The tests that differ from `is within (…)` by one step in the tree.
struct CodeVariations {
  /// The key of the tree in its vocabulary.
  let name: String
  let tree: CodeTree
  let codes: [String]
  /// The fact in words.
  let fact: String
  /// The codes that each example states for it.
  let shown: [[String]]

  var all: [TestVariation] {
    var found: [TestVariation] = []
    var seen: Set<[String]> = []
    for variation in wider + narrower {
      // `(a, b)` with `a` raised to the parent of both is the same as with `b` raised.
      guard case .within(_, let changed) = variation.test,
        seen.insert(normal(changed)).inserted || variation.equivalence != nil
      else { continue }
      found.append(variation)
    }
    return found
  }

  private var wider: [TestVariation] {
    var variations: [TestVariation] = []
    for code in codes {
      if let parent = tree[code]?.parent { variations.append(raised(code, to: parent)) }
    }
    // One code that has a parent is widened by all its siblings at once.
    let isAlone = codes.count == 1 && !variations.isEmpty
    if !isAlone, let sibling = codes.lazy.compactMap({ sibling(of: $0) }).first {
      variations.append(
        TestVariation(
          kind: .widen, test: .within(tree: name, codes + [sibling]),
          verb: "widened by `\(sibling)`",
          unshown: "no example gives \(fact) within `\(sibling)`"))
    }
    return variations
  }

  private func raised(_ code: String, to parent: String) -> TestVariation {
    let others = children(of: parent).filter { $0 != code }
    return TestVariation(
      kind: .widen, test: .within(tree: name, codes.map { $0 == code ? parent : $0 }),
      verb: "widened to `\(parent)`" + (codes.count > 1 ? " in place of `\(code)`" : ""),
      equivalence: isListed(parent)
        ? "`\(parent)` is in the list already"
        : others.isEmpty
          ? "`\(code)` is the only code below `\(parent)`"
          : others.allSatisfy(isListed) ? "the list holds every code below `\(parent)`" : nil,
      unshown: "no example gives \(fact) within `\(parent)` and not within \(listed(codes))")
  }

  private var narrower: [TestVariation] {
    var variations: [TestVariation] = []
    for code in codes {
      let others = codes.filter { $0 != code }
      let isCovered = others.contains { tree.isWithin(code, $0) }
      if codes.count > 1 {
        variations.append(
          TestVariation(
            kind: .narrow, test: .within(tree: name, others),
            verb: "narrowed to leave out `\(code)`",
            equivalence: isCovered ? "another code of the list holds `\(code)`" : nil,
            unshown:
              "no example gives \(fact) within `\(code)` and within no other code of the list"))
      }
      guard let child = hardestChild(of: code) else { continue }
      let siblings = children(of: code).filter { $0 != child }
      variations.append(
        TestVariation(
          kind: .narrow, test: .within(tree: name, codes.map { $0 == code ? child : $0 }),
          verb: "narrowed to `\(child)`" + (codes.count > 1 ? " in place of `\(code)`" : ""),
          equivalence: siblings.isEmpty
            ? "`\(child)` is the only code below `\(code)`"
            : isCovered
              || siblings.allSatisfy { sibling in
                others.contains { tree.isWithin(sibling, $0) }
              } ? "the list holds the other codes below `\(code)`" : nil,
          unshown: "no example gives \(fact) within `\(code)` and not within `\(child)`"))
    }
    return variations
  }

  /// The next code after one, under the same parent and going round, that no listed code holds.
  private func sibling(of code: String) -> String? {
    guard let node = tree[code] else { return nil }
    let siblings = children(of: node.parent)
    guard let start = siblings.firstIndex(of: code) else { return nil }
    return (siblings[start...] + siblings[..<start]).first { !isListed($0) }
  }

  /// The child that holds most of what the examples state, so that to show the difference takes
  /// an example outside it; the first child where examples state none.
  private func hardestChild(of code: String) -> String? {
    var best: (code: String, count: Int)?
    for child in children(of: code) {
      let count = shown.filter { codes in codes.contains { tree.isWithin($0, child) } }.count
      if count > best?.count ?? -1 { best = (child, count) }
    }
    return best?.code
  }

  private func children(of parent: String?) -> [String] {
    tree.nodes.filter { $0.parent == parent }.map(\.code)
  }

  private func isListed(_ code: String) -> Bool { codes.contains { tree.isWithin(code, $0) } }

  /// The list without what others of it hold, in a fixed order.
  private func normal(_ list: [String]) -> [String] {
    list.filter { code in !list.contains { $0 != code && tree.isWithin(code, $0) } }.sorted()
  }

  private func listed(_ codes: [String]) -> String {
    codes.map { "`\($0)`" }.joined(separator: ", ")
  }
}
