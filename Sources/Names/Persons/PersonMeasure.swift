/// Holds two persons' names against each other, in any order of their words.
///
/// Works on numbers and letters in pools, so that the names of a stored list are compared where
/// they lie. Keeps its scratch space: one instance serves any number of comparisons.
struct PersonMeasure {
  /// Further words of a name are passed over.
  private static let mostWords = 14

  /// Two words that were laid against each other.
  struct Pair: Sendable, Hashable {
    enum Ground: Sendable, Hashable {
      case equal, family, form, spelling, sound, initial, cut, vowels, joined
    }

    let left: Int
    let right: Int
    let likeness: Int
    let ground: Ground
  }

  var words = WordMeasure()
  private var cache = LikenessCache()
  private var isCaching = false
  private var likenesses: [UInt8] = Array(repeating: 0, count: 14 * 14)
  private var grounds: [Pair.Ground] = Array(repeating: .equal, count: 14 * 14)
  private var leftStarts: [Int] = []
  private var rightStarts: [Int] = []
  /// The pairs of the last comparison, by first words; the rest found no partner.
  private(set) var pairs: [Pair] = []
  private(set) var looseLeft: [Int] = []
  private(set) var looseRight: [Int] = []

  /// From 0 to 100: how well the names may be one person's.
  ///
  /// `sharing` tells which words of the left name, of those with two letters and more, share a key
  /// with the right one: the others are like none of its words, and are not measured.
  ///
  /// What one name leaves out costs little, what both say differently much. Words that are common
  /// weigh less.
  mutating func score(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>, sharing: UInt16 = .max
  ) -> Int {
    Self.starts(of: left, into: &leftStarts)
    Self.starts(of: right, into: &rightStarts)
    pairs.removeAll(keepingCapacity: true)
    looseLeft.removeAll(keepingCapacity: true)
    looseRight.removeAll(keepingCapacity: true)
    guard !leftStarts.isEmpty, !rightStarts.isEmpty else { return 0 }
    if joinsWhole(left, leftPool, right, rightPool) { return total(left, right) }
    measure(left, leftPool, right, rightPool, sharing)
    align(left, right)
    join(left, leftPool, right, rightPool)
    return total(left, right)
  }

  /// Indices of words that count, without their further readings.
  private static func starts(of words: Span<PersonWord>, into starts: inout [Int]) {
    starts.removeAll(keepingCapacity: true)
    for index in words.indices where starts.count < mostWords {
      if !words[index].isReading, !words[index].flags.contains(.isParticle) { starts.append(index) }
    }
    guard starts.isEmpty else { return }
    // A name of nothing but particles is a name.
    for index in words.indices where starts.count < mostWords && !words[index].isReading {
      starts.append(index)
    }
  }

  /// Fills in how alike each two words are: first which are equal or forms of one name, then of
  /// the others which are near in spelling or sound.
  private mutating func measure(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>, _ sharing: UInt16
  ) {
    var (openRows, openColumns) = (UInt32.max, UInt32.max)
    for row in leftStarts.indices {
      for column in rightStarts.indices {
        let found = best(row, column, left, right) { first, second, _ in
          WordMeasure.equality(left[first], leftPool, right[second], rightPool)
        }
        likenesses[row * Self.mostWords + column] = UInt8(found.likeness)
        grounds[row * Self.mostWords + column] = found.ground
        if found.likeness >= 92 {
          openRows &= ~(1 << UInt32(row))
          openColumns &= ~(1 << UInt32(column))
        }
      }
    }
    var keyed = 0
    for row in leftStarts.indices {
      let word = left[leftStarts[row]]
      let isShared = word.length < 2 || sharing & (UInt16(1) << UInt16(min(keyed, 14))) != 0
      if word.length > 1 { keyed += 1 }
      guard openRows & (1 << UInt32(row)) != 0, isShared || word.flags.contains(.isLast) else {
        continue
      }
      for column in rightStarts.indices where openColumns & (1 << UInt32(column)) != 0 {
        let place = row * Self.mostWords + column
        guard likenesses[place] == 0 else { continue }
        let found = best(row, column, left, right) { first, second, measure in
          measure.remembered(first, left[first], leftPool, right[second], rightPool)
        }
        likenesses[place] = UInt8(found.likeness)
        grounds[place] = found.ground
      }
    }
  }

  /// The best that the readings of two words give.
  @inline(__always)
  private mutating func best(
    _ row: Int, _ column: Int, _ left: Span<PersonWord>, _ right: Span<PersonWord>,
    _ compare: (Int, Int, inout PersonMeasure) -> (likeness: Int, ground: Pair.Ground)
  ) -> (likeness: Int, ground: Pair.Ground) {
    var best = (likeness: 0, ground: Pair.Ground.spelling)
    var first = leftStarts[row]
    repeat {
      var second = rightStarts[column]
      repeat {
        let found = compare(first, second, &self)
        if found.likeness > best.likeness { best = found }
        second += 1
      } while second < right.count && right[second].isReading
      first += 1
    } while first < left.count && left[first].isReading
    return best
  }

