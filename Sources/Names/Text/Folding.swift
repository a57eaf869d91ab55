/// Brings a text to the form in which names are compared, and cuts it into units.
///
/// Lower case, without diacritics, widths and invisible characters; Han characters simplified;
/// words that mix alphabets mended; `P.S.B.` joined; apostrophes dropped; ordinals as numbers.
/// Folding a folded text changes nothing.
struct Folding: Sendable {
  let tables: CharacterTables

  /// The units joined again: Han characters and numbers without spaces between them.
  func fold(_ text: String) -> String { Folding.joined(units(of: text)[...]) }

  static func joined(_ units: ArraySlice<TextUnit>) -> String {
    var result = ""
    var previous: TextUnit?
    for unit in units {
      if let previous, !(previous.isHan && (unit.isHan || unit.isNumber)),
        !(previous.isNumber && unit.isHan)
      {
        result += " "
      }
      result += unit.text
      previous = unit
    }
    return result
  }

  func units(of text: String) -> [TextUnit] {
    if let plain = PlainUnits.cut(text, tables: tables) { return plain }
    var cutter = UnitCutter(tables: tables)
    var offset = 0
    for scalar in text.unicodeScalars {
      cutter.take(scalar.value, at: offset)
      offset += 1
    }
    return cutter.finish(at: offset)
  }
}
