/// Chooses the smallest set of answers that settles some rules.
///
/// Whether a rule is settled depends only on the answers that it reads, and each combination of
/// them is evaluated once.
struct QuestionChoice {
  /// As many answers that could stand for each other as are tried in every combination.
  static let exactLimit = 12

  private let rules: [Int]
  /// Cells in the order of their keys, with the number of rules that wait for each.
  private let candidates: [(cell: Int32, weight: Int)]
  /// Candidates that each rule reads.
  private let read: [[Int32]]
  private(set) var isExact = true

  init(
    rules: [Int], candidates: [Int32], weight: (Int32) -> Int, reads: (Int, Int32) -> Bool
  ) {
    self.rules = rules
    let read = rules.map { rule in candidates.filter { reads(rule, $0) } }
    self.read = read
    let all = Set(read.joined())
    self.candidates = candidates.filter(all.contains).map { ($0, weight($0)) }
  }

  /// The set; all candidates together must settle every rule.
  mutating func smallest(_ isSettled: (Int, [Int32]) -> Bool) -> [Int32] {
    // Without these, all others do not settle.
    var needed: Set<Int32> = []
    for (cell, _) in candidates {
      for (place, rule) in rules.enumerated() where read[place].contains(cell) {
        guard !isSettled(rule, read[place].filter({ $0 != cell })) else { continue }
        needed.insert(cell)
        break
      }
    }
    let open = rules.indices.filter { place in
      !isSettled(rules[place], read[place].filter(needed.contains))
    }
    let mattering = Set(open.flatMap { read[$0] })
    let optional = candidates.filter { mattering.contains($0.cell) && !needed.contains($0.cell) }
    var chosen: [Int32] = []
    if !open.isEmpty {
      isExact = optional.count <= QuestionChoice.exactLimit
      chosen =
        isExact
        ? exact(optional, open, needed, isSettled) : greedy(optional, open, needed, isSettled)
    }
    return (needed + chosen).sorted()
  }

  /// Every combination by growing size; of those that settle at the first size, the one for which
  /// most rules wait, then the first by key.
  private func exact(
    _ optional: [(cell: Int32, weight: Int)], _ open: [Int], _ needed: Set<Int32>,
    _ isSettled: (Int, [Int32]) -> Bool
  ) -> [Int32] {
    let masks = open.map { place in
      optional.indices.reduce(UInt32(0)) { mask, index in
        read[place].contains(optional[index].cell) ? mask | 1 << index : mask
      }
    }
    let always = open.map { read[$0].filter(needed.contains) }
    var settled: [[UInt32: Bool]] = open.map { _ in [:] }
    func settles(_ mask: UInt32) -> Bool {
      open.indices.allSatisfy { place in
        let own = mask & masks[place]
        if let known = settled[place][own] { return known }
        let cells = optional.indices.filter { own >> $0 & 1 == 1 }.map { optional[$0].cell }
        let result = isSettled(rules[open[place]], always[place] + cells)
        settled[place][own] = result
        return result
      }
    }
    for size in 1...max(1, optional.count) {
      var best: (weight: Int, mask: UInt32)?
      // The first by key has its least cells lowest, so bits are compared from the lowest.
      for mask in QuestionChoice.masks(of: size, among: optional.count) {
        let weight = optional.indices.reduce(0) {
          $0 + (mask >> $1 & 1 == 1 ? optional[$1].weight : 0)
        }
        if let best, best.weight > weight { continue }
        if let best, best.weight == weight, best.mask.comesBefore(mask) { continue }
        if settles(mask) { best = (weight, mask) }
      }
      if let best {
        return optional.indices.filter { best.mask >> $0 & 1 == 1 }.map { optional[$0].cell }
      }
    }
    return optional.map(\.cell)
  }

  /// Facts by the number of rules that wait, then without those that prove not to be needed.
  private func greedy(
    _ optional: [(cell: Int32, weight: Int)], _ open: [Int], _ needed: Set<Int32>,
    _ isSettled: (Int, [Int32]) -> Bool
  ) -> [Int32] {
    func settles(_ cells: [Int32]) -> Bool {
      let all = needed.union(cells)
      return open.allSatisfy { isSettled(rules[$0], read[$0].filter(all.contains)) }
    }
    let ranked = optional.sorted { left, right in
      (right.weight, left.cell) < (left.weight, right.cell)
    }.map(\.cell)
    var chosen: [Int32] = []
    for cell in ranked where !settles(chosen) { chosen.append(cell) }
    for cell in chosen.reversed() {
      let without = chosen.filter { $0 != cell }
      if settles(without) { chosen = without }
    }
    return chosen
  }

  /// All numbers below `1 << count` with `size` bits set, ascending (Gosper's hack).
  private static func masks(of size: Int, among count: Int) -> [UInt32] {
    guard size <= count else { return [] }
    var masks: [UInt32] = []
    var mask: UInt32 = (1 << size) - 1
    while mask < 1 << count {
      masks.append(mask)
      let low = mask & (~mask &+ 1)
      let next = mask + low
      mask = next | ((mask ^ next) >> 2) / low
    }
    return masks
  }
}

extension UInt32 {
  /// Whether the least bit in which two sets differ belongs to this one.
  fileprivate func comesBefore(_ other: UInt32) -> Bool {
    let difference = self ^ other
    return difference != 0 && self & (difference & (~difference &+ 1)) != 0
  }
}
