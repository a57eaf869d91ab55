import Formats
import Taxonomy

/// How the value of one declared field is read; everything that can be is made ready beforehand.
///
/// A value is read from the text of an order as it is from a value that was built: both come down
/// to the bytes of a string or a number, and to one reading of them.
final class DeclaredField: Sendable {
  /// What a value says.
  enum Reading {
    case value(DeclaredValue)
    /// Absent, null or blank: nobody has said anything.
    case notStated
    /// Of another type than the term: an error in data, and errors are unknown.
    case wrong(Mismatch)
  }

  /// What is wrong with a value.
  enum Mismatch: String {
    case type = "FCT001"
    case word = "FCT002"
    case code = "FCT003"
    case number = "FCT004"
    case day = "FCT005"
  }

  private enum Kind: Sendable {
    case boolean
    case number
    case date
    case text
    case words(DeclaredWords)
  }

  let path: JSONPath?
  /// The name, where the path is one name alone.
  let key: String?
  /// What a value must be, for messages.
  let expected: String
  private let holdsSeveral: Bool
  private let kind: Kind
  private let isTree: Bool

  init(_ term: Term, codes: (String) -> DeclaredWords) {
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
      kind = .words(DeclaredWords(words.map { ($0, $0) }))
      expected = "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .tree(let name):
      (kind, expected) = (.words(codes(name)), "a code of \(name)")
      isTree = true
    }
    self.isTree = isTree
  }

  /// The words or codes of the term; nil where it has neither.
  var words: DeclaredWords? { if case .words(let words) = kind { words } else { nil } }

  // MARK: - Scalars

  func reading(of flag: Bool) -> Reading {
    if case .boolean = kind { .value(.boolean(flag)) } else { .wrong(.type) }
  }

  func reading(ofNumber literal: Span<UInt8>) -> Reading {
    if case .number = kind { number(literal) } else { .wrong(.type) }
  }

  func reading(ofText text: Span<UInt8>) -> Reading {
    if DeclaredField.isBlank(text) { return .notStated }
    switch kind {
    case .number: return number(text)
    case .date: return CivilDate(utf8: text).map { .value(.date($0)) } ?? .wrong(.day)
    case .text: return .value(.text)
    case .words(let words):
      return words.index(of: text).map { .value(.code($0)) } ?? .wrong(isTree ? .code : .word)
    case .boolean: return .wrong(.type)
    }
  }

  private func number(_ literal: Span<UInt8>) -> Reading {
    Decimal(utf8: literal).map { .value(.number($0)) } ?? .wrong(.number)
  }

  private static func isBlank(_ text: Span<UInt8>) -> Bool {
    for place in text.indices {
      let byte = text[place]
      if byte <= 0x20 { continue }
      if byte < 0x7F { return false }
      return isBlankBeyondASCII(text)
    }
    return true
  }

  private static func isBlankBeyondASCII(_ text: Span<UInt8>) -> Bool {
    guard let text = try? UTF8Span(validating: text) else { return false }
    return String(copying: text).unicodeScalars.allSatisfy { scalar in
      scalar.value <= 0x20
        || scalar.value > 0x7E
          && (scalar.properties.isWhitespace
            || scalar.properties.isDefaultIgnorableCodePoint
            || scalar.properties.generalCategory == .control)
    }
  }

  // MARK: - Lists

  /// Whether a list of more than one element can be read.
  var takesLists: Bool { holdsSeveral && words != nil }

  /// An empty list of a term that holds several says that there is none; for another term it says
  /// nothing.
  var readingOfNone: Reading { takesLists ? .value(.codes([])) : .notStated }
}

/// The codes of a list, gathered one by one: all or none, because a list of which one word means
/// nothing may mean anything.
struct DeclaredCodes {
  private var codes: [Int] = []
  private var mismatch: DeclaredField.Mismatch?

  mutating func add(_ reading: DeclaredField.Reading) {
    switch reading {
    case .value(.code(let code)): if !codes.contains(code) { codes.append(code) }
    // Any other value is no code, and an empty place in a list is an error.
    case .value, .notStated: mismatch = mismatch ?? .type
    case .wrong(let found): mismatch = mismatch ?? found
    }
  }

  var reading: DeclaredField.Reading {
    if let mismatch { return .wrong(mismatch) }
    return .value(codes.count == 1 ? .code(codes[0]) : .codes(codes))
  }
}
