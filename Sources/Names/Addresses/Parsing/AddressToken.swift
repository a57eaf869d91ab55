/// A word, number, Han character or sign of a written address.
struct AddressToken: Sendable {
  enum Kind: Sendable {
    case word
    /// Begins with a digit: `12`, `2-16`, `13e`, `3rd`.
    case number
    /// Letters, then digits: `b-807`, `bn13`.
    case code
    case han
    /// `#`
    case sign
  }

  /// Folded; what joins the parts of a number stays: `2-16`, `109/4`.
  let text: String
  let kind: Kind
  /// The folded Han character, or 0.
  let character: UInt32
  /// Offsets into the Unicode scalars of the text.
  let start: Int
  let end: Int
  /// Counts the parts between commas, brackets and line breaks.
  let segment: Int
  /// Whether a full stop follows, as in `Str.`.
  var isDotted = false

  var hasDigit: Bool { kind == .number || kind == .code }
  var isLetter: Bool { kind == .word && text.utf8.count == 1 }

  /// `1st`, `22nd`
  var isOrdinal: Bool {
    kind == .number && ["st", "nd", "rd", "th"].contains { text.hasSuffix($0) }
  }

  /// The floor that `16/f`, `13f`, `21fl` tell.
  var floor: String? {
    guard kind == .number else { return text == "g/f" || text == "gf" ? "g" : nil }
    let digits = text.utf8.prefix { 0x30...0x39 ~= $0 }
    var rest = text.utf8.dropFirst(digits.count)
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    let mark = String(Substring(rest))
    return ["f", "fl", "flr", "floor", "层", "楼"].contains(mark)
      ? String(Substring(digits)) : nil
  }
}
