/// What the pairs of words, and the words without a partner, come to together.
extension PersonMeasure {
  func total(_ left: Span<PersonWord>, _ right: Span<PersonWord>) -> Int {
    var (agreed, compared, lost) = (0, 0, (left: 0, right: 0))
    for pair in pairs {
      let weights = (left[pair.left].weight, right[pair.right].weight)
      var weight = (weights.0 + weights.1) / 2
      var value = pair.likeness
      if pair.ground == .initial {
        // An initial agrees with much and says little.
        weight = 12
        lost.left += max(0, weights.0 - 10) / 3
        lost.right += max(0, weights.1 - 10) / 3
      }
      if pair.ground == .spelling || pair.ground == .form { value = 2 * value - 100 }
      agreed += weight * max(0, value)
      compared += weight
      if pair.likeness < 75 {
        lost.left += weight * (75 - pair.likeness) / 75
        lost.right += weight * (75 - pair.likeness) / 75
      }
    }
    for index in looseLeft { lost.left += Self.looseWeight(left[index]) }
    for index in looseRight { lost.right += Self.looseWeight(right[index]) }
    guard compared > 0 else { return 0 }
    let contradicted = min(lost.left, lost.right)
    let omitted = max(lost.left, lost.right) - contradicted
    // Chinese and Korean names have no middle names that are left out.
    let isWhole = Self.isWhole(left) || Self.isWhole(right)
    let whole =
      compared + 3 * contradicted + (isWhole ? omitted * 3 / 2 : omitted / 4)
    var score = agreed / whole
    // Little evidence is little evidence, however well it agrees.
    let evidence = agreed / 100
    if evidence < 60, omitted + contradicted > 0 { score -= (60 - evidence) / 2 }
    let meeting = Meeting(pairs, left, right)
    // One word of a longer name is the name of many.
    if omitted > 0, meeting.words <= 1 { score -= pairs.count == 1 ? 8 : 4 }
    // So is one word beside another that is only written like it.
    if omitted > 0, meeting.words == 2, meeting.misspelt > 0 { score -= 5 }
    // Any two short words share a sound or two; across scripts both of two must be much alike.
    if meeting.words == 2, meeting.heard == 2, !isWhole, agreed / compared < Self.leastHeard {
      return 0
    }
    if score < NameKnowledge.threshold,
      givesInitials(left, looseLeft, right, looseRight, { $0.left }, { $0.right })
        || givesInitials(right, looseRight, left, looseLeft, { $0.right }, { $0.left })
    {
      return NameKnowledge.threshold
    }
    return max(0, min(100, score))
  }

  /// How alike two words that only sound alike must be where nothing else has met.
  private static let leastHeard = 84

  /// How many words have met, and how.
  private struct Meeting {
    var words = 0
    var misspelt = 0
    var heard = 0

    /// An initial is no word, and `Abdul` is half of one.
    init(_ pairs: [Pair], _ left: Span<PersonWord>, _ right: Span<PersonWord>) {
      var last: Pair?
      for pair in pairs where pair.ground != .initial {
        if pair.ground == .joined {
          // One word against two is one.
          let isSame = last.map { $0.left == pair.left || $0.right == pair.right } ?? false
          last = pair
          if !isSame { words += 1 }
          continue
        }
        let flags = left[pair.left].flags.union(right[pair.right].flags)
        guard !flags.contains(.isHalf) else { continue }
        words += 1
        if pair.ground == .spelling { misspelt += 1 }
        if pair.ground == .sound { heard += 1 }
      }
    }
  }

  /// Whether a name leaves nothing out, as Chinese and Korean ones do.
  static func isWhole(_ words: Span<PersonWord>) -> Bool {
    !words.isEmpty
      && (words[0].script == Script.han.number || words[0].script == Script.hangul.number)
  }

  /// An initial that fits nothing contradicts nearly as a word does.
  private static func looseWeight(_ word: PersonWord) -> Int {
    word.flags.contains(.isInitial) ? 25 : word.weight
  }
}
