import Formats

/// Text with ①②③ before the places of which a test speaks; the marks are not part of the text.
/// ⓪ is the beginning of the text without being written there.
struct MarkedText {
  let text: String
  private let places: [Character: SourcePosition]

  init(_ marked: String) {
    var text = ""
    var places: [Character: SourcePosition] = ["⓪": SourcePosition(line: 1, column: 1)]
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      if ("①"..."⑳").contains(scalar) {
        places[Character(scalar)] = SourcePosition(line: line, column: column)
        continue
      }
      text.unicodeScalars.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    self.text = text
    self.places = places
  }

  /// Where the mark stood.
  subscript(mark: Character) -> SourcePosition? { places[mark] }
}
