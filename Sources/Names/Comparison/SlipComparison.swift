/// Whether two names of bodies are the same letters but for a slip of the pen: a letter too many, a
/// blank at the wrong place, words before a comma that belong behind it.
///
/// A word that is another word of known meaning is no slip: `Railway` and `Railroad` are two.
struct SlipComparison {
  let knowledge: NameKnowledge
  let left: ParsedName
  let right: ParsedName

  /// What the slip is, or nil where the names differ in more.
  var reason: String? {
    guard left.numbers == right.numbers else { return nil }
    let (first, second) = (Self.letters(left.folded), Self.letters(right.folded))
    if let reason = reason(first, second) { return reason }
    if let turned = Self.turned(left.original),
      let reason = reason(Self.letters(knowledge.fold(turned)), second)
    {
      return reason
    }
    return Self.turned(right.original).flatMap {
      reason(first, Self.letters(knowledge.fold($0)))
    }
  }

  private func reason(_ first: String, _ second: String) -> String? {
    let longer = max(first.utf8.count, second.utf8.count)
    guard min(first.utf8.count, second.utf8.count) >= 6 else { return nil }
    if first == second { return "the same letters, with other blanks or another order" }
    guard !isAnotherSyllable else { return nil }
    // A word of three letters is another word where two of them differ, however long the rest.
    let differing = max(letters(differing.left), letters(differing.right))
    let limit = min(3, max(1, min(longer / 10, differing / 4)))
    guard abs(first.utf8.count - second.utf8.count) <= limit, longer >= 8,
      let distance = Spelling.distance(first, second, limit: limit), differsByNoMeaning
    else { return nil }
    return "\(distance == 1 ? "one letter differs" : "\(distance) letters differ")"
  }

  /// In names of bodies in China another letter is another syllable, unless it is the name of the
  /// country itself that has the slip.
  private var isAnotherSyllable: Bool {
    let only = differing
    return (left.heads + right.heads).contains { place in
      guard place.code.hasPrefix("CN") else { return false }
      let text = place.text.lowercased()
      return place.code != "CN" || !only.left.contains(text[...]) && !only.right.contains(text[...])
    }
  }

  /// The words that only one name has.
  private var differing: (left: Set<Substring>, right: Set<Substring>) {
    let words = (
      Set(left.folded.split(separator: " ")), Set(right.folded.split(separator: " "))
    )
    return (words.0.subtracting(words.1), words.1.subtracting(words.0))
  }

  private func letters(_ words: Set<Substring>) -> Int { words.reduce(0) { $0 + $1.utf8.count } }

  /// Whether among the words that only one name has there is one without a known meaning.
  private var differsByNoMeaning: Bool {
    differing.left.contains { !isKnown($0) } || differing.right.contains { !isKnown($0) }
  }

  private func isKnown(_ word: Substring) -> Bool {
    let parsed = knowledge.parse(String(word))
    return !parsed.mentions.isEmpty || !parsed.functions.isEmpty
      || parsed.tokens.contains { !$0.isDistinctive }
  }

  private static func letters(_ folded: String) -> String {
    String(decoding: folded.utf8.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
  }

  /// `Radio NN, Limited` turned round: what stands behind the last comma comes first.
  private static func turned(_ name: String) -> String? {
    guard let comma = name.utf8.lastIndex(of: UInt8(ascii: ",")) else { return nil }
    let end = name.utf8.index(after: comma)
    let (head, tail) = (name[..<comma], name[end...])
    return tail.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? nil : "\(tail) \(head)"
  }
}
