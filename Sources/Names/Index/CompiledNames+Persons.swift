/// The search for persons, in three steps: words of the list that may be words of the query, names
/// that hold enough of them, and the comparison of those names.
extension CompiledNames {
  /// Bits of `SearchScratch.words` beside one for each word of the query.
  static let isWhole: UInt16 = 0x8000
  private static let mayDoWithOne: UInt16 = 0x4000
  /// Bits of `SearchScratch.Shared.places` for what is written together on one side.
  private static let isJoined: UInt16 = 0x4000
  private static let isPair: UInt16 = 0xC000

  /// How far down the order of candidates names are compared; ranks as `rank` tells them.
  private struct Depth {
    /// So many are compared in any case.
    let least: Int
    /// Behind those, comparing ends after so many in a row that are not the person,
    let missed: Int
    /// if what they share comes to less than this.
    let likely: Int
    /// What comes to less than this is not compared.
    let hopeless: Int

    static let latin = Depth(least: 24, missed: 16, likely: 700, hopeless: 280)
    /// Across scripts, where the best likeness is seldom that of the person.
    static let foreign = Depth(least: 100, missed: 60, likely: 640, hopeless: 250)
  }

  /// So many are put in order at once.
  private static let personsSorted = 64
  /// What `rank` comes to at most.
  private static let mostLikely = 1200
  /// No more are compared, whatever they share.
  private static let mostCompared = 512
  /// A word that more names hold is looked for only in names that share another word.
  private static let commonWord = 400

  func persons(
    for form: PersonForm, _ scratch: inout SearchScratch
  ) -> [(name: StoredName, score: Int)] {
    let query = PersonQuery(form)
    scratch.measure.begin()
    findWords(query, &scratch)
    countNames(query, &scratch)
    guard !scratch.touched.isEmpty else { return [] }
    choose(query, &scratch)
    var found: [(name: StoredName, score: Int)] = []
    var (compared, misses) = (0, 0)
    let depth = query.isLatin ? Depth.latin : .foreign
    let bound = LikenessBound(query)
    while scratch.takeBest(Self.personsSorted) {
      for place in scratch.best.indices {
        let isDeep = compared >= depth.least && misses >= depth.missed
        if isDeep && scratch.bestRank(place) < depth.likely || compared >= Self.mostCompared {
          return found
        }
        let index = Int(scratch.best[place])
        let score = score(index, query, bound, &scratch)
        compared += 1
        misses = score >= NameKnowledge.threshold ? 0 : misses + 1
        if score >= NameKnowledge.threshold { found.append((name(index), score)) }
      }
    }
    return found
  }

  /// What the comparison with a name comes to, 0 where its words rule it out.
  private func score(
    _ index: Int, _ query: PersonQuery, _ bound: LikenessBound, _ scratch: inout SearchScratch
  ) -> Int {
    let name = name(index)
    let (shared, places) = (scratch.shared[index].words, scratch.shared[index].places)
    let isWhole = shared & Self.isWhole != 0
    return withPerson(name) { words, letters in
      if !isWhole {
        guard
          PersonBound(query, sharing: shared).mayReach(
            NameKnowledge.threshold, words, letters, initials: Int(name.initials))
        else { return 0 }
        // What is written together on one side was not looked for word by word.
        let mayReach =
          places & Self.isPair != 0
          || withLexemes(of: name) {
            bound.mayReach(
              NameKnowledge.threshold, words, letters, lexemes: $0, scratch.likenesses)
          }
        guard mayReach else { return 0 }
      }
      let form = query.form
      return withLexemes(of: name) { lexemes in
        withSounds { ranges, sounds in
          scratch.measure.score(
            form.words.span, form.pool.span, words, letters,
            sharing: isWhole ? .max : shared, places: isWhole ? .max : places,
            lexemes: lexemes, soundRanges: ranges, sounds: sounds)
        }
      }
    }
  }

  // MARK: - Names

  /// Counts for each name the words of the query that it holds.
  private func countNames(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    // What a name shares first is what counts for its rank. Few words of one script are alike.
    // Single words come before two taken together, which would count for both of them.
    if !query.isLatin {
      scratch.keepNearest()
      scratch.sortByWorth()
    }
    let common = commonSlot(query, scratch)
    for place in scratch.met.indices {
      let met = scratch.met[place]
      guard met.slot != common else { continue }
      count(met, isKnownOnly: false, needsTwo: query.needsTwo, &scratch)
    }
    countJoined(query, &scratch)
    guard common >= 0 else { return }
    for place in scratch.met.indices where scratch.met[place].slot == common {
      count(scratch.met[place], isKnownOnly: true, needsTwo: query.needsTwo, &scratch)
    }
  }

