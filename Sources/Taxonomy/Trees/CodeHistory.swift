import Formats

/// The nodes of a tree as listed, one for each code, and the parents of those that moved.
struct CodeHistory {
  private(set) var nodes: [TreeNode] = []
  /// By index of the node: everything listed for it, the earliest first, where parents differ.
  private(set) var moved: [Int: [TreeNode]] = [:]

  init(_ listed: [TreeNode], in tree: String) throws(Diagnostic) {
    var places: [String: Int] = [:]
    var several: [String: [TreeNode]] = [:]
    for node in listed {
      if let from = node.from, let until = node.until, until < from {
        throw Diagnostic(
          "TAX004", "`\(node.code)` in \(tree) ends on \(until), before it begins on \(from)",
          remedy: "correct the columns from and until")
      }
      if let place = places[node.code] {
        several[node.code, default: [nodes[place]]].append(node)
      } else {
        places[node.code] = nodes.count
        nodes.append(node)
      }
    }
    for (code, entries) in several.sorted(by: { $0.key < $1.key }) {
      guard let place = places[code] else { continue }
      let ordered = try CodeHistory.ordered(entries, in: tree)
      nodes[place] = CodeHistory.merged(ordered)
      if ordered.contains(where: { $0.parent != ordered[0].parent }) { moved[place] = ordered }
    }
  }

  /// The entries of one code in the order of time, which must not overlap.
  private static func ordered(
    _ entries: [TreeNode], in tree: String
  ) throws(Diagnostic) -> [TreeNode] {
    let ordered = entries.sorted { left, right in
      guard let second = right.from else { return false }
      return left.from.map { $0 < second } ?? true
    }
    for (earlier, later) in zip(ordered, ordered.dropFirst()) {
      let code = earlier.code
      guard earlier.isDated || later.isDated else {
        throw Diagnostic(
          "TAX001", "the code `\(code)` stands twice in \(tree)", remedy: "keep one of them")
      }
      guard let end = earlier.until, let start = later.from, end < start else {
        throw Diagnostic(
          "TAX005", "the code `\(code)` stands twice in \(tree) for the same time",
          remedy: "end one entry on the day before the other begins")
      }
      guard earlier.polarity == later.polarity else {
        throw Diagnostic(
          "TAX006", "the code `\(code)` in \(tree) has two polarities",
          remedy: "give every entry of it the same")
      }
    }
    return ordered
  }

  /// The newest entry, valid since the first one was, with the names of all.
  private static func merged(_ entries: [TreeNode]) -> TreeNode {
    let newest = entries[entries.count - 1]
    func names(_ of: (TreeNode) -> [String]) -> [String] {
      entries.reversed().flatMap(of).reduce(into: []) { names, name in
        if !names.contains(name) { names.append(name) }
      }
    }
    return TreeNode(
      code: newest.code, parent: newest.parent, kind: newest.kind, english: names(\.english),
      chinese: names(\.chinese), other: names(\.other), polarity: newest.polarity,
      from: entries[0].from, until: newest.until)
  }
}

extension TreeNode {
  fileprivate var isDated: Bool { from != nil || until != nil }

  /// The same node under another parent.
  func below(_ parent: String?) -> TreeNode {
    TreeNode(
      code: code, parent: parent, kind: kind, english: english, chinese: chinese, other: other,
      polarity: polarity, from: from, until: until)
  }
}
