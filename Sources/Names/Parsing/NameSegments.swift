/// Cuts a stretch of units into phrases of known meaning and what lies between them.
///
/// Of all cuts the one with the fewest unknown runs, the fewest unknown characters and then the
/// fewest phrases is taken: 阳光电子 is 阳光 and 电子, not 光电 between two strangers.
struct NameSegments {
  enum Segment {
    case meaning(Range<Int>, [Meanings.Entry])
    /// Han characters without a meaning of their own, or one word in letters.
    case unknown(Range<Int>)
  }

  let meanings: Meanings
  let units: [TextUnit]
  /// Where bodies known by name begin; elsewhere their phrases are words like others.
  let bodies: Set<Int>

  private enum Cost {
    static let phrase = 10
    static let filler = 5
    static let mark = 1
    static let single = 25
    static let run = 100
    static let character = 30
    static let never = 1 << 40
  }

  private struct Step {
    var cost = Cost.never
    var length = 0
    var entries: [Meanings.Entry] = []
  }

  /// The cut of `range`, whose units are neither taken nor numbers.
  func segments(of range: Range<Int>) -> [Segment] { cut(range, excluding: 0) ?? [] }

  /// The smaller phrases that a phrase consists of, where nothing of it is left over.
  func parts(of range: Range<Int>) -> [[Meanings.Entry]] {
    guard range.count > 1, let cut = cut(range, excluding: range.count) else { return [] }
    var parts: [[Meanings.Entry]] = []
    for segment in cut {
      guard case .meaning(let part, let entries) = segment else { return [] }
      // A single character says too little to be a part: 科 and 院.
      if units[part.lowerBound].isHan, part.count == 1 {
        guard entries.contains(where: { $0.kind == .body || $0.kind == .filler }) else { return [] }
      }
      if !entries.contains(where: { $0.kind == .filler }) { parts.append(entries) }
    }
    return parts.count > 1 ? parts : []
  }

  private func cut(_ range: Range<Int>, excluding excluded: Int) -> [Segment]? {
    let count = range.count
    // steps[i][0]: nothing unknown directly before; steps[i][1]: inside an unknown run.
    var steps = [[Step]](repeating: [Step(), Step()], count: count + 1)
    steps[count] = [Step(cost: 0), Step(cost: 0)]
    for offset in stride(from: count - 1, through: 0, by: -1) {
      let index = range.lowerBound + offset
      let found = meanings.matches(in: units, at: index)
      for state in 0...1 {
        let isInRun = state == 1 && !units[index].breakBefore
        var best = unknown(at: index, isInRun: isInRun, following: steps[offset + 1])
        for match in found
        where match.length <= count - offset && match.length != excluded
          && !isBroken(index..<index + match.length)
          && (bodies.contains(index) || !match.entries.contains { $0.kind == .named })
        {
          guard let cost = cost(of: match, at: index, in: range, isInRun: isInRun) else { continue }
          let total = cost + steps[offset + match.length][0].cost
          if total < best.cost || total == best.cost && match.length > best.length {
            best = Step(cost: total, length: match.length, entries: match.entries)
          }
        }
        steps[offset][state] = best
      }
    }
    return read(steps, range)
  }

  private func unknown(at index: Int, isInRun: Bool, following: [Step]) -> Step {
    guard units[index].isHan else {
      return Step(cost: Cost.run + following[0].cost, length: 1)
    }
    let start = isInRun ? 0 : Cost.run
    return Step(cost: start + Cost.character + following[1].cost, length: 1)
  }

  private func isBroken(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { units[$0].breakBefore }
  }

  /// What taking the phrase costs, or nil where a single character may not stand alone.
  private func cost(
    of match: Meanings.Match, at index: Int, in range: Range<Int>, isInRun: Bool
  ) -> Int? {
    guard units[index].isHan, match.length == 1 else { return Cost.phrase }
    if units[index].text == "第" || units[index].text == "号" { return Cost.mark }
    let next = index + 1
    let isFollowed = next < range.upperBound && !units[next].breakBefore
    let follows = !isInRun && index > range.lowerBound
    if match.entries.contains(where: { $0.kind == .filler }) {
      return follows && isFollowed ? Cost.filler : nil
    }
    if match.entries.contains(where: \.isContextual) { return Cost.single }
    guard follows || !isFollowed else { return nil }
    return isInRun ? Cost.single + 20 : Cost.single
  }

  private func read(_ steps: [[Step]], _ range: Range<Int>) -> [Segment]? {
    var segments: [Segment] = []
    var offset = 0
    var state = 0
    while offset < range.count {
      let step = steps[offset][state]
      guard step.length > 0 else { return nil }
      let index = range.lowerBound + offset
      let next = index..<index + step.length
      if !step.entries.isEmpty {
        segments.append(.meaning(next, step.entries))
        state = 0
      } else if units[index].isHan {
        if state == 1, !units[index].breakBefore, case .unknown(let run)? = segments.last {
          segments[segments.count - 1] = .unknown(run.lowerBound..<index + 1)
        } else {
          segments.append(.unknown(next))
        }
        state = 1
      } else {
        segments.append(.unknown(next))
        state = 0
      }
      offset += step.length
    }
    return segments
  }
}
