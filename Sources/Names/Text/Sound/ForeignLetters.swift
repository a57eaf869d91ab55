/// Parts a word that our tables wrote in Latin letters into letters of sound.
enum ForeignLetters {
  static func next(_ word: Span<UInt8>, at index: Int, of script: SoundFamily)
    -> (letter: SoundLetter?, length: Int)
  {
    let second = index + 1 < word.count ? word[index + 1] : 0
    let group = group(word, index, second, script)
    if group.length > 0 { return (group.letter, group.length) }
    let letter = word[index]
    if let own = own(letter, second, script) { return (own, 1) }
    let plain: SoundLetter? =
      switch letter {
      case UInt8(ascii: "a"): .a
      case UInt8(ascii: "b"): .b
      case UInt8(ascii: "c"): .ch
      case UInt8(ascii: "d"): .d
      case UInt8(ascii: "e"): .e
      case UInt8(ascii: "f"): .f
      case UInt8(ascii: "g"): .g
      case UInt8(ascii: "h"): .h
      case UInt8(ascii: "i"): .i
      case UInt8(ascii: "j"): .dzh
      case UInt8(ascii: "k"), UInt8(ascii: "q"): .k
      case UInt8(ascii: "l"): .l
      case UInt8(ascii: "m"): .m
      case UInt8(ascii: "n"): .n
      case UInt8(ascii: "o"): .o
      case UInt8(ascii: "p"): .p
      case UInt8(ascii: "r"): .r
      case UInt8(ascii: "s"): .s
      case UInt8(ascii: "t"): .t
      case UInt8(ascii: "u"): .u
      case UInt8(ascii: "v"): .v
      case UInt8(ascii: "w"): .w
      case UInt8(ascii: "x"): .latinX
      case UInt8(ascii: "y"): .j
      case UInt8(ascii: "z"): .z
      default: nil
      }
    return (plain, 1)
  }

  private static func group(
    _ word: Span<UInt8>, _ index: Int, _ second: UInt8, _ script: SoundFamily
  ) -> (letter: SoundLetter, length: Int) {
    let third = index + 2 < word.count ? word[index + 2] : 0
    switch (word[index], second) {
    // Chinese in Cyrillic: цз is z or j, чж is zh.
    case (UInt8(ascii: "t"), UInt8(ascii: "s"))
    where third == UInt8(ascii: "z") && script == .cyrillic:
      return (.hanZ, 3)
    case (UInt8(ascii: "c"), UInt8(ascii: "h"))
    where third == UInt8(ascii: "z") && script == .cyrillic:
      return (.hanZh, 4)
    case (UInt8(ascii: "s"), UInt8(ascii: "h")):
      let isShch =
        third == UInt8(ascii: "c") && index + 3 < word.count
        && word[index + 3] == UInt8(ascii: "h")
      return (script == .hebrew ? .hebrewSh : .sh, isShch ? 4 : 2)
    case (UInt8(ascii: "c"), UInt8(ascii: "h")):
      return (ch(script), 2)
    case (UInt8(ascii: "k"), UInt8(ascii: "h")):
      // An aspirated k in these, not the sound of loch.
      return (script == .indic || script == .thai ? .k : .kh, 2)
    case (UInt8(ascii: "z"), UInt8(ascii: "h")): return (script == .han ? .hanZh : .zh, 2)
    case (UInt8(ascii: "g"), UInt8(ascii: "h")):
      return (script == .indic ? .g : .arabicGh, 2)
    case (UInt8(ascii: "t"), UInt8(ascii: "h")): return (.th, 2)
    case (UInt8(ascii: "d"), UInt8(ascii: "h")):
      return (script == .arabic ? .arabicDh : .d, 2)
    case (UInt8(ascii: "b"), UInt8(ascii: "h")) where script == .indic: return (.b, 2)
    case (UInt8(ascii: "p"), UInt8(ascii: "h")):
      return (script == .thai ? .p : .f, 2)
    case (UInt8(ascii: "t"), UInt8(ascii: "s")):
      if third == UInt8(ascii: "h") { return (.ch, 3) }
      return (script == .hebrew ? .hebrewTs : .ts, 2)
    case (UInt8(ascii: "t"), UInt8(ascii: "z")): return (.ts, 2)
    case (UInt8(ascii: "d"), UInt8(ascii: "z")):
      return third == UInt8(ascii: "h") ? (.dzh, 3) : (.cyrillicDz, 2)
    case (UInt8(ascii: "d"), UInt8(ascii: "j")): return (.dzh, 2)
    // 康妮 is Connie: one n of the two syllables.
    case (UInt8(ascii: "n"), UInt8(ascii: "g")) where script == .han && third == UInt8(ascii: "n"):
      return (.n, 3)
    case (UInt8(ascii: "s"), UInt8(ascii: "y")) where script == .hangul: return (.sh, 2)
    case (UInt8(ascii: "e"), UInt8(ascii: "o")) where script == .hangul: return (.hangulEo, 2)
    case (UInt8(ascii: "e"), UInt8(ascii: "u")) where script == .hangul: return (.hangulEu, 2)
    case (UInt8(ascii: "a"), UInt8(ascii: "e")) where script == .hangul: return (.hangulAe, 2)
    default: return (.a, 0)
    }
  }

  private static func ch(_ script: SoundFamily) -> SoundLetter {
    switch script {
    case .hangul: .hangulCh
    case .greek: .greekCh
    case .hebrew: .hebrewH
    default: .ch
    }
  }

  private static func own(_ letter: UInt8, _ second: UInt8, _ script: SoundFamily)
    -> SoundLetter?
  {
    switch script {
    case .arabic, .hebrew: abjad(letter, script)
    case .han: han(letter, second)
    case .hangul: letter == UInt8(ascii: "j") ? .hangulJ : nil
    case .cyrillic: letter == UInt8(ascii: "y") ? .cyrillicY : nil
    default: nil
    }
  }

  private static func abjad(_ letter: UInt8, _ script: SoundFamily) -> SoundLetter? {
    switch letter {
    case UInt8(ascii: "a"): .abjadA
    case UInt8(ascii: "w"): .abjadW
    case UInt8(ascii: "y"): .abjadY
    case UInt8(ascii: "h"): .abjadH
    case UInt8(ascii: "j"): .arabicJ
    case UInt8(ascii: "q"): .arabicQ
    case UInt8(ascii: "b"): script == .hebrew ? .hebrewB : nil
    case UInt8(ascii: "p"): script == .hebrew ? .hebrewP : nil
    case UInt8(ascii: "v"): script == .hebrew ? .abjadW : nil
    case UInt8(ascii: "g"): script == .hebrew ? .hebrewG : nil
    case UInt8(ascii: "z"): script == .hebrew ? .hebrewZ : nil
    case UInt8(ascii: "t"): script == .hebrew ? .hebrewT : nil
    default: nil
    }
  }

  private static func han(_ letter: UInt8, _ second: UInt8) -> SoundLetter? {
    switch letter {
    case UInt8(ascii: "x"): .hanX
    case UInt8(ascii: "q"): .hanQ
    case UInt8(ascii: "j"): .hanJ
    case UInt8(ascii: "z"): .hanZ
    case UInt8(ascii: "c"): .hanC
    case UInt8(ascii: "r"): .hanR
    case UInt8(ascii: "h"): .hanH
    case UInt8(ascii: "y"): .hanY
    case UInt8(ascii: "e"): .hanE
    default: nil
    }
  }
}
