import Formats
import Testing

@testable import Policy

/// A policy text with marks ①②… where faults are expected.
struct MarkedText {
  let text: String
  let places: [Character: SourcePosition]

  init(_ marked: String) {
    var text = ""
    var places: [Character: SourcePosition] = [:]
    var line = 1
    var column = 1
    for scalar in marked.unicodeScalars {
      if (0x2460...0x2473).contains(scalar.value) {
        places[Character(scalar)] = SourcePosition(line: line, column: column)
        continue
      }
      text.unicodeScalars.append(scalar)
      column += 1
      if scalar == "\n" {
        line += 1
        column = 1
      }
    }
    self.text = text
    self.places = places
  }
}

/// One fault that a marked text must draw: at a mark, or nowhere in particular.
struct Expected {
  let mark: Character?
  let id: String
  let message: String
  let remedy: String?

  init(_ mark: Character?, _ id: String, _ message: String, _ remedy: String? = nil) {
    self.mark = mark
    self.id = id
    self.message = message
    self.remedy = remedy
  }
}

/// Checks that a text draws exactly these faults, each at its mark.
func expect(
  _ marked: String, draws expected: [Expected], sourceLocation: SourceLocation = #_sourceLocation
) {
  let source = MarkedText(marked)
  let found = Sample.faults(in: source.text).map(line).sorted()
  let wanted = expected.map { fault in
    let place = fault.mark.flatMap { source.places[$0] }.map { "\($0) " } ?? ""
    return place + "\(fault.id) \(fault.message)" + (fault.remedy.map { " | \($0)" } ?? "")
  }.sorted()
  #expect(found == wanted, sourceLocation: sourceLocation)
}

private func line(_ diagnostic: Diagnostic) -> String {
  (diagnostic.position.map { "\($0) " } ?? "") + "\(diagnostic.id) \(diagnostic.message)"
    + (diagnostic.remedy.map { " | \($0)" } ?? "")
}
