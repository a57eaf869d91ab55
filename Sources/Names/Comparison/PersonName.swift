/// The name of a person as a set of parts, whatever their order and script.
struct PersonName: Sendable, Hashable {
  struct Part: Sendable, Hashable {
    let word: ComparedWord
    /// The Han characters themselves, or empty.
    let characters: String
    let readings: [String]
    let isSkeleton: Bool
    var text: String { word.text }
    var isInitial: Bool { text.utf8.count == 1 }
    /// Articles and links that some registers leave out: `al-`, `bin`, `van`.
    var isParticle: Bool { PersonName.particles.contains(text) }
  }

  let original: String
  let folded: String
  let parts: [Part]

  static let particles: Set<String> = [
    "al", "el", "bin", "ben", "ibn", "bint", "von", "van", "der", "den", "de", "la", "da", "dos",
    "di", "du", "ul", "ud", "ad", "as", "ash", "at", "e", "y",
  ]

  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "sheikh", "shaikh", "shaykh",
    "sheik", "gen", "general", "col", "colonel", "maj", "major", "lt", "capt", "hon", "president",
    "minister", "ayatollah", "hajj", "haj", "haji", "mullah", "maulavi", "mawlawi", "imam",
  ]

  private static let doubleSurnames: Set<String> = [
    "欧阳", "司马", "诸葛", "上官", "夏侯", "尉迟", "皇甫", "东方", "公孙", "慕容", "司徒", "令狐",
    "端木", "宇文", "长孙", "独孤", "南宫", "万俟", "闻人", "赫连",
  ]

  init(_ name: String, knowledge: NameKnowledge) {
    original = name
    let units = knowledge.tables.folding.units(of: name)
    folded = Folding.joined(units[...])
    var parts: [Part] = []
    var index = 0
    while index < units.count {
      if units[index].isHan {
        var end = index + 1
        while end < units.count, units[end].isHan, units[end].start == units[end - 1].end {
          end += 1
        }
        parts += Self.hanParts(Array(units[index..<end]), knowledge: knowledge)
        index = end
      } else {
        if case .word(let script) = units[index].kind, !Self.titles.contains(units[index].text) {
          parts.append(
            Part(
              word: ComparedWord(
                knowledge.tables.transliteration.latin(units[index].text, script: script)),
              characters: "", readings: [], isSkeleton: script == .arabic || script == .hebrew))
        }
        index += 1
      }
    }
    var kept: [Part] = []
    for part in parts where !part.text.isEmpty && (part.isInitial || !kept.contains(part)) {
      kept.append(part)
    }
    self.parts = kept
  }

  /// 陈全国 is Chen and Quanguo; 欧阳锋 is Ouyang and Feng; longer runs are foreign names.
  private static func hanParts(_ units: [TextUnit], knowledge: NameKnowledge) -> [Part] {
    let isDouble = units.count > 2 && doubleSurnames.contains(units[0].text + units[1].text)
    let split = isDouble ? 2 : 1
    guard units.count > split, units.count <= 4 else {
      return [part(units[...], knowledge)]
    }
    return [part(units[..<split], knowledge), part(units[split...], knowledge)]
  }

  private static func part(_ units: ArraySlice<TextUnit>, _ knowledge: NameKnowledge) -> Part {
    let readings = knowledge.tables.transliteration.readings(of: units.map(\.symbol))
    return Part(
      word: ComparedWord(readings[0]), characters: units.map(\.text).joined(),
      readings: Array(readings.dropFirst()), isSkeleton: false)
  }
}
