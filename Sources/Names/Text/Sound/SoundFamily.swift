/// How a script hears the sounds of another language: which it does not tell apart.
enum SoundFamily: UInt8, CaseIterable {
  case latin, cyrillic, greek, armenian, georgian, indic, thai, arabic, kana, hangul, hebrew, han

  init(_ script: Script) {
    self =
      switch script {
      case .cyrillic: .cyrillic
      case .greek: .greek
      case .armenian: .armenian
      case .georgian: .georgian
      case .devanagari, .bengali, .gurmukhi, .gujarati, .oriya, .tamil, .telugu, .kannada,
        .malayalam:
        .indic
      case .thai: .thai
      case .arabic: .arabic
      case .kana: .kana
      case .hangul: .hangul
      case .hebrew: .hebrew
      case .han: .han
      case .latin, .tibetan, .mongolian, .other: .latin
      }
  }

  /// Scripts that leave short vowels out.
  var isAbjad: Bool { self == .arabic || self == .hebrew }
  /// Scripts of syllables, which part a group of consonants by vowels or leave some of it out.
  var isSyllabic: Bool { self == .kana || self == .hangul || self == .han }

  /// What it costs to hear one sound for another: nothing to 10, the cost of a wrong consonant.
  func costs() -> [[Int]] {
    let count = Sound.allCases.count
    var costs = [[Int]](repeating: [Int](repeating: Self.wrong, count: count), count: count)
    for sound in 0..<count { costs[sound][sound] = 0 }
    for (first, second, cost) in Self.common + own {
      costs[Int(first.rawValue)][Int(second.rawValue)] = cost
      costs[Int(second.rawValue)][Int(first.rawValue)] = cost
    }
    return costs
  }

  static let wrong = 12

  private static let common: [(Sound, Sound, Int)] = [
    (.p, .b, 4), (.t, .d, 4), (.k, .g, 4), (.s, .z, 3), (.sh, .zh, 3), (.ch, .dzh, 4), (.f, .v, 3),
    (.b, .v, 5), (.v, .w, 1), (.b, .w, 7), (.p, .f, 5), (.f, .w, 6), (.f, .h, 7), (.m, .n, 6),
    (.l, .r, 6), (.s, .sh, 3), (.z, .zh, 3), (.sh, .ch, 3), (.zh, .dzh, 1), (.s, .ts, 3),
    (.z, .ts, 3), (.ts, .ch, 3), (.dzh, .z, 3), (.th, .t, 1), (.th, .s, 3), (.th, .d, 2),
    (.th, .f, 6), (.th, .z, 4), (.k, .kh, 3), (.kh, .h, 1), (.g, .kh, 5), (.g, .h, 5), (.k, .h, 7),
    (.g, .dzh, 5), (.g, .zh, 6), (.j, .dzh, 4), (.j, .zh, 5), (.k, .ch, 6), (.t, .ch, 5),
    (.t, .ts, 4), (.d, .dzh, 5), (.d, .z, 6), (.s, .ch, 6), (.s, .zh, 5), (.sh, .dzh, 6),
    (.sh, .kh, 7), (.z, .sh, 5), (.ts, .dzh, 5), (.ts, .sh, 5), (.zh, .ch, 5),
    (.j, .i, 0), (.j, .e, 2), (.w, .u, 0), (.w, .o, 1), (.v, .u, 3), (.v, .o, 5),
    (.a, .e, 2), (.a, .o, 2), (.a, .i, 4), (.a, .u, 4), (.e, .i, 1), (.e, .o, 3), (.e, .u, 3),
    (.i, .o, 4), (.i, .u, 3), (.o, .u, 1),
  ]

