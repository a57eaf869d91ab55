/// The sounds that names are compared by, as coarse as transliterations tell them apart.
enum Sound: UInt8, CaseIterable {
  case p, b, f, v, m, n, t, d, th, s, z, sh, zh, ch, dzh, ts, k, g, kh, h, l, r, j, w
  case a, e, i, o, u

  var isVowel: Bool { rawValue >= Sound.a.rawValue }
}

/// A letter or group of letters as one script writes it, with the sounds that it may stand for.
///
/// The letters of the Latin alphabet are many in sound (`c` is heard as in Cuba, Cesare, Ceaușescu
/// and Cemal), the Latin forms of other scripts' letters are few, but not one either.
enum SoundLetter: UInt8, CaseIterable {
  // One sound each.
  case p, b, f, v, m, n, t, d, th, s, z, sh, zh, ch, dzh, ts, k, g, kh, h, l, r, j, w
  case a, e, i, o, u
  // Latin, as the languages of Europe spell.
  case latinC, latinSoftC, latinCh, latinJ, latinG, latinSoftG, latinS, latinZ, latinW, latinY
  case latinSz, latinCz, latinSch, latinX, latinLl, latinOu, latinGh, latinH, latinTh, latinDz
  case latinTi, latinV, latinA, latinE
  // Letters of an abjad that serve as vowels, or as several consonants.
  case abjadA, abjadW, abjadY, abjadH
  case arabicJ, arabicGh, arabicDh, arabicQ
  case hebrewB, hebrewP, hebrewK, hebrewH, hebrewTs, hebrewSh, hebrewG, hebrewZ, hebrewT
  // Pinyin and the vowels of Hangul.
  case hanX, hanQ, hanJ, hanZh, hanZ, hanC, hanR, hanH, hanY, hanE
  case hangulEo, hangulEu, hangulAe, hangulJ, hangulCh
  // Two letters of other alphabets.
  case cyrillicDz, cyrillicY, greekCh, greekB, greekD

