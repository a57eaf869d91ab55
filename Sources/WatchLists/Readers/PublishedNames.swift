/// Reads the name fields of publishers, which now and then hold more than one name.
enum PublishedNames {
  /// `Jin Tiesan (金铁三)` is two names; anything else is one, with white space made single.
  static func names(in text: String) -> [String] {
    let name = text.singleSpaced
    guard !name.isEmpty else { return [] }
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return [name] }
    let before = String(name[..<open]).singleSpaced
    let inside = String(name[name.index(after: open)...].dropLast()).singleSpaced
    guard !before.isEmpty, isInAnotherScript(inside) else { return [name] }
    return [before, inside]
  }

  /// The parts of a field between semicolons.
  static func parts(of text: String?) -> [String] {
    (text ?? "").split(separator: ";").map { String($0).singleSpaced }.filter { !$0.isEmpty }
  }

  /// Letters, and none of them Latin.
  private static func isInAnotherScript(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return !letters.isEmpty && letters.allSatisfy { $0.value >= 0x370 && !isLatinExtended($0) }
  }

  private static func isLatinExtended(_ scalar: Unicode.Scalar) -> Bool {
    (0x1D00...0x1EFF).contains(scalar.value) || (0xFF21...0xFF5A).contains(scalar.value)
  }
}

extension String {
  /// The text with every run of white space made one space, and none at the ends.
  var singleSpaced: String {
    var wasSpace = false
    var isSingle = true
    for byte in utf8 {
      let isSpace = byte == 0x20
      // The last three begin white space beyond ASCII, but for the Ogham space, which no list has.
      if isSpace && wasSpace || byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 {
        isSingle = false
        break
      }
      wasSpace = isSpace
    }
    if isSingle { return trimmedOfSpace }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
