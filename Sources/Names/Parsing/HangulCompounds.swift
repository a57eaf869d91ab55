/// Names of bodies in Hangul are written without blanks: 조선남강무역회사 is 조선, 남강 and 무역회사.
enum HangulCompounds {
  /// Shorter words stand in too many others.
  private static let leastSyllables = 2
  /// No known word is longer, and what a hostile name of a thousand syllables costs is bounded.
  static let mostSyllables = 16

  /// The units with words of Hangul cut where known words begin and end.
  static func cut(_ units: [TextUnit], symbols: Symbols) -> [TextUnit] {
    guard units.contains(where: { $0.kind == .word(.hangul) }) else { return units }
    return units.flatMap { unit in
      unit.kind == .word(.hangul) && !symbols.knows(unit.text) ? cut(unit, symbols) : [unit]
    }
  }

  private static func cut(_ unit: TextUnit, _ symbols: Symbols) -> [TextUnit] {
    var rest = Array(unit.text.unicodeScalars)[...]
    // Where syllables are written by their letters, offsets into the text are not theirs.
    guard rest.count == unit.end - unit.start else { return [unit] }
    var (before, after) = ([ArraySlice<Unicode.Scalar>](), [ArraySlice<Unicode.Scalar>]())
    while let length = known(rest, symbols, { $0.suffix($1) }) {
      after.insert(rest.suffix(length), at: 0)
      rest = rest.dropLast(length)
    }
    while let length = known(rest, symbols, { $0.prefix($1) }) {
      before.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    let parts = before + (rest.isEmpty ? [] : [rest]) + after
    return parts.enumerated().map { index, part in
      TextUnit(
        text: text(part), kind: unit.kind, start: unit.start + part.startIndex,
        end: unit.start + part.endIndex, breakBefore: index == 0 && unit.breakBefore,
        symbol: Symbols.unknown)
    }
  }

  /// The most syllables that are a known word.
  private static func known(
    _ rest: ArraySlice<Unicode.Scalar>, _ symbols: Symbols,
    _ part: (ArraySlice<Unicode.Scalar>, Int) -> ArraySlice<Unicode.Scalar>
  ) -> Int? {
    guard rest.count >= leastSyllables else { return nil }
    return (leastSyllables...min(rest.count, mostSyllables)).reversed().first { symbols.knows(text(part(rest, $0))) }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