  /// The sounds with what each costs beside the commonest.
  var sounds: [(sound: Sound, cost: Int)] {
    if let sound = Sound(rawValue: rawValue) { return [(sound, 0)] }
    return switch self {
    case .latinC: [(.k, 0), (.ts, 1), (.ch, 1), (.dzh, 2), (.s, 2), (.g, 3)]
    case .latinSoftC: [(.s, 0), (.ch, 0), (.ts, 0), (.k, 1), (.dzh, 1), (.th, 1)]
    case .latinCh: [(.ch, 0), (.sh, 0), (.kh, 0), (.k, 0), (.h, 1)]
    case .latinJ: [(.dzh, 0), (.zh, 0), (.j, 0), (.i, 0), (.h, 1), (.kh, 1)]
    case .latinG: [(.g, 0), (.kh, 2)]
    case .latinSoftG: [(.g, 0), (.dzh, 0), (.zh, 0), (.h, 2), (.kh, 2), (.j, 3)]
    case .latinS: [(.s, 0), (.z, 0), (.sh, 1)]
    case .latinZ: [(.z, 0), (.ts, 0), (.s, 0), (.zh, 1), (.dzh, 2), (.th, 2)]
    case .latinW: [(.w, 0), (.v, 0), (.u, 0), (.f, 3)]
    case .latinV: [(.v, 0), (.f, 0), (.w, 1)]
    case .latinY: [(.i, 0), (.j, 0), (.u, 1), (.e, 1), (.a, 2)]
    case .latinSz: [(.s, 0), (.sh, 0), (.ts, 2)]
    case .latinCz: [(.ch, 0), (.ts, 1), (.k, 3), (.z, 2)]
    case .latinSch: [(.sh, 0), (.ch, 2), (.kh, 3)]
    case .latinX: [(.s, 0), (.sh, 1), (.h, 2), (.z, 0)]
    case .latinLl: [(.l, 0), (.j, 0)]
    case .latinOu: [(.u, 0), (.o, 0), (.w, 0), (.a, 1)]
    case .latinGh: [(.g, 0), (.kh, 1), (.h, 2), (.f, 3)]
    case .latinH: [(.h, 0), (.kh, 1)]
    case .latinTh: [(.th, 0), (.t, 0), (.s, 2), (.d, 2)]
    case .latinDz: [(.z, 0), (.ts, 0), (.dzh, 0), (.d, 3)]
    case .latinTi: [(.t, 0), (.ts, 0), (.sh, 1)]
    case .latinA: [(.a, 0), (.e, 1)]
    case .latinE: [(.e, 0), (.i, 1), (.a, 1)]
    case .abjadA: [(.a, 0), (.e, 0), (.o, 1), (.i, 1), (.u, 1)]
    case .abjadW: [(.w, 0), (.u, 0), (.o, 0), (.v, 0), (.e, 2)]
    case .abjadY: [(.j, 0), (.i, 0), (.e, 0), (.a, 2), (.u, 2)]
    case .abjadH: [(.h, 0), (.a, 0), (.e, 0), (.kh, 1), (.o, 1)]
    case .arabicJ: [(.dzh, 0), (.g, 0), (.zh, 0), (.j, 2), (.ch, 2)]
    case .arabicGh: [(.g, 0), (.kh, 2), (.r, 3)]
    case .arabicDh: [(.d, 0), (.z, 0), (.th, 0)]
    case .arabicQ: [(.k, 0), (.g, 1), (.kh, 2)]
    case .hebrewB: [(.b, 0), (.v, 0), (.w, 2)]
    case .hebrewP: [(.p, 0), (.f, 0)]
    case .hebrewK: [(.k, 0), (.kh, 0), (.h, 1)]
    case .hebrewH: [(.kh, 0), (.h, 0), (.k, 2)]
    case .hebrewTs: [(.ts, 0), (.ch, 0), (.z, 0), (.s, 1)]
    case .hebrewSh: [(.sh, 0), (.s, 0), (.ch, 2)]
    case .hebrewG: [(.g, 0), (.dzh, 0), (.zh, 1)]
    case .hebrewZ: [(.z, 0), (.zh, 0), (.s, 2)]
    case .hebrewT: [(.t, 0), (.th, 0), (.s, 2)]
    case .hanX: [(.sh, 0), (.s, 0), (.h, 1), (.kh, 1), (.z, 2)]
    case .hanQ: [(.ch, 0), (.ts, 1), (.k, 2), (.dzh, 2)]
    case .hanJ: [(.dzh, 0), (.g, 0), (.k, 1), (.zh, 0), (.ch, 1), (.z, 1), (.j, 2)]
    case .hanZh: [(.dzh, 0), (.zh, 0), (.ch, 1), (.z, 1), (.j, 3)]
    case .hanZ: [(.z, 0), (.ts, 0), (.s, 1), (.dzh, 1)]
    case .hanC: [(.ts, 0), (.z, 0), (.s, 1), (.ch, 1)]
    case .hanR: [(.r, 0), (.l, 0), (.zh, 0), (.j, 3)]
    case .hanH: [(.h, 0), (.kh, 0), (.g, 3), (.f, 3)]
    case .hanY: [(.j, 0), (.i, 0), (.dzh, 3)]
    case .hanE: [(.e, 0), (.o, 0), (.a, 0), (.i, 1), (.u, 1)]
    case .hangulEo: [(.o, 0), (.u, 0), (.e, 0), (.a, 0)]
    case .hangulEu: [(.u, 0), (.e, 0), (.i, 1), (.o, 1), (.a, 1)]
    case .hangulAe: [(.a, 0), (.e, 0)]
    case .hangulJ: [(.dzh, 0), (.z, 0), (.zh, 0), (.ch, 1), (.ts, 2)]
    case .hangulCh: [(.ch, 0), (.ts, 0), (.t, 2), (.z, 1)]
    case .cyrillicDz: [(.z, 0), (.ts, 0), (.dzh, 0), (.d, 3)]
    case .cyrillicY: [(.i, 0), (.j, 0), (.e, 0)]
    case .greekCh: [(.kh, 0), (.h, 0), (.k, 0), (.ch, 1), (.sh, 2)]
    case .greekB: [(.b, 0), (.p, 0), (.m, 4)]
    case .greekD: [(.d, 0), (.t, 0), (.n, 4)]
    default: []
    }
  }
}
