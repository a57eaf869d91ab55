/// The name of a person as a set of parts, whatever their order and script.
struct PersonName: Sendable, Hashable {
  struct Part: Sendable, Hashable {
    let word: ComparedWord
    /// The Han characters themselves, or empty.
    let characters: String
    let readings: [WordReading]
    let script: Script
    /// Articles and links that some registers leave out: `al-`, `bin`, `van`.
    let isParticle: Bool
    var text: String { word.text }
    var isInitial: Bool { text.utf8.count == 1 }
    /// Whether it counts as often as it is said: two syllables of a Korean name may be alike.
    var mayRepeat: Bool { isInitial || script == .hangul || script == .han }
  }

  let original: String
  let folded: String
  let parts: [Part]
  /// Whether it is two words that stand in very many names: 王伟, `Ahmed Ali`.
  let isCommon: Bool

  private static let doubleSurnames: Set<String> = [
    "欧阳", "司马", "诸葛", "上官", "夏侯", "尉迟", "皇甫", "东方", "公孙", "慕容", "司徒", "令狐",
    "端木", "宇文", "长孙", "独孤", "南宫", "万俟", "闻人", "赫连",
  ]

  init(_ name: String, knowledge: NameKnowledge) {
    original = name
    let written = knowledge.tables.folding.units(of: name)
    folded = Folding.joined(written[...])
    let scalars = Array(name.unicodeScalars)
    let units = Self.withInitialsApart(written, scalars, knowledge)
    var parts: [Part] = []
    var titles: [Part] = []
    var index = 0
    if let romanised = Self.romanisedParts(units, scalars, knowledge) {
      parts = romanised
      index = units.count
    }
    while index < units.count {
      if units[index].isHan {
        var end = index + 1
        while end < units.count, units[end].isHan, units[end].start == units[end - 1].end {
          end += 1
        }
        let run = Self.withoutTitle(Array(units[index..<end]), knowledge: knowledge)
        let isTitle =
          index > 0 && Self.isTitle(units[index..<end], knowledge)
        let isWhole =
          run.count == units.count || index == 0 && Self.isTitle(units[end...], knowledge)
        if !isTitle { parts += Self.hanParts(run, isWhole: isWhole, knowledge: knowledge) }
        index = end
      } else {
        if case .word(let script) = units[index].kind {
          let word = Self.mended(units[index].text)
          let kind = knowledge.tables.persons.kind(of: word)
          for part in Self.wordParts(word, script, isParticle: kind == .particle, knowledge) {
            // What stands last is more often a family name: Daniel Marques; behind a comma it is
            // in the place of a given name.
            let isTitle =
              kind == .title
              && (index == 0 || index + 1 < units.count || units[index].breakBefore)
            if isTitle || kind == .suffix { titles.append(part) } else { parts.append(part) }
          }
        }
        index += 1
      }
    }
    var kept: [Part] = []
    // Who is called nothing but `General` is compared by it.
    for part in parts.isEmpty ? titles : parts
    where !part.text.isEmpty && (part.mayRepeat || !kept.contains(part)) {
      kept.append(part)
    }
    self.parts = kept
    isCommon =
      kept.count == 2
      && kept.allSatisfy { knowledge.tables.persons.frequency(of: $0.text) != .rare }
  }

  /// `Ig0r` is `Igor`: a digit among letters stands for the letter that it is drawn like.
  private static func mended(_ word: String) -> String {
    let digits = word.utf8.count { (0x30...0x39).contains($0) }
    guard digits > 0, digits * 2 < word.utf8.count else { return word }
    return String(
      decoding: word.utf8.map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"): UInt8(ascii: "i")
        case UInt8(ascii: "2"): UInt8(ascii: "z")
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"): UInt8(ascii: "a")
        case UInt8(ascii: "5"): UInt8(ascii: "s")
        case UInt8(ascii: "8"): UInt8(ascii: "b")
        default: byte
        }
      }, as: UTF8.self)
  }

  /// One part for a word; a Korean name written together is family name and given name.
  private static func wordParts(
    _ word: String, _ script: Script, isParticle: Bool, _ knowledge: NameKnowledge
  ) -> [Part] {
    let transliteration = knowledge.tables.transliteration
    if script == .hangul, let (surname, given) = transliteration.koreanName(word) {
      return [surname, given].map { part($0, script: script) }
    }
    let readings = transliteration.readings(of: word, script: script)
    guard !readings.isEmpty else {
      return [part([WordReading(word, script)], script: script, isParticle: isParticle)]
    }
    return [
      part(
        readings.map { WordReading($0, script) }, script: script, isParticle: isParticle)
    ]
  }

  private static func part(
    _ readings: [WordReading], characters: String = "", script: Script, isParticle: Bool = false
  ) -> Part {
    // A rare character may have no reading; it is equal to itself all the same.
    Part(
      word: ComparedWord(readings.first?.text ?? characters),
      characters: characters, readings: Array(readings.dropFirst()), script: script,
      isParticle: isParticle)
  }

  /// 王先生 is 王: what stands behind a Chinese name may be a title.
  private static func withoutTitle(
    _ units: [TextUnit], knowledge: NameKnowledge
  ) -> [TextUnit] {
    for length in stride(from: min(4, units.count - 1), to: 1, by: -1) {
      let tail = units.suffix(length).map(\.text).joined()
      if knowledge.tables.persons.kind(of: tail) == .title { return Array(units.dropLast(length)) }
    }
    return units
  }

  /// 陈全国 is Chen and Quanguo; 欧阳锋 is Ouyang and Feng; longer runs are foreign names.
  private static func hanParts(
    _ units: [TextUnit], isWhole: Bool, knowledge: NameKnowledge
  ) -> [Part] {
    // With a space, family and given name are parted already.
    guard isWhole else { return [part(units[...], isSurname: units.count == 1, knowledge)] }
    let isDouble = units.count > 2 && doubleSurnames.contains(units[0].text + units[1].text)
    let split = isDouble ? 2 : 1
    guard units.count > split, units.count <= 4 else {
      return [part(units[...], knowledge)]
    }
    return [
      part(units[..<split], isSurname: true, knowledge), part(units[split...], knowledge),
    ]
  }

  private static func part(
    _ units: ArraySlice<TextUnit>, isSurname: Bool = false, _ knowledge: NameKnowledge
  ) -> Part {
    part(
      knowledge.tables.transliteration.personReadings(
        of: units.map(\.symbol), isSurname: isSurname), characters: units.map(\.text).joined(),
      script: .han)
  }
}
