/// Finds, among many identities, those that may be the one asked for.
///
/// Candidates share a word, its consonants, its beginning or end, a place with a function, or an
/// identifier; the rarest keys speak first, and only the best candidates are compared.
public struct IdentityIndex: Sendable {
  private let profiles: [IdentityProfile]
  private let knowledge: NameKnowledge
  /// From key to its range in `postings`.
  private let ranges: [UInt64: Range<Int32>]
  private let postings: [Int32]
  /// How many candidates are compared for one query.
  private static let comparisons = 48
  /// How many candidates are gathered, the rarest keys first, before the best are chosen.
  private static let gathered = 4000

  public var count: Int { profiles.count }

  public init(_ profiles: [IdentityProfile], knowledge: NameKnowledge) {
    self.profiles = profiles
    self.knowledge = knowledge
    var filed: [(key: UInt64, profile: Int32)] = []
    for (index, profile) in profiles.enumerated() {
      for key in IndexKeys(profile).keys { filed.append((key, Int32(index))) }
    }
    filed.sort { $0.key == $1.key ? $0.profile < $1.profile : $0.key < $1.key }
    var ranges: [UInt64: Range<Int32>] = [:]
    var start = 0
    while start < filed.count {
      var end = start + 1
      while end < filed.count, filed[end].key == filed[start].key { end += 1 }
      ranges[filed[start].key] = Int32(start)..<Int32(end)
      start = end
    }
    self.ranges = ranges
    postings = filed.map(\.profile)
  }

  /// The identities that are or may be the one asked for, best first, in a fixed order.
  public func matches(
    for query: IdentityProfile, limit: Int = 20
  ) -> [(index: Int, comparison: IdentityComparison)] {
    var found: [(index: Int, comparison: IdentityComparison)] = []
    for candidate in candidates(for: query) {
      let comparison = knowledge.compare(query, profiles[candidate], explains: false)
      if comparison.verdict != .different { found.append((candidate, comparison)) }
    }
    found.sort { left, right in
      let first = left.comparison
      let second = right.comparison
      if first.verdict != second.verdict { return first.verdict > second.verdict }
      if first.strength != second.strength { return first.strength > second.strength }
      return left.index < right.index
    }
    return found.prefix(limit).map { match in
      (match.index, knowledge.compare(query, profiles[match.index]))
    }
  }

  /// Weighs each key by its rarity and adds up; ties go to the earlier entry.
  private func candidates(for query: IdentityProfile) -> [Int] {
    let keyed = IndexKeys(query).keys.compactMap { ranges[$0] }
      .sorted { $0.count == $1.count ? $0.lowerBound < $1.lowerBound : $0.count < $1.count }
    var scores = [UInt16](repeating: 0, count: profiles.count)
    var touched: [Int32] = []
    for (position, range) in keyed.enumerated() {
      if touched.count + range.count > Self.gathered, position > 0 { break }
      let weight = UInt16(2000 / (10 + range.count) + 1)
      for place in range {
        let profile = postings[Int(place)]
        let score = scores[Int(profile)]
        if score == 0 { touched.append(profile) }
        scores[Int(profile)] = min(score + weight, 4095)
      }
    }
    guard touched.count > Self.comparisons else { return touched.sorted().map { Int($0) } }
    var histogram = [Int](repeating: 0, count: 4096)
    for profile in touched { histogram[Int(scores[Int(profile)])] += 1 }
    var threshold = 4095
    var above = histogram[threshold]
    while threshold > 1, above + histogram[threshold - 1] <= Self.comparisons {
      threshold -= 1
      above += histogram[threshold]
    }
    var chosen = touched.filter { Int(scores[Int($0)]) >= threshold }
    if chosen.count < Self.comparisons {
      let tied = touched.filter { Int(scores[Int($0)]) == threshold - 1 }.sorted()
      chosen += tied.prefix(Self.comparisons - chosen.count)
    }
    return chosen.sorted().map { Int($0) }
  }
}
