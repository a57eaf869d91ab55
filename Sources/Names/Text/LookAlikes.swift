/// Letters of other alphabets that are drawn like a Latin letter, in lower case.
///
/// A word that mixes alphabets is written in one of them with look-alikes, by accident or to slip
/// past a comparison; it is brought back to one alphabet.
enum LookAlikes {
  static func latin(for scalar: UInt32) -> UInt32? {
    pairs.first { $0.foreign == scalar }?.latin
  }

  static func cyrillic(for scalar: UInt32) -> UInt32? {
    pairs.first { $0.latin == scalar && Script.of($0.foreign) == .cyrillic }?.foreign
  }

  /// One alphabet for the letters of a word, where its foreign letters are all look-alikes.
  static func mend(_ word: [UInt32]) -> [UInt32] {
    var latinLetters = 0
    var foreignLetters = 0
    for scalar in word {
      switch Script.of(scalar) {
      case .latin: latinLetters += 1
      case .cyrillic, .greek: foreignLetters += 1
      default: break
      }
    }
    guard latinLetters > 0, foreignLetters > 0 else { return word }
    let asLatin = replaced(word, where: [.cyrillic, .greek], with: latin(for:))
    let asCyrillic = replaced(word, where: [.latin], with: cyrillic(for:))
    // Where both can be, as in ВІКТАР with one Latin letter, most of its letters decide.
    let preferred = foreignLetters > latinLetters ? asCyrillic : asLatin
    return preferred ?? asLatin ?? asCyrillic ?? word
  }

  /// The word in Latin letters, where each of its letters looks like one.
  static func asLatin(_ word: [UInt32]) -> [UInt32]? {
    replaced(word, where: [.cyrillic, .greek], with: latin(for:))
  }

  private static func replaced(
    _ word: [UInt32], where scripts: [Script], with letter: (UInt32) -> UInt32?
  ) -> [UInt32]? {
    var result: [UInt32] = []
    for scalar in word {
      guard let script = Script.of(scalar), scripts.contains(script) else {
        result.append(scalar)
        continue
      }
      guard let other = letter(scalar) else { return nil }
      result.append(other)
    }
    return result
  }

  private static let pairs: [(foreign: UInt32, latin: UInt32)] = zip(
    "аеорсухіѕјкмтвнαορνκιτεχυ".unicodeScalars, "aeopcyxisjkmtbhaopvkitexu".unicodeScalars
  ).map { ($0.value, $1.value) }
}
