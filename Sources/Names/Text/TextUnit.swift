/// The smallest piece of a folded text that phrases are made of: a word, one Han character or a
/// number.
struct TextUnit: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case word(Script)
    case han
    case number
  }

  /// Folded: lower case, without marks, Han characters simplified, numbers in decimal.
  let text: String
  let kind: Kind
  /// Offsets into the scalars of the original text.
  let start: Int
  let end: Int
  /// Whether a comma, bracket, line break or the like stands between this unit and the one before.
  let breakBefore: Bool
  /// What phrases of the lexicon are made of; `Symbols.unknown` for a word that no phrase holds.
  var symbol: UInt32

  var isHan: Bool { kind == .han }
  var isNumber: Bool { kind == .number }
}
