/// Cuts a text into units, one scalar at a time.
struct UnitCutter {
  let tables: CharacterTables
  private var pieces: [Piece] = []
  private var word: [UInt32] = []
  private var wordStart = 0
  private var isBroken = false
  /// Whether a full stop stands between the last piece and what comes now, with nothing else.
  private var isDotted = false

  private struct Piece {
    var scalars: [UInt32]
    let start: Int
    let end: Int
    let breakBefore: Bool
    /// A letter joined to the piece before by a full stop, as in `P.S.B.`.
    let isDottedLetter: Bool
  }

  init(tables: CharacterTables) { self.tables = tables }

  mutating func take(_ scalar: UInt32, at offset: Int) {
    switch tables.fold(of: scalar) {
    case .removed: return
    case .one(let folded): takeFolded(folded, at: offset)
    case .several(let folded): for part in folded { takeFolded(part, at: offset) }
    case .same:
      // Capitals of ASCII are not in the table.
      takeFolded(0x41...0x5A ~= scalar ? scalar + 32 : scalar, at: offset)
    }
  }

  private mutating func takeFolded(_ scalar: UInt32, at offset: Int) {
    if let last = word.last, let voiced = KanaMarks.joined(last, scalar) {
      word[word.count - 1] = voiced
      return
    }
    let script = Script.of(scalar)
    if script == .han {
      closeWord(at: offset)
      append([scalar], from: offset, to: offset + 1)
    } else if script != nil || isDigit(scalar) {
      if let last = word.last, Script.of(last) == .kana, script != .kana { closeWord(at: offset) }
      if word.isEmpty { wordStart = offset }
      word.append(scalar)
    } else if isApostrophe(scalar), !word.isEmpty {
      return
    } else if scalar == UInt32(UInt8(ascii: "&")) {
      closeWord(at: offset)
      append(Array("and".unicodeScalars.map(\.value)), from: offset, to: offset + 1)
    } else {
      closeWord(at: offset)
      if scalar == UInt32(UInt8(ascii: ".")) {
        isDotted = true
      } else {
        isDotted = false
        if isBreak(scalar) { isBroken = true }
      }
    }
  }

  mutating func finish(at offset: Int) -> [TextUnit] {
    closeWord(at: offset)
    joinDottedLetters()
    mendAlphabets()
    var units: [TextUnit] = []
    for piece in pieces { units.append(unit(from: piece)) }
    return HanNumerals.replaced(in: units)
  }

  private mutating func closeWord(at offset: Int) {
    guard !word.isEmpty else { return }
    append(LookAlikes.mend(word), from: wordStart, to: offset)
    word = []
  }

  private mutating func append(_ scalars: [UInt32], from start: Int, to end: Int) {
    let script = scalars.count == 1 ? Script.of(scalars[0]) : nil
    let isLetter = script == .latin || script == .cyrillic || script == .greek
    pieces.append(
      Piece(
        scalars: scalars, start: start, end: end, breakBefore: isBroken && !pieces.isEmpty,
        isDottedLetter: isDotted && isLetter && pieces.last?.scalars.count == 1
          && pieces.last?.end == start - 1
          && pieces.last?.scalars.first.flatMap(Script.of) == script))
    isBroken = false
    isDotted = false
  }

  private mutating func joinDottedLetters() {
    guard pieces.contains(where: \.isDottedLetter) else { return }
    var joined: [Piece] = []
    for piece in pieces {
      if piece.isDottedLetter, let last = joined.popLast() {
        joined.append(
          Piece(
            scalars: last.scalars + piece.scalars, start: last.start, end: piece.end,
            breakBefore: last.breakBefore, isDottedLetter: false))
      } else {
        joined.append(piece)
      }
    }
    pieces = joined
  }

  /// A word of look-alikes only is Latin where the other words of the text are.
  private mutating func mendAlphabets() {
    var hasLatin = false
    for piece in pieces {
      switch piece.scalars.first.flatMap(Script.of) {
      case .latin: hasLatin = true
      case .cyrillic, .greek: if LookAlikes.asLatin(piece.scalars) == nil { return }
      default: break
      }
    }
    guard hasLatin else { return }
    for index in pieces.indices {
      if let latin = LookAlikes.asLatin(pieces[index].scalars) { pieces[index].scalars = latin }
    }
  }

  private func unit(from piece: Piece) -> TextUnit {
    let digits = piece.scalars.prefix(while: isDigit)
    let ending = text(piece.scalars.dropFirst(digits.count))
    if !digits.isEmpty, digits.count < 10, ["", "st", "nd", "rd", "th"].contains(ending) {
      let number = text(digits.drop { $0 == 0x30 })
      return TextUnit(
        text: number.isEmpty ? "0" : number, kind: .number, start: piece.start, end: piece.end,
        breakBefore: piece.breakBefore, symbol: Symbols.number)
    }
    let script = piece.scalars.lazy.compactMap(Script.of).first ?? .other
    return TextUnit(
      text: text(piece.scalars[...]), kind: script == .han ? .han : .word(script),
      start: piece.start, end: piece.end, breakBefore: piece.breakBefore,
      symbol: script == .han ? piece.scalars[0] : Symbols.unknown)
  }

  private func text(_ scalars: ArraySlice<UInt32>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars { if let scalar = Unicode.Scalar(scalar) { result.append(scalar) } }
    return String(result)
  }

  private func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  private func isApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2B9...0x2BF, 0x2C8, 0xFF07: true
    default: false
    }
  }

  private func isBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x29, 0x2C, 0x3B, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x7C, 0x0A, 0x0D: true
    case 0x3001, 0x3002, 0x3008...0x3011, 0x60C, 0x61B, 0x2013, 0x2014: true
    default: false
    }
  }
}
