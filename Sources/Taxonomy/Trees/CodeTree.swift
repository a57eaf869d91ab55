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

/// One node of a tree with stable codes.
public struct TreeNode: Sendable, Hashable {
  public let code: String
  public let parent: String?
  public let kind: String
  /// Names with the preferred one first.
  public let english: [String]
  public let chinese: [String]
  /// Names in further scripts: Uyghur, Tibetan, Mongolian.
  public let other: [String]
  public let polarity: Polarity

  public init(
    code: String, parent: String?, kind: String, english: [String], chinese: [String] = [],
    other: [String] = [], polarity: Polarity = .neutral
  ) {
    self.code = code
    self.parent = parent
    self.kind = kind
    self.english = english
    self.chinese = chinese
    self.other = other
    self.polarity = polarity
  }

  public var name: String { english.first ?? chinese.first ?? code }
}

/// A tree of codes (places, organisation functions, product families) that answers `isWithin`.
///
/// Membership is transitive: a county is within its prefecture, its province and its country.
/// Look-ups are constant time; `ancestors` is linear in the depth.
public struct CodeTree: Sendable {
  public let name: String
  public let nodes: [TreeNode]
  private let indices: [String: Int]
  private let parents: [Int]

  /// Throws a diagnostic for a code that stands twice, a parent that is missing, or a cycle.
  public init(name: String, nodes: [TreeNode]) throws(Diagnostic) {
    self.name = name
    self.nodes = nodes
    var indices: [String: Int] = [:]
    for (index, node) in nodes.enumerated() {
      guard indices.updateValue(index, forKey: node.code) == nil else {
        throw Diagnostic(
          "TAX001", "the code `\(node.code)` stands twice in \(name)", remedy: "keep one of them")
      }
    }
    self.indices = indices
    var parents: [Int] = []
    for node in nodes {
      guard let parent = node.parent else {
        parents.append(-1)
        continue
      }
      guard let index = indices[parent] else {
        throw Diagnostic(
          "TAX002", "the parent `\(parent)` of `\(node.code)` is missing from \(name)",
          remedy: "add the parent or correct its code")
      }
      parents.append(index)
    }
    self.parents = parents
    for index in nodes.indices {
      var current = index
      var steps = 0
      while parents[current] >= 0 {
        current = parents[current]
        steps += 1
        guard steps <= 32 else {
          throw Diagnostic("TAX003", "`\(nodes[index].code)` in \(name) is its own ancestor")
        }
      }
    }
  }

  public subscript(code: String) -> TreeNode? { indices[code].map { nodes[$0] } }

  /// Index of a code in `nodes`.
  public func index(of code: String) -> Int? { indices[code] }

  /// Index of the node right above one; nil for a root.
  public func parent(ofNodeAt index: Int) -> Int? { parents[index] < 0 ? nil : parents[index] }

  public func contains(_ code: String) -> Bool { indices[code] != nil }

  /// The node and everything above it, nearest first; empty for an unknown code.
  public func lineage(of code: String) -> [TreeNode] {
    guard var index = indices[code] else { return [] }
    var lineage = [nodes[index]]
    while parents[index] >= 0 {
      index = parents[index]
      lineage.append(nodes[index])
    }
    return lineage
  }

  /// Whether `code` is `ancestor` or lies below it.
  public func isWithin(_ code: String, _ ancestor: String) -> Bool {
    guard var index = indices[code], let target = indices[ancestor] else { return false }
    while index != target {
      index = parents[index]
      if index < 0 { return false }
    }
    return true
  }

  /// Whether a value known to be `code` lies within `asked`.
  public func containment(of code: String, in asked: String) -> Containment {
    if isWithin(code, asked) { return .inside }
    return isWithin(asked, code) ? .undetermined : .outside
  }

  /// The code nearest in spelling, for an error about an unknown one.
  public func nearest(to code: String) -> String? {
    nearestWord(to: code, among: nodes.map(\.code))
  }
}
