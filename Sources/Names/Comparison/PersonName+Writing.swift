/// How the words of a person's name are written: initials with full stops, titles, romanisations.
extension PersonName {
  /// `O.V.` is two initials, not the word that the full stops of an abbreviation make of it.
  static func withInitialsApart(
    _ units: [TextUnit], _ scalars: [Unicode.Scalar], _ knowledge: NameKnowledge
  ) -> [TextUnit] {
    guard units.contains(where: { isDotted($0, scalars) }) else { return units }
    return units.flatMap { unit -> [TextUnit] in
      guard isDotted(unit, scalars), knowledge.tables.persons.kind(of: unit.text) == nil else {
        return [unit]
      }
      return unit.text.enumerated().map { index, letter in
        TextUnit(
          text: String(letter), kind: unit.kind, start: unit.start, end: unit.end,
          breakBefore: index == 0 && unit.breakBefore, symbol: Symbols.unknown)
      }
    }
  }

  private static func isDotted(_ unit: TextUnit, _ scalars: [Unicode.Scalar]) -> Bool {
    guard case .word = unit.kind, 2...4 ~= unit.text.unicodeScalars.count,
      unit.end - unit.start >= unit.text.unicodeScalars.count * 2 - 1
    else { return false }
    return scalars[unit.start..<min(unit.end, scalars.count)].contains(".")
  }

  /// Whether the units are nothing but a title in Han characters.
  static func isTitle(_ units: ArraySlice<TextUnit>, _ knowledge: NameKnowledge) -> Bool {
    !units.isEmpty && units.allSatisfy(\.isHan)
      && knowledge.tables.persons.kind(of: units.map(\.text).joined()) == .title
  }

  /// The parts of a name in the system of Wade and Giles, read in pinyin too; nil for any other.
  static func romanisedParts(
    _ units: [TextUnit], _ scalars: [Unicode.Scalar], _ knowledge: NameKnowledge
  ) -> [Part]? {
    guard 2...4 ~= units.count, units.allSatisfy({ $0.kind == .word(.latin) }),
      scalars.contains(where: { $0 == "-" || isApostrophe($0) })
    else { return nil }
    let words = units.enumerated().map { index, unit in
      let letters = scalars[unit.start..<min(unit.end, scalars.count)]
      return WadeGilesReadings.Word(
        letters: unit.text, isMarked: letters.contains(where: isApostrophe),
        isJoined: index > 0 && unit.start == units[index - 1].end + 1
          && scalars[unit.start - 1] == "-")
    }
    guard let readings = knowledge.tables.wadeGiles.readings(of: words) else { return nil }
    var parts: [Part] = []
    var start = 0
    for reading in readings {
      let text = units[start..<start + reading.length].map(\.text).joined()
      parts.append(
        Part(
          word: ComparedWord(text), characters: "",
          readings: reading.pinyin.filter { $0 != text }.map { WordReading($0, .latin) },
          script: .latin, isParticle: false))
      start += reading.length
    }
    return parts
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0x2018, 0x2019, 0x2BB, 0x2BC: true
    default: false
    }
  }
}
