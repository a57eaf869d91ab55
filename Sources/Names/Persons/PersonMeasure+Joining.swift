/// Words that one name writes together and the other apart.
extension PersonMeasure {
  /// `AlisherUsmanov`: the same letters in the same order, with other spaces; `Lauren Tnkunda`, where
  /// the space only moved.
  mutating func joinsWhole(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>
  ) -> Bool {
    let isMoved = leftStarts.count == rightStarts.count
    if isMoved, leftStarts.count < 2 || left[leftStarts[0]].length == right[rightStarts[0]].length {
      return false
    }
    func length(_ starts: [Int], _ words: Span<PersonWord>) -> Int {
      starts.reduce(0) { $0 + Int(words[$1].length) }
    }
    let lengths = (length(leftStarts, left), length(rightStarts, right))
    guard abs(lengths.0 - lengths.1) <= (isMoved ? 0 : 1), min(lengths.0, lengths.1) >= 6 else {
      return false
    }
    let isHan = left[0].characters != 0 || right[0].characters != 0
    var likeness = 0
    if joinsEqually(left, leftPool, right, rightPool) {
      likeness = 98
    } else if !isHan, !isMoved {
      let first = Self.joined(leftStarts[...], left, leftPool)
      let second = Self.joined(rightStarts[...], right, rightPool)
      likeness = self.words.spelling.likeness(first.span, second.span, floor: 90)
    }
    guard likeness > 0 else { return false }
    record(leftStarts, rightStarts, likeness)
    return true
  }

  /// Whether both names are the same letters, whatever the spaces.
  private func joinsEqually(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>
  ) -> Bool {
    var (place, letter) = (0, 0)
    for start in leftStarts {
      let first = Int(left[start].start)
      for index in first..<first + Int(left[start].length) {
        while place < rightStarts.count, letter == Int(right[rightStarts[place]].length) {
          (place, letter) = (place + 1, 0)
        }
        guard place < rightStarts.count,
          leftPool[index] == rightPool[Int(right[rightStarts[place]].start) + letter]
        else { return false }
        letter += 1
      }
    }
    return place == rightStarts.count - 1 && letter == Int(right[rightStarts[place]].length)
  }

  /// `jlal aldyn` is `Jalaluddin`: given names of two halves are taken together first, since one of
  /// the halves alone may sound like much of the whole.
  mutating func joinHalves(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>
  ) {
    let script = left[leftStarts[0]].script
    let isOfOneScript =
      leftStarts.allSatisfy { left[$0].script == script }
      && rightStarts.allSatisfy { right[$0].script == script }
    guard !isOfOneScript else { return }
    for row in leftStarts.indices.dropLast() where Self.isInHalves(left, leftStarts, row, right) {
      let pair = [leftStarts[row], leftStarts[row + 1]]
      let letters = Self.joined(pair[...], left, leftPool)
      for column in rightStarts.indices where joinedColumns & 1 << UInt32(column) == 0 {
        let other = [rightStarts[column]]
        guard left[pair[0]].script != right[other[0]].script else { continue }
        let value = wholeLikeness(
          letters, Self.joined(other[...], right, rightPool), left, right)
        guard value >= Self.leastOfHalves else { continue }
        record(pair, other, value)
        joinedRows |= 3 << UInt32(row)
        joinedColumns |= 1 << UInt32(column)
        break
      }
    }
    for column in rightStarts.indices.dropLast()
    where Self.isInHalves(right, rightStarts, column, left) {
      let pair = [rightStarts[column], rightStarts[column + 1]]
      let letters = Self.joined(pair[...], right, rightPool)
      for row in leftStarts.indices where joinedRows & 1 << UInt32(row) == 0 {
        let other = [leftStarts[row]]
        guard joinedColumns & 3 << UInt32(column) == 0,
          left[other[0]].script != right[pair[0]].script
        else { continue }
        let value = wholeLikeness(Self.joined(other[...], left, leftPool), letters, left, right)
        guard value >= Self.leastOfHalves else { continue }
        record(other, pair, value)
        joinedRows |= 1 << UInt32(row)
        joinedColumns |= 3 << UInt32(column)
        break
      }
    }
  }

  /// Whether a word and the next may be one of the other name: halves, or, beside a name in Hangul,
  /// any two, since Korean given names have two syllables.
  private static func isInHalves(
    _ words: Span<PersonWord>, _ starts: [Int], _ place: Int, _ others: Span<PersonWord>
  ) -> Bool {
    let (first, second) = (words[starts[place]], words[starts[place + 1]])
    if first.flags.contains(.isHalf) || second.flags.contains(.isHalf) { return true }
    return others[0].script == Script.hangul.number && first.script == Script.latin.number
  }

  /// How alike two words of two scripts are, 0 where one is much longer, which is then no whole.
  private func wholeLikeness(
    _ first: [UInt8], _ second: [UInt8], _ left: Span<PersonWord>, _ right: Span<PersonWord>
  ) -> Int {
    guard 2 * first.count <= 3 * second.count, 2 * second.count <= 3 * first.count else { return 0 }
    let isKorean =
      left[0].script == Script.hangul.number || right[0].script == Script.hangul.number
    return WordMeasure.heard(
      first.span, left[0].script, second.span, right[0].script,
      floor: isKorean ? Self.leastJoinedKorean : Self.leastOfHalves)
  }

  /// Halves are known to belong together.
  private static let leastOfHalves = 74
  /// Korean syllables are short and many.
  private static let leastJoinedKorean = 90

  /// `Quan Guo` is `Quanguo`: what is left is compared without its spaces.
  mutating func join(
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
      if whole >= Self.leastJoinedWhole {
        record(looseLeft, looseRight, whole)
        return
      }
    }
    guard !pairs.isEmpty else { return }
    joinNeighbours(left, leftPool, right, rightPool)
  }

  /// The word of one name and the two neighbours of the other that are most alike.
  private mutating func joinNeighbours(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>
  ) {
    var best = (value: Self.leastJoined - 1, letters: 0, left: 0..<0, right: 0..<0)
    func offer(
      _ first: Range<Int>, _ second: Range<Int>,
      _ best: inout (value: Int, letters: Int, left: Range<Int>, right: Range<Int>)
    ) {
      let (some, others) = (looseLeft[first], looseRight[second])
      guard Self.areOfOneLength(some, left, leftPool, others, right, rightPool) else { return }
      let (one, other) = (
        Self.joined(some, left, leftPool), Self.joined(others, right, rightPool)
      )
      let value = joinedLikeness(one, other, left, right)
      let letters = one.count + other.count
      if value > best.value || value == best.value && letters > best.letters {
        best = (value, letters, first, second)
      }
    }
    for place in looseRight.indices.dropLast() {
      for index in looseLeft.indices { offer(index..<index + 1, place..<place + 2, &best) }
    }
    for place in looseLeft.indices.dropLast() {
      for index in looseRight.indices { offer(place..<place + 2, index..<index + 1, &best) }
    }
    guard !best.left.isEmpty else { return }
    record(Array(looseLeft[best.left]), Array(looseRight[best.right]), best.value)
  }

  /// All that is left is one from this likeness on.
  private static let leastJoinedWhole = 78
  /// Two neighbours are one word from this likeness on.
  private static let leastJoined = 84

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

  mutating func joinedLikeness(
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
      ? words.spelling.likeness(first.span, second.span, floor: Self.leastJoinedWhole - 1) : 0
    if script != other {
      let heard = WordMeasure.heard(
        first.span, script, second.span, other,
        floor: isKorean ? Self.leastJoinedKorean : Self.leastJoinedWhole)
      best = max(best, heard)
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
}
