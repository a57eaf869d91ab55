/// Follows the letters of a word and tells where Latin meets letters that look like it.
///
/// `Urumqi` with a Cyrillic letter is another word to a search and the same one to a reader
/// (Unicode Technical Standard 39, section 5.1). Chinese, Uyghur and the Greek letters of units
/// look like nothing Latin and stand beside it freely.
struct MixedLetters {
  private enum Kind { case latin, lookAlike }

  private var kind: Kind?

  /// Whether the letter makes its word a mixed one; told once for each change within a word.
  mutating func mixes(with scalar: Unicode.Scalar) -> Bool {
    guard let next = MixedLetters.kind(of: scalar) else {
      kind = nil
      return false
    }
    defer { kind = next }
    return kind.map { $0 != next } ?? false
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind? {
    switch scalar {
    case "a"..."z", "A"..."Z", "\u{C0}"..."\u{24F}": .latin
    case "\u{0}"..."\u{7F}": nil
    // Cyrillic, Armenian and Cherokee hold whole alphabets of doubles; Greek only these.
    case "\u{400}"..."\u{58F}", "\u{13A0}"..."\u{13FF}": .lookAlike
    default: "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυχ".unicodeScalars.contains(scalar) ? .lookAlike : nil
    }
  }
}
