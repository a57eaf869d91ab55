/// An identity among many that may be the one asked for.
struct NameHit: Sendable, Hashable {
  let identity: Int
  /// From 0 to 100; 100 for one that shares a number or an address.
  var score: Int
}

extension CompiledNames {
  /// How many names of persons are held against the query at most, the best sharing first.
  private static let comparedPersons = 64
  /// The same across scripts, where keys are shared by more words.
  private static let comparedForeign = 128
  /// Beyond so many, only names that share at least a sixth of what the best shares.
  private static let surelyCompared = 12
  /// The same for bodies, whose comparison takes longer.
  private static let comparedBodies = 160
  /// A key under which so many names are filed tells too little to look at all of them.
  private static let mostPostings = 40_000
  /// The same for keys by sound and parts of words, which words share that are not alike.
  private static let mostLoosePostings = 2_500

  /// The identities that may be the one asked for, the best first, before countries, kinds and
  /// numbers are weighed.
  func hits(
    for query: IdentityProfile, knowledge: NameKnowledge, _ scratch: inout SearchScratch
  ) -> [NameHit] {
    var best: [UInt32: Int] = [:]
    func offer(_ identity: UInt32, _ score: Int) {
      if score > best[identity] ?? -1 { best[identity] = score }
    }
    for key in IndexKeys.certain(query) {
      withPostings(postings(of: key)) { found in
        for index in found.indices { offer(name(Int(found[index])).identity, 100) }
      }
    }
    if query.isMaybePerson {
      for form in query.personForms {
        scratch.clear()
        for (name, score) in persons(for: form, &scratch) { offer(name.identity, score) }
      }
    }
    for (index, parsed) in query.parsed.enumerated() {
      scratch.clear()
      for name in bodies(for: query.parsedKeys[index], &scratch) {
        guard let stored = self.parsed(name) else { continue }
        let verdict = knowledge.bodyVerdict(parsed, stored, explains: false)
        if verdict.verdict != .different { offer(name.identity, verdict.score) }
      }
    }
    return best.map { NameHit(identity: Int($0.key), score: $0.value) }
      .sorted { $0.score == $1.score ? $0.identity < $1.identity : $0.score > $1.score }
  }

  // MARK: - Persons

  private func persons(
    for form: PersonForm, _ scratch: inout SearchScratch
  ) -> [(name: StoredName, score: Int)] {
    let keyed = gather(form, &scratch)
    guard !scratch.touched.isEmpty else { return [] }
    let isLatin = form.words.allSatisfy { $0.script == Script.latin.number }
    let hasInitial = form.words.contains { $0.flags.contains(.isInitial) }
    var chosen = choose(scratch, keyed: keyed, hasInitial: hasInitial, isLatin: isLatin)
    keepBest(&chosen, isLatin ? Self.comparedPersons : Self.comparedForeign, scratch)
    var found: [(name: StoredName, score: Int)] = []
    let (words, pool) = (form.words.span, form.pool.span)
    scratch.measure.begin()
    for index in chosen {
      let name = self.name(Int(index))
      let shared = scratch.words[Int(index)]
      let score = withPerson(name) {
        scratch.measure.score(words, pool, $0, $1, sharing: shared & 0x8000 != 0 ? .max : shared)
      }
      if score >= NameKnowledge.threshold { found.append((name, score)) }
    }
    return found
  }

  /// Counts for each stored name the words of the query with which it shares a key, and returns
  /// how many words of the query have keys.
  private func gather(_ form: PersonForm, _ scratch: inout SearchScratch) -> Int {
    let (words, pool) = (form.words.span, form.pool.span)
    var keyed: [Int] = []
    var slot = -1
    for index in words.indices {
      let word = words[index]
      if word.flags.contains(.isParticle) { continue }
      if !word.isReading {
        guard word.length > 1, keyed.count < 14 else { continue }
        keyed.append(index)
        slot += 1
      }
      guard slot >= 0 else { continue }
      scratch.keys.removeAll(keepingCapacity: true)
      scratch.personKeys.append(word, pool, isQuery: true, to: &scratch.keys)
      let firm = scratch.personKeys.firmKeys
      let isForeign = word.script != Script.latin.number
      for place in scratch.keys.indices {
        count(
          scratch.keys[place], UInt16(1) << slot,
          most: place < firm || isForeign ? Self.mostPostings : Self.mostLoosePostings, &scratch)
      }
    }
    if keyed.count > 1, keyed.count <= 6 {
      for place in keyed.indices.dropLast() {
        let key = PersonKeys.joined(words, pool, keyed[place...place + 1])
        count(key, UInt16(3) << place, &scratch)
      }
    }
    if !keyed.isEmpty {
      let whole = PersonKeys.whole(PersonKeys.joined(words, pool, keyed[...]))
      count(whole, 0x8000, &scratch)
    }
    return keyed.count
  }

  private func count(
    _ key: UInt64, _ bits: UInt16, most: Int = CompiledNames.mostPostings,
    _ scratch: inout SearchScratch
  ) {
    let range = postings(of: key)
    guard !range.isEmpty, range.count <= most else { return }
    let weight = UInt16(2000 / (10 + range.count) + 1)
    withPostings(range) { found in
      for index in found.indices {
        let name = Int(found[index])
        let known = scratch.words[name]
        if known == 0 { scratch.touched.append(found[index]) }
        scratch.words[name] = known | bits
        scratch.weights[name] = min(scratch.weights[name] + weight, 30_000)
      }
    }
  }

  /// Names that share two words with the query, or the one word of both.
  ///
  /// One word of two is the name of many and never enough; across scripts one word may stand for
  /// two.
  private func choose(
    _ scratch: SearchScratch, keyed: Int, hasInitial: Bool, isLatin: Bool
  ) -> [UInt32] {
    var chosen: [UInt32] = []
    for index in scratch.touched {
      let shared = scratch.words[Int(index)]
      if shared & 0x8000 != 0 || shared.nonzeroBitCount >= 2 {
        chosen.append(index)
      } else if keyed < 2 || !isLatin {
        // An initial shares no key and may stand for any word.
        let stored = name(Int(index)).keyedWords
        if stored < 2 || stored == 2 && (hasInitial || !isLatin) { chosen.append(index) }
      }
    }
    return chosen
  }

  /// Leaves the names that share most with the query, the best first.
  private func keepBest(_ chosen: inout [UInt32], _ most: Int, _ scratch: SearchScratch) {
    guard chosen.count > Self.surelyCompared else { return }
    var top = 0
    for index in chosen { top = max(top, rank(index, scratch)) }
    let floor = top / 6
    var kept = chosen.filter { rank($0, scratch) >= floor }
    if kept.count < Self.surelyCompared { kept = chosen }
    kept.sort { left, right in
      let (first, second) = (rank(left, scratch), rank(right, scratch))
      return first == second ? left < right : first > second
    }
    chosen = Array(kept.prefix(most))
  }

  private func rank(_ name: UInt32, _ scratch: SearchScratch) -> Int {
    // A rare key says more than a common one, and a further word as much as a key that is filed
    // under fifty names.
    32 * scratch.words[Int(name)].nonzeroBitCount + Int(scratch.weights[Int(name)])
  }

  // MARK: - Bodies

  private func bodies(for keys: [UInt64], _ scratch: inout SearchScratch) -> [StoredName] {
    for key in keys { count(key, 1, &scratch) }
    var chosen = scratch.touched
    keepBest(&chosen, Self.comparedBodies, scratch)
    return chosen.map { name(Int($0)) }
  }
}
