/// The search for bodies: names that share words of their own, or place and function, or concepts.
extension CompiledNames {
  /// So many names of bodies are looked at in any case, the best sharing first.
  private static let surelyLookedAt = 160
  /// Behind those, so many are looked at while few of them had to be compared.
  private static let mostLookedAt = 640
  private static let fewCompared = 48
  /// And comparing ends after so many in a row that are not the body.
  private static let missesInARow = 24
  /// Beyond so many, only names that share at least a sixth of what the best shares.
  private static let leastKept = 12
  /// A key under which so many names are filed tells too little to look at all of them.
  private static let mostPostings = 40_000
  /// Words of its own by which a body is looked for, one bit each.
  private static let mostSlots = 13
  private static let isWhole: UInt16 = 0x8000
  /// Shares place, function or concepts.
  private static let isRelated: UInt16 = 0x4000

  func bodies(
    for query: ParsedName, _ keys: IndexKeys, knowledge: NameKnowledge,
    _ scratch: inout SearchScratch
  ) -> [(name: StoredName, score: Int)] {
    let sketch = BodySketch(query)
    var found: [(name: StoredName, score: Int)] = []
    var (compared, misses) = (0, 0)
    for (place, index) in candidates(for: query, keys, &scratch).enumerated() {
      let isEnough = compared >= Self.fewCompared || place >= Self.mostLookedAt
      if place >= Self.surelyLookedAt, isEnough, misses >= Self.missesInARow { break }
      misses += 1
      let name = name(Int(index))
      if self.sketch(name)?.isOther(than: sketch) ?? true { continue }
      guard let stored = parsed(name) else { continue }
      compared += 1
      let verdict = knowledge.bodyVerdict(query, stored, explains: false)
      guard verdict.verdict != .different else { continue }
      misses = 0
      found.append((name, verdict.score))
    }
    return found
  }

  /// The names that share most with the query, the best first.
  private func candidates(
    for query: ParsedName, _ keys: IndexKeys, _ scratch: inout SearchScratch
  ) -> [UInt32] {
    for key in keys.whole { count(key, Self.isWhole, &scratch) }
    for (slot, word) in keys.words.enumerated() {
      for key in word { count(key, 1 << UInt16(min(slot, Self.mostSlots)), &scratch) }
    }
    for key in keys.others { count(key, Self.isRelated, &scratch) }
    let slots = min(keys.words.count, Self.mostSlots + 1)
    let letters = query.folded.utf8.count
    // Short words without their vowels share no key with what they sound like.
    let isSkeleton = query.tokens.contains(where: \.isSkeleton)
    return ordered(scratch, among: query.isHan ? 10 : 6).filter { index in
      let name = self.name(Int(index))
      // Across scripts names meet by meaning.
      if query.isHan != (name.initials == StoredName.isHan) { return true }
      let shared = scratch.words[Int(index)]
      let words = (shared & 0x3FFF).nonzeroBitCount
      // Words of their own on both sides that find no partner are a contradiction, but for a slip.
      return shared & Self.isWhole != 0 || words >= min(slots, Int(name.keyedWords))
        || isSkeleton || words > 0 && abs(letters - Int(name.lettersCount)) <= 4
    }
  }

  private func count(_ key: UInt64, _ bit: UInt16, _ scratch: inout SearchScratch) {
    let range = nameTable.range(of: key)
    guard !range.isEmpty, range.count <= Self.mostPostings else { return }
    let weight = UInt16(2000 / (10 + range.count) + 1)
    nameTable.with(range) { found in
      for index in found.indices {
        let name = Int(found[index])
        let known = scratch.words[name]
        if known == 0 { scratch.touched.append(found[index]) }
        scratch.words[name] = known | bit
        scratch.weights[name] = min(scratch.weights[name] + weight, 30_000)
      }
    }
  }

  /// The names that share most with the query, the best first, and of those that share less than
  /// `share` of that none: where names meet by meaning, the best shares much with many.
  private func ordered(_ scratch: SearchScratch, among share: Int) -> [UInt32] {
    var top = 0
    for index in scratch.touched { top = max(top, rank(index, scratch)) }
    let floor = top / share
    var kept = scratch.touched.filter { rank($0, scratch) >= floor }
    if kept.count < Self.leastKept { kept = scratch.touched }
    kept.sort { left, right in
      let (first, second) = (rank(left, scratch), rank(right, scratch))
      return first == second ? left < right : first > second
    }
    return kept
  }

  private func rank(_ name: UInt32, _ scratch: SearchScratch) -> Int {
    32 + Int(scratch.weights[Int(name)])
  }
}
