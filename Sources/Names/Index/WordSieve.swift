/// Tells, by the cards of words of the list, in which ways they may be alike to one word that is
/// looked for: what it rules out, `WordMeasure` would find below its thresholds.
///
/// Each letter costs at least what the cheapest of the other word's letters would, wherever that
/// stands. Bags of letters rule out more than half of the words that share a key.
struct WordSieve {
  /// Ways in which two words may be alike.
  struct Ways: OptionSet {
    let rawValue: UInt8
    static let spelling = Ways(rawValue: 1)
    static let form = Ways(rawValue: 2)
    static let sound = Ways(rawValue: 4)
    static let vowels = Ways(rawValue: 8)
    static let all = Ways(rawValue: 0xFF)
  }

  private static let vowels: UInt32 = "aeiouy".utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }

  private var word: PersonWord
  private let isOpen: Bool
  private var spelling: BagOfLetters
  private var form: BagOfLetters
  private var sounds: BagOfSounds
  private let floor: Int

  /// - Parameter floor: Words that are less alike are ruled out.
  init(_ word: PersonWord, _ pool: Span<UInt8>, floor: Int) {
    self.word = word
    self.floor = floor
    let (start, end) = (Int(word.start), Int(word.start) + Int(word.length))
    isOpen = word.characters != 0 || word.mayHoldSeveral || word.mayBeCut
    spelling = BagOfLetters(pool.extracting(start..<end))
    form = BagOfLetters(pool.extracting(end..<end + Int(word.formLength)))
    sounds = BagOfSounds(pool.extracting(start..<end), SoundFamily(Script(number: word.script)))
  }

  mutating func ways(_ card: WordCard) -> Ways {
    guard !isOpen, !card.isOpen else { return .all }
    guard word.families.0 == 0 || !card.hasFamily else { return [] }
    let (length, other) = (Int(word.length), card.length)
    let longer = max(length, other)
    let isOfOneScript = word.script == card.script
    let isHeard = !isOfOneScript || Script.isAbjad(word.script)
    let isNear = ConsonantClasses.leastCost(word.classes, card.classes) <= 36 * longer / 10
    if isOfOneScript {
      guard isNear || isHeard else { return [] }
    } else {
      guard word.outline.distance(to: card.outline) <= longer / 6 else { return [] }
    }
    var ways: Ways = []
    if isNear, spelling.mayBeNear(card.letters, other, floor: WordMeasure.spellingFloor(floor)) {
      ways.insert(.spelling)
    }
    if isNear || length != other {
      if !word.isItsForm || !card.isItsForm,
        form.mayBeNear(card.form, card.formLength, floor: WordMeasure.formFloor(floor))
      {
        ways.insert(.form)
      }
      if length != other, (spelling.set ^ card.letters) & ~Self.vowels == 0 {
        ways.insert(.vowels)
      }
    }
    if isHeard, sounds.mayBeHeard(card, floor: floor) { ways.insert(.sound) }
    return ways
  }
}

/// The letters of a word, and what each costs beside the letters of another at the least.
struct BagOfLetters {
  private var letters = InlineArray<40, UInt8>(repeating: 0)
  private var losses = InlineArray<40, UInt8>(repeating: 0)
  private let count: Int
  let set: UInt32
  /// What so many letters cost at the least if they are left without a partner.
  private var least = InlineArray<41, UInt16>(repeating: 0)
  /// What each letter of the alphabet costs beside these.
  private var costs = InlineArray<32, UInt8>(repeating: 0)
  private let reach = SpellingReach.shared.sets

  init(_ word: Span<UInt8>) {
    count = min(word.count, SpellingMeasure.longest)
    let word = word.extracting(0..<count)
    set = WordCard.set(of: word)
    let omission = SpellingCosts.shared.omission
    for index in 0..<count {
      let letter = word[index]
      letters[index] = letter & 31
      losses[index] =
        index > 0 && word[index - 1] == letter
        ? UInt8(SpellingCosts.doubling) : omission[Int(letter & 31)]
    }
    // What is read as one letter leaves another without a partner for less.
    var isSplit = false
    for index in 1..<max(count, 1) {
      let (first, second) = (word[index - 1], word[index])
      isSplit =
        isSplit || SpellingReach.splits.contains { $0.parts == (first, second) }
    }
    let sorted = (0..<count).map { UInt16(losses[$0]) }.sorted()
    for (place, loss) in sorted.enumerated() {
      least[place + 1] = least[place] + min(loss, isSplit ? UInt16(SpellingCosts.split) : loss)
    }
    for letter in 0..<32 {
      costs[letter] = UInt8(Self.cost(letter, in: set, Int(omission[letter]), reach.span))
    }
  }

