/// Rules out names of bodies by their sketches, all of them for one query.
///
/// What two words are to each other is found once: the same words come back in hundreds of names.
struct BodySieve {
  private struct Slot {
    var key: UInt64 = 0
    var word: UInt32 = 0
    var areNear = false
  }

  private static let size = 1024

  private let query: BodySketch
  private let words: [NameToken]
  private var slots = [Slot](repeating: Slot(), count: BodySieve.size)

  init(_ query: ParsedName) {
    self.query = BodySketch(query)
    words = query.tokens
  }

  /// Whether a name is surely of another body, told by its sketch alone.
  func rulesOut(_ name: borrowing BodySketch) -> Bool {
    guard mayBeRuledOut(name) else { return false }
    var met: (query: UInt16, name: UInt16) = (0, 0)
    let (own, others) = (query.words.span, name.words.span)
    for index in 0..<query.count {
      for place in 0..<name.count where Self.mayMeet(own[index], others[place]) {
        met.query |= 1 << UInt16(index)
        met.name |= 1 << UInt16(place)
      }
    }
    guard isLoose(query, met.query), isLoose(name, met.name) else { return false }
    return !mayBeOneOtherwise(name)
  }

  /// Whether it is, told by the words themselves.
  ///
  /// - Parameter word: The letters of one of the words of the name.
  mutating func rulesOut(_ name: borrowing BodySketch, word: (Int) -> String) -> Bool {
    guard mayBeRuledOut(name) else { return false }
    var met: (query: UInt16, name: UInt16, letters: Int) = (0, 0, 0)
    let others = name.words.span
    for index in 0..<query.count {
      let own = query.words.span[index]
      for place in 0..<name.count where own.isOwn || others[place].isOwn {
        let other = others[place]
        guard Self.mayMeet(own, other), meet(index, own, other, { word(place) }) else { continue }
        met.query |= 1 << UInt16(index)
        met.name |= 1 << UInt16(place)
        met.letters += min(own.length, other.length)
      }
    }
    let loose = (isLoose(query, met.query), isLoose(name, met.name))
    guard loose.0 || loose.1 else { return false }
    if loose.0 != loose.1, met.letters >= TokenAlignment.leastLetters,
      mayCover(query, met.query), mayCover(name, met.name)
    {
      return false
    }
    return !mayBeOneOtherwise(name)
  }

  private func mayBeRuledOut(_ name: borrowing BodySketch) -> Bool {
    guard (query.flags | name.flags) & BodySketch.isOpen == 0,
      query.flags & name.flags & (BodySketch.isNamed | BodySketch.isKnown) == 0,
      query.folded != name.folded,
      query.core != name.core, query.initials != name.folded
    else { return false }
    return query.folded != name.initials
  }

  /// Whether a word of the name's own is not among those that have met.
  private func isLoose(_ name: borrowing BodySketch, _ met: UInt16) -> Bool {
    let words = name.words.span
    for index in 0..<name.count where words[index].isOwn && met & 1 << UInt16(index) == 0 {
      return true
    }
    return false
  }

  /// Whether the words of a name may weigh enough, if all find partners that may.
  private func mayCover(_ name: borrowing BodySketch, _ met: UInt16) -> Bool {
    let words = name.words.span
    var (all, loose) = (0, 0)
    for index in 0..<name.count {
      all += words[index].weight
      if words[index].isOwn, met & 1 << UInt16(index) == 0 { loose += words[index].weight }
    }
    return Double(all - loose) >= (TokenAlignment.leastCoverage - 0.001) * Double(all)
  }

  /// Whether a word of the query is one of the name, by all that `TokenAlignment` looks at.
  private mutating func meet(
    _ index: Int, _ own: BodySketch.Word, _ other: BodySketch.Word, _ word: () -> String
  ) -> Bool {
    guard own.text != other.text, (own.flags | other.flags) & BodySketch.hasReadings == 0 else {
      return true
    }
    let key = UInt64(other.text) << 32 | UInt64(other.odd)
    // Never zero, since a word has letters.
    let rest = UInt32(other.length) << 8 | UInt32(index) << 4 | (other.isSkeleton ? 1 : 0)
    let place = Int(truncatingIfNeeded: ((key ^ UInt64(rest)) &* 0x9E37_79B9_7F4A_7C15) >> 54)
    if slots[place].key == key, slots[place].word == rest { return slots[place].areNear }
    let areNear = TokenAlignment.isNear(
      words[index].word, isSkeleton: own.isSkeleton, ComparedWord(word()),
      isSkeleton: other.isSkeleton)
    slots[place] = Slot(key: key, word: rest, areNear: areNear)
    return areNear
  }

  private static func mayMeet(_ left: BodySketch.Word, _ right: BodySketch.Word) -> Bool {
    if left.text == right.text || (left.flags | right.flags) & BodySketch.hasReadings != 0 {
      return true
    }
    if left.isSkeleton != right.isSkeleton {
      let wrong =
        (left.surely & ~right.maybe).nonzeroBitCount + (right.surely & ~left.maybe).nonzeroBitCount
      // One consonant of one word may be heard as that of another class, as d is where z is written.
      return wrong <= max(1, max(left.length, right.length) / 6)
    }
    // As many edits as `ComparedWord` forgives at most.
    let shorter = min(left.length, right.length)
    let limit = shorter >= 9 ? 3 : shorter >= 5 ? 2 : shorter >= 4 ? 1 : 0
    return abs(left.length - right.length) <= limit
      && (left.odd ^ right.odd).nonzeroBitCount <= 2 * limit
  }

  // MARK: - Names that may be one whatever their words

  private func mayBeOneOtherwise(_ name: borrowing BodySketch) -> Bool {
    if mayBeSlip(name) { return true }
    return mayBeJoined(name)
  }

  private func mayBeSlip(_ name: borrowing BodySketch) -> Bool {
    SlipComparison.mayBeOne(
      query.letters, name.letters, differing: (query.odd ^ name.odd).nonzeroBitCount)
  }

  /// Whether words that find no partner may be the same letters with other spaces.
  ///
  /// Words of known meaning may have met by it: they are tried as left over and as met.
  private func mayBeJoined(_ name: borrowing BodySketch) -> Bool {
    let (words, others) = (query.words.span, name.words.span)
    var rest = (odd: UInt32(0), length: 0)
    var open = InlineArray<8, (odd: UInt32, length: Int)>(repeating: (0, 0))
    var (openCount, met) = (0, UInt32(0))
    for index in 0..<query.count {
      var isMet = false
      for place in 0..<name.count
      where met & 1 << UInt32(place) == 0 && words[index].text == others[place].text {
        met |= 1 << UInt32(place)
        isMet = true
        break
      }
      guard !isMet else { continue }
      if words[index].isOwn {
        rest = (rest.odd ^ words[index].odd, rest.length + words[index].length)
      } else {
        guard openCount < open.count else { return true }
        open[openCount] = (words[index].odd, words[index].length)
        openCount += 1
      }
    }
    for place in 0..<name.count where met & 1 << UInt32(place) == 0 {
      if others[place].isOwn {
        rest = (rest.odd ^ others[place].odd, rest.length - others[place].length)
      } else {
        guard openCount < open.count else { return true }
        open[openCount] = (others[place].odd, -others[place].length)
        openCount += 1
      }
    }
    for choice in 0..<(1 << openCount) {
      var (differing, length) = rest
      for place in 0..<openCount where choice & 1 << place != 0 {
        differing ^= open[place].odd
        length += open[place].length
      }
      if abs(length) <= 2, differing.nonzeroBitCount <= 4 { return true }
    }
    return false
  }
}
