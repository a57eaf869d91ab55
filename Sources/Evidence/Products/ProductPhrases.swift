/// Phrases by which products are recognised, and where they stand in a text.
///
/// Hyphens, strokes and full-width forms are no difference, nor is a blank beside a Chinese
/// character: `STR 试剂盒` is `STR试剂盒`, and `Y-filer` is `Y filer`.
struct ProductPhrases: Sendable {
  private let phrases: [[Unicode.Scalar]]
  private let texts: [String]
  /// The family that a phrase names.
  private let owners: [String?]
  /// Families whose phrases cover shorter ones of others: a Y-STR kit is no other STR kit.
  private let covering: Set<String>
  private let heads: PhraseHeads

  init(_ written: [String], owners: [String?], covering: Set<String>) {
    phrases = written.map(ProductPhrases.folded)
    texts = written.map { $0.lowercased() }
    self.owners = owners
    self.covering = covering
    heads = PhraseHeads(phrases)
  }

  /// Which phrases stand in a text.
  struct Found {
    /// Where each phrase stands first on its own; those that a longer one covers stand apart.
    fileprivate var places: Set<Int> = []
    fileprivate var covered: Set<Int> = []

    /// Whether it stands there and no longer phrase of another family covers it.
    func holds(_ phrase: Int) -> Bool { places.contains(phrase) }

    /// Whether it stands there at all.
    func stands(_ phrase: Int) -> Bool { places.contains(phrase) || covered.contains(phrase) }
  }

  func found(in written: String) -> Found {
    let text = ProductPhrases.folded(written)
    var spans: [(phrase: Int, range: Range<Int>)] = []
    for start in text.indices {
      for phrase in heads.entries(at: start, of: text) {
        let phrase = Int(phrase)
        if stands(phrases[phrase], in: text, at: start) {
          spans.append((phrase, start..<start + phrases[phrase].count))
        }
      }
    }
    var found = Found()
    for span in spans {
      let isCovered = spans.contains { other in
        guard let owner = owners[other.phrase], owner != owners[span.phrase],
          other.range.lowerBound <= span.range.lowerBound
        else { return false }
        let holds =
          other.range.count > span.range.count && other.range.upperBound >= span.range.upperBound
        // Of Y染色体STR试剂盒 the STR试剂 is no name of its own.
        let opens =
          other.range.lowerBound < span.range.lowerBound
          && other.range.upperBound > span.range.lowerBound
        return owners[span.phrase] == nil ? holds : covering.contains(owner) && (holds || opens)
      }
      if isCovered { found.covered.insert(span.phrase) } else { found.places.insert(span.phrase) }
    }
    return found
  }

  /// The phrases of a range that were found, as they are written.
  func texts(_ found: Found, within range: Range<Int>) -> Set<String> {
    Set(found.places.filter(range.contains).map { texts[$0] })
  }

  /// As whole words; a plural is the same product.
  private func stands(_ phrase: [Unicode.Scalar], in text: [Unicode.Scalar], at start: Int) -> Bool
  {
    let end = start + phrase.count
    guard end <= text.count, text[start..<end].elementsEqual(phrase) else { return false }
    let beginsWord = start == 0 || !isLetter(text[start]) || !isLetter(text[start - 1])
    let isPlural =
      end < text.count && text[end] == "s"
      && (end + 1 == text.count || !isLetter(text[end + 1]))
    let endsWord =
      end == text.count || !isLetter(text[end - 1]) || !isLetter(text[end]) || isPlural
    return beginsWord && endsWord
  }

  /// Letters of scripts that put blanks between words.
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x2E80
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static let separators = Set("-_./\\‐‑‒–—−·•*|".unicodeScalars)

  static func folded(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in Lexicon.folded(text) {
      let current = separators.contains(scalar) ? " " : scalar
      if current == " " {
        if let last = result.last, last != " ", last.value < 0x2E80 { result.append(" ") }
        continue
      }
      if current.value >= 0x2E80, result.last == " " { result.removeLast() }
      result.append(current)
    }
    if result.last == " " { result.removeLast() }
    return result
  }
}
