/// Conditions as text, as a reviewer would write them.
enum ConditionText {
  static func text(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): parts.map { bracketed($0) }.joined(separator: " and ")
    case .any(let parts): parts.map { bracketed($0) }.joined(separator: " or ")
    case .negation(let inner): "not " + bracketed(inner)
    case .atom(let atom): atom.text
    }
  }

  static func text(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .all(let parts): parts.map { bracketed($0) }.joined(separator: " and ")
    case .any(let parts): parts.map { bracketed($0) }.joined(separator: " or ")
    case .negation(let inner, _): "not " + bracketed(inner)
    case .atom(let atom): atom.text
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
    }
  }

  static func atoms(_ condition: Condition) -> [Atom] {
    switch condition {
    case .all(let parts), .any(let parts): parts.flatMap(atoms)
    case .negation(let inner): atoms(inner)
    case .atom(let atom): [atom]
    }
  }

  private static func bracketed(_ condition: Condition) -> String {
    switch condition {
    case .all, .any: "(" + text(condition) + ")"
    case .negation, .atom: text(condition)
    }
  }

  private static func bracketed(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .all, .any: "(" + text(condition) + ")"
    case .negation, .atom: text(condition)
    }
  }
}
