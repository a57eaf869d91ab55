/// Holds two persons' names against each other, in any order of their words.
///
/// Works on numbers and letters in pools, so that the names of a stored list are compared where
/// they lie. Keeps its scratch space: one instance serves any number of comparisons.
struct PersonMeasure {
  /// Further words of a name are passed over.
  static let mostWords = 14

  /// Two words that were laid against each other.
  struct Pair: Sendable, Hashable {
    enum Ground: Sendable, Hashable {
      case equal, family, form, spelling, sound, initial, cut, vowels, joined

      /// Whether the letters were measured, of which much agrees between any two words.
      var isOfSpelling: Bool { self == .spelling || self == .form }
    }

    let left: Int
    let right: Int
    let likeness: Int
    let ground: Ground
  }

  var words = WordMeasure()
  private var cache = LikenessCache()
  private var isCaching = false
  var likenesses: [UInt8] = Array(repeating: 0, count: 14 * 14)
  var grounds: [Pair.Ground] = Array(repeating: .equal, count: 14 * 14)
  var leftStarts: [Int] = []
  var rightStarts: [Int] = []
  /// Words that are already taken, one bit each.
  var (joinedRows, joinedColumns) = (UInt32(0), UInt32(0))
  /// The pairs of the last comparison, by first words; the rest found no partner.
  var pairs: [Pair] = []
  var looseLeft: [Int] = []
  var looseRight: [Int] = []

  /// From 0 to 100: how well the names may be one person's.
  ///
  /// `sharing` tells which words of the left name, of those with two letters and more, share a key
  /// with the right one, and `places` which of the right one with the left: the others are like none
  /// of its words, and are not measured, but for those of which that cannot be told.
  ///
  /// What one name leaves out costs little, what both say differently much. Words that are common
  /// weigh less.
  ///
  /// `lexemes` tells which words of a list those of the right name are, and `soundRanges` and `sounds`
  /// how those sound, see `LexemeSounds`; without them, that is read from the letters.
  mutating func score(
    _ left: Span<PersonWord>, _ leftPool: Span<UInt8>, _ right: Span<PersonWord>,
    _ rightPool: Span<UInt8>, sharing: UInt16 = .max, places: UInt16 = .max,
    lexemes: Span<UInt32> = Span(), soundRanges: Span<UInt32> = Span(),
    sounds: Span<UInt8> = Span()
  ) -> Int {
    // What is a particle elsewhere is a syllable of a Korean or Chinese name: `Kim Su Il`.
    Self.starts(of: left, keepsParticles: Self.isWhole(right), into: &leftStarts)
    Self.starts(of: right, keepsParticles: Self.isWhole(left), into: &rightStarts)
    pairs.removeAll(keepingCapacity: true)
    looseLeft.removeAll(keepingCapacity: true)
    looseRight.removeAll(keepingCapacity: true)
    guard !leftStarts.isEmpty, !rightStarts.isEmpty else { return 0 }
    if joinsWhole(left, leftPool, right, rightPool) { return total(left, right) }
    (joinedRows, joinedColumns) = (0, 0)
    joinHalves(left, leftPool, right, rightPool)
    measure(
      left, leftPool, right, rightPool, sharing, places, lexemes, soundRanges, sounds)
    align(left, right)
    join(left, leftPool, right, rightPool)
    let score = total(left, right)
    guard joinedRows != 0, !looseLeft.isEmpty, !looseRight.isEmpty else { return score }
    // What was taken together may be missing elsewhere: `Jon Chol Young` is written in two words.
    let (pairs, loose) = (pairs, (looseLeft, looseRight))
    self.pairs.removeAll(keepingCapacity: true)
    looseLeft.removeAll(keepingCapacity: true)
    looseRight.removeAll(keepingCapacity: true)
    (joinedRows, joinedColumns) = (0, 0)
    align(left, right)
    join(left, leftPool, right, rightPool)
    let other = total(left, right)
    if other > score { return other }
    self.pairs = pairs
    (looseLeft, looseRight) = loose
    return score
  }

