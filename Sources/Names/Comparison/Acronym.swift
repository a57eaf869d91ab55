/// A name that is nothing but the initials of another: `NUDT`.
enum Acronym {
  private static let skipped: Set<Substring> = ["of", "and", "the", "for", "in", "on", "at"]

  /// Whether a word is left out of initials.
  static func isSkipped(_ word: [UInt8]) -> Bool {
    word.count <= 3 && skipped.contains { $0.utf8.elementsEqual(word) }
  }

  /// Whether `short` is one word of four to eight letters, each the initial of a word of `long`.
  static func stands(_ short: ParsedName, for long: ParsedName) -> Bool {
    guard short.tokens.count == 1, short.tokens[0].isDistinctive, short.heads.isEmpty,
      4...8 ~= short.folded.utf8.count, !short.folded.utf8.contains(UInt8(ascii: " "))
    else { return false }
    var initials = short.folded.utf8.makeIterator()
    for word in long.folded.split(separator: " ") where !skipped.contains(word) {
      guard let first = word.utf8.first, first == initials.next() else { return false }
    }
    return initials.next() == nil
  }
}
