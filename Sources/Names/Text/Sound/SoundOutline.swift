/// How many consonants of each class a word has: words that differ in several are not heard as one,
/// and are told apart without being laid against each other.
struct SoundOutline: Sendable, Hashable {
  /// For each of six classes in four bits how many consonants belong to it at least.
  var least: UInt32 = 0
  /// And how many at most, where a letter may be heard in another way or not at all.
  var most: UInt32 = 0

  /// - Parameter word: The word in Latin letters, folded.
  init(_ word: Span<UInt8>, script: Script) {
    let family = SoundFamily(script)
    var before: SoundLetter?
    var index = 0
    while index < word.count {
      let step =
        family == .latin
        ? LatinLetters.next(word, at: index) : ForeignLetters.next(word, at: index, of: family)
      index += step.length
      guard let letter = step.letter else { continue }
      defer { before = letter }
      // A letter that is said twice is one.
      if letter == before { continue }
      let group = SoundGroup(
        letter, of: family, before: index < word.count ? word[index] : 0)
      Self.add(group.main, to: &most)
      if group.isAmbiguous {
        Self.add(group.other, to: &most)
      } else {
        Self.add(group.main, to: &least)
      }
      if letter == .latinX { Self.add(.throat, to: &most) }
    }
  }

  /// Of two words written together.
  init(joining first: SoundOutline, _ second: SoundOutline) {
    for place in stride(from: UInt32(0), to: 24, by: 4) {
      least |= min((first.least >> place & 0xF) + (second.least >> place & 0xF), 0xF) << place
      most |= min((first.most >> place & 0xF) + (second.most >> place & 0xF), 0xF) << place
    }
  }

  private static func add(_ group: SoundGroup.Group, to counts: inout UInt32) {
    guard group != .silent else { return }
    let place = UInt32(group.rawValue - 1) * 4
    if counts >> place & 0xF < 0xF { counts += 1 << place }
  }

  /// How many consonants, at the least, one of two words has more than the other, class by class.
  @inline(__always)
  func distance(to other: SoundOutline) -> Int {
    var distance = 0
    var place: UInt32 = 0
    while place < 24 {
      let (low, high) = (Int(least >> place & 0xF), Int(most >> place & 0xF))
      let (otherLow, otherHigh) = (Int(other.least >> place & 0xF), Int(other.most >> place & 0xF))
      distance += max(0, max(low - otherHigh, otherLow - high))
      place += 4
    }
    return distance
  }
}
