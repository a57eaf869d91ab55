/// Whether a stored name can reach the threshold, told by the weights of its words alone.
///
/// Of two names whose words are parted by spaces each word on either side that finds no partner counts as a
/// contradiction, which weighs three times what agrees; so most names that share two words with a
/// query need not be compared. Whatever may still bring words together (an initial, a word cut off,
/// words written together) is taken to do so.
struct PersonBound {
  private let query: PersonQuery
  private let shared: UInt16
  /// Weights of the query's words that share nothing, and their indices.
  private var loose = InlineArray<14, Int>(repeating: 0)
  private var looseCount = 0
  /// What the shared words weigh.
  private var agreed = 0

  /// - Parameter shared: One bit for each slot of the query that the stored name may hold.
  init(_ query: PersonQuery, sharing shared: UInt16) {
    self.query = query
    self.shared = shared
    for slot in query.slots.indices {
      let index = query.slots[slot].lowerBound
      if shared & 1 << UInt16(slot) != 0 || query.form.words[index].mayShareNothing {
        agreed += (query.form.words[index].weight + 70) / 2
      } else {
        loose[looseCount] = index
        looseCount += 1
      }
    }
  }

  func mayReach(
    _ threshold: Int, _ words: Span<PersonWord>, _ letters: Span<UInt8>, initials: Int
  ) -> Bool {
    guard !query.mayHoldSeveral, !query.isKorean,
      !words.indices.contains(where: { words[$0].mayHoldSeveral })
    else { return true }
    // What the query has beyond the other name is an omission and costs little.
    guard looseCount > initials else { return true }
    var weights = InlineArray<16, Int>(repeating: 0)
    var count = 0
    for index in words.indices
    where !words[index].isReading && !words[index].flags.contains(.isParticle)
      && words[index].length > 1
    {
      guard count < 16 else { return true }
      weights[count] = words[index].weight
      count += 1
    }
    let unmet = count - (query.slots.count - looseCount) - query.initials
    guard unmet > 0 else { return true }
    if mayMeet(words, letters, cuts: true) { return true }
    var lost = (left: 0, right: 0)
    // An initial stands for the heaviest word, and what found its partner was the heaviest, too.
    var left = InlineArray<16, Int>(repeating: 0)
    for place in 0..<looseCount { left[place] = query.form.words[loose[place]].weight }
    lost.left = Self.lightest(&left, count: looseCount, taking: looseCount - initials)
    lost.right = Self.lightest(&weights, count: count, taking: unmet)
    let most = agreed + 12 * (initials + query.initials)
    return 100 * most >= threshold * (most + 3 * min(lost.left, lost.right))
  }

  /// Whether words may sound alike, one of which is written as two: what ends the first may begin
  /// the second.
  private static func mayBeHeard(
    _ left: SoundOutline, _ right: SoundOutline, letters: Int
  ) -> Bool {
    left.distance(to: right) <= letters / 6 + 1
  }

  /// The sum of the smallest of so many numbers.
  private static func lightest(
    _ numbers: inout InlineArray<16, Int>, count: Int, taking: Int
  ) -> Int {
    var sum = 0
    for place in 0..<taking {
      var least = place
      for index in place..<count where numbers[index] < numbers[least] { least = index }
      (numbers[place], numbers[least]) = (numbers[least], numbers[place])
      sum += numbers[place]
    }
    return sum
  }

  /// Whether a word that shares nothing may be cut off, or be written as two or with another.
  ///
  /// - Parameter cuts: Without it, words that are cut off are not looked for.
  func mayMeet(_ words: Span<PersonWord>, _ letters: Span<UInt8>, cuts: Bool) -> Bool {
    let (own, pool) = (query.form.words, query.form.pool)
    for place in 0..<looseCount {
      let word = own[loose[place]]
      let (start, length) = (Int(word.start), Int(word.length))
      // With the next word that shares nothing, if both are one in the other name.
      let pair = place + 1 < looseCount ? length + Int(own[loose[place + 1]].length) : 0
      var before: PersonWord?
      for index in words.indices
      where !words[index].isReading && !words[index].flags.contains(.isParticle) {
        let other = words[index]
        if other.script != word.script {
          let (one, two) = (Int(other.length), before.map { Int($0.length) } ?? 0)
          // Other scripts write other sounds, so that lengths tell little, and consonants more.
          if pair > 0, 2 * pair <= 3 * one, 2 * one <= 3 * pair,
            Self.mayBeHeard(
              SoundOutline(joining: word.outline, own[loose[place + 1]].outline), other.outline,
              letters: max(pair, one))
          {
            return true
          }
          if let before, 2 * length <= 3 * (one + two), 2 * (one + two) <= 3 * length,
            Self.mayBeHeard(
              word.outline, SoundOutline(joining: before.outline, other.outline),
              letters: max(length, one + two))
          {
            return true
          }
        } else if letters[Int(other.start)] == pool[start] {
          if pair > 0, abs(pair - Int(other.length)) <= 3 { return true }
          let mayBeCut = cuts && (word.flags.contains(.isLast) || other.flags.contains(.isLast))
          if mayBeCut, other.length > 1, letters[Int(other.start) + 1] == pool[start + 1] {
            return true
          }
        }
        if let before, before.script == word.script, letters[Int(before.start)] == pool[start],
          abs(Int(before.length) + Int(other.length) - length) <= 3
        {
          return true
        }
        before = other
      }
    }
    return false
  }
}