  private var own: [(Sound, Sound, Int)] {
    switch self {
    case .latin: []
    case .cyrillic:
      [
        (.g, .h, 1), (.kh, .h, 0), (.v, .w, 0), (.th, .t, 0), (.th, .f, 2), (.s, .sh, 2),
        (.t, .ch, 3), (.zh, .r, 4), (.zh, .dzh, 0), (.v, .f, 2), (.k, .kh, 3),
      ]
    case .greek:
      [(.v, .w, 0), (.b, .v, 2), (.s, .sh, 1), (.s, .ch, 4), (.z, .dzh, 2), (.d, .th, 0)]
    case .armenian, .georgian:
      [
        (.p, .b, 3), (.t, .d, 3), (.k, .g, 3), (.ch, .dzh, 3), (.v, .w, 0), (.th, .t, 0),
        (.kh, .h, 1), (.ts, .z, 2), (.p, .f, 2), (.ts, .dzh, 3),
      ]
    case .indic:
      [
        (.b, .v, 1), (.v, .w, 0), (.b, .w, 2), (.th, .t, 0), (.s, .sh, 1), (.z, .dzh, 1),
        (.th, .d, 2), (.p, .f, 2), (.ch, .s, 5), (.e, .a, 1), (.zh, .dzh, 0), (.v, .u, 2),
      ]
    case .thai:
      [
        (.k, .g, 1), (.p, .b, 1), (.t, .d, 1), (.ch, .dzh, 1), (.l, .r, 1), (.th, .t, 0),
        (.s, .sh, 1), (.v, .w, 0), (.s, .z, 0), (.s, .th, 2), (.t, .s, 4), (.l, .n, 3),
        (.r, .n, 3), (.sh, .ch, 1), (.f, .v, 2),
      ]
    case .arabic:
      [
        (.p, .b, 0), (.f, .v, 0), (.b, .v, 2), (.v, .w, 0), (.k, .g, 2), (.th, .t, 1), (.th, .s, 1),
        (.th, .z, 2), (.s, .ts, 1), (.z, .ts, 2), (.sh, .ch, 1), (.sh, .s, 3), (.kh, .h, 1),
        (.kh, .k, 3), (.d, .z, 4), (.s, .z, 2), (.zh, .dzh, 0), (.a, .e, 0), (.e, .i, 0),
        (.g, .dzh, 1), (.t, .d, 3), (.kh, .g, 4), (.kh, .r, 6), (.sh, .zh, 2), (.j, .dzh, 4),
      ]
    case .hebrew:
      [
        (.b, .v, 1), (.v, .w, 0), (.th, .t, 0), (.s, .sh, 2), (.s, .ts, 2), (.s, .z, 2),
        (.p, .f, 1), (.kh, .h, 0), (.a, .e, 0), (.e, .i, 0), (.zh, .dzh, 0), (.kh, .k, 1),
      ]
    case .kana:
      [
        (.l, .r, 0), (.b, .v, 0), (.s, .th, 0), (.z, .th, 1), (.s, .sh, 1), (.ch, .t, 2),
        (.ch, .ts, 1), (.dzh, .z, 1), (.dzh, .d, 3), (.zh, .dzh, 0), (.zh, .sh, 3), (.ts, .t, 2),
        (.ts, .z, 1), (.ts, .s, 2), (.f, .h, 1), (.kh, .h, 0), (.f, .kh, 2), (.v, .w, 1),
        (.n, .m, 2), (.a, .e, 1), (.a, .u, 2), (.a, .o, 1), (.s, .z, 2), (.b, .p, 4), (.v, .u, 2),
        (.v, .f, 2), (.d, .th, 1), (.k, .kh, 3), (.b, .w, 5), (.sh, .ch, 3),
      ]
    case .hangul:
      [
        (.l, .r, 0), (.p, .f, 0), (.b, .v, 0), (.p, .v, 1), (.z, .dzh, 0), (.s, .sh, 1),
        (.s, .th, 1), (.k, .g, 2), (.t, .d, 2), (.p, .b, 2), (.ch, .dzh, 2), (.ch, .ts, 0),
        (.zh, .dzh, 0), (.s, .z, 1), (.d, .th, 2), (.h, .kh, 0), (.f, .h, 3), (.a, .e, 1),
        (.ch, .t, 3), (.t, .s, 4), (.b, .f, 2), (.n, .m, 4), (.a, .o, 1), (.a, .u, 2),
        (.sh, .ch, 3), (.v, .u, 2), (.v, .w, 1), (.b, .w, 4), (.k, .kh, 2),
      ]
    case .han:
      [
        (.l, .r, 0), (.p, .b, 1), (.t, .d, 1), (.k, .g, 1), (.s, .z, 1), (.f, .v, 1), (.b, .v, 3),
        (.v, .w, 0), (.h, .kh, 0), (.f, .h, 4), (.s, .sh, 1), (.s, .th, 1), (.s, .ts, 1),
        (.sh, .ch, 2), (.ch, .dzh, 1), (.sh, .zh, 1), (.zh, .dzh, 0), (.ts, .ch, 2), (.n, .m, 3),
        (.th, .t, 0), (.f, .p, 4), (.k, .kh, 2), (.t, .ch, 4), (.d, .dzh, 3), (.z, .zh, 2),
        (.a, .e, 1), (.a, .o, 1), (.a, .u, 2), (.a, .i, 3), (.e, .o, 2), (.e, .u, 2), (.i, .u, 2),
        (.z, .ts, 0), (.g, .h, 4), (.b, .f, 4), (.z, .dzh, 2), (.n, .l, 6), (.v, .u, 1),
      ]
    }
  }
}
