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

  private static func lowered(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.map { 0x41...0x5A ~= $0.value ? Unicode.Scalar(UInt8($0.value + 32)) : $0 }
  }

  private static func isRedundant(
    _ inner: ArraySlice<Unicode.Scalar>, after outer: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let inner = inner.drop { $0 == " " }
    let lower = lowered(inner)
    if markers.contains(where: { lower.starts(with: $0.unicodeScalars) }) { return true }
    return isAcronym(inner, of: outer) || isShortForm(inner, of: outer)
  }

  /// Capitals that stand in the words before, in order, beginning with the first letter of a word.
  private static func isAcronym(
    _ inner: ArraySlice<Unicode.Scalar>, of outer: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard 3...8 ~= inner.count, inner.allSatisfy({ 0x41...0x5A ~= $0.value }) else { return false }
    let words = outer.split { !(0x41...0x5A ~= $0.value || 0x61...0x7A ~= $0.value) }
      .map { lowered($0) }
    guard words.count >= 3, let first = lowered(inner).first else { return false }
    // The initial must begin one of the first words, the other letters may stand anywhere after.
    guard let start = words.prefix(3).firstIndex(where: { $0.first == first }) else { return false }
    return isSubsequence(lowered(inner), of: Array(words[start...].joined()))
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
