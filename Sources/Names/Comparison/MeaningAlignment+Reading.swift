/// Words without a meaning of their own meet by their reading and spelling.
extension MeaningAlignment {
  /// 天耀伟业 is one word and `Tianyao Weiye` two.
  mutating func pairJoined() {
    guard !left.rest.isEmpty, !right.rest.isEmpty else { return }
    let others = Run.all(of: right.rest)
    for run in Run.all(of: left.rest) {
      for other in others where run.tokens.count + other.tokens.count > 2 {
        guard run.mayBe(other) else { continue }
        let (first, second) = (Array(left.rest[run.tokens]), Array(right.rest[other.tokens]))
        guard Self.joinEqually(first, second) else { continue }
        record(first, second)
        pairJoined()
        return
      }
    }
  }

  /// Tokens that stand next to each other.
  private struct Run {
    let tokens: Range<Int>
    /// How many letters they are together.
    let letters: Int
    let hasOwn: Bool
    /// Whether it is one token that may be read otherwise.
    let hasReadings: Bool

    /// The longest first.
    static func all(of tokens: [NameToken]) -> [Run] {
      var found: [Run] = []
      for length in stride(from: min(5, tokens.count), through: 1, by: -1) {
        for start in 0...(tokens.count - length) {
          let run = start..<start + length
          let isClose = run.dropLast().allSatisfy {
            tokens[$0 + 1].units.lowerBound - tokens[$0].units.upperBound <= 1
          }
          guard isClose else { continue }
          found.append(
            Run(
              tokens: run, letters: run.reduce(0) { $0 + tokens[$1].word.length },
              hasOwn: run.contains { tokens[$0].kind == nil },
              hasReadings: length == 1 && !tokens[start].readings.isEmpty))
        }
      }
      return found
    }

    /// Whether both may be the same letters, told without reading them.
    func mayBe(_ other: Run) -> Bool {
      guard hasOwn || other.hasOwn, letters >= 4 else { return false }
      return letters == other.letters || hasReadings || other.hasReadings
    }
  }

  private static func joinEqually(_ left: [NameToken], _ right: [NameToken]) -> Bool {
    let joined = (left.map(\.text).joined(), right.map(\.text).joined())
    if joined.0 == joined.1 { return true }
    if left.count == 1, left[0].readings.contains(joined.1) { return true }
    return right.count == 1 && right[0].readings.contains(joined.0)
  }

  /// A word of known meaning that one name writes with a slip of the pen: `componets`.
  mutating func pairMisspelt() {
    let found = pairs.count
    let meanings = tables.meanings
    let syllables = tables.syllables
    pair {
      Self.isMisspelt($0, for: $1, meanings, syllables)
        || Self.isMisspelt($1, for: $0, meanings, syllables)
    }
    if pairs.count > found { doubts.append("the spelling differs") }
  }

  private static func isMisspelt(
    _ token: NameToken, for other: NameToken, _ meanings: Meanings, _ syllables: PinyinSyllables
  ) -> Bool {
    guard token.kind == nil, token.syllables.isEmpty, token.word.length >= 7,
      !other.concepts.isEmpty
    else { return false }
    let isNear = other.concepts.contains { concept in
      meanings.words[Int(concept)].contains { $0.isWithin(1, of: token.word) }
    }
    return isNear && !syllables.isPinyin(token.text)
  }

  mutating func pairApproximately() {
    for token in left.rest where token.kind == nil {
      let own = right.own
      for run in Run.all(of: own) {
        let others = Array(own[run.tokens])
        guard let relation = near(token, others) else { continue }
        record([token], others)
        doubts.append(relation)
        break
      }
    }
    for token in right.rest where token.kind == nil && !token.syllables.isEmpty {
      let own = left.own
      for run in Run.all(of: own) {
        let others = Array(own[run.tokens])
        guard let relation = near(token, others) else { continue }
        record(others, [token])
        doubts.append(relation)
        break
      }
    }
  }

  private func near(_ token: NameToken, _ run: [NameToken]) -> String? {
    if !token.syllables.isEmpty { return relation(of: token, to: run.map(\.text).joined()) }
    guard run.count == 1, let other = run.first else { return nil }
    if !other.syllables.isEmpty { return relation(of: other, to: token.text) }
    return token.word.isNear(other.word) ? "the spelling differs" : nil
  }

  /// How a word in Han characters is that word in letters: by its syllables, or, from three
  /// characters on, as the transcription of a foreign name: 林巴贺 and `Limbach`.
  private func relation(of token: NameToken, to text: String) -> String? {
    if let relation = tables.syllables.relation(of: token.syllables, to: text) { return relation }
    guard token.syllables.count >= 3, text.utf8.count >= 4 else { return nil }
    let (first, second) = (Array(token.text.utf8), Array(text.utf8))
    let likeness = SoundComparison.similarity(
      first.span, .han, second.span, .latin, floor: Self.leastSound)
    guard likeness >= Self.leastSound, !tables.syllables.isPinyin(text) else { return nil }
    return "\(token.shown) may write the sound of \(text)"
  }

  /// Of the words of bodies more is asked than of persons' names.
  private static let leastSound = 78
}