  /// The word of the query that most names hold, if they are many and there are other words.
  private func commonSlot(_ query: PersonQuery, _ scratch: SearchScratch) -> Int {
    guard query.slots.count > 1 else { return -1 }
    var holders = InlineArray<14, Int>(repeating: 0)
    for met in scratch.met { holders[met.slot] += met.names.count }
    var most = 0
    for slot in query.slots.indices where holders[slot] > holders[most] { most = slot }
    return holders[most] > Self.commonWord ? most : -1
  }

  private func count(
    _ met: SearchScratch.MetWord, isKnownOnly: Bool, needsTwo: Bool,
    _ scratch: inout SearchScratch
  ) {
    let joined = met.bits.nonzeroBitCount > 1 ? Self.isJoined : 0
    withNames(met.names) { names in
      scratch.count(
        names, met, mayDoWithOne: Self.mayDoWithOne, joined: joined, isKnownOnly: isKnownOnly,
        needsTwo: needsTwo)
    }
  }

  /// Counts names that write two words of the query together, or one of it as two.
  private func countJoined(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    for place in scratch.joined.indices {
      let joined = scratch.joined[place]
      withNames(of: joined) { names in
        scratch.countJoined(
          names, joined, places: joined.areHolders ? Self.isJoined : Self.isPair,
          needsTwo: query.needsTwo)
      }
    }
  }

  // MARK: - Candidates

  /// Names that share two words with the query, or the one word of both.
  ///
  /// One word of two is the name of many and never enough; across scripts one word may stand for
  /// two, and an initial for any word.
  private func choose(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    scratch.ranks.removeAll(keepingCapacity: true)
    let hopeless = (query.isLatin ? Depth.latin : .foreign).hopeless
    withSummaries { summaries in
      for place in scratch.touched.indices {
        let index = scratch.touched[place]
        let shared = scratch.shared[Int(index)]
        let summary = summaries[Int(index)]
        guard isChosen(shared, summary, query) else { continue }
        guard let rank = rank(shared, summary, query, atLeast: hopeless) else { continue }
        // The lower index first among equals.
        scratch.ranks.append(UInt64(rank) << 32 | UInt64(UInt32.max - index))
      }
    }
  }

  /// How many words of the query have found words of the name: one of its words is one of the
  /// query's, however many of those it is like.
  @inline(__always)
  private static func words(_ shared: SearchScratch.Shared) -> Int {
    min((shared.words & 0x3FFF).nonzeroBitCount, shared.places.nonzeroBitCount)
  }

  @inline(__always)
  private func isChosen(
    _ shared: SearchScratch.Shared, _ name: PersonSummary, _ query: PersonQuery
  ) -> Bool {
    let words = shared.words & 0x3FFF
    // Two words or more, of the query and of the name.
    let isTwice = words & (words &- 1) != 0 && shared.places & (shared.places &- 1) != 0
    if isTwice || shared.words & Self.isWhole != 0 { return true }
    guard query.slots.count > 1, query.isLatin else {
      // A Korean given name is one word here and two syllables there; initials stand for a given
      // name and a patronymic.
      let most = query.isKorean || query.initials > 0 ? 3 : 2
      return shared.words & Self.mayDoWithOne != 0 || name.keyedWords <= most
    }
    return shared.words & Self.mayDoWithOne != 0 && name.initials > 0
  }

  /// What a comparison would come to about, in tenths, by what the shared words are worth and the
  /// others weigh: those that come nearest are compared first. Nil where it is less than `least`.
  @inline(__always)
  private func rank(
    _ shared: SearchScratch.Shared, _ name: PersonSummary, _ query: PersonQuery, atLeast least: Int
  ) -> Int? {
    if shared.words & Self.isWhole != 0 { return 2 * Self.mostLikely }
    let words = Self.words(shared)
    var agreed = query.weight(of: shared.words & 0x3FFF)
    var lost = query.weight - agreed
    let count = (shared.words & 0x3FFF).nonzeroBitCount
    // Words that are like one and the same word of the name are one of them, the rest is lost.
    if count > words {
      lost += agreed * (count - words) / count
      agreed = agreed * words / count
    }
    var other = name.keyedWords > words ? max(0, name.weight - agreed) : 0
    // An initial stands for any word.
    if name.initials > 0, lost > 0 { lost = max(0, lost - 50 * name.initials) }
    if query.initials > 0, other > 0 { other = max(0, other - 50 * query.initials) }
    let contradicted = min(lost, other)
    let omitted = max(lost, other) - contradicted
    let whole = max(1, agreed + 3 * contradicted + omitted / 4)
    let worth = 160 * Int(shared.worth)
    return worth < least * whole ? nil : min(Self.mostLikely, worth / whole)
  }
}
