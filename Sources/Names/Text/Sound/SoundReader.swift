/// Reads the next letter of sound from a word in Latin letters.
struct SoundReader {
  struct Step {
    let letter: SoundLetter?
    let length: Int
    /// What it costs to leave the letter without a partner.
    let loss: Int
  }

  private let end: Int
  private let script: SoundFamily
  private let other: SoundFamily

  init(count: Int, script: SoundFamily, other: SoundFamily) {
    end = count
    self.script = script
    self.other = other
  }

  func read(_ word: Span<UInt8>, at index: Int) -> Step {
    let (letter, length) =
      script == .latin
      ? LatinLetters.next(word, at: index) : ForeignLetters.next(word, at: index, of: script)
    guard let letter else { return Step(letter: nil, length: length, loss: 0) }
    return Step(
      letter: letter, length: length,
      loss: loss(of: letter, word, from: index, to: index + length))
  }

  private func loss(of letter: SoundLetter, _ word: Span<UInt8>, from start: Int, to after: Int)
    -> Int
  {
    let before = start > 0 ? word[start - 1] : 0
    let next = after < end ? word[after] : 0
    if Self.isVowelLetter(letter) { return vowelLoss(letter, word, start, after, before, next) }
    switch letter {
    case .h, .latinH: return before.isLatinVowel && next.isLatinVowel ? 4 : 2
    case .abjadH: return after == end ? 1 : 4
    case .j, .hanY: return before.isLatinVowel && next.isLatinVowel ? 4 : 2
    case .w: return next.isLatinVowel && before != 0 && !before.isLatinVowel ? 3 : 6
    case .latinGh: return next.isLatinVowel ? 7 : 3
    case .latinG, .latinSoftG, .g:
      // Bologna, Huang, Bergh.
      if next == UInt8(ascii: "n") || (before == UInt8(ascii: "n") && !next.isLatinVowel) {
        return 3
      }
    case .r, .hanR:
      if !next.isLatinVowel, before.isLatinVowel, script.isSyllabic || other.isSyllabic { return 4 }
    case .n:
      if script == .han, !next.isLatinVowel { return 6 }
    default: break
    }
    if script == .latin, other != .latin, !next.isLatinVowel { return latinCodaLoss(letter, after) }
    return 10
  }

  /// Consonants at the end of a Latin word or before another that are silent in some language.
  private func latinCodaLoss(_ letter: SoundLetter, _ after: Int) -> Int {
    if after == end {
      switch letter {
      case .t, .d, .latinS, .latinZ, .latinX, .p, .b: return other.isSyllabic ? 5 : 6
      default: return other == .han ? 8 : 10
      }
    }
    switch letter {
    case .l, .p, .t, .d, .k, .latinC, .b: return other == .han ? 7 : 9
    default: return 10
    }
  }

  private func vowelLoss(
    _ letter: SoundLetter, _ word: Span<UInt8>, _ start: Int, _ after: Int, _ before: UInt8,
    _ next: UInt8
  ) -> Int {
    switch letter {
    case .abjadW, .abjadY:
      if start == 0 { return 5 }
      return 4
    case .abjadA: return start == 0 ? 3 : 2
    case .hangulEu: return 1
    default: break
    }
    if script == .latin, other.isAbjad {
      return start == 0 ? 3 : 1
    }
    // Vowels that syllabic scripts put after a consonant that has none.
    if !before.isLatinVowel, before != 0 {
      switch script {
      case .kana:
        if letter == .u { return 1 }
        if letter == .o, before == UInt8(ascii: "t") || before == UInt8(ascii: "d") { return 1 }
        if letter == .i,
          before == UInt8(ascii: "h") || before == UInt8(ascii: "j") || before == UInt8(ascii: "k")
        {
          return 2
        }
      case .hangul:
        if letter == .i, before == UInt8(ascii: "h") || before == UInt8(ascii: "j") { return 1 }
      case .han:
        if !next.isLatinVowel,
          next != UInt8(ascii: "n") || after + 1 < end && word[after + 1].isLatinVowel
        {
          if letter == .hanE || letter == .u || letter == .i { return 2 }
        }
        if letter == .hanE, next == UInt8(ascii: "r") { return 1 }
      default: break
      }
    }
    if script == .han, letter == .hanE, next == UInt8(ascii: "r") { return 1 }
    // A final e is silent in French and English; one of two vowels is often not heard.
    if script == .latin, letter == .latinE, after == end { return 1 }
    if script == .georgian, letter == .i, after == end { return 1 }
    if script == .indic, letter == .a { return 2 }
    if before.isLatinVowel || next.isLatinVowel { return 2 }
    return other.isSyllabic || script.isSyllabic ? 3 : 4
  }

  private static func isVowelLetter(_ letter: SoundLetter) -> Bool {
    switch letter {
    case .a, .e, .i, .o, .u, .latinY, .latinOu, .latinA, .latinE, .abjadA, .abjadW, .abjadY,
      .hangulEo, .hangulEu, .hangulAe, .hanE, .cyrillicY:
      true
    default: false
    }
  }

}
