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
  /// No more are compared, whatever they share.
  private static let mostCompared = 512
  /// A word that more names hold is looked for only in names that share another word.
  private static let commonWord = 400
  /// Across scripts keys are shared by many words.
  private static let mostWordsOfAKey = 20_000

  func persons(
    for form: PersonForm, _ scratch: inout SearchScratch
  ) -> [(name: StoredName, score: Int)] {
    let query = PersonQuery(form)
    scratch.measure.begin()
    findWords(query, &scratch)
    countNames(query, &scratch)
    guard !scratch.touched.isEmpty else { return [] }
    choose(query, &scratch)
    sortChosen(query, &scratch)
    var found: [(name: StoredName, score: Int)] = []
    var misses = 0
    for place in scratch.chosen.indices {
      let index = scratch.chosen[place]
      if place >= (query.isLatin ? Self.personsCompared : 3 * Self.personsCompared),
        misses >= Self.personsMissed
      {
        break
      }
      let name = self.name(Int(index))
      let shared = scratch.words[Int(index)]
      let score = withPerson(name) { words, letters in
        guard
          shared & Self.isWhole != 0
            || PersonBound(query, sharing: shared).mayReach(
              NameKnowledge.threshold, words, letters, initials: Int(name.initials))
        else { return 0 }
        return scratch.measure.score(
          form.words.span, form.pool.span, words, letters,
          sharing: shared & Self.isWhole != 0 ? .max : shared)
      }
      if score >= NameKnowledge.threshold {
        found.append((name, score))
        misses = 0
      } else {
        misses += 1
      }
    }
    return found
  }

  // MARK: - Words

  /// Fills in which words of the list may be words of the query.
  private func findWords(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    scratch.met.removeAll(keepingCapacity: true)
    for (slot, readings) in query.slots.enumerated() {
      for index in readings { meet(query.form, index, 1 << UInt16(slot), slot, &scratch) }
    }
    for (place, index) in query.pairs.words.indices.enumerated() {
      meet(query.pairs, index, 3 << UInt16(place), place, &scratch)
    }
  }

  /// Takes down which words of the list are alike to one of the query.
  private func meet(
    _ form: PersonForm, _ index: Int, _ bits: UInt16, _ slot: Int, _ scratch: inout SearchScratch
  ) {
    let word = form.words[index]
    let known = WordMemory.Word(word, form.pool.span)
    let range = scratch.memory.range(of: known) ?? find(form, index, known, &scratch)
    for place in range {
      let alike = scratch.memory[place]
      scratch.met.append(
        SearchScratch.MetWord(
          slot: slot, bits: bits, names: names(holding: Int(alike.lexeme)),
          worth: UInt16(max(Int(alike.likeness), 40) * word.weight / 16)))
    }
  }

  private func find(
    _ form: PersonForm, _ index: Int, _ known: WordMemory.Word, _ scratch: inout SearchScratch
  ) -> Range<Int> {
    scratch.beginWord()
    scratch.memory.begin()
    withLexemes { lexemes, letters in
      withSounds { ranges, sounds in
        find(form, index, lexemes, letters, ranges, sounds, &scratch)
      }
    }
    return scratch.memory.keep(known)
  }

  private func find(
    _ form: PersonForm, _ index: Int, _ lexemes: Span<PersonWord>, _ letters: Span<UInt8>,
    _ soundRanges: Span<UInt32>, _ sounds: Span<UInt8>, _ scratch: inout SearchScratch
  ) {
    let (words, pool) = (form.words.span, form.pool.span)
    let word = words[index]
    let prepared = PreparedWord(word, pool)
    let traits = WordTraits(word)
    let isLatin = word.script == Script.latin.number
    scratch.keys.removeAll(keepingCapacity: true)
    scratch.personKeys.append(word, pool, isQuery: true, to: &scratch.keys)
    for place in scratch.keys.indices {
      let range = wordTable.range(of: scratch.keys[place])
      guard !range.isEmpty, range.count <= Self.mostWordsOfAKey else { continue }
      wordTable.with(range) { found in
        for position in found.indices {
          let number = Int(found[position].lexeme)
          guard traits.mayBeAlike(found[position].traits), scratch.looksAt(number) else { continue }
          let lexeme = lexemes[number]
          // Words of other scripts are few on a list: names that hold two are compared anyway.
          let isForeign = isLatin && lexeme.script != word.script
          let likeness =
            isForeign
            ? WordMeasure.quickLikeness(word, pool, lexeme, letters)
            : scratch.measure.words.likeness(
              of: prepared, pool, lexeme, letters,
              sound: sounds.extracting(
                Int(soundRanges[number])..<Int(soundRanges[number + 1])))
          // Where words are not parted by spaces, one may hold several.
          let isOpen =
            word.script != lexeme.script && (word.mayHoldSeveral || lexeme.mayHoldSeveral)
          guard likeness >= WordMeasure.leastLikeness || isOpen else { continue }
          scratch.memory.append(number, likeness: likeness)
        }
      }
    }
  }

  // MARK: - Names

  /// Counts for each name the words of the query that it holds.
  private func countNames(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    // What a name shares first is what counts for its rank. Few words of one script are alike.
    if !query.isLatin { scratch.met.sort { $0.worth > $1.worth } }
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
    scratch.chosen.removeAll(keepingCapacity: true)
    for index in scratch.touched {
      let shared = scratch.words[Int(index)]
      let words = (shared & 0x3FFF).nonzeroBitCount
      if shared & Self.isWhole != 0 || words >= 2 {
        scratch.chosen.append(index)
      } else if shared & Self.mayDoWithOne != 0 {
        let stored = name(Int(index))
        if query.slots.count < 2 || !query.isLatin || stored.initials > 0 {
          scratch.chosen.append(index)
        }
      } else if query.slots.count < 2 && query.initials > 0 || !query.isLatin {
        if name(Int(index)).keyedWords <= 2 { scratch.chosen.append(index) }
      }
    }
  }

  /// Puts the candidates that share most with the query first, and drops the rest where there are
  /// very many.
  private func sortChosen(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    scratch.ranks.removeAll(keepingCapacity: true)
    for index in scratch.chosen {
      let rank = rank(Int(index), query, scratch)
      // The lower index first among equals.
      scratch.ranks.append(UInt64(rank) << 32 | UInt64(UInt32.max - index))
    }
    scratch.keepBest(Self.mostCompared)
    scratch.ranks.sort(by: >)
    scratch.chosen.removeAll(keepingCapacity: true)
    for rank in scratch.ranks.prefix(Self.mostCompared) {
      scratch.chosen.append(UInt32.max - UInt32(truncatingIfNeeded: rank))
    }
  }

  /// What the shared words are worth, less for words on both sides that have no partner.
  private func rank(_ index: Int, _ query: PersonQuery, _ scratch: SearchScratch) -> Int {
    let shared = scratch.words[index]
    if shared & Self.isWhole != 0 { return 60_000 }
    let words = (shared & 0x3FFF).nonzeroBitCount
    let stored = name(index)
    let (left, right) = (query.slots.count - words, Int(stored.keyedWords) - words)
    let contradicted = max(0, min(left, right - query.initials, left - Int(stored.initials)))
    let omitted = max(0, max(left, right))
    return max(0, 20_000 + Int(scratch.weights[index]) - 600 * contradicted - 40 * omitted)
  }
}