  /// Says that the same left name will be held against many others.
  mutating func begin() {
    cache.clear()
    isCaching = true
  }

  private mutating func remembered(
    _ index: Int, _ left: PersonWord, _ leftPool: Span<UInt8>, _ right: PersonWord,
    _ rightPool: Span<UInt8>
  ) -> (likeness: Int, ground: Pair.Ground) {
    guard isCaching, left.characters == 0 || right.characters == 0,
      !left.flags.contains(.isLast) || !right.flags.contains(.isLast)
    else { return words.likeness(left, leftPool, right, rightPool) }
    // Never zero, since a word has letters.
    let key =
      UInt64(right.letters) << 32 | UInt64(right.script) << 24
      | UInt64(right.flags.rawValue) << 16 | UInt64(index & 0xFF) << 8 | UInt64(right.length)
    if let known = cache.find(key) { return known }
    let found = words.likeness(left, leftPool, right, rightPool)
    cache.keep(key, found)
    return found
  }

  /// Pairs words, the most alike first; of equals those that stand first.
  private mutating func align(_ left: Span<PersonWord>, _ right: Span<PersonWord>) {
    var (freeLeft, freeRight) = (
      (UInt32(1) << UInt32(leftStarts.count)) - 1, (UInt32(1) << UInt32(rightStarts.count)) - 1
    )
    while freeLeft != 0, freeRight != 0 {
      var best = (value: 0, row: 0, column: 0)
      for row in leftStarts.indices where freeLeft & (1 << UInt32(row)) != 0 {
        for column in rightStarts.indices where freeRight & (1 << UInt32(column)) != 0 {
          let value = Int(likenesses[row * Self.mostWords + column])
          if value > best.value { best = (value, row, column) }
        }
      }
      guard best.value >= WordMeasure.leastLikeness else { break }
      freeLeft &= ~(1 << UInt32(best.row))
      freeRight &= ~(1 << UInt32(best.column))
      pairs.append(
        Pair(
          left: leftStarts[best.row], right: rightStarts[best.column], likeness: best.value,
          ground: grounds[best.row * Self.mostWords + best.column]))
    }
    for row in leftStarts.indices where freeLeft & (1 << UInt32(row)) != 0 {
      looseLeft.append(leftStarts[row])
    }
    for column in rightStarts.indices where freeRight & (1 << UInt32(column)) != 0 {
      looseRight.append(rightStarts[column])
    }
  }

  /// `AlisherUsmanov`: the same letters in the same order, with other spaces.
  private mutating func joinsWhole(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>
  ) -> Bool {
    guard leftStarts.count != rightStarts.count else { return false }
    func length(_ starts: [Int], _ words: Span<PersonWord>) -> Int {
      starts.reduce(0) { $0 + Int(words[$1].length) }
    }
    let lengths = (length(leftStarts, left), length(rightStarts, right))
    guard abs(lengths.0 - lengths.1) <= 1, min(lengths.0, lengths.1) >= 6 else { return false }
    let first = Self.joined(leftStarts[...], left, leftPool)
    let second = Self.joined(rightStarts[...], right, rightPool)
    let isHan = left[0].characters != 0 || right[0].characters != 0
    let likeness =
      first == second
      ? 98 : isHan ? 0 : self.words.spelling.likeness(first.span, second.span, floor: 90)
    guard likeness > 0 else { return false }
    record(leftStarts, rightStarts, likeness)
    return true
  }

