/// Words of pinyin that are written together or apart: `Gong An Ju`, `Gong'an Ju` and `Gonganju`
/// are 公安局.
enum PinyinCompounds {
  /// Two syllables are the names of too many things.
  private static let leastSyllables = 3
  /// No phrase of the tables is longer, and what a hostile name costs is bounded.
  private static let mostUnits = 14
  private static let mostLetters = 56

  /// A phrase of Han characters as one word of pinyin; nil where it is another or too short.
  static func word(
    for units: [TextUnit], _ transliteration: Transliteration, leastSyllables: Int
  ) -> String? {
    guard units.count >= leastSyllables, units.allSatisfy(\.isHan) else { return nil }
    let syllables = transliteration.syllables(of: units.map(\.symbol))
    guard syllables.count == units.count, !syllables.contains("") else { return nil }
    return syllables.joined()
  }

  /// The units with neighbours joined that together are a known word of three syllables or more.
  static func joined(
    _ units: [TextUnit], _ pinyin: PinyinSyllables, _ symbols: Symbols
  ) -> [TextUnit] {
    guard zip(units, units.dropFirst()).contains(where: { mayBePinyin($0) && mayBePinyin($1) })
    else { return units }
    let isPinyin = units.map { mayBePinyin($0) && pinyin.isPinyin($0.text) }
    guard zip(isPinyin, isPinyin.dropFirst()).contains(where: { $0 && $1 }) else { return units }
    var result: [TextUnit] = []
    var index = 0
    while index < units.count {
      var best: (end: Int, text: String)?
      var text = ""
      var end = index
      while end < units.count, end - index < mostUnits, isPinyin[end],
        end == index || !units[end].breakBefore, text.utf8.count <= mostLetters
      {
        text += units[end].text
        end += 1
        guard end - index > 1, symbols.knows(text), isLong(text, end - index, pinyin) else {
          continue
        }
        best = (end, text)
      }
      guard let best else {
        // 第三十 is `Di 30`.
        let isOrdinal =
          units[index].text == "di" && index > 0 && index + 1 < units.count
          && units[index + 1].isNumber
        if !isOrdinal { result.append(units[index]) }
        index += 1
        continue
      }
      result.append(
        TextUnit(
          text: best.text, kind: .word(.latin), start: units[index].start,
          end: units[best.end - 1].end, breakBefore: units[index].breakBefore,
          symbol: Symbols.unknown))
      index = best.end
    }
    return result
  }

  /// Told by the letters at both ends: most English words are not.
  private static func mayBePinyin(_ unit: TextUnit) -> Bool {
    guard unit.kind == .word(.latin), unit.text.utf8.count <= 24,
      let first = unit.text.utf8.first, let last = unit.text.utf8.last
    else { return false }
    return !"iuv".utf8.contains(first) && "aeiouvngr".utf8.contains(last)
  }

  private static func isLong(_ text: String, _ units: Int, _ pinyin: PinyinSyllables) -> Bool {
    units >= leastSyllables || pinyin.leastSyllables(of: text) >= leastSyllables
  }
}
