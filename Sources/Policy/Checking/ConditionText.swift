/// Conditions as text, as a reviewer would write them.
enum ConditionText {
  static func text(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): parts.map { bracketed($0) }.joined(separator: " and ")
    case .any(let parts): parts.map { bracketed($0) }.joined(separator: " or ")
    case .negation(let inner): "not " + bracketed(inner)
    case .atom(let atom): atom.text
    case .aggregate(let aggregate): aggregate.text
    }
  }

  static func text(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .all(let parts): parts.map { bracketed($0) }.joined(separator: " and ")
    case .any(let parts): parts.map { bracketed($0) }.joined(separator: " or ")
    case .negation(let inner, _): "not " + bracketed(inner)
    case .atom(let atom): atom.text
    case .aggregate(let aggregate): aggregate.text
    }
  }

  /// The innermost variable that a condition needs.
  static func level(_ condition: Condition) -> Int {
    switch condition {
    case .all(let parts), .any(let parts): return parts.map(level).max() ?? -1
    case .negation(let inner): return level(inner)
    case .atom(let atom):
      if case .relation(_, let second) = atom.test { return max(atom.subject, second) }
      return atom.subject
    case .aggregate(let aggregate): return aggregate.level
    }
  }

  /// The innermost variable below a number that a condition needs: of a count, without its own.
  static func level(_ condition: Condition, below count: Int) -> Int {
    switch condition {
    case .all(let parts), .any(let parts): return parts.map { level($0, below: count) }.max() ?? -1
    case .negation(let inner): return level(inner, below: count)
    case .atom(let atom):
      var subjects = [atom.subject]
      if case .relation(_, let second) = atom.test { subjects.append(second) }
      return subjects.filter { $0 < count }.max() ?? -1
    case .aggregate(let aggregate): return aggregate.level
    }
  }

  /// The atoms of the condition itself; those within a count or a sum speak of its own members.
  static func atoms(_ condition: Condition) -> [Atom] {
    switch condition {
    case .all(let parts), .any(let parts): parts.flatMap(atoms)
    case .negation(let inner): atoms(inner)
    case .atom(let atom): [atom]
    case .aggregate: []
    }
  }

  private static func bracketed(_ condition: Condition) -> String {
    switch condition {
    case .all, .any: "(" + text(condition) + ")"
    case .negation, .atom, .aggregate: text(condition)
    }
  }

  private static func bracketed(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .all, .any: "(" + text(condition) + ")"
    case .negation, .atom, .aggregate: text(condition)
    }
  }
}
