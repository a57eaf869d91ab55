/// Cuts a written address into tokens.
///
/// Unlike the units of names, numbers keep what joins them (`2-16`, `109/4`, `16/F`), since that
/// is what tells a range of houses from a house and its floor.
struct AddressTokenizer {
  private let scalars: [UInt32]
  private let folding: Folding
  private var tokens: [AddressToken] = []
  private var segment = 0

  static func tokens(of text: String, folding: Folding) -> [AddressToken] {
    var tokenizer = AddressTokenizer(text, folding: folding)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(_ text: String, folding: Folding) {
    self.folding = folding
    scalars = text.unicodeScalars.map { Self.plain($0.value) }
  }

  /// Full-width forms, dashes and the like as ASCII.
  private static func plain(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x2010...0x2013, 0x2212, 0xFF5E, 0x301C: 0x2D
    case 0x2044, 0x2215: 0x2F
    case 0x2116: 0x23
    case 0xA0, 0x3000, 0x2002...0x200A, 0x202F: 0x20
    case 0x2018, 0x2019, 0xB4, 0x60: 0x27
    case 0x660...: DecimalDigit.ascii(scalar) ?? scalar
    default: scalar
    }
  }

  private mutating func run() {
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if Script.of(scalar) == .han {
        let folded = folding.fold(Self.text([scalar]))
        let character = folded.unicodeScalars.first?.value ?? scalar
        append(folded, .han, character: character, from: index, to: index + 1)
        index += 1
      } else if isWordPart(scalar) {
        index = takeWord(from: index)
      } else {
        if scalar == 0x23 { append("#", .sign, from: index, to: index + 1) }
        if isBreak(scalar), scalar != 0x2F || isBetweenLongWords(index) { segment += 1 }
        if scalar == 0x2E, let last = tokens.indices.last, tokens[last].end == index {
          tokens[last].isDotted = true
        }
        index += 1
      }
    }
  }

  /// Takes letters and digits with what joins them; parts letters from digits where a word and a
  /// number were written together.
  private mutating func takeWord(from start: Int) -> Int {
    var end = start + 1
    while end < scalars.count {
      let scalar = scalars[end]
      if isWordPart(scalar), Script.of(scalar) != .han {
        end += 1
      } else if end + 1 < scalars.count, isWordPart(scalars[end + 1]),
        Script.of(scalars[end + 1]) != .han, joins(scalar, from: start, at: end)
      {
        end += 2
      } else {
        break
      }
    }
    let piece = Array(scalars[start..<end])
    if piece.allSatisfy({ $0 == 0x2E || Script.of($0) != nil }), piece.contains(0x2E) {
      appendWord(piece.filter { $0 != 0x2E }, from: start, to: end)
      return end
    }
    if let first = piece.first, isDigit(first) {
      takeNumber(piece, from: start)
    } else if let digit = piece.firstIndex(where: isDigit), digit > 2 || piece.contains(0x2E) {
      // `Room301`, `No.5`: a label and its number.
      appendWord(piece[..<digit].filter { Script.of($0) != nil }, from: start, to: start + digit)
      takeNumber(Array(piece[digit...]), from: start + digit)
    } else {
      appendWord(piece, from: start, to: end)
    }
    return end
  }

  private mutating func takeNumber(_ piece: [UInt32], from start: Int) {
    let digits = piece.prefix { isDigit($0) || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }
    let letters = piece.dropFirst(digits.count)
    let word = Self.text(letters).lowercased()
    let isPlainWord = letters.count > 2 && letters.allSatisfy { Script.of($0) != nil }
    if isPlainWord, word != "flr", word != "floor", let last = digits.last, isDigit(last) {
      append(Self.text(digits), .number, from: start, to: start + digits.count)
      appendWord(Array(letters), from: start + digits.count, to: start + piece.count)
    } else {
      append(Self.text(piece).lowercased(), .number, from: start, to: start + piece.count)
    }
  }

  private mutating func appendWord(_ piece: [UInt32], from start: Int, to end: Int) {
    guard !piece.isEmpty else { return }
    let text = Self.text(piece)
    let isPlain = piece.allSatisfy { $0 < 0x80 }
    let folded = isPlain ? text.lowercased() : folding.fold(text)
    let bare = folded.contains("'") ? folded.replacing("'", with: "") : folded
    guard !bare.isEmpty else { return }
    append(bare, piece.contains(where: isDigit) ? .code : .word, from: start, to: end)
  }

  private mutating func append(
    _ text: String, _ kind: AddressToken.Kind, character: UInt32 = 0, from start: Int, to end: Int
  ) {
    tokens.append(
      AddressToken(
        text: text, kind: kind, character: character, start: start, end: end, segment: segment))
  }

  /// Whether a sign between two letters or digits holds them together.
  private func joins(_ sign: UInt32, from start: Int, at index: Int) -> Bool {
    let (before, after) = (scalars[index - 1], scalars[index + 1])
    switch sign {
    case 0x27: return true
    case 0x2D: return isDigit(before) || isDigit(after) && index - start < 3
    case 0x2F:
      return isDigit(before) || isDigit(after)
        || index == start + 1 && (index + 2 >= scalars.count || !isWordPart(scalars[index + 2]))
    case 0x26: return index == start + 1 || isDigit(before) && isDigit(after)
    // `P.O.`, `U.A.E`: single letters.
    case 0x2E:
      let isSingle = index == start + 1 || scalars[index - 2] == 0x2E
      let endsSingle = index + 2 >= scalars.count || !isWordPart(scalars[index + 2])
      return isSingle && endsSingle && !isDigit(before) && !isDigit(after)
    default: return false
    }
  }

  /// `Besiktas/Istanbul` are two places, `Flat/Rm` is one label.
  private func isBetweenLongWords(_ index: Int) -> Bool {
    let before = scalars[..<index].reversed().prefix(4).count { Script.of($0) != nil }
    let after = scalars[(index + 1)...].prefix(4).count { Script.of($0) != nil }
    return before == 4 && after == 4
  }

  private func isWordPart(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || Script.of(scalar) != nil
      || Unicode.Scalar(scalar)?.properties.generalCategory == .nonspacingMark
  }

  private func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  private func isBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3B, 0x28, 0x29, 0x5B, 0x5D, 0x7C, 0x0A, 0x0D, 0x2F, 0x5C: true
    case 0x2014, 0x3001, 0x3002, 0x3008...0x3011, 0x60C, 0x61B: true
    default: false
    }
  }

  private static func text(_ scalars: some Sequence<UInt32>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars { if let scalar = Unicode.Scalar(scalar) { result.append(scalar) } }
    return String(result)
  }
}
