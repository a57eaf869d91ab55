/// Which edges are taken out so that no text rests on itself: of those that lie on a cycle the
/// weakest goes first, until there is no cycle.
///
/// Complexity: linear in the edges where there is no cycle; else, for the edges of texts that rest
/// on each other, one walk through these texts for each.
struct EdgeCycles {
  private(set) var removed: Set<Int> = []
  /// The edges between reports that may lie on a cycle, by the report from which they go.
  private var going: [Int: [Int]] = [:]
  private var targets: [Int: Int] = [:]

  init(_ edges: [DerivationGraph.Edge]) {
    for (index, edge) in edges.enumerated() {
      guard case .report(let target) = edge.to else { continue }
      targets[index] = target
      going[edge.from, default: []].append(index)
    }
    let groups = groups()
    // An edge that leaves its group lies on no cycle, now or later.
    let inner = targets.keys.filter { groups[edges[$0].from] == groups[targets[$0] ?? -1] }
    guard !inner.isEmpty else { return }
    let isInner = Set(inner)
    going = going.mapValues { $0.filter(isInner.contains) }
    for edge in inner.sorted(by: { (edges[$0].strength, $0) < (edges[$1].strength, $1) }) {
      guard let target = targets[edge], reaches(from: target, edges[edge].from) else { continue }
      removed.insert(edge)
    }
  }

  private func reaches(from start: Int, _ goal: Int) -> Bool {
    var open = [start]
    var seen: Set<Int> = []
    while let current = open.popLast() {
      if current == goal { return true }
      guard seen.insert(current).inserted else { continue }
      for edge in going[current] ?? [] where !removed.contains(edge) {
        if let next = targets[edge] { open.append(next) }
      }
    }
    return false
  }

  /// A number for each report, the same for reports that reach each other (Tarjan 1972).
  private func groups() -> [Int: Int] {
    var groups: [Int: Int] = [:]
    var order: [Int: Int] = [:]
    var lowest: [Int: Int] = [:]
    var stack: [Int] = []
    var isOpen: Set<Int> = []
    for start in going.keys.sorted() where order[start] == nil {
      var walk = [(report: start, next: 0)]
      while let (report, next) = walk.last {
        if next == 0 {
          order[report] = order.count
          lowest[report] = order[report]
          stack.append(report)
          isOpen.insert(report)
        }
        let own = going[report] ?? []
        if next < own.count {
          walk[walk.count - 1].next += 1
          guard let target = targets[own[next]] else { continue }
          if order[target] == nil {
            walk.append((target, 0))
          } else if isOpen.contains(target) {
            lower(&lowest, report, to: order[target])
          }
          continue
        }
        walk.removeLast()
        if let above = walk.last?.report { lower(&lowest, above, to: lowest[report]) }
        guard lowest[report] == order[report] else { continue }
        while let member = stack.popLast() {
          isOpen.remove(member)
          groups[member] = report
          if member == report { break }
        }
      }
    }
    return groups
  }

  private func lower(_ lowest: inout [Int: Int], _ report: Int, to value: Int?) {
    guard let value, let own = lowest[report], value < own else { return }
    lowest[report] = value
  }
}
