/// A name that is looked for: the words by which it is found.
///
/// Held by reference: each bound of a candidate holds it.
final class PersonQuery {
  /// Further words are not looked for.
  static let mostSlots = 14

  let form: PersonForm
  /// For each word by which names are found the indices of its readings, the word itself first.
  let slots: [Range<Int>]
  /// What each of those words weighs.
  let weights: [Int]
  /// What they weigh together.
  let weight: Int
  /// For each set of the first words, one bit a word, what they weigh together.
  private let weightsOfSets: [Int]
  /// In other scripts than Latin each two neighbours as one word: `hmd allh` is Hamdullah.
  let pairs: PersonForm
  let isLatin: Bool
  let isKorean: Bool
  let initials: Int
  let mayHoldSeveral: Bool
  /// Whether a name must share two words with it, so that words are measured only where they stand
  /// beside another one of the query. Where names have no spaces, one word may be all of them.
  let needsTwo: Bool

  /// Of more words each is added by itself.
  private static let mostInSets = 6

  /// What some of the words weigh together, one bit for each.
  @inline(__always)
  func weight(of words: UInt16) -> Int {
    var weight = weightsOfSets[Int(words) & (weightsOfSets.count - 1)]
    guard weights.count > Self.mostInSets else { return weight }
    for slot in Self.mostInSets..<weights.count where words & 1 << UInt16(slot) != 0 {
      weight += weights[slot]
    }
    return weight
  }

  init(_ form: PersonForm) {
    self.form = form
    var slots: [Range<Int>] = []
    var isSkipped = true
    for (index, word) in form.words.enumerated() where !word.flags.contains(.isParticle) {
      if !word.isReading {
        isSkipped = word.length < 2 || slots.count >= Self.mostSlots
        if !isSkipped { slots.append(index..<index + 1) }
      } else if !isSkipped, let last = slots.last {
        slots[slots.count - 1] = last.lowerBound..<index + 1
      }
    }
    self.slots = slots
    let weights = slots.map { form.words[$0.lowerBound].weight }
    weightsOfSets = weights.prefix(Self.mostInSets).reduce(into: [0]) { sets, weight in
      sets += sets.map { $0 + weight }
    }
    self.weights = weights
    weight = weights.reduce(0, +)
    pairs =
      slots.count <= PersonKeys.mostJoined
      ? PersonForm(joining: form, slots.map(\.lowerBound)) : PersonForm()
    mayHoldSeveral = form.words.contains(where: \.mayHoldSeveral)
    isLatin = form.words.allSatisfy { $0.script == Script.latin.number }
    isKorean = form.words.contains { $0.script == Script.hangul.number }
    initials = form.words.count { $0.length < 2 && !$0.flags.contains(.isParticle) }
    needsTwo =
      slots.count > 1 && !isKorean && !mayHoldSeveral && (isLatin || initials == 0)
  }
}
