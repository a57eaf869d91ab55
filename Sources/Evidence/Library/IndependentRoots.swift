/// How many independent voices speak in a number of sources, each with its roots of derivation.
///
/// Sources are independent of each other if they share no root; counted is the largest number of
/// sources of which no two share one. So a further source never lowers the count, and one that
/// derives from a source that is counted already never raises it.
public struct IndependentRoots: Sendable, Hashable {
  /// Known to be independent of each other.
  public let atLeast: Int
  /// More cannot be; the same as `atLeast` except where very many sources rest on several roots.
  public let atMost: Int

  /// Sources with several roots beyond which the count is no longer exact.
  static let limit = 16

  public init(_ sources: [Set<String>]) {
    let sets = Set(sources.filter { !$0.isEmpty })
    // One root alone is never a worse choice than what holds it besides others.
    let single = sets.filter { $0.count == 1 }.reduce(into: Set<String>()) { $0.formUnion($1) }
    let several = sets.filter { $0.isDisjoint(with: single) }
      .sorted {
        ($0.count, $0.sorted().joined(separator: "\n")) < (
          $1.count, $1.sorted().joined(separator: "\n")
        )
      }
    if several.count <= IndependentRoots.limit {
      atLeast = single.count + IndependentRoots.most(several[...], without: [])
      atMost = atLeast
    } else {
      var taken: Set<String> = []
      var count = 0
      for set in several where set.isDisjoint(with: taken) {
        taken.formUnion(set)
        count += 1
      }
      let roots = several.reduce(into: Set<String>()) { $0.formUnion($1) }
      atLeast = single.count + count
      atMost = single.count + min(several.count, roots.count / 2)
    }
  }

  private static func most(_ sets: ArraySlice<Set<String>>, without taken: Set<String>) -> Int {
    guard let first = sets.first else { return 0 }
    let rest = sets.dropFirst()
    let left = most(rest, without: taken)
    guard first.isDisjoint(with: taken) else { return left }
    return max(left, 1 + most(rest, without: taken.union(first)))
  }

  public var words: String {
    let count = atLeast == atMost ? "\(atLeast)" : "\(atLeast) to \(atMost)"
    return "\(count) independent \(atMost == 1 ? "root" : "roots")"
  }
}
