/// A formula of SMT-LIB 2, or a term of its integers, as text; constants fold as it is built.
struct Formula: Sendable, Hashable {
  let text: String

  static let yes = Formula(text: "true")
  static let no = Formula(text: "false")

  static func constant(_ flag: Bool) -> Formula { flag ? yes : no }

  static func number(_ value: Int64) -> Formula {
    Formula(text: value < 0 ? "(- \(value.magnitude))" : "\(value)")
  }

  static prefix func ! (operand: Formula) -> Formula {
    if operand == .yes { return .no }
    if operand == .no { return .yes }
    if operand.text.hasPrefix("(not ") {
      return Formula(text: String(operand.text.dropFirst(5).dropLast()))
    }
    return Formula(text: "(not \(operand.text))")
  }

  static func all(_ parts: [Formula]) -> Formula {
    if parts.contains(.no) { return .no }
    return joined("and", parts.filter { $0 != .yes }, empty: .yes)
  }

  static func any(_ parts: [Formula]) -> Formula {
    if parts.contains(.yes) { return .yes }
    return joined("or", parts.filter { $0 != .no }, empty: .no)
  }

  private static func joined(_ word: String, _ parts: [Formula], empty: Formula) -> Formula {
    var unique: [Formula] = []
    for part in parts where !unique.contains(part) { unique.append(part) }
    guard let first = unique.first else { return empty }
    return unique.count == 1
      ? first : Formula(text: "(\(word) \(unique.map(\.text).joined(separator: " ")))")
  }

  func and(_ other: Formula) -> Formula { .all([self, other]) }
  func or(_ other: Formula) -> Formula { .any([self, other]) }
  func implies(_ other: Formula) -> Formula { .any([!self, other]) }

  func equals(_ other: Formula) -> Formula {
    if self == other || other == .yes { return other == .yes ? self : .yes }
    if self == .yes { return other }
    if other == .no { return !self }
    if self == .no { return !other }
    return Formula(text: "(= \(text) \(other.text))")
  }

  // MARK: - Integers

  func isAtMost(_ other: Formula) -> Formula {
    self == other ? .yes : Formula(text: "(<= \(text) \(other.text))")
  }

  func isLess(than other: Formula) -> Formula {
    self == other ? .no : Formula(text: "(< \(text) \(other.text))")
  }

  func then(_ first: Formula, else second: Formula) -> Formula {
    if self == .yes || first == second { return first }
    if self == .no { return second }
    return Formula(text: "(ite \(text) \(first.text) \(second.text))")
  }

  static func sum(_ parts: [Formula]) -> Formula {
    let parts = parts.filter { $0.text != "0" }
    guard parts.count > 1 else { return parts.first ?? number(0) }
    return Formula(text: "(+ \(parts.map(\.text).joined(separator: " ")))")
  }
}

/// What a three-valued test comes to: known true, known false, or neither.
struct Ternary: Sendable, Hashable {
  let isTrue: Formula
  let isFalse: Formula

  static let unknown = Ternary(isTrue: .no, isFalse: .no)

  static prefix func ! (operand: Ternary) -> Ternary {
    Ternary(isTrue: operand.isFalse, isFalse: operand.isTrue)
  }

  static func all(_ parts: [Ternary]) -> Ternary {
    Ternary(isTrue: .all(parts.map(\.isTrue)), isFalse: .any(parts.map(\.isFalse)))
  }

  static func any(_ parts: [Ternary]) -> Ternary {
    Ternary(isTrue: .any(parts.map(\.isTrue)), isFalse: .all(parts.map(\.isFalse)))
  }
}
