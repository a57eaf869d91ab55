internal import Synchronization

/// What one search counts in; kept between searches so that none of it is made anew.
struct SearchScratch {
  /// A word of the list that may be a word of the query.
  struct MetWord {
    /// Which word of the query, counted from zero.
    let slot: Int
    /// One bit for each word of the query that it stands for.
    let bits: UInt16
    /// The names that hold it.
    let names: Range<Int>
    /// What the agreement is worth for the order of candidates.
    let worth: UInt16
    let likeness: UInt8
  }

  /// What a name shares with the query.
  struct Shared {
    /// Which words of the query.
    var words: UInt16 = 0
    /// Which of its own words; two bits above those for words written together on either side.
    var places: UInt16 = 0
    /// What the shared words are worth together.
    var worth: UInt16 = 0

    /// Adds what is written together on one side: what was shared of these words before counts half.
    mutating func join(_ bits: UInt16, places more: UInt16, worth added: UInt16) {
      let gain = words & bits == bits ? added / 2 : added
      if places & more != more { worth = min(worth &+ gain, 30_000) }
      words |= bits
      places |= more
    }
  }

  /// For each name what it shares.
  var shared: [Shared]
  /// Names that share anything.
  var touched: [UInt32] = []
  /// Those of them that may be compared: the rank in the upper half, and `UInt32.max` less the name.
  var ranks: [UInt64] = []
  /// Names that are compared next, the best first.
  private(set) var best: [UInt32] = []
  private var bestRanks: [UInt64] = []
  /// How many ranks are of each class, 64 ranks to a class.
  private var classes = [UInt32](repeating: 0, count: SearchScratch.rankClasses)
  var keys: [UInt64] = []
  var met: [MetWord] = []
  /// Space for sorting those.
  private var sorted: [MetWord] = []
  private var metRanks: [UInt64] = []
  var memory = WordMemory()
  var personKeys = PersonKeys()
  var measure = PersonMeasure()
  /// How alike words of the list are to those of the query.
  var likenesses: WordLikenesses
  /// Words of the list that may be one word of the query, each once a word.
  var lookedAt: [LookedAt] = []
  /// Words of the query whose words of the list are not measured yet.
  var sought: [SoughtWord] = []
  /// What is written together on one side.
  var joined: [JoinedNames] = []
  /// Which names may hold two words of the query.
  var shares: SharedNames
  /// For each word of the list when it was last looked at.
  var seen: [UInt32]
  var turn: UInt32 = 0

  init(names: Int, lexemes: Int) {
    shared = [Shared](repeating: Shared(), count: names)
    seen = [UInt32](repeating: 0, count: lexemes)
    likenesses = WordLikenesses(lexemes: lexemes)
    shares = SharedNames(names: names)
  }

  /// Notes that a name shares words of the query, by some of its own: what either of them shared
  /// before is worth no more by sharing it again.
  ///
  /// - Parameters:
  ///   - names: Names that hold a word, see `NamePosting`.
  ///   - isKnownOnly: Only names that share something already, or may do with one word.
  ///   - needsTwo: Only names that may hold two words.
  mutating func count(
    _ names: Span<UInt32>, _ met: MetWord, mayDoWithOne: UInt16, joined: UInt16,
    isKnownOnly: Bool, needsTwo: Bool
  ) {
    let twice = shares.twice
    Self.count(
      names, met, mayDoWithOne: mayDoWithOne, joined: joined, isKnownOnly: isKnownOnly,
      among: needsTwo ? twice.span : Span(), &shared, &touched)
  }

  private static func count(
    _ names: Span<UInt32>, _ met: MetWord, mayDoWithOne: UInt16, joined: UInt16,
    isKnownOnly: Bool, among few: Span<UInt64>, _ shared: inout [Shared],
    _ touched: inout [UInt32]
  ) {
    var counts = shared.mutableSpan
    for index in names.indices {
      let posting = NamePosting(bits: names[index])
      let (name, mayDo) = (posting.name, posting.mayDoWithOne)
      guard few.isEmpty || SharedNames.contains(name, few) else { continue }
      let known = counts[name]
      if known.words == 0 {
        if isKnownOnly, !mayDo { continue }
        touched.append(UInt32(truncatingIfNeeded: name))
      }
      let bits = mayDo ? met.bits | mayDoWithOne : met.bits
      let places = posting.place | joined
      let isNew = known.words & bits != bits && known.places & places != places
      counts[name] = Shared(
        words: known.words | bits, places: known.places | places,
        worth: isNew ? min(known.worth &+ met.worth, 30_000) : known.worth)
    }
  }

