import Formats

/// Reading values that were built, with words for what they say and for what is wrong with them.
extension DeclaredField {
  /// What a value says, as a fact.
  enum Statement {
    case fact(Fact)
    case notStated
    case wrong(id: String, found: String)
  }

  /// What the value says. Entities hold every property as a list, so a list of one counts as its
  /// element.
  func reading(of value: JSON) -> Reading {
    guard case .array(let elements) = value.value else { return reading(ofScalar: value) }
    switch elements.count {
    case 0: return readingOfNone
    case 1: return reading(ofScalar: elements[0])
    default:
      guard takesLists else { return .wrong(.type) }
      var codes = DeclaredCodes()
      for element in elements { codes.add(reading(ofScalar: element)) }
      return codes.reading
    }
  }

  private func reading(ofScalar value: JSON) -> Reading {
    switch value.value {
    case .null: .notStated
    case .boolean(let flag): reading(of: flag)
    case .number(let literal): reading(ofNumber: literal.utf8.span)
    case .string(let text): reading(ofText: text.utf8.span)
    case .array, .object: .wrong(.type)
    }
  }

  /// What the value says, in words.
  func read(_ value: JSON) -> Statement {
    switch reading(of: value) {
    case .value(let known): .fact(fact(known, value.onlyElement))
    case .notStated: .notStated
    case .wrong(let mismatch): .wrong(id: mismatch.rawValue, found: found(mismatch, value))
    }
  }

  private func fact(_ known: DeclaredValue, _ scalar: JSON) -> Fact {
    switch known {
    case .boolean(let flag): flag ? DeclaredField.yes : DeclaredField.no
    case .number(let number):
      Fact(.number(Interval(exactly: number)), .declared, words: scalar.scalarText)
    case .date(let date): Fact(.date(date), .declared, words: scalar.scalarText)
    case .text: .text(scalar.scalarText)
    case .code(let index): words?.facts[index] ?? DeclaredFacts.notStated
    case .codes(let indices): fact(of: indices)
    }
  }

  private func fact(of indices: [Int]) -> Fact {
    guard let words, !indices.isEmpty else { return DeclaredField.none }
    return Fact(
      .codes(indices.map { words.code(at: $0) }, isComplete: true), .declared,
      words: indices.map { words.facts[$0].words }.joined(separator: ", "))
  }

  private static let yes = Fact(.boolean(true), .declared, words: "the order says yes")
  private static let no = Fact(.boolean(false), .declared, words: "the order says no")
  private static let none = Fact(
    .codes([], isComplete: true), .declared, words: "the order names none")

  /// What was found in place of what the term can have.
  private func found(_ mismatch: Mismatch, _ value: JSON) -> String {
    guard case .array(let elements) = value.value, elements.count > 1 else {
      return found(mismatch, scalar: value.onlyElement)
    }
    guard takesLists else { return "\(elements.count) values" }
    for element in elements {
      switch reading(ofScalar: element) {
      case .value: continue
      case .notStated: return "a list with an empty place"
      case .wrong(let mismatch): return found(mismatch, scalar: element)
      }
    }
    return value.kindName
  }

  private func found(_ mismatch: Mismatch, scalar: JSON) -> String {
    mismatch == .type ? scalar.kindName : DeclaredField.shown(scalar.scalarText)
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

extension JSON {
  /// The element of a list of one; any other value itself.
  fileprivate var onlyElement: JSON {
    if case .array(let elements) = value, elements.count == 1 { elements[0] } else { self }
  }

  /// A string, or a number as written; empty for other values.
  fileprivate var scalarText: String {
    switch value {
    case .string(let text), .number(let text): text
    default: ""
    }
  }
}