  /// Whether a word of these letters may be as like as `floor` by spelling.
  @inline(__always)
  func mayBeNear(_ other: UInt32, _ length: Int, floor: Int) -> Bool {
    let (own, length) = (count, min(length, SpellingMeasure.longest))
    guard own > 0, length > 0 else { return false }
    let longer = max(own, length)
    let limit = (100 - floor) * longer / 10
    let most = max(2, longer / 2)
    var missing = other & ~set
    let loose = set & ~other
    guard abs(own - length) * 5 <= limit, missing.nonzeroBitCount <= most,
      loose.nonzeroBitCount <= most
    else { return false }
    if own > length, Int(least[own - length]) > limit { return false }
    var sum = 0
    let costs = costs.span
    while missing != 0 {
      sum += Int(costs[missing.trailingZeroBitCount])
      missing &= missing &- 1
    }
    guard sum <= limit else { return false }
    guard loose != 0 else { return true }
    sum = 0
    let (letters, losses, reach) = (letters.span, losses.span, reach.span)
    for index in 0..<own where loose & (1 &<< UInt32(letters[index])) != 0 {
      sum += Self.cost(Int(letters[index]), in: other, Int(losses[index]), reach)
      if sum > limit { return false }
    }
    return true
  }

  @inline(__always)
  private static func cost(
    _ letter: Int, in set: UInt32, _ loss: Int, _ reach: Span<UInt32>
  ) -> Int {
    let first = letter * SpellingReach.costs
    var cost = 0
    while cost < loss, reach[first + cost] & set == 0 { cost += 1 }
    return cost
  }
}

/// The letters of sound of a word, and what each costs beside those of another at the least.
struct BagOfSounds {
  /// As one script hears it.
  private struct Heard {
    var isKnown = false
    var form = SoundForm()
    var loss = 0
    /// What so many letters cost at the least if they are left without a partner.
    var least = InlineArray<49, UInt16>(repeating: 0)
    /// What each letter of sound costs beside these.
    var costs = InlineArray<64, UInt8>(repeating: 0)
    var set: UInt64 = 0
  }

  private let family: SoundFamily
  private let word: [UInt8]
  private var heard: [Heard] = []

  init(_ word: Span<UInt8>, _ family: SoundFamily) {
    self.family = family
    var letters: [UInt8] = []
    for index in word.indices { letters.append(word[index]) }
    self.word = letters
  }

  /// Whether a word may be heard as this one.
  mutating func mayBeHeard(_ card: WordCard, floor: Int) -> Bool {
    let other = SoundFamily(Script(number: card.script))
    // Their letters are made anew for each comparison.
    guard !other.isSyllabic, other != .latin || family != .latin else { return true }
    let loss = card.loss(SoundHearing(of: family))
    guard loss < WordCard.mostLoss else { return true }
    if heard.isEmpty { heard = [Heard](repeating: Heard(), count: SoundFamily.allCases.count) }
    let place = Int(other.rawValue)
    let deciding = family.rawValue > other.rawValue ? family : other
    let reach = SoundReach.shared.sets(for: deciding)
    if !heard[place].isKnown { heard[place] = hear(other, reach.span) }
    return Self.mayBeHeard(
      heard[place], card, loss, reach.span,
      floor: max(floor, WordMeasure.leastHeard(family == .hangul || other == .hangul)))
  }

  private func hear(_ other: SoundFamily, _ reach: Span<UInt64>) -> Heard {
    var heard = Heard()
    heard.isKnown = true
    heard.form = SoundForm(
      word.span, script: family, comparedWith: SoundHearing(of: other).example)
    for index in 0..<heard.form.count {
      heard.loss += Int(heard.form.losses[index])
      heard.set |= SoundReach.bit(heard.form.letters[index])
    }
    let losses = (0..<heard.form.count).map { UInt16(heard.form.losses[$0]) }.sorted()
    for (place, loss) in losses.enumerated() { heard.least[place + 1] = heard.least[place] + loss }
    for bit in 0..<64 {
      heard.costs[bit] =
        SoundReach.strong & (1 << UInt64(bit)) != 0 ? UInt8(SoundReach.leastLoss) : 1
    }
    for index in 0..<heard.form.count {
      let first = Int(heard.form.letters[index]) * SoundReach.costs
      for cost in 0..<SoundReach.leastLoss {
        var met = reach[first + cost]
        while met != 0 {
          let bit = met.trailingZeroBitCount
          heard.costs[bit] = min(heard.costs[bit], UInt8(cost))
          met &= met &- 1
        }
      }
    }
    return heard
  }

  private static func mayBeHeard(
    _ heard: borrowing Heard, _ card: WordCard, _ loss: Int, _ reach: Span<UInt64>, floor: Int
  ) -> Bool {
    let other = card.sounds
    let weight = 4 + heard.loss + loss
    let limit = max(0, ((101 - floor) * weight - 1) / 200 - 2)
    let surplus = heard.form.count - card.soundLength
    if surplus > 0, Int(heard.least[surplus]) > limit { return false }
    var (sum, missing) = (0, other & ~heard.set)
    let costs = heard.costs.span
    while missing != 0 {
      sum += Int(costs[missing.trailingZeroBitCount])
      missing &= missing &- 1
    }
    guard sum <= limit else { return false }
    sum = 0
    let (letters, losses) = (heard.form.letters.span, heard.form.losses.span)
    for index in 0..<heard.form.count {
      let first = Int(letters[index]) * SoundReach.costs
      let loss = min(Int(losses[index]), SoundReach.costs)
      var cost = 0
      while cost < loss, reach[first + cost] & other == 0 { cost += 1 }
      sum += cost
      if sum > limit { return false }
    }
    return true
  }
}