  /// Indices of words that count, without their further readings.
  private static func starts(
    of words: Span<PersonWord>, keepsParticles: Bool, into starts: inout [Int]
  ) {
    starts.removeAll(keepingCapacity: true)
    for index in words.indices where starts.count < mostWords {
      if !words[index].isReading, keepsParticles || !words[index].flags.contains(.isParticle) {
        starts.append(index)
      }
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
    _ rightPool: Span<UInt8>, _ sharing: UInt16, _ places: UInt16, _ lexemes: Span<UInt32>,
    _ soundRanges: Span<UInt32>, _ sounds: Span<UInt8>
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
    let sharedColumns = sharedColumns(right, places)
    var keyed = 0
    for row in leftStarts.indices {
      let word = left[leftStarts[row]]
      let isShared =
        word.mayShareNothing || sharing & (UInt16(1) << UInt16(min(keyed, 14))) != 0
      if word.length > 1 { keyed += 1 }
      guard openRows & (1 << UInt32(row)) != 0, isShared || word.flags.contains(.isLast) else {
        continue
      }
      let columns =
        word.mayShareNothing || word.mayBeCut ? openColumns : openColumns & sharedColumns
      for column in rightStarts.indices where columns & (1 << UInt32(column)) != 0 {
        let place = row * Self.mostWords + column
        guard likenesses[place] == 0 else { continue }
        let found = best(row, column, left, right) { first, second, measure in
          let lexeme = lexemes.isEmpty ? CompiledNamesLayout.noLexeme : lexemes[second]
          let isStored = lexeme != CompiledNamesLayout.noLexeme
          return measure.remembered(
            first, left[first], leftPool, right[second], rightPool,
            isStored
              ? sounds.extracting(
                Int(soundRanges[Int(lexeme)])..<Int(soundRanges[Int(lexeme) + 1])) : Span())
        }
        likenesses[place] = UInt8(found.likeness)
        grounds[place] = found.ground
      }
    }
  }

  /// The words of the right name that may be like one of the left that shares a key, one bit each.
  private func sharedColumns(_ right: Span<PersonWord>, _ places: UInt16) -> UInt32 {
    guard places != .max else { return .max }
    var (columns, keyed) = (UInt32(0), 0)
    for column in rightStarts.indices {
      let word = right[rightStarts[column]]
      let isParticle = word.flags.contains(.isParticle)
      if isParticle || word.mayShareNothing || word.mayBeCut
        || places & NamePosting.place(keyed) != 0
      {
        columns |= 1 << UInt32(column)
      }
      if !isParticle, word.length > 1 { keyed += 1 }
    }
    return columns
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
        if found.likeness > best.likeness
          || found.likeness == best.likeness && best.ground.isOfSpelling
            && !found.ground.isOfSpelling
        {
          best = found
        }
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
    _ rightPool: Span<UInt8>, _ sound: Span<UInt8>
  ) -> (likeness: Int, ground: Pair.Ground) {
    guard isCaching, left.characters == 0 || right.characters == 0,
      !left.flags.contains(.isLast) || !right.flags.contains(.isLast)
    else { return words.likeness(left, leftPool, right, rightPool, sound: sound) }
    // The last word of a name may be cut off only where the name is long.
    var flags = right.flags
    if !right.mayBeCut { flags.subtract(.isLast) }
    // Never zero, since a word has letters.
    let key =
      UInt64(right.letters) << 32 | UInt64(right.script) << 24
      | UInt64(flags.rawValue) << 16 | UInt64(index & 0xFF) << 8 | UInt64(right.length)
    if let known = cache.find(key) { return known }
    let found = words.likeness(left, leftPool, right, rightPool, sound: sound)
    cache.keep(key, found)
    return found
  }
}
