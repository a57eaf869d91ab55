public import Formats

/// Whether one code lies within another, when only the broader place may be known.
public enum Containment: Sendable, Equatable {
  case inside
  case outside
  /// The asked code lies below the known one: the known value may or may not be inside it.
  case undetermined
}

/// What a node means for a rule: raising an adverse node can only make an outcome stricter.
public enum Polarity: String, Sendable, Hashable {
  case adverse, mitigating, neutral
}

/// A tree of codes (places, organisation functions, product families) that answers `isWithin`.
///
/// Membership is transitive: a county is within its prefecture, its province and its country.
/// Look-ups are constant time; `ancestors` is linear in the depth.
///
/// A code may stand several times, with validity that does not overlap: a unit that was renamed,
/// or that another one took over. Territory does not move, so a code also lies somewhere on days
/// on which there is no such unit: where it lay last, or before its first day where it lay first.
/// Questions without a date are about the newest state.
public struct CodeTree: Sendable {
  public let name: String
  /// One node for each code: the newest, with the names of the earlier ones after its own.
  public let nodes: [TreeNode]
  private let indices: [String: Int]
  private let parents: [Int]
  /// Parents in the order of time, for the codes that had several.
  private let moves: [Int: [Move]]

  /// From a day on, what lies above a code.
  private struct Move: Sendable {
    let from: CivilDate
    let parent: Int
  }

  /// Throws a diagnostic for a code that stands twice at one time, a validity that ends before it
  /// begins, a parent that is missing, or a cycle on any day.
  public init(name: String, nodes listed: [TreeNode]) throws(Diagnostic) {
    let history = try CodeHistory(listed, in: name)
    let nodes = history.nodes
    self.name = name
    self.nodes = nodes
    let indices = Dictionary(
      nodes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.indices = indices
    func index(of parent: String?, above code: String) throws(Diagnostic) -> Int {
      guard let parent else { return -1 }
      guard let index = indices[parent] else {
        throw Diagnostic(
          "TAX002", "the parent `\(parent)` of `\(code)` is missing from \(name)",
          remedy: "add the parent or correct its code")
      }
      return index
    }
    var parents: [Int] = []
    for node in nodes { parents.append(try index(of: node.parent, above: node.code)) }
    self.parents = parents
    var moves: [Int: [Move]] = [:]
    for (node, periods) in history.moved {
      for period in periods {
        moves[node, default: []].append(
          Move(
            from: period.from ?? CodeTree.beginning,
            parent: try index(of: period.parent, above: period.code)))
      }
    }
    self.moves = moves
    try checkCycles()
  }

  private static let beginning = CivilDate(dayNumber: .min)

  private init(_ tree: CodeTree, nodes: [TreeNode], parents: [Int]) {
    name = tree.name
    self.nodes = nodes
    indices = tree.indices
    self.parents = parents
    moves = [:]
  }

  /// Follows every code upward, at each time when something moved.
  private func checkCycles() throws(Diagnostic) {
    var days: [CivilDate?] = [nil]
    for moves in moves.values { days += moves.map(\.from) }
    for day in days {
      for index in nodes.indices {
        var current = index
        var steps = 0
        while true {
          current = parent(of: current, on: day)
          if current < 0 { break }
          steps += 1
          guard steps <= 32 else {
            throw Diagnostic("TAX003", "`\(nodes[index].code)` in \(name) is its own ancestor")
          }
        }
      }
    }
  }

  private func parent(of index: Int, on date: CivilDate?) -> Int {
    guard let date, let moves = moves[index] else { return parents[index] }
    return (moves.last { $0.from <= date } ?? moves[0]).parent
  }

  public subscript(code: String) -> TreeNode? { indices[code].map { nodes[$0] } }

  /// Index of a code in `nodes`.
  public func index(of code: String) -> Int? { indices[code] }

  /// Index of the node right above one; nil for a root.
  public func parent(ofNodeAt index: Int) -> Int? { parents[index] < 0 ? nil : parents[index] }

  public func contains(_ code: String) -> Bool { indices[code] != nil }

  /// Whether there is such a unit on a day; a code that stands undated is always valid.
  public func isValid(_ code: String, on date: CivilDate) -> Bool {
    self[code]?.isValid(on: date) ?? false
  }

  /// The tree as it was on a day, whose undated questions are about that day.
  ///
  /// Where nothing moved it is this tree; else it costs one pass over the nodes. Made once for an
  /// as-of date, it asks nothing more of each question than an undated tree does.
  public func asOf(_ date: CivilDate) -> CodeTree {
    guard !moves.isEmpty else { return self }
    var nodes = nodes
    var parents = parents
    for index in moves.keys {
      parents[index] = parent(of: index, on: date)
      let above = parents[index]
      nodes[index] = nodes[index].below(above < 0 ? nil : nodes[above].code)
    }
    return CodeTree(self, nodes: nodes, parents: parents)
  }

  /// The node and everything above it, nearest first; empty for an unknown code.
  public func lineage(of code: String, on date: CivilDate? = nil) -> [TreeNode] {
    guard var index = indices[code] else { return [] }
    var lineage: [TreeNode] = []
    while index >= 0 {
      lineage.append(nodes[index])
      index = parent(of: index, on: date)
    }
    return lineage
  }

  /// Whether `code` is `ancestor` or lies below it.
  public func isWithin(_ code: String, _ ancestor: String, on date: CivilDate? = nil) -> Bool {
    guard var index = indices[code], let target = indices[ancestor] else { return false }
    while index != target {
      index = parent(of: index, on: date)
      if index < 0 { return false }
    }
    return true
  }

  /// Whether a value known to be `code` lies within `asked`, on a day or in the newest state.
  public func containment(
    of code: String, in asked: String, on date: CivilDate? = nil
  ) -> Containment {
    if isWithin(code, asked, on: date) { return .inside }
    return isWithin(asked, code, on: date) ? .undetermined : .outside
  }

  /// The code nearest in spelling, for an error about an unknown one.
  public func nearest(to code: String) -> String? {
    nearestWord(to: code, among: nodes.map(\.code))
  }
}
