/// The quick way to cut texts that hold nothing to mend: plain ASCII words, or Han characters only.
///
/// Most names in tables and lists are such; what this gives is what `UnitCutter` would give.
enum PlainUnits {
  static func cut(_ text: String, tables: CharacterTables) -> [TextUnit]? {
    guard let first = text.utf8.first else { return [] }
    return first < 0x80 ? words(text) : characters(text, tables: tables)
  }

  private static func words(_ text: String) -> [TextUnit]? {
    var units: [TextUnit] = []
    var word: [UInt8] = []
    var isBroken = false
    var offset = 0
    func close() {
      guard !word.isEmpty else { return }
      units.append(
        TextUnit(
          text: String(decoding: word, as: UTF8.self), kind: .word(.latin),
          start: offset - word.count, end: offset, breakBefore: isBroken && !units.isEmpty,
          symbol: Symbols.unknown))
      word.removeAll(keepingCapacity: true)
      isBroken = false
    }
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A: word.append(byte)
      case 0x41...0x5A: word.append(byte + 32)
      case UInt8(ascii: " "), UInt8(ascii: "-"): close()
      case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"):
        close()
        isBroken = true
      default: return nil
      }
      offset += 1
    }
    close()
    return units
  }

  private static func characters(_ text: String, tables: CharacterTables) -> [TextUnit]? {
    var units: [TextUnit] = []
    for scalar in text.unicodeScalars {
      var folded = scalar
      switch tables.fold(of: scalar.value) {
      case .same: break
      case .one(let value): folded = Unicode.Scalar(value) ?? scalar
      case .removed, .several: return nil
      }
      guard Script.of(folded.value) == .han else { return nil }
      units.append(
        TextUnit(
          text: String(Character(folded)), kind: .han, start: units.count, end: units.count + 1,
          breakBefore: false, symbol: folded.value))
    }
    return HanNumerals.replaced(in: units)
  }
}
