import Taxonomy

/// The codes of one tree, or the words of one list, with their intervals.
struct CodeOrder: Sendable {
  private enum Index: Sendable {
    case words([String: Int])
    case tree(CodeTree)
  }

  /// By index of the node, or of the word in its list.
  private let codes: ContiguousArray<FactCode>
  private let index: Index

  /// Of words that stand twice the first counts.
  init(words: [String]) {
    codes = ContiguousArray(
      words.indices.map { FactCode(first: Int32($0), last: Int32($0)) })
    index = .words(
      Dictionary(
        words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  init(_ tree: CodeTree) {
    let count = tree.nodes.count
    let parents = (0..<count).map { tree.parent(ofNodeAt: $0) ?? -1 }
    // The first child of each node, and the next child of the same parent.
    var (children, siblings) = (
      Array(repeating: -1, count: count), Array(repeating: -1, count: count)
    )
    var pending: [Int] = []
    for (node, parent) in parents.enumerated() {
      if parent < 0 {
        pending.append(node)
      } else {
        siblings[node] = children[parent]
        children[parent] = node
      }
    }
    var order: [Int] = []
    order.reserveCapacity(count)
    while let node = pending.popLast() {
      order.append(node)
      var child = children[node]
      while child >= 0 {
        pending.append(child)
        child = siblings[child]
      }
    }
    // Below a node stands all that follows it up to the last of its children.
    var (first, last) = (
      Array(repeating: Int32(0), count: count), Array(repeating: Int32(0), count: count)
    )
    for (place, node) in order.enumerated().reversed() {
      first[node] = Int32(place)
      last[node] = max(last[node], Int32(place))
      if parents[node] >= 0 { last[parents[node]] = max(last[parents[node]], last[node]) }
    }
    codes = ContiguousArray((0..<count).map { FactCode(first: first[$0], last: last[$0]) })
    index = .tree(tree)
  }

  subscript(code: String) -> FactCode? {
    switch index {
    case .words(let indices): indices[code].map { codes[$0] }
    case .tree(let tree): tree.index(of: code).map { codes[$0] }
    }
  }

  /// By index of the word or the node; nil beyond the last.
  subscript(index: Int) -> FactCode? { codes.indices.contains(index) ? codes[index] : nil }
}
