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
  private static let comparisons = 96
  /// Keys shared by more identities than this say too little to gather candidates by.
  private static let commonest = 1200

  public var count: Int { profiles.count }

  public init(_ profiles: [IdentityProfile], knowledge: NameKnowledge) {
    self.profiles = profiles
    self.knowledge = knowledge
    var filed: [(key: UInt64, profile: Int32)] = []
    for (index, profile) in profiles.enumerated() {
      for key in IndexKeys(profile, knowledge: knowledge).keys { filed.append((key, Int32(index))) }
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
      let comparison = knowledge.compare(query, profiles[candidate])
      if comparison.verdict != .different { found.append((candidate, comparison)) }
    }
    found.sort { left, right in
      let first = left.comparison
      let second = right.comparison
      if first.verdict != second.verdict { return first.verdict > second.verdict }
      if first.strength != second.strength { return first.strength > second.strength }
      return left.index < right.index
    }
    return Array(found.prefix(limit))
  }

  /// Weighs each key by its rarity and adds up; ties go to the earlier entry.
  private func candidates(for query: IdentityProfile) -> [Int] {
    var scores: [Int32: Int] = [:]
    let keyed = IndexKeys(query, knowledge: knowledge).keys.compactMap { ranges[$0] }
      .sorted { $0.count == $1.count ? $0.lowerBound < $1.lowerBound : $0.count < $1.count }
    for (position, range) in keyed.enumerated() {
      if range.count > Self.commonest, position > 0 { break }
      let weight = 2000 / (10 + range.count) + 1
      for index in range { scores[postings[Int(index)], default: 0] += weight }
    }
    return scores.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .prefix(Self.comparisons).map { Int($0.key) }
  }
}