  /// `Quan Guo` is `Quanguo`: what is left is compared without its spaces.
  private mutating func join(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>
  ) {
    guard !looseLeft.isEmpty, !looseRight.isEmpty, looseLeft.count + looseRight.count > 2,
      !pairs.isEmpty || left[0].script != right[0].script
    else { return }
    if Self.areOfOneLength(
      looseLeft[...], left, leftPool, looseRight[...], right, rightPool)
    {
      let first = Self.joined(looseLeft[...], left, leftPool)
      let second = Self.joined(looseRight[...], right, rightPool)
      let whole = joinedLikeness(first, second, left, right)
      if whole >= 78 {
        record(looseLeft, looseRight, whole)
        return
      }
    }
    guard !pairs.isEmpty else { return }
    // One word of one name against neighbours of the other.
    for place in looseRight.indices.dropLast() where looseRight[place + 1] >= looseRight[place] {
      for index in looseLeft.indices {
        guard
          Self.areOfOneLength(
            looseLeft[index...index], left, leftPool, looseRight[place...place + 1], right,
            rightPool)
        else { continue }
        let pieces = Array(looseRight[place...place + 1])
        let value = joinedLikeness(
          Self.joined(looseLeft[index...index], left, leftPool),
          Self.joined(pieces[...], right, rightPool), left, right)
        if value >= 84 {
          record([looseLeft[index]], pieces, value)
          return
        }
      }
    }
    for place in looseLeft.indices.dropLast() {
      for index in looseRight.indices {
        guard
          Self.areOfOneLength(
            looseLeft[place...place + 1], left, leftPool, looseRight[index...index], right,
            rightPool)
        else { continue }
        let pieces = Array(looseLeft[place...place + 1])
        let value = joinedLikeness(
          Self.joined(pieces[...], left, leftPool),
          Self.joined(looseRight[index...index], right, rightPool), left, right)
        if value >= 84 {
          record(pieces, [looseRight[index]], value)
          return
        }
      }
    }
  }

  /// Whether words joined may be one: about as long, or of scripts that write other sounds.
  private static func areOfOneLength(
    _ left: ArraySlice<Int>, _ leftWords: Span<PersonWord>, _ leftPool: Span<UInt8>,
    _ right: ArraySlice<Int>, _ rightWords: Span<PersonWord>, _ rightPool: Span<UInt8>
  ) -> Bool {
    var (first, second) = (0, 0)
    for index in left { first += Int(leftWords[index].length) }
    for index in right { second += Int(rightWords[index].length) }
    let (one, other) = (leftWords[left[left.startIndex]], rightWords[right[right.startIndex]])
    let isOfOneScript = one.script == other.script
    // Joined in the order of the text, they begin alike.
    if isOfOneScript, leftPool[Int(one.start)] != rightPool[Int(other.start)] { return false }
    return isOfOneScript
      ? abs(first - second) <= 3 : 2 * first <= 3 * second && 2 * second <= 3 * first
  }

  private mutating func record(_ left: [Int], _ right: [Int], _ likeness: Int) {
    for index in 0..<max(left.count, right.count) {
      pairs.append(
        Pair(
          left: left[min(index, left.count - 1)], right: right[min(index, right.count - 1)],
          likeness: likeness, ground: .joined))
    }
    looseLeft.removeAll { left.contains($0) }
    looseRight.removeAll { right.contains($0) }
  }

  private mutating func joinedLikeness(
    _ first: [UInt8], _ second: [UInt8], _ left: Span<PersonWord>, _ right: Span<PersonWord>
  ) -> Int {
    guard min(first.count, second.count) >= 4 else { return 0 }
    if first == second { return 98 }
    let (script, other) = (left[0].script, right[0].script)
    let isHan = left[0].characters != 0 || right[0].characters != 0
    // Two or three characters are a foreign name only beside one foreign word.
    guard !isHan || leftStarts.count == 1 || rightStarts.count == 1 else { return 0 }
    let isKorean = script == Script.hangul.number || other == Script.hangul.number
    var best =
      first.count >= 6 && !isHan && !isKorean
      ? words.spelling.likeness(first.span, second.span, floor: 70) : 0
    if script != other {
      let heard = WordMeasure.heard(first.span, script, second.span, other)
      best = max(best, heard >= (isKorean ? 90 : 0) ? heard : 0)
    }
    return best
  }

  private static func joined(
    _ indices: ArraySlice<Int>, _ words: Span<PersonWord>, _ pool: Span<UInt8>
  ) -> [UInt8] {
    var letters: [UInt8] = []
    for index in indices {
      let start = Int(words[index].start)
      for place in start..<start + Int(words[index].length) { letters.append(pool[place]) }
    }
    return letters
  }

  private func total(_ left: Span<PersonWord>, _ right: Span<PersonWord>) -> Int {
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
    let isWhole = Self.isWhole(left[0]) || Self.isWhole(right[0])
    let whole = compared + 3 * contradicted + (isWhole ? omitted : omitted / 4)
    var score = agreed / whole
    // Little evidence is little evidence, however well it agrees.
    let evidence = agreed / 100
    if evidence < 60, omitted + contradicted > 0 { score -= (60 - evidence) / 2 }
    // One word of a longer name is the name of many.
    if pairs.count == 1, omitted > 0 { score -= 8 }
    return max(0, min(100, score))
  }

  private static func isWhole(_ word: PersonWord) -> Bool {
    word.script == Script.han.number || word.script == Script.hangul.number
  }

  /// An initial that fits nothing contradicts nearly as a word does.
  private static func looseWeight(_ word: PersonWord) -> Int {
    word.flags.contains(.isInitial) ? 25 : word.weight
  }
}
