/// Alphabets that are read letter by letter, with the few letters whose place matters.
enum AlphabetReading {
  static func append(
    _ scalars: [UInt32], _ script: Script, _ letters: LetterTable, to bytes: inout [UInt8]
  ) {
    let isUyghur = script == .arabic && scalars.contains(where: isOfUyghur)
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : 0
      let next = index + 1 < scalars.count ? scalars[index + 1] : 0
      switch Unicode.Scalar(scalar) {
      // Uyghur writes every vowel, with letters that are consonants elsewhere.
      case "و" where isUyghur: bytes.append(UInt8(ascii: "o"))
      case "ى" where isUyghur: bytes.append(UInt8(ascii: "i"))
      case "ي" where isUyghur:
        // Folded from ئ, which bears a vowel at the beginning of a word, from ى or itself.
        if index == 0, isVowelOfUyghur(next) { continue }
        let isVowel = index > 0 && !isVowelInUyghur(before) && !isVowelInUyghur(next)
        bytes.append(isVowel ? UInt8(ascii: "i") : UInt8(ascii: "y"))
      // Ayin is not heard by others, but the vowel that it bears at the beginning is.
      case "ع" where index == 0, "ע" where index == 0: bytes.append(UInt8(ascii: "a"))
      // Bulgarian has a vowel where Russian only parts a consonant from what follows.
      case "ъ" where next != 0 && !isIotated(next): bytes.append(UInt8(ascii: "a"))
      // Armenian: ու is one vowel; ո and ե have a glide at the beginning of a word.
      case "ո" where next == 0x582: bytes.append(UInt8(ascii: "u"))
      case "ւ" where before == 0x578: continue
      case "ո" where index == 0 && next != 0: bytes += [UInt8(ascii: "v"), UInt8(ascii: "o")]
      case "ե" where index == 0: bytes += [UInt8(ascii: "y"), UInt8(ascii: "e")]
      default: letters.append(scalar, to: &bytes)
      }
    }
  }

  /// The letters of a word as they are read otherwise: Arabic without the article, `Abd` with that
  /// of the word after it, as in `Abdul Rahman`, Ukrainian and
  /// Belarusian with `h` and `y` where Russian has `g` and `i`.
  static func variant(of scalars: [UInt32], _ script: Script) -> [UInt32]? {
    switch script {
    case .arabic:
      if scalars == [0x639, 0x628, 0x62F] { return scalars + [0x627, 0x644] }
      guard scalars.count >= 5, scalars[0] == 0x627, scalars[1] == 0x644 else { return nil }
      return Array(scalars[2...])
    case .cyrillic:
      // і, ї, є and ґ are not written in Russian.
      guard scalars.contains(where: { [0x456, 0x457, 0x454, 0x491].contains($0) }) else {
        return nil
      }
      // г as the h of Serbian, и as ы.
      let other = scalars.map { $0 == 0x433 ? 0x4BB : $0 == 0x438 ? 0x44B : $0 }
      return other == scalars ? nil : other
    default: return nil
    }
  }

  private static func isOfUyghur(_ scalar: UInt32) -> Bool {
    isVowelOfUyghur(scalar) || scalar == 0x6AD || scalar == 0x6CB
  }

  /// Vowels that only Uyghur and Sorani Kurdish have.
  private static func isVowelOfUyghur(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x6C6, 0x6C7, 0x6C8, 0x6D0, 0x6D5, 0x6CE: true
    default: false
    }
  }

  private static func isVowelInUyghur(_ scalar: UInt32) -> Bool {
    isVowelOfUyghur(scalar) || scalar == 0x627 || scalar == 0x648
  }

  private static func isIotated(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "е", "ё", "ю", "я", "ї", "є", "и", "о": true
    default: false
    }
  }
}
