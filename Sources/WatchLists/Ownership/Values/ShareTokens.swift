import Formats

/// The numbers, comparisons and joints of a written share; fails at anything else.
struct ShareTokens {
  enum Comparison: Sendable, Hashable {
    case above, atLeast, below, atMost

    var isUpper: Bool { self == .below || self == .atMost }
  }

  enum Token: Sendable {
    /// Millionths; two where more than six places were written.
    case number((low: Int64, high: Int64))
    case comparison(Comparison)
    /// Between two bounds.
    case range
    case plus
  }

  private(set) var tokens: [Token] = []

  init?(_ text: String) {
    var word = ""
    var words: [String] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", ".", ",":
        if let last = word.unicodeScalars.last, !ShareTokens.isNumeric(last) {
          ShareTokens.end(&word, &words)
        }
        word.unicodeScalars.append(scalar)
      case "a"..."z", "A"..."Z":
        if let last = word.unicodeScalars.last, ShareTokens.isNumeric(last) {
          ShareTokens.end(&word, &words)
        }
        word.unicodeScalars.append(scalar)
      case " ", "\t", "\u{A0}", "\u{202F}": ShareTokens.end(&word, &words)
      case "=" where words.last == ">" && word.isEmpty: words[words.count - 1] = "≥"
      case "=" where words.last == "<" && word.isEmpty: words[words.count - 1] = "≤"
      case "-", "–", "—", "‐", "‑", "−":
        ShareTokens.end(&word, &words)
        words.append("-")
      case "%", "％", ">", "<", "≥", "≤", "+", "(", ")":
        ShareTokens.end(&word, &words)
        words.append(String(scalar))
      default: return nil
      }
    }
    ShareTokens.end(&word, &words)
    var index = 0
    while index < words.count {
      guard let (token, length) = ShareTokens.token(words[index...]) else { return nil }
      if let token { tokens.append(token) }
      index += length
    }
  }

  private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "." || scalar == ","
  }

  private static func end(_ word: inout String, _ words: inout [String]) {
    if !word.isEmpty { words.append(word.lowercased()) }
    word = ""
  }

  private static let phrases: [(words: [String], token: Token?)] = [
    (["not", "more", "than"], .comparison(.atMost)),
    (["no", "more", "than"], .comparison(.atMost)),
    (["not", "less", "than"], .comparison(.atLeast)),
    (["more", "than"], .comparison(.above)), (["greater", "than"], .comparison(.above)),
    (["less", "than"], .comparison(.below)), (["at", "least"], .comparison(.atLeast)),
    (["at", "most"], .comparison(.atMost)), (["up", "to"], .comparison(.atMost)),
    (["over"], .comparison(.above)), (["above"], .comparison(.above)),
    (["under"], .comparison(.below)), (["below"], .comparison(.below)),
    ([">"], .comparison(.above)), (["≥"], .comparison(.atLeast)), (["<"], .comparison(.below)),
    (["≤"], .comparison(.atMost)), (["-"], .range), (["to"], .range), (["and"], .range),
    (["but"], .range), (["bis"], .range), (["+"], .plus), (["plus"], .plus), (["one"], one),
    (["or", "more"], .plus), (["between"], nil), (["exactly"], nil), (["%"], nil), (["％"], nil),
    (["percent"], nil), (["per", "cent"], nil), (["pct"], nil), (["share"], nil),
    (["shares"], nil), (["("], nil), ([")"], nil),
  ]

  private static let one = Token.number((1_000_000, 1_000_000))

  private static func token(_ words: ArraySlice<String>) -> (token: Token?, length: Int)? {
    for phrase in phrases where words.starts(with: phrase.words) {
      return (phrase.token, phrase.words.count)
    }
    guard let number = words.first.flatMap(ShareTokens.number) else { return nil }
    return (.number(number), 1)
  }

  /// A point, or a lone comma as much of Europe writes it; what exceeds six places lies between
  /// two millionths.
  private static func number(_ text: String) -> (low: Int64, high: Int64)? {
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
    let marks = text.utf8.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard let whole = parts.first, whole.utf8.count <= 9, marks == parts.count - 1, marks <= 1
    else { return nil }
    guard parts.count == 2 else { return Decimal(whole).map { ($0.millionths, $0.millionths) } }
    let places = parts[1]
    let kept = places.prefix(6)
    guard places.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Decimal("\(whole).\(kept)")
    else { return nil }
    let isCut = places.dropFirst(6).contains { $0 != "0" }
    return (number.millionths, number.millionths + (isCut ? 1 : 0))
  }
}
