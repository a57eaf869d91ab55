internal import Formats

/// Which words of the list may be words of a query.
extension CompiledNames {
  /// From which likeness two neighbours of the query count as one word of a name.
  private static let leastJoined = 74
  /// Across scripts keys are shared by many words.
  private static let mostWordsOfAKey = 20_000

  /// Fills in which words of the list may be words of the query.
  func findWords(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    scratch.met.removeAll(keepingCapacity: true)
    scratch.sought.removeAll(keepingCapacity: true)
    scratch.lookedAt.removeAll(keepingCapacity: true)
    scratch.likenesses.begin()
    for (slot, readings) in query.slots.enumerated() {
      for index in readings {
        meet(query, index, areTwo: false, 1 << UInt16(slot), slot, &scratch)
      }
    }
    for (place, index) in query.pairs.words.indices.enumerated() {
      meet(query, index, areTwo: true, 3 << UInt16(place), place, &scratch)
    }
    findJoined(query, &scratch)
    guard query.needsTwo else { return }
    findShares(query, &scratch)
    if !scratch.sought.isEmpty { scratch.sortBySlot() }
  }

  /// Takes down which words of the list are alike to one of the query, or which may be where they
  /// stand beside another of its words.
  private func meet(
    _ query: PersonQuery, _ index: Int, areTwo: Bool, _ bits: UInt16, _ slot: Int,
    _ scratch: inout SearchScratch
  ) {
    let form = areTwo ? query.pairs : query.form
    let (word, pool) = (form.words[index], form.pool.span)
    let letters = pool.extracting(Int(word.start)..<Int(word.start) + Int(word.length))
    let known = WordMemory.Word(word, letters, areTwo: areTwo)
    if let range = scratch.memory.range(of: known, letters) {
      take(range, word, areTwo: areTwo, bits, slot, &scratch)
      return
    }
    scratch.memory.begin()
    let first = scratch.lookedAt.count
    if recall(word, letters, &scratch) {
    } else if query.needsTwo, !areTwo || query.slots.count > 2, !scratch.memory.isOften(known) {
      scratch.beginWord()
      gather(word, pool, &scratch)
      scratch.sought.append(
        SearchScratch.SoughtWord(
          index: index, areTwo: areTwo, bits: bits, slot: slot,
          gathered: first..<scratch.lookedAt.count))
      return
    } else {
      find(word, pool, floor: Self.least(areTwo: areTwo), &scratch)
    }
    take(
      scratch.memory.keep(known, letters), word, areTwo: areTwo, bits, slot, &scratch)
  }

  /// Two neighbours together are a word only if they are much like it.
  private static func least(areTwo: Bool) -> Int {
    areTwo ? leastJoined : WordMeasure.leastLikeness
  }

  /// Measures the words of the list that were gathered for a word of the query, those left out that
  /// stand in no name which may hold another one.
  func measure(
    _ sought: SearchScratch.SoughtWord, _ query: PersonQuery, _ scratch: inout SearchScratch
  ) {
    var end = sought.gathered.lowerBound
    for place in sought.gathered {
      let looked = scratch.lookedAt[place]
      let isAsked = withNames(names(holding: looked.lexeme)) {
        scratch.shares.areAsked(holders: $0, isLatin: query.isLatin)
      }
      guard isAsked else { continue }
      scratch.lookedAt[end] = looked
      end += 1
    }
    guard end > sought.gathered.lowerBound else { return }
    let form = sought.areTwo ? query.pairs : query.form
    let (word, pool) = (form.words[sought.index], form.pool.span)
    scratch.memory.begin()
    measure(
      word, pool, sought.gathered.lowerBound..<end, floor: Self.least(areTwo: sought.areTwo),
      &scratch)
    take(
      scratch.memory.sinceBegin, word, areTwo: sought.areTwo, sought.bits, sought.slot, &scratch)
    scratch.memory.drop()
  }

  /// Takes down words of the list that were found alike to a word of the query.
  private func take(
    _ range: Range<Int>, _ word: PersonWord, areTwo: Bool, _ bits: UInt16, _ slot: Int,
    _ scratch: inout SearchScratch
  ) {
    let least = Self.least(areTwo: areTwo)
    for place in range {
      let alike = scratch.memory[place]
      guard alike.likeness >= least || alike.isOpen else { continue }
      if areTwo || alike.isOpen {
        scratch.likenesses.noteJoined(alike.lexeme)
      } else {
        scratch.likenesses.note(alike.lexeme, slot, Int(alike.likeness))
      }
      scratch.met.append(
        SearchScratch.MetWord(
          slot: slot, bits: bits, names: names(holding: alike.lexeme),
          worth: UInt16(max(Int(alike.likeness), 40) * word.weight / 16),
          likeness: alike.likeness))
    }
  }

