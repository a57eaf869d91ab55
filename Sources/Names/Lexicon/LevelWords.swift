internal import Formats

/// Words that state the level of a place in China in other languages, from
/// `Data/names/level-words.tsv`: `Kashi Diqu`, `города Урумчи`, قەشقەر ۋىلايەتلىك.
///
/// Names are read as if they had the English word at its place: `City of`, `Prefecture`.
struct LevelWords: Sendable {
  private enum Position: String {
    /// Before the place: города, `Präfektur`.
    case before
    /// Behind it: `diqu`.
    case after
    /// Behind it where the words of a public body follow: `shi`, which is many other things.
    case body
  }

  private struct Entry {
    let level: String
    let position: Position
  }

  private let entries: [String: [Entry]]
  /// Links between a level and its place: `Préfecture de Kachgar`.
  private static let links: Set<String> = ["de", "du", "of", "von"]

  init(folder: String, folding: Folding) throws(Diagnostic) {
    let path = folder + "/names/level-words.tsv"
    let table = try LexiconBuilder.table(path, requiring: ["level", "position", "words"])
    var entries: [String: [Entry]] = [:]
    for row in table.rows {
      guard let position = Position(rawValue: row["position"]),
        PlaceLevel.words.contains(row["level"])
      else {
        throw Diagnostic(
          "NAM006", "unknown level or position `\(row["level"])`, `\(row["position"])`",
          remedy: "use an English word such as prefecture, and before, after or body", file: path,
          position: SourcePosition(line: row.line, column: 1))
      }
      for word in row.list("words") {
        entries[folding.fold(word), default: []].append(
          Entry(level: row["level"], position: position))
      }
    }
    self.entries = entries
  }

  /// The units with such words beside places of China in English, and places without an article
  /// that is written together with them: `d'Ürümqi`.
  func written(
    _ units: [TextUnit], in scalars: [Unicode.Scalar], tables: NameTables
  ) -> [TextUnit] {
    let units = Self.withoutElision(units, in: scalars, tables)
    guard units.count > 1, units.contains(where: { !$0.isHan && entries[$0.text] != nil }) else {
      return units
    }
    var result: [TextUnit] = []
    var index = 0
    while index < units.count {
      let unit = units[index]
      let next = index + 1
      let entry =
        unit.isHan
        ? nil
        : entries[unit.text]?.first { entry in
          switch entry.position {
          case .before:
            !Self.isPlace(units, upTo: index, tables)
              && Self.isPlace(units, from: Self.withoutLink(units, next), tables)
          case .after: Self.isPlace(units, upTo: index, tables)
          case .body:
            next < units.count && tables.patterns.begins(at: next, in: units)
              && Self.isPlace(units, upTo: index, tables)
          }
        }
      guard let entry else {
        result.append(unit)
        index = next
        continue
      }
      result.append(Self.word(entry.level, at: unit, tables))
      index = next
      if entry.position == .before {
        result.append(Self.word("of", at: unit, tables))
        index = Self.withoutLink(units, next)
      }
    }
    return result
  }

  private static func word(_ text: String, at unit: TextUnit, _ tables: NameTables) -> TextUnit {
    var units = [
      TextUnit(
        text: text, kind: .word(.latin), start: unit.start, end: unit.end,
        breakBefore: text != "of" && unit.breakBefore, symbol: Symbols.unknown)
    ]
    tables.symbols.assign(to: &units)
    return units[0]
  }

  private static func withoutLink(_ units: [TextUnit], _ index: Int) -> Int {
    index < units.count && links.contains(units[index].text) ? index + 1 : index
  }

  private static func isPlace(
    _ units: [TextUnit], from start: Int, _ tables: NameTables
  ) -> Bool {
    start < units.count && isChinese(tables.places.longest(in: units, at: start)?.meanings, tables)
  }

  /// Whether a place ends where the word begins, or another level does: `Xinjiang Weiwuer Zizhiqu`.
  private static func isPlace(_ units: [TextUnit], upTo end: Int, _ tables: NameTables) -> Bool {
    (max(0, end - 4)..<end).contains { start in
      guard let match = tables.places.longest(in: units, at: start) else { return false }
      let after = start + match.length
      return after <= end && isChinese(match.meanings, tables)
        && (after..<end).allSatisfy { PlaceLevel.peoples.contains(units[$0].text) }
    }
  }

  private static func isChinese(
    _ meanings: [PlaceLexicon.Meaning]?, _ tables: NameTables
  ) -> Bool {
    meanings?.contains { tables.places.places[$0.place].code.hasPrefix("CN-") } ?? false
  }

  private static func withoutElision(
    _ units: [TextUnit], in scalars: [Unicode.Scalar], _ tables: NameTables
  ) -> [TextUnit] {
    guard units.contains(where: { isElided($0, scalars) }) else { return units }
    return units.map { unit in
      guard isElided(unit, scalars) else { return unit }
      var rest = [
        TextUnit(
          text: String(unit.text.dropFirst()), kind: unit.kind, start: unit.start + 2,
          end: unit.end, breakBefore: unit.breakBefore, symbol: Symbols.unknown)
      ]
      tables.symbols.assign(to: &rest)
      return isPlace(rest, from: 0, tables) ? rest[0] : unit
    }
  }

  private static func isElided(_ unit: TextUnit, _ scalars: [Unicode.Scalar]) -> Bool {
    guard unit.end - unit.start > 4, unit.start + 1 < scalars.count,
      unit.kind == .word(.latin), unit.text.utf8.first == UInt8(ascii: "d")
    else { return false }
    let mark = scalars[unit.start + 1].value
    return mark == 0x27 || mark == 0x2019
  }
}
