extension CodeTree {
  /// The code of the one node that has this name in any language, letters of either case; nil where
  /// none or several have it. Linear in the nodes.
  public func code(named name: String) -> String? {
    let wanted = name.lowercased()
    guard !wanted.isEmpty else { return nil }
    var found: String?
    for node in nodes {
      let names = [node.english, node.chinese, node.other]
      guard names.contains(where: { $0.contains { $0.lowercased() == wanted } }) else { continue }
      guard found == nil else { return nil }
      found = node.code
    }
    return found
  }
}
