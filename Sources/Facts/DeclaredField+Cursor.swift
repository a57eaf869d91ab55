import Formats

/// Reading values where they stand in an order's text: nothing is built but lists of codes.
extension DeclaredField {
  /// Moves past the next value and tells what it says, as `reading(of:)` does for the value built.
  func reading(at cursor: inout JSONCursor) throws(JSONFailure) -> Reading {
    guard try cursor.kind() == .array else { return try readingOfScalar(at: &cursor) }
    try cursor.enterArray()
    guard try cursor.nextElement() else { return readingOfNone }
    let first = try readingOfScalar(at: &cursor)
    guard try cursor.nextElement() else { return first }
    var codes = DeclaredCodes()
    codes.add(first)
    repeat { codes.add(try readingOfScalar(at: &cursor)) } while try cursor.nextElement()
    return takesLists ? codes.reading : .wrong(.type)
  }

  private func readingOfScalar(at cursor: inout JSONCursor) throws(JSONFailure) -> Reading {
    switch try cursor.kind() {
    case .string:
      let text = try cursor.textBytes()
      return reading(ofText: text.span)
    case .number:
      let literal = try cursor.numberBytes()
      return reading(ofNumber: literal.span)
    case .word: return try cursor.optionalFlag().map { reading(of: $0) } ?? .notStated
    case .array, .object:
      // Built, so that names that stand twice in it are found.
      _ = try cursor.value()
      return .wrong(.type)
    }
  }
}
