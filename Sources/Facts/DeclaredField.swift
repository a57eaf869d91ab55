import Formats
import Taxonomy

/// How the value of one declared field is read; everything that can be is made ready beforehand.
final class DeclaredField: Sendable {
  /// What a value says.
  enum Reading {
    case fact(Fact)
    /// Absent, null or blank: nobody has said anything.
    case notStated
    /// Of another type than the term: an error in data, and errors are unknown.
    case wrong(id: String, found: String)
  }

  private enum Kind: Sendable {
    case boolean
    case number
    case date
    case text
    /// The fact for each word or code that exists.
    case words([String: Fact])
  }

  let path: JSONPath?
  /// The name, where the path is one name alone.
  let key: String?
  /// What a value must be, for messages.
  let expected: String
  private let kind: Kind
  private let holdsSeveral: Bool
  private let isTree: Bool

  init(_ term: Term, codes: (String) -> [String: Fact]) {
    path = term.field.flatMap { try? JSONPath($0) }
    if let steps = path?.steps, steps.count == 1, case .member(let name) = steps[0] {
      key = name
    } else {
      key = nil
    }
    holdsSeveral = term.holdsSeveral
    var isTree = false
    switch term.type {
    case .boolean: (kind, expected) = (.boolean, "true or false")
    case .number(let unit): (kind, expected) = (.number, "a number of \(unit)")
    case .date: (kind, expected) = (.date, "a day, such as `2026-11-22`")
    case .text: (kind, expected) = (.text, "a text")
    case .word(let words):
      kind = .words(
        Dictionary(
          words.map { ($0, DeclaredField.fact(for: $0, named: $0)) },
          uniquingKeysWith: { first, _ in first }))
      expected = "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .tree(let name):
      (kind, expected) = (.words(codes(name)), "a code of \(name)")
      isTree = true
    }
    self.isTree = isTree
  }

  static func fact(for code: String, named name: String) -> Fact {
    Fact(.codes([code], isComplete: true), .declared, words: name)
  }

  static let yes = Fact(.boolean(true), .declared, words: "the order says yes")
  static let no = Fact(.boolean(false), .declared, words: "the order says no")

  /// What the value says. Entities hold every property as a list, so a list of one counts as its
  /// element.
  func read(_ value: JSON) -> Reading {
    if case .array(let elements) = value.value {
      if elements.isEmpty { return none }
      if elements.count == 1 { return readOne(elements[0]) }
      if holdsSeveral, case .words(let known) = kind { return several(elements, known) }
      return .wrong(id: "FCT001", found: "\(elements.count) values")
    }
    return readOne(value)
  }

  /// An empty list of a term that holds several says that there is none; for another term it says
  /// nothing.
  private var none: Reading {
    guard holdsSeveral, case .words = kind else { return .notStated }
    return .fact(Fact(.codes([], isComplete: true), .declared, words: "the order names none"))
  }

  private func readOne(_ value: JSON) -> Reading {
    switch (kind, value.value) {
    case (_, .null): return .notStated
    case (.boolean, .boolean(let flag)):
      return .fact(flag ? DeclaredField.yes : DeclaredField.no)
    case (.number, .number(let text)): return number(text)
    case (_, .string(let text)) where DeclaredField.isBlank(text): return .notStated
    case (.number, .string(let text)): return number(text)
    case (.date, .string(let text)):
      guard let date = CivilDate(text) else {
        return .wrong(id: "FCT005", found: DeclaredField.shown(text))
      }
      return .fact(Fact(.date(date), .declared, words: text))
    case (.text, .string(let text)): return .fact(.text(text))
    case (.words(let known), .string(let text)):
      guard text.utf8.count <= DeclaredField.longestWord, let fact = known[text] else {
        return .wrong(id: isTree ? "FCT003" : "FCT002", found: DeclaredField.shown(text))
      }
      return .fact(fact)
    default: return .wrong(id: "FCT001", found: value.kindName)
    }
  }

  private func number(_ text: String) -> Reading {
    guard let number = Decimal(text) else {
      return .wrong(id: "FCT004", found: DeclaredField.shown(text))
    }
    return .fact(Fact(.number(Interval(exactly: number)), .declared, words: text))
  }

  /// All words or none: a list of which one word means nothing may mean anything.
  private func several(_ elements: [JSON], _ known: [String: Fact]) -> Reading {
    var codes: [String] = []
    var names: [String] = []
    for element in elements {
      switch readOne(element) {
      case .fact(let fact):
        guard case .codes(let code, _)? = fact.value, !codes.contains(code[0]) else { continue }
        codes += code
        names.append(fact.words)
      case .notStated: return .wrong(id: "FCT001", found: "a list with an empty place")
      case .wrong(let id, let found): return .wrong(id: id, found: found)
      }
    }
    return .fact(
      Fact(
        .codes(codes, isComplete: true), .declared, words: names.joined(separator: ", ")))
  }

  /// Longer than any word or code; a hash of a hostile text would cost what its length does.
  private static let longestWord = 256

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.value <= 0x20
        || scalar.value > 0x7E
          && (scalar.properties.isWhitespace
            || scalar.properties.isDefaultIgnorableCodePoint
            || scalar.properties.generalCategory == .control)
    }
  }

  /// The text as a message may hold it: short, and without characters that garble it.
  private static func shown(_ text: String) -> String {
    var result = "`"
    for scalar in text.unicodeScalars.prefix(60) {
      let isOrdinary =
        (0x20...0x7E).contains(scalar.value) && scalar != "`"
        || scalar.value > 0xA0 && !scalar.properties.isDefaultIgnorableCodePoint
          && scalar.properties.isGraphemeBase
      if isOrdinary {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
    }
    return result + (text.unicodeScalars.dropFirst(60).isEmpty ? "`" : "…`")
  }
}
