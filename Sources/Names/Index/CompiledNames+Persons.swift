/// The search for persons, in three steps: words of the list that may be words of the query, names
/// that hold enough of them, and the comparison of those names.
extension CompiledNames {
  /// Bits of `SearchScratch.words` beside one for each word of the query.
  private static let isWhole: UInt16 = 0x8000
  private static let mayDoWithOne: UInt16 = 0x4000

  /// So many candidates are compared in any case.
  private static let personsCompared = 40
  /// Behind those, comparing ends after so many in a row that are not the person.
  private static let personsMissed = 20
  /// Across scripts, where the best likeness is seldom that of the person.
  private static let foreignPersonsMissed = 60
  /// So many are put in order at once.
  private static let personsSorted = 64
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
    let surely = query.isLatin ? Self.personsCompared : 3 * Self.personsCompared
    let mostMissed = query.isLatin ? Self.personsMissed : Self.foreignPersonsMissed
    while scratch.takeBest(Self.personsSorted) {
      for place in scratch.best.indices {
        if compared >= surely && misses >= mostMissed || compared >= Self.mostCompared {
          return found
        }
        let index = Int(scratch.best[place])
        let score = score(index, query, &scratch)
        compared += 1
        misses = score >= NameKnowledge.threshold ? 0 : misses + 1
        if score >= NameKnowledge.threshold { found.append((name(index), score)) }
      }
    }
    return found
  }

  /// What the comparison with a name comes to, 0 where its words rule it out.
  private func score(_ index: Int, _ query: PersonQuery, _ scratch: inout SearchScratch) -> Int {
    let name = name(index)
    let shared = scratch.words[index]
    return withPerson(name) { words, letters in
      guard
        shared & Self.isWhole != 0
          || PersonBound(query, sharing: shared).mayReach(
            NameKnowledge.threshold, words, letters, initials: Int(name.initials))
      else { return 0 }
      return scratch.measure.score(
        query.form.words.span, query.form.pool.span, words, letters,
        sharing: shared & Self.isWhole != 0 ? .max : shared)
    }
  }

  // MARK: - Names

  /// Counts for each name the words of the query that it holds.
  private func countNames(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    // What a name shares first is what counts for its rank. Few words of one script are alike.
    // Single words come before two taken together, which would count for both of them.
    if !query.isLatin {
      scratch.keepNearest()
      scratch.met.sort { left, right in
        let (one, two) = (left.bits.nonzeroBitCount, right.bits.nonzeroBitCount)
        return one == two ? left.worth > right.worth : one < two
      }
    }
    let common = commonSlot(query, scratch)
    for place in scratch.met.indices {
      let met = scratch.met[place]
      guard met.slot != common else { continue }
      count(met, isKnownOnly: false, &scratch)
    }
    countJoined(query, &scratch)
    guard common >= 0 else { return }
    for place in scratch.met.indices where scratch.met[place].slot == common {
      count(scratch.met[place], isKnownOnly: true, &scratch)
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
    _ met: SearchScratch.MetWord, isKnownOnly: Bool, _ scratch: inout SearchScratch
  ) {
    let bit = met.bits
    withNames(met.names) { list in
      for index in list.indices {
        let posting = NamePosting(bits: list[index])
        let mayDo = posting.mayDoWithOne
        if isKnownOnly, !mayDo, scratch.words[posting.name] == 0 { continue }
        scratch.count(posting.name, mayDo ? bit | Self.mayDoWithOne : bit, worth: met.worth)
      }
    }
  }

  /// Counts names that write two words of the query together, or one of it as two.
  private func countJoined(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    let (words, pool) = (query.form.words.span, query.form.pool.span)
    func count(_ key: UInt64, _ bits: UInt16, _ scratch: inout SearchScratch) {
      nameTable.with(nameTable.range(of: key)) { list in
        for index in list.indices { scratch.count(Int(list[index]), bits, worth: 400) }
      }
    }
    let keyed = query.slots.map(\.lowerBound)
    for (slot, index) in keyed.enumerated() {
      count(PersonKeys.pair(words[index]), 1 << UInt16(slot), &scratch)
      guard words[index].script != Script.latin.number else { continue }
      scratch.keys.removeAll(keepingCapacity: true)
      PersonKeys.appendPairSound(words[index], pool, to: &scratch.keys)
      for place in scratch.keys.indices { count(scratch.keys[place], 1 << UInt16(slot), &scratch) }
    }
    guard !keyed.isEmpty, keyed.count <= PersonKeys.mostJoined else { return }
    count(PersonKeys.whole(words, pool, keyed[...]), Self.isWhole, &scratch)
    for slot in keyed.indices.dropLast() {
      let key = PersonKeys.together(words, pool, keyed[slot...slot + 1])
      wordTable.with(wordTable.range(of: key)) { found in
        for position in found.indices {
          withNames(names(holding: Int(found[position].lexeme))) { list in
            for index in list.indices {
              scratch.count(NamePosting(bits: list[index]).name, 3 << UInt16(slot), worth: 400)
            }
          }
        }
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
    withSummaries { summaries in
      for place in scratch.touched.indices {
        let index = scratch.touched[place]
        let shared = scratch.words[Int(index)]
        let summary = summaries[Int(index)]
        guard isChosen(shared, summary, query) else { continue }
        let rank = rank(shared, summary, worth: Int(scratch.weights[Int(index)]), query)
        // The lower index first among equals.
        scratch.ranks.append(UInt64(rank) << 32 | UInt64(UInt32.max - index))
      }
    }
  }

  @inline(__always)
  private func isChosen(_ shared: UInt16, _ name: PersonSummary, _ query: PersonQuery) -> Bool {
    if shared & Self.isWhole != 0 || (shared & 0x3FFF).nonzeroBitCount >= 2 { return true }
    guard query.slots.count > 1, query.isLatin else {
      // A Korean given name is one word here and two syllables there.
      return shared & Self.mayDoWithOne != 0 || name.keyedWords <= (query.isKorean ? 3 : 2)
    }
    return shared & Self.mayDoWithOne != 0 && name.initials > 0
  }

  /// What the shared words are worth, less for words on both sides that have no partner: those that
  /// share most are compared first.
  @inline(__always)
  private func rank(
    _ shared: UInt16, _ name: PersonSummary, worth: Int, _ query: PersonQuery
  ) -> Int {
    if shared & Self.isWhole != 0 { return 60_000 }
    let words = (shared & 0x3FFF).nonzeroBitCount
    let (left, right) = (query.slots.count - words, name.keyedWords - words)
    let contradicted = max(0, min(left, right - query.initials, left - name.initials))
    let omitted = max(0, max(left, right))
    return max(0, 20_000 + worth - 600 * contradicted - 40 * omitted)
  }
}