  /// Takes down what was found when the names were compiled, for words of the list that many names
  /// hold; false where nothing is kept.
  private func recall(
    _ word: PersonWord, _ letters: Span<UInt8>, _ scratch: inout SearchScratch
  ) -> Bool {
    guard let lexeme = lexeme(word, letters) else { return false }
    return withNeighbours(of: lexeme) { neighbours in
      for place in neighbours.indices {
        scratch.memory.append(WordMemory.Alike(bits: neighbours[place]))
      }
      return neighbours.count > 0
    }
  }

  /// The word of the list that is this very word.
  private func lexeme(_ word: PersonWord, _ letters: Span<UInt8>) -> Int? {
    // What may be cut off is alike to more words.
    guard letters.count > 1, !word.mayBeCut else { return nil }
    return withLexemes { lexemes, pool in
      wordTable.with(wordTable.range(of: PersonKeys.letters(of: word))) { found in
        for position in found.indices {
          let number = Int(found[position].lexeme)
          let lexeme = lexemes[number]
          guard lexeme.isSame(as: word) else { continue }
          let start = Int(lexeme.start)
          var isSame = true
          for place in letters.indices where pool[start + place] != letters[place] {
            isSame = false
            break
          }
          if isSame { return number }
        }
        return nil
      }
    }
  }

  /// Appends to the memory which words of the list are alike to a word.
  ///
  /// - Parameter floor: Words that are less alike are not looked for.
  func find(
    _ word: PersonWord, _ pool: Span<UInt8>, floor: Int = WordMeasure.leastLikeness,
    _ scratch: inout SearchScratch
  ) {
    let first = scratch.lookedAt.count
    scratch.beginWord()
    gather(word, pool, &scratch)
    measure(word, pool, first..<scratch.lookedAt.count, floor: floor, &scratch)
    scratch.lookedAt.removeLast(scratch.lookedAt.count - first)
  }

  /// Appends which words of the list share a key with a word and may be alike to it.
  private func gather(
    _ word: PersonWord, _ pool: Span<UInt8>, _ scratch: inout SearchScratch
  ) {
    let traits = WordTraits(word)
    scratch.keys.removeAll(keepingCapacity: true)
    let known = scratch.personKeys.append(word, pool, isQuery: true, to: &scratch.keys)
    for place in scratch.keys.indices {
      let range = wordTable.range(of: scratch.keys[place])
      guard !range.isEmpty, range.count <= Self.mostWordsOfAKey else { continue }
      // What is known to be one name need not sound like it: Ганна and `Hanna`.
      wordTable.with(range) { scratch.look(at: $0, like: traits, areKnown: place < known) }
    }
  }

  /// Appends to the memory which of the words that are looked at are alike to a word.
  private func measure(
    _ word: PersonWord, _ pool: Span<UInt8>, _ range: Range<Int>, floor: Int,
    _ scratch: inout SearchScratch
  ) {
    withLexemes { lexemes, letters in
      withCards { cards in
        withSounds { ranges, sounds in
          measure(word, pool, range, floor, lexemes, letters, cards, ranges, sounds, &scratch)
        }
      }
    }
  }

  private func measure(
    _ word: PersonWord, _ pool: Span<UInt8>, _ range: Range<Int>, _ floor: Int,
    _ lexemes: Span<PersonWord>, _ letters: Span<UInt8>, _ cards: Span<WordCard>,
    _ soundRanges: Span<UInt32>, _ sounds: Span<UInt8>, _ scratch: inout SearchScratch
  ) {
    scratch.measure.words.prepare(word, pool)
    var sieve = WordSieve(word, pool, floor: floor)
    // What is read of many words in turn is waited for together, so each step takes all of them.
    for place in range {
      let ways = sieve.ways(cards[scratch.lookedAt[place].lexeme])
      scratch.lookedAt[place].ways = ways
    }
    for place in range {
      let looked = scratch.lookedAt[place]
      guard looked.isKnown || !looked.ways.isEmpty else { continue }
      let number = looked.lexeme
      let lexeme = lexemes[number]
      var likeness = 0
      // What is equal shares one of the first keys.
      if looked.isKnown {
        likeness = WordMeasure.equality(word, pool, lexeme, letters).likeness
      }
      if likeness == 0, !looked.ways.isEmpty {
        likeness = scratch.measure.words.likeness(
          ofPrepared: word, pool, lexeme, letters, in: looked.ways, floor: floor,
          sound: sounds.extracting(Int(soundRanges[number])..<Int(soundRanges[number + 1])))
      }
      // Where words are not parted by spaces, one may hold several.
      let isOpen =
        word.script != lexeme.script && (word.mayHoldSeveral || lexeme.mayHoldSeveral)
      guard likeness >= floor || isOpen else { continue }
      scratch.memory.append(
        WordMemory.Alike(lexeme: number, likeness: likeness, isOpen: isOpen))
    }
  }
}
