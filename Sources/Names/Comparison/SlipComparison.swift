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
    guard left.numbers == right.numbers, mayBeOne else { return nil }
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

  /// Whether the letters, in any order, are so nearly the same that the names may be: most names are
  /// told apart by this. A name that is turned round has the same letters.
  private var mayBeOne: Bool {
    var letters = InlineArray<32, Int>(repeating: 0)
    var (first, second) = (0, 0)
    for byte in left.folded.utf8 where byte != UInt8(ascii: " ") {
      letters[Int(byte & 31)] += 1
      first += 1
    }
    for byte in right.folded.utf8 where byte != UInt8(ascii: " ") {
      letters[Int(byte & 31)] -= 1
      second += 1
    }
    var differing = 0
    for index in letters.indices { differing += abs(letters[index]) }
    return Self.mayBeOne(first, second, differing: differing)
  }

  /// The same for so many letters, of which at least so many have no partner in the other name.
  static func mayBeOne(_ first: Int, _ second: Int, differing: Int) -> Bool {
    guard min(first, second) >= leastLetters else { return false }
    // Folded in another order, a letter may come out as another.
    let limit = mostEdits(among: max(first, second)) + 1
    return abs(first - second) <= limit && differing <= 2 * limit
  }

  private static let leastLetters = 6

  /// So many letters of a name may differ at most.
  private static func mostEdits(among letters: Int) -> Int { min(3, max(1, letters / 10)) }

  private func reason(_ first: String, _ second: String) -> String? {
    let longer = max(first.utf8.count, second.utf8.count)
    guard min(first.utf8.count, second.utf8.count) >= Self.leastLetters else { return nil }
    if first == second { return "the same letters, with other blanks or another order" }
    guard longer >= 8,
      let distance = Spelling.distance(first, second, limit: Self.mostEdits(among: longer))
    else { return nil }
    // A word of three letters is another word where two of them differ, however long the rest.
    let differing = max(letters(differing.left), letters(differing.right))
    guard distance <= max(1, differing / 4), !isAnotherSyllable, differsByNoMeaning else {
      return nil
    }
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
