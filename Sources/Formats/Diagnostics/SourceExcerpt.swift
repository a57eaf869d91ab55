/// The part of a source line around a fault, and the carets below it.
struct SourceExcerpt {
  let line: String
  let carets: String
  /// How many characters of the source the carets stand under.
  let marked: Int

  /// Columns beyond which a line is cut around the place.
  static let widest = 88

  /// Fails where the line has no such column.
  init?(_ source: [Unicode.Scalar], column: Int, message: String) {
    let scalars = source.last == "\r" ? Array(source.dropLast()) : source
    let start = column - 1
    guard (0...scalars.count).contains(start) else { return nil }
    marked = SourceExcerpt.length(scalars[start...], message)
    let mark = start..<(start + marked)
    let window = SourceExcerpt.window(scalars, mark)
    var line = window.lowerBound > 0 ? "…" : ""
    var carets = window.lowerBound > 0 ? " " : ""
    for index in window {
      let (shown, width) = SourceExcerpt.shown(scalars[index])
      line += shown
      if mark.contains(index) {
        carets += String(repeating: "^", count: max(width, scalars[index] == "\t" ? 1 : 0))
      } else if index < mark.lowerBound {
        carets += scalars[index] == "\t" ? "\t" : String(repeating: " ", count: width)
      }
    }
    if window.upperBound < scalars.count { line += "…" }
    // A place after the last character, or a mark without width, is shown all the same.
    if !carets.contains("^") { carets += "^" }
    self.line = line
    self.carets = carets
  }

  /// What the message quotes where it stands here, else the word or text that begins here.
  private static func length(_ rest: ArraySlice<Unicode.Scalar>, _ message: String) -> Int {
    for (index, quoted) in message.split(separator: "`", omittingEmptySubsequences: false)
      .enumerated() where index % 2 == 1 && !quoted.isEmpty
    {
      if rest.starts(with: quoted.unicodeScalars) { return quoted.unicodeScalars.count }
    }
    guard let first = rest.first else { return 1 }
    if first == "\"" {
      let end = rest.dropFirst().firstIndex(of: "\"").map { $0 + 1 } ?? rest.endIndex
      return end - rest.startIndex
    }
    return max(1, rest.prefix(while: isWord).count)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "." || scalar == "_" || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
  }

  /// A character as it is printed, and its columns; what cannot be seen is shown by its code.
  private static func shown(_ scalar: Unicode.Scalar) -> (String, width: Int) {
    if scalar == "\t" { return ("\t", 1) }
    guard TextColumns.isInvisible(scalar) else {
      return (String(scalar), TextColumns.width(of: scalar))
    }
    let code = TextColumns.shownCode(of: scalar)
    return (code, TextColumns.width(of: code))
  }

  /// The characters that are printed: all, or as many around the mark as fit.
  private static func window(
    _ scalars: [Unicode.Scalar], _ mark: Range<Int>
  ) -> Range<Int> {
    let widths = scalars.map { shown($0).width }
    guard widths.reduce(0, +) > widest else { return scalars.indices }
    var window = mark.clamped(to: scalars.indices)
    var used = 0
    for index in window {
      used += widths[index]
      if used > widest {
        window = window.lowerBound..<index
        break
      }
    }
    while used < widest {
      let before = window.lowerBound - 1
      let after = window.upperBound
      // Twice as much before the mark as behind it: what leads there explains more.
      let isBefore =
        after >= scalars.count
        || (before >= 0 && (mark.lowerBound - before) <= 2 * (after - mark.lowerBound))
      let next = isBefore ? before : after
      guard scalars.indices.contains(next) else { break }
      used += widths[next]
      window = min(window.lowerBound, next)..<max(window.upperBound, next + 1)
    }
    return window
  }
}
