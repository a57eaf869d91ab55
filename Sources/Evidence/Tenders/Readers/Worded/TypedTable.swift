/// A table that was copied as text, so that blanks alone part its cells.
struct TypedTable {
  enum Line {
    case head([TenderTerms.Label?])
    case row([String])
    /// It begins like a row and has more or fewer words than the head has columns.
    case unparted
    case other
  }

  let terms: TenderTerms
  private var width = 0

  init(terms: TenderTerms) { self.terms = terms }

  /// What a line is; after a head, lines are rows until one is not.
  mutating func take(_ text: String) -> Line {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 3, !text.contains("："), !text.contains(":") else {
      width = 0
      return .other
    }
    if width > 0 {
      if words.count == width { return .row(words) }
      if TypedTable.isOrdinal(words[0]) { return .unparted }
      width = 0
    }
    guard words.count >= 4, words.allSatisfy({ $0.unicodeScalars.count <= 24 }) else {
      return .other
    }
    let labels = words.map { terms.label($0) }
    let codes = labels.compactMap { $0?.code }
    guard codes.count * 10 >= words.count * 6, Set(codes).count >= 3 else { return .other }
    width = words.count
    return .head(labels)
  }

  mutating func close() { width = 0 }

  private static func isOrdinal(_ word: String) -> Bool {
    word.utf8.count <= 3 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
