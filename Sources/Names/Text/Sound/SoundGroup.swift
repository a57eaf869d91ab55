/// The class of consonants that a letter belongs to, and the one it may belong to instead.
struct SoundGroup {
  enum Group: UInt8 {
    case silent, lips, tongue, hissing, throat, nasal, liquid
  }

  static let silent = SoundGroup(.silent, .silent)

  let main: Group
  let other: Group
  let isM: Bool
  var isAmbiguous: Bool { main != other }

  init(_ main: Group, _ other: Group) {
    self.main = main
    self.other = other
    isM = false
  }

  /// - Parameter next: The byte that follows, zero at the end.
  init(_ letter: SoundLetter, of family: SoundFamily, before next: UInt8) {
    let groups = Self.groups(of: letter)
    isM = letter == .m
    main = groups.main
    other =
      switch letter {
      // Japanese chi is ти in Cyrillic.
      case .t where family == .cyrillic: .hissing
      // Persian says z and s where Arabic says dh and th.
      case .th where family == .arabic: .hissing
      // And d where it says z: ظاهر is `Dahir`.
      case .z where family == .arabic: .tongue
      // Before a consonant or at the end these are not heard in some language.
      case .r, .l, .t, .p:
        family == .latin && !next.isLatinVowel || family.softens(letter) ? .silent : groups.other
      case .b: family.softens(letter) ? .silent : groups.other
      case .latinG where next == UInt8(ascii: "n"): .silent
      case .n where family == .han && !next.isLatinVowel: .silent
      case .ch where family == .kana: .tongue
      default: groups.other
      }
  }

  private static func groups(of letter: SoundLetter) -> (main: Group, other: Group) {
    switch letter {
    case .p, .b, .greekB: (.lips, .lips)
    case .hebrewB, .hebrewP: (.lips, .silent)
    case .t, .d, .th, .latinTi, .greekD, .hebrewT: (.tongue, .tongue)
    case .latinTh, .arabicDh: (.tongue, .hissing)
    case .s, .z, .sh, .zh, .ch, .dzh, .ts, .latinS, .latinZ, .latinSz, .latinX, .latinDz,
      .cyrillicDz, .hebrewTs, .hebrewSh, .hebrewZ, .hanX, .hanZh, .hanZ, .hanC, .hangulJ,
      .hangulCh, .latinSch:
      (.hissing, .hissing)
    case .latinSoftC, .latinCz, .latinCh, .hanQ, .hanJ, .arabicJ: (.hissing, .throat)
    case .latinJ: (.hissing, .silent)
    case .k, .g, .hebrewK, .arabicQ: (.throat, .throat)
    case .latinC, .latinG, .latinSoftG, .hebrewG: (.throat, .hissing)
    case .latinGh, .arabicGh: (.throat, .silent)
    case .kh, .hebrewH, .greekCh, .hanH: (.silent, .throat)
    case .m, .n: (.nasal, .nasal)
    case .l, .r: (.liquid, .liquid)
    case .latinLl: (.liquid, .silent)
    case .hanR: (.liquid, .hissing)
    default: (.silent, .silent)
    }
  }

}

extension SoundFamily {
  /// Whether the script writes f or v with this letter too.
  fileprivate func softens(_ letter: SoundLetter) -> Bool {
    (self == .kana || self == .hangul) && (letter == .p || letter == .b)
  }
}
