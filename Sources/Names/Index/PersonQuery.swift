/// A name that is looked for: the words by which it is found.
struct PersonQuery {
  /// Further words are not looked for.
  static let mostSlots = 14

  let form: PersonForm
  /// For each word by which names are found the indices of its readings, the word itself first.
  let slots: [Range<Int>]
  /// What each of those words weighs.
  let weights: [Int]
  /// In other scripts than Latin each two neighbours as one word: `hmd allh` is Hamdullah.
  let pairs: PersonForm
  let isLatin: Bool
  let isKorean: Bool
  let initials: Int
  let mayHoldSeveral: Bool

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
    weights = slots.map { form.words[$0.lowerBound].weight }
    pairs =
      slots.count <= PersonKeys.mostJoined
      ? PersonForm(joining: form, slots.map(\.lowerBound)) : PersonForm()
    mayHoldSeveral = form.words.contains(where: \.mayHoldSeveral)
    isLatin = form.words.allSatisfy { $0.script == Script.latin.number }
    isKorean = form.words.contains { $0.script == Script.hangul.number }
    initials = form.words.count { $0.length < 2 && !$0.flags.contains(.isParticle) }
  }
}
