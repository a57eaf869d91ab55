/// The search for bodies: names that share words of their own, or place and function, or concepts.
extension CompiledNames {
  /// So many names of bodies are looked at in any case, the best sharing first.
  private static let surelyLookedAt = 160
  /// The same where vowels are missing, so that many share a sound.
  private static let surelyLookedAtWithoutVowels = 320
  /// So many are put in order at once.
  private static let bodiesSorted = 48
  /// Behind those, so many are looked at while few of them had to be compared.
  private static let mostLookedAt = 640
  private static let fewCompared = 48
  /// And comparing ends after so many in a row that are not the body.
  private static let missesInARow = 24
  /// What every name is taken to share beside its keys, so that little is not a multiple of nothing.
  private static let leastWorth = 32
  /// Beyond so many, only names that share at least a sixth of what the best shares, or all their words.
  private static let leastKept = 12
  /// A key under which so many names are filed tells too little to look at all of them.
  private static let mostPostings = 40_000
  /// Words of its own by which a body is looked for, one bit each.
  private static let mostSlots = 13
  /// Who is known by the whole name comes before those that share its words.
  private static let worthOfKnown: UInt16 = 2_000
  /// Shares place, function or concepts.
  private static let isRelated: UInt16 = 0x4000

  func bodies(
    for query: ParsedName, _ keys: IndexKeys, knowledge: NameKnowledge,
    _ scratch: inout SearchScratch
  ) -> [(name: StoredName, score: Int)] {
    var sieve = BodySieve(query)
    var found: [(name: StoredName, score: Int)] = []
    var (compared, misses) = (0, 0)
    let surely =
      query.tokens.contains(where: \.isSkeleton)
      ? Self.surelyLookedAtWithoutVowels : Self.surelyLookedAt
    var looked = 0
    choose(for: query, keys, &scratch)
    while scratch.takeBest(Self.bodiesSorted) {
      for place in scratch.best.indices {
        let isEnough = compared >= Self.fewCompared || looked >= Self.mostLookedAt
        if looked >= surely, isEnough, misses >= Self.missesInARow { return found }
        looked += 1
        misses += 1
        let name = name(Int(scratch.best[place]))
        guard let sketch = sketch(name), !sieve.rulesOut(sketch) else { continue }
        compared += 1
        if sieve.rulesOut(sketch, word: { word($0, of: name, sketch) }) { continue }
        guard let stored = parsed(name) else { continue }
        let verdict = knowledge.bodyVerdict(query, stored, explains: false)
        guard verdict.verdict != .different else { continue }
        misses = 0
        found.append((name, verdict.score))
      }
    }
    return found
  }

  /// Ranks the names that share much with the query.
  private func choose(
    for query: ParsedName, _ keys: IndexKeys, _ scratch: inout SearchScratch
  ) {
    for key in keys.known { count(key, Self.isWhole, Self.worthOfKnown, &scratch) }
    for key in keys.whole { count(key, Self.isWhole, &scratch) }
    for (slot, word) in keys.words.enumerated() {
      for key in word { count(key, 1 << UInt16(min(slot, Self.mostSlots)), &scratch) }
    }
    for key in keys.others { count(key, Self.isRelated, &scratch) }
    let letters = min(query.folded.utf8.count, PersonSummary.mostLetters)
    let slots = min(query.tokens.count(where: IndexKeys.isTelling), Self.mostSlots + 1)
    // Short words without their vowels share no key with what they sound like.
    let isSkeleton = query.tokens.contains(where: \.isSkeleton)
    var top: UInt16 = 0
    // That two names are known to be one says nothing of how much others share.
    for index in scratch.touched {
      let shared = scratch.shared[Int(index)]
      top = max(top, shared.places == 0 ? shared.worth : shared.worth - Self.worthOfKnown)
    }
    // Where names meet by meaning, the best shares much with many.
    let floor = (Int(top) + Self.leastWorth) / (query.isHan ? 10 : 6) - Self.leastWorth
    var kept = 0
    withSummaries { summaries in
      for pass in 0..<2 where kept < Self.leastKept {
        scratch.ranks.removeAll(keepingCapacity: true)
        for index in scratch.touched {
          let (name, shared) = (summaries[Int(index)], scratch.shared[Int(index)])
          let words = (shared.words & 0x3FFF).nonzeroBitCount
          let isWhole = name.keyedWords > 0 && words >= name.keyedWords
          guard pass > 0 || Int(shared.worth) >= floor || isWhole else { continue }
          kept += 1
          // Across scripts names meet by meaning. In one, words of their own on both sides that find
          // no partner are a contradiction, but for a slip.
          guard
            query.isHan != (name.initials == StoredName.isHan)
              || shared.words & Self.isWhole != 0 || words >= min(slots, name.keyedWords)
              || isSkeleton || words > 0 && abs(letters - name.letters) <= 4
          else { continue }
          // Of those that share as much, such as have as many words and letters come first.
          let isAlike = (
            name.keyedWords == slots ? 2 : 0, abs(letters - name.letters) <= 4 ? 1 : 0
          )
          let rank = UInt64(shared.worth) << 2 | UInt64(isAlike.0 + isAlike.1)
          scratch.ranks.append(rank << 32 | UInt64(UInt32.max - index))
        }
      }
    }
  }

  private func count(_ key: UInt64, _ bit: UInt16, _ scratch: inout SearchScratch) {
    let range = nameTable.range(of: key)
    guard !range.isEmpty, range.count <= Self.mostPostings else { return }
    count(range, bit, weight: UInt16(2000 / (10 + range.count) + 1), isKnown: 0, &scratch)
  }

  private func count(
    _ key: UInt64, _ bit: UInt16, _ weight: UInt16, _ scratch: inout SearchScratch
  ) {
    count(nameTable.range(of: key), bit, weight: weight, isKnown: 1, &scratch)
  }

  private func count(
    _ range: Range<Int>, _ bit: UInt16, weight: UInt16, isKnown: UInt16,
    _ scratch: inout SearchScratch
  ) {
    nameTable.with(range) { scratch.count($0, bit, weight: weight, places: isKnown) }
  }
}
