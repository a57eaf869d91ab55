/// Marks of voicing that follow a kana as characters of their own: カ and ゛ are ガ.
///
/// Decomposed text has them, and half-width katakana, which have no voiced letters.
enum KanaMarks {
  /// The kana with its mark, or nil where the second is no mark or the first takes none.
  static func joined(_ kana: UInt32, _ mark: UInt32) -> UInt32? {
    let isVoicing = mark == 0x3099 || mark == 0x309B || mark == 0xFF9E
    guard isVoicing || mark == 0x309A || mark == 0x309C || mark == 0xFF9F else { return nil }
    // Hiragana and katakana stand in one order.
    let place = 0x30A1...0x30FA ~= kana ? kana - 0x60 : kana
    switch place {
    case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: return kana + (isVoicing ? 1 : 2)
    case 0x304B, 0x304D, 0x304F, 0x3051, 0x3053, 0x3055, 0x3057, 0x3059, 0x305B, 0x305D, 0x305F,
      0x3061, 0x3064, 0x3066, 0x3068:
      return isVoicing ? kana + 1 : nil
    case 0x3046: return isVoicing ? kana + 0x4E : nil
    default: return nil
    }
  }
}
