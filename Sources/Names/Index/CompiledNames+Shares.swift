/// Which names may hold two words of a query, before words are measured.
extension CompiledNames {
  /// What two words are taken to be worth that are written together in the other name.
  private static let worthOfJoined = 92

  /// Finds names that write two words of the query together, or one of it as two.
  func findJoined(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    scratch.joined.removeAll(keepingCapacity: true)
    let form = query.form
    let (words, pool) = (form.words.span, form.pool.span)
    func add(_ names: Range<Int>, _ bits: UInt16, worth: Int, areHolders: Bool = false) {
      guard !names.isEmpty else { return }
      scratch.joined.append(
        SearchScratch.JoinedNames(
          names: names, areHolders: areHolders, bits: bits, worth: UInt16(worth)))
    }
    let keyed = query.slots.map(\.lowerBound)
    for (slot, index) in keyed.enumerated() {
      let worth = Self.worthOfJoined * query.weights[slot] / 16
      let bits = 1 << UInt16(slot) as UInt16
      add(nameTable.range(of: PersonKeys.pair(words[index])), bits, worth: worth)
      guard words[index].script != Script.latin.number else { continue }
      scratch.keys.removeAll(keepingCapacity: true)
      PersonKeys.appendPairSound(words[index], pool, to: &scratch.keys)
      for place in scratch.keys.indices {
        add(nameTable.range(of: scratch.keys[place]), bits, worth: worth)
      }
    }
    guard !keyed.isEmpty, keyed.count <= PersonKeys.mostJoined else { return }
    let whole = nameTable.range(of: PersonKeys.whole(words, pool, keyed[...]))
    add(whole, Self.isWhole, worth: 0)
    if !query.isLatin, keyed.count > 1 {
      scratch.keys.removeAll(keepingCapacity: true)
      scratch.personKeys.appendWholeSound(words, pool, keyed[...], to: &scratch.keys)
      for place in scratch.keys.indices {
        add(nameTable.range(of: scratch.keys[place]), Self.isWhole, worth: 0)
      }
    }
    for slot in keyed.indices.dropLast() {
      let key = PersonKeys.together(words, pool, keyed[slot...slot + 1])
      let worth = Self.worthOfJoined * (query.weights[slot] + query.weights[slot + 1]) / 16
      wordTable.with(wordTable.range(of: key)) { found in
        for position in found.indices {
          add(
            names(holding: Int(found[position].lexeme)), 3 << UInt16(slot), worth: worth,
            areHolders: true)
        }
      }
    }
  }

  /// Hands over names that write words together.
  func withNames<Result>(
    of joined: SearchScratch.JoinedNames, _ body: (Span<UInt32>) -> Result
  ) -> Result {
    joined.areHolders ? withNames(joined.names, body) : nameTable.with(joined.names, body)
  }

  /// Tells which names hold two words of the query, and measures the words that are sought where they
  /// stand in a name that may.
  func findShares(_ query: PersonQuery, _ scratch: inout SearchScratch) {
    scratch.shares.begin()
    let isSought = scratch.sought.reduce(into: 0 as UInt16) { $0 |= $1.areTwo ? 0 : $1.bits }
    let slots = query.slots.indices.sorted {
      (isSought & 1 << UInt16($0) == 0 ? 0 : 1, $0) < (isSought & 1 << UInt16($1) == 0 ? 0 : 1, $1)
    }
    for (place, slot) in slots.enumerated() {
      if isSought & 1 << UInt16(slot) != 0 {
        scratch.shares.beginLater()
        for later in slots[(place + 1)...] { noteLater(1 << UInt16(later), &scratch) }
        // Of two words the two together leave nothing.
        for pair in query.slots.indices.dropLast()
        where query.slots.count > 2 && pair != slot && pair + 1 != slot {
          noteLater(3 << UInt16(pair), &scratch)
        }
        measureSought(1 << UInt16(slot), query, &scratch)
      }
      forEachHolders(of: 1 << UInt16(slot), &scratch) { holders, scratch in
        scratch.shares.note(holders: holders, isLatin: query.isLatin)
      }
      for joined in scratch.joined where joined.bits == 1 << UInt16(slot) {
        withNames(of: joined) { scratch.shares.note($0) }
      }
      scratch.shares.closeWord()
    }
    if !scratch.sought.isEmpty { scratch.shares.beginLater() }
    for slot in query.slots.indices.dropLast() {
      measureSought(3 << UInt16(slot), query, &scratch)
      // Of two words the two together are all.
      forEachHolders(of: 3 << UInt16(slot), &scratch) { holders, scratch in
        if query.slots.count > 2 {
          scratch.shares.join(holders: holders)
        } else {
          scratch.shares.insert(holders: holders)
        }
      }
    }
    for joined in scratch.joined
    where joined.bits.nonzeroBitCount > 1 || joined.bits == Self.isWhole {
      withNames(of: joined) {
        if joined.areHolders {
          scratch.shares.insert(holders: $0)
        } else {
          scratch.shares.insert($0)
        }
      }
    }
  }

  /// Notes who may hold words of the query, by what shares a key with them.
  private func noteLater(_ bits: UInt16, _ scratch: inout SearchScratch) {
    forEachHolders(of: bits, &scratch) { $1.shares.noteLater(holders: $0) }
    for number in scratch.sought.indices where scratch.sought[number].bits == bits {
      for place in scratch.sought[number].gathered {
        withNames(names(holding: scratch.lookedAt[place].lexeme)) {
          scratch.shares.noteLater(holders: $0)
        }
      }
    }
    for joined in scratch.joined where joined.bits == bits {
      withNames(of: joined) {
        if joined.areHolders {
          scratch.shares.noteLater(holders: $0)
        } else {
          scratch.shares.noteLater($0)
        }
      }
    }
  }

  private func measureSought(
    _ bits: UInt16, _ query: PersonQuery, _ scratch: inout SearchScratch
  ) {
    for number in scratch.sought.indices where scratch.sought[number].bits == bits {
      measure(scratch.sought[number], query, &scratch)
    }
  }

  /// Hands over the holders of each word of the list that is alike to some words of the query.
  private func forEachHolders(
    of bits: UInt16, _ scratch: inout SearchScratch,
    _ body: (Span<UInt32>, inout SearchScratch) -> Void
  ) {
    for place in scratch.met.indices where scratch.met[place].bits == bits {
      withNames(scratch.met[place].names) { body($0, &scratch) }
    }
  }
}
