import Taxonomy

/// The codes of one tree, or the words of one list, with their intervals.
struct CodeOrder: Sendable {
  private let codes: [String: FactCode]

  init(words: [String]) {
    codes = Dictionary(
      words.enumerated().map { ($1, FactCode(first: Int32($0), last: Int32($0))) },
      uniquingKeysWith: { first, _ in first })
  }

  init(_ tree: CodeTree) {
    let nodes = tree.nodes
    var indices: [String: Int] = Dictionary(minimumCapacity: nodes.count)
    for (index, node) in nodes.enumerated() { indices[node.code] = index }
    var children: [[Int]] = Array(repeating: [], count: nodes.count)
    var pending: [Int] = []
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent.flatMap({ indices[$0] }) {
        children[parent].append(index)
      } else {
        pending.append(index)
      }
    }
    var order: [Int] = []
    while let node = pending.popLast() {
      order.append(node)
      pending += children[node]
    }
    // Below a node stands all that follows it up to the last of its children.
    var first = Array(repeating: Int32(0), count: nodes.count)
    var last = first
    for (place, node) in order.enumerated().reversed() {
      first[node] = Int32(place)
      last[node] = children[node].reduce(Int32(place)) { max($0, last[$1]) }
    }
    var codes: [String: FactCode] = Dictionary(minimumCapacity: nodes.count)
    for (index, node) in nodes.enumerated() {
      codes[node.code] = FactCode(first: first[index], last: last[index])
    }
    self.codes = codes
  }

  subscript(code: String) -> FactCode? { codes[code] }
}
