/// What a name says of itself in passing: `(CASC)` after the full form, `(formerly ...)`.
enum NameAsides {
  private static let markers = [
    "formerly", "former name", "f.k.a.", "fka", "a.k.a.", "aka", "also known as", "alias",
    "previously", "简称", "曾用名", "又名", "又称", "原名", "别名",
  ]
  private static let tails = [
    " a.k.a. ", " aka ", ", also known as", ", formerly ", " f.k.a. ", ", and the following",
    ", including the following", ", and its ",
  ]

  /// The ranges of scalars, brackets included, that add nothing to the rest of the name.
  static func redundant(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for (index, scalar) in scalars.enumerated() {
      if isOpening(scalar) {
        open = index
      } else if isClosing(scalar), let start = open {
        let inner = scalars[start + 1..<index]
        if start > 0, isRedundant(inner, after: scalars[..<start]) {
          found.append(start..<index + 1)
        }
        open = nil
      }
    }
    if let tail = tail(of: scalars) { found.append(tail..<scalars.count) }
    return found
  }

  /// Further names that a name gives: `Y` in `X (formerly Y)` and `X a.k.a. Y`.
  static func furtherNames(in name: String) -> [String] {
    let scalars = Array(name.unicodeScalars)
    var names: [String] = []
    for range in redundant(in: scalars) {
      let text = lowered(scalars[range])
      let inner = text.drop { " ,(（[".unicodeScalars.contains($0) }
      for marker in markers where inner.starts(with: marker.unicodeScalars) {
        let skipped = text.count - inner.count + marker.unicodeScalars.count
        var rest = scalars[range].dropFirst(skipped)
        if let last = rest.last, isClosing(last) { rest = rest.dropLast() }
        let bare = rest.drop { " :：.".unicodeScalars.contains($0) }
        let name = String(String.UnicodeScalarView(bare))
        if name.unicodeScalars.count > 2 { names.append(name) }
        break
      }
    }
    return names
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    "([（【".unicodeScalars.contains(scalar)
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    ")]）】".unicodeScalars.contains(scalar)
  }

  /// In small letters, Latin and Cyrillic.
  private static func lowered(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.map { scalar in
      switch scalar.value {
      case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(scalar.value + 32) ?? scalar
      case 0x401...0x40F: Unicode.Scalar(scalar.value + 80) ?? scalar
      default: scalar
      }
    }
  }

  private static func isRedundant(
    _ inner: ArraySlice<Unicode.Scalar>, after outer: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let inner = inner.drop { $0 == " " }
    let lower = lowered(inner)
    if markers.contains(where: { lower.starts(with: $0.unicodeScalars) }) { return true }
    return isAcronym(inner, of: outer) || isShortForm(inner, of: outer)
  }

  /// Capitals that stand in the words before, in order, beginning with the first letter of a word;
  /// a legal form and quotation marks may stand around them: `(АО «НИИЭТ»)`.
  private static func isAcronym(
    _ inner: ArraySlice<Unicode.Scalar>, of outer: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var groups = inner.split { !isLetter($0) }
    if groups.count > 1, let first = groups.first,
      forms.contains(String(String.UnicodeScalarView(lowered(first))))
    {
      groups.removeFirst()
    }
    guard groups.count == 1, 3...8 ~= groups[0].count, groups[0].allSatisfy(isCapital) else {
      return false
    }
    let words = outer.split { !isLetter($0) }.map { lowered($0) }
    let letters = lowered(groups[0])
    guard words.count >= 3, let first = letters.first else { return false }
    // The initial must begin one of the first words, the other letters may stand anywhere after;
    // in Cyrillic the legal form stands first, in up to four words.
    let count = first.value < 0x80 ? 3 : 6
    guard let start = words.prefix(count).firstIndex(where: { $0.first == first }) else {
      return false
    }
    return isSubsequence(letters, of: Array(words[start...].joined()))
  }

  private static let forms: Set<String> = [
    "jsc", "pjsc", "ojsc", "cjsc", "llc", "ao", "oao", "pao", "zao", "ooo", "ао", "пао", "оао",
    "зао", "ооо", "ат", "аат", "тов", "таа", "фгуп", "фгбу", "фкп",
  ]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x400...0x45F: true
    default: false
    }
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x400...0x42F: true
    default: false
    }
  }

  private static func isShortForm(
    _ inner: ArraySlice<Unicode.Scalar>, of outer: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard inner.count >= 2, inner.allSatisfy({ Script.of($0.value) == .han }) else { return false }
    return inner.count < outer.count && isSubsequence(Array(inner), of: Array(outer))
  }

  private static func isSubsequence(_ short: [Unicode.Scalar], of long: [Unicode.Scalar]) -> Bool {
    var index = 0
    for scalar in long where index < short.count && short[index] == scalar { index += 1 }
    return index == short.count
  }

  private static func tail(of scalars: [Unicode.Scalar]) -> Int? {
    let lower = lowered(scalars[...])
    for index in lower.indices.dropFirst(3) where lower[index] == " " || lower[index] == "," {
      if tails.contains(where: { lower[index...].starts(with: $0.unicodeScalars) }) { return index }
    }
    return nil
  }
}
