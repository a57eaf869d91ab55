/// The words that a memo must not use as verdicts, because a search that found nothing does not
/// make a party, an order or an end use any of them.
public enum MemoWording {
  static let forbidden = ["clear", "cleared", "clean", "safe", "compliant"]

  /// Fixed terms in which such a word is no verdict.
  static let terms = [
    "clean room", "clean rooms", "safe harbour", "safe harbor", "safe custody",
    "compliant mechanism",
  ]

  /// Each forbidden word in `text` with the words around it; hyphenated words are other words.
  public static func violations(in text: String) -> [String] {
    let words = words(of: text)
    return words.indices.compactMap { index in
      guard forbidden.contains(words[index]) else { return nil }
      let next = index + 1 < words.count ? words[index + 1] : ""
      guard !terms.contains(words[index] + " " + next) else { return nil }
      let from = max(0, index - 3)
      return words[from..<min(words.count, index + 4)].joined(separator: " ")
    }
  }

  /// Violations in our own words; what is marked as quotation is exempt.
  public static func violations(in document: MemoDocument) -> [String] {
    document.ownWords.flatMap { violations(in: $0) }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased()
      .split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "'" || $0 == "_") }
      .map(String.init)
  }
}
