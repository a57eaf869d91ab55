/// Reads the country words of list publishers as ISO 3166-1 alpha-2 codes.
enum PublishedCountry {
  /// Nil for regions and for names that are not known: unknown, not wrong.
  static func code(_ text: String) -> String? {
    var name = text.uppercased()
    if name.hasPrefix("REGION: ") { name = String(name.dropFirst("REGION: ".count)) }
    if let code = CountryWords.codes[name] { return code }
    return CountryWords.isCode(name) ? name : nil
  }

  /// The countries in words such as `Ukrainian, Russian` or `(a) German, (b) Moroccan`; what is not
  /// understood is left out.
  static func codes(in text: String) -> [String] {
    let whole = text.trimmedOfSpace
    if whole.isEmpty { return [] }
    if let code = code(whole) { return [code] }
    var codes: [String] = []
    let separators: Set<Character> = [",", "/", ";", "|"]
    for part in whole.split(whereSeparator: { separators.contains($0) }) {
      for piece in String(part).components(separatedByWord: "and") {
        var words = piece.trimmedOfSpace
        // Enumerations such as `(a) ` or `(1) `.
        if words.hasPrefix("("), let close = words.firstIndex(of: ")") {
          words = String(words[words.index(after: close)...]).trimmedOfSpace
        }
        if let open = words.firstIndex(of: "(") { words = String(words[..<open]).trimmedOfSpace }
        if words.hasSuffix(".") { words = String(words.dropLast()) }
        // Two letters are a code only where they stand alone: `de` is no Germany in a text.
        guard words.utf8.count > 2, let code = code(words), !codes.contains(code) else { continue }
        codes.append(code)
      }
    }
    return codes
  }

  /// Whether the Consolidated Screening List puts this word where a code should stand, as it did on
  /// 2026-07-31.
  static func isConsolidatedWord(_ text: String) -> Bool { consolidatedWords.contains(text) }

  private static let consolidatedWords: Set<String> = [
    "CHINA", "CRIMEA (OCCUPIED)", "HONG KONG", "IRAN", "MACAO", "MACAU", "MAN, ISLE OF",
    "NORTH GAZA", "NORTHERN GAZA", "PEOPLE'S REPUBLIC OF CHINA", "PRC", "RUSSIA",
    "RUSSIAN FEDERATION", "TURKEY", "TURKIYE", "UNITED KINGDOM", "UNITED STATES", "WEST BANK",
  ]
}

extension String {
  /// The parts between a word that stands by itself between spaces.
  fileprivate func components(separatedByWord word: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for piece in split(separator: " ") {
      if piece == word { parts.append([]) } else { parts[parts.count - 1].append(piece) }
    }
    return parts.map { $0.joined(separator: " ") }
  }
}
