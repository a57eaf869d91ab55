/// Gathers one word and tells which of its letters only look as if they belonged there.
///
/// Only shapes that a reader cannot tell apart count, so that `TNFα` or `μL` draws no warning.
struct MixedWord {
  enum Script: Int, CaseIterable {
    case latin, cyrillic, greek, armenian
  }

  private var letters: [(scalar: Unicode.Scalar, index: Int, script: Script)] = []

  /// Takes a scalar that continues a word; false where it ends one.
  mutating func take(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    if let script = MixedWord.script(of: scalar) {
      letters.append((scalar, index, script))
      return true
    }
    if (0x3400...0x9FFF).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .nonspacingMark: return true
    default: return false
    }
  }

  /// The look-alikes of the word, after which a new word begins.
  mutating func end() -> [SuspiciousText.Finding] {
    if letters.isEmpty { return [] }
    defer { letters.removeAll(keepingCapacity: true) }
    var counts = [0, 0, 0, 0]
    for letter in letters { counts[letter.script.rawValue] += 1 }
    guard counts.filter({ $0 > 0 }).count > 1 else { return [] }
    // The script with most letters is the word's own; Latin wins a tie.
    var own = Script.latin
    for script in Script.allCases where counts[script.rawValue] > counts[own.rawValue] {
      own = script
    }
    return letters.compactMap { letter in
      guard letter.script != own, MixedWord.looksLikeAnother(letter.scalar, letter.script) else {
        return nil
      }
      return .init(kind: .lookAlike, scalar: letter.scalar, index: letter.index)
    }
  }

  private static func looksLikeAnother(_ scalar: Unicode.Scalar, _ script: Script) -> Bool {
    switch script {
    case .latin: "AaBCcEeHhIijJKMNOoPpSsTXxYyvu".unicodeScalars.contains(scalar)
    case .cyrillic: "АВЕЅІЈКМНОРСТХУҮҺԌԚԜӀаеѕіјорсхуүһԁԛԝӏёїЁЇ".unicodeScalars.contains(scalar)
    case .greek: "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινρυόί".unicodeScalars.contains(scalar)
    case .armenian: "ՍՏՕհոսօզցյ".unicodeScalars.contains(scalar)
    }
  }

  /// The script of a letter after Unicode's `Scripts.txt`, for the four that can be confused.
  static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF,
      0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xAB30...0xAB64, 0xFF21...0xFF3A,
      0xFF41...0xFF5A:
      .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
    case 0x531...0x556, 0x561...0x587: .armenian
    default: nil
    }
  }
}
