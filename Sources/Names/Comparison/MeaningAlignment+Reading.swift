/// Words without a meaning of their own meet by their reading and spelling.
extension MeaningAlignment {
  /// 天耀伟业 is one word and `Tianyao Weiye` two.
  mutating func pairJoined() {
    for joined in Self.sequences(of: left.rest) {
      for other in Self.sequences(of: right.rest)
      where joined.count + other.count > 2 && Self.joinEqually(joined, other) {
        record(joined, other)
        pairJoined()
        return
      }
    }
  }

  /// Runs of tokens that stand next to each other, the longest first.
  private static func sequences(of tokens: [NameToken]) -> [[NameToken]] {
    var found: [[NameToken]] = []
    for length in stride(from: min(5, tokens.count), through: 1, by: -1) {
      for start in 0...(tokens.count - length) {
        let run = Array(tokens[start..<start + length])
        let isClose = zip(run, run.dropFirst()).allSatisfy { first, second in
          second.units.lowerBound - first.units.upperBound <= 1
        }
        if isClose { found.append(run) }
      }
    }
    return found
  }

  private static func joinEqually(_ left: [NameToken], _ right: [NameToken]) -> Bool {
    guard (left + right).contains(where: { $0.kind == nil }) else { return false }
    let joined = (left.map(\.text).joined(), right.map(\.text).joined())
    guard joined.0.utf8.count >= 4 else { return false }
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
      !syllables.isPinyin(token.text)
    else { return false }
    return other.concepts.contains { concept in
      meanings.words[Int(concept)].contains { $0.isWithin(1, of: token.word) }
    }
  }

  mutating func pairApproximately() {
    for token in left.rest where token.kind == nil {
      for run in Self.sequences(of: right.rest.filter { $0.kind == nil }) {
        guard let relation = near([token], run) else { continue }
        record([token], run)
        doubts.append(relation)
        break
      }
    }
    for token in right.rest where token.kind == nil && !token.syllables.isEmpty {
      for run in Self.sequences(of: left.rest.filter { $0.kind == nil }) {
        guard let relation = near([token], run) else { continue }
        record(run, [token])
        doubts.append(relation)
        break
      }
    }
  }

  private func near(_ one: [NameToken], _ run: [NameToken]) -> String? {
    let text = run.map(\.text).joined()
    guard let token = one.first else { return nil }
    if !token.syllables.isEmpty { return relation(of: token, to: text) }
    guard run.count == 1, let other = run.first, other.syllables.isEmpty else {
      return run.first.flatMap { other in
        run.count == 1 && !other.syllables.isEmpty ? relation(of: other, to: token.text) : nil
      }
    }
    return token.word.isNear(other.word) ? "the spelling differs" : nil
  }

  /// How a word in Han characters is that word in letters: by its syllables, or, from three
  /// characters on, as the transcription of a foreign name: 林巴贺 and `Limbach`.
  private func relation(of token: NameToken, to text: String) -> String? {
    if let relation = tables.syllables.relation(of: token.syllables, to: text) { return relation }
    guard token.syllables.count >= 3, text.utf8.count >= 4, !tables.syllables.isPinyin(text) else {
      return nil
    }
    let (first, second) = (Array(token.text.utf8), Array(text.utf8))
    let likeness = SoundComparison.similarity(first.span, .han, second.span, .latin)
    return likeness >= Self.leastSound ? "\(token.shown) may write the sound of \(text)" : nil
  }

  /// Of the words of bodies more is asked than of persons' names.
  private static let leastSound = 78
}