  /// Notes that names of bodies share a key; `places` is free for marks.
  mutating func count(
    _ names: Span<UInt32>, _ bit: UInt16, weight: UInt16, places: UInt16
  ) {
    Self.count(names, bit, weight: weight, places: places, &shared, &touched)
  }

  private static func count(
    _ names: Span<UInt32>, _ bit: UInt16, weight: UInt16, places: UInt16,
    _ shared: inout [Shared], _ touched: inout [UInt32]
  ) {
    var counts = shared.mutableSpan
    for index in names.indices {
      let name = Int(names[index])
      let known = counts[name]
      if known.words == 0 { touched.append(names[index]) }
      counts[name] = Shared(
        words: known.words | bit, places: known.places | places,
        worth: min(known.worth &+ weight, 30_000))
    }
  }

  /// How one of `best` ranks.
  func bestRank(_ place: Int) -> Int { Int(bestRanks[place] >> 32) }

  /// Takes the best so many ranks, and what stands in one class with the last of them, out of all;
  /// false where none is left.
  mutating func takeBest(_ most: Int) -> Bool {
    best.removeAll(keepingCapacity: true)
    bestRanks.removeAll(keepingCapacity: true)
    if ranks.count > 2 * most {
      for place in classes.indices { classes[place] = 0 }
      for rank in ranks { classes[Self.classOfRank(rank)] += 1 }
      var (least, kept) = (classes.count, 0)
      while least > 0, kept < most {
        least -= 1
        kept += Int(classes[least])
      }
      var rest = 0
      for place in ranks.indices {
        let rank = ranks[place]
        if Self.classOfRank(rank) >= least {
          bestRanks.append(rank)
        } else {
          ranks[rest] = rank
          rest += 1
        }
      }
      ranks.removeLast(ranks.count - rest)
    } else {
      swap(&ranks, &bestRanks)
    }
    bestRanks.sort(by: >)
    for rank in bestRanks { best.append(UInt32.max - UInt32(truncatingIfNeeded: rank)) }
    return !best.isEmpty
  }

  private static func classOfRank(_ rank: UInt64) -> Int {
    min(Int(truncatingIfNeeded: rank >> 38), rankClasses - 1)
  }

  private static let rankClasses = 1024

  /// Of several words of the query that one word of the list may be, keeps those that it is most
  /// like: `mhmd` and `ahmdy` both sound like `Ahmad`, and a name that has it once has one of them.
  mutating func keepNearest() {
    sortMet { UInt64($0.names.lowerBound) << 8 | UInt64(UInt8.max - $0.likeness) }
    var (lexeme, best) = (-1, 0)
    met.removeAll { word in
      guard word.bits.nonzeroBitCount == 1 else { return false }
      if word.names.lowerBound != lexeme {
        (lexeme, best) = (word.names.lowerBound, Int(word.likeness))
      }
      return Int(word.likeness) + Self.nearlyAlike < best
    }
  }

  /// Puts the words that were found in the order of what they are worth, those that stand for two of
  /// the query behind the others.
  mutating func sortByWorth() {
    sortMet { UInt64($0.bits.nonzeroBitCount) << 16 | UInt64(UInt16.max - $0.worth) }
  }

  /// Puts the words that were found in the order of the words of the query, those that stand for two
  /// behind the others.
  mutating func sortBySlot() {
    sortMet { UInt64($0.bits.nonzeroBitCount) << 16 | UInt64($0.slot) }
  }

  /// Of equals the first stays first.
  private mutating func sortMet(_ rank: (MetWord) -> UInt64) {
    metRanks.removeAll(keepingCapacity: true)
    for place in met.indices { metRanks.append(rank(met[place]) << 24 | UInt64(place)) }
    metRanks.sort()
    swap(&met, &sorted)
    met.removeAll(keepingCapacity: true)
    for rank in metRanks { met.append(sorted[Int(truncatingIfNeeded: rank & 0xFF_FFFF)]) }
  }

  private static let nearlyAlike = 6

  /// Makes all counts zero again.
  mutating func clear() {
    for name in touched { shared[Int(name)] = Shared() }
    touched.removeAll(keepingCapacity: true)
  }
}

/// Lends scratch space to searches on any thread.
final class ScratchPool: Sendable {
  private let free = Mutex<[SearchScratch]>([])
  private let names: Int
  private let lexemes: Int

  init(names: Int, lexemes: Int) {
    self.names = names
    self.lexemes = lexemes
  }

  func with<Result>(_ body: (inout SearchScratch) -> Result) -> Result {
    var scratch =
      free.withLock { $0.popLast() } ?? SearchScratch(names: names, lexemes: lexemes)
    let result = body(&scratch)
    scratch.clear()
    free.withLock { $0.append(scratch) }
    return result
  }
}
