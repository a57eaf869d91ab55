public import Names

/// How well names are told to be one, over labelled pairs, by group.
public struct NamePairsBenchmark {
  private let knowledge: NameKnowledge

  public init(_ knowledge: NameKnowledge) { self.knowledge = knowledge }

  /// From which score, of 100, two names count as found: the one threshold of all groups.
  public static var threshold: Int { NameKnowledge.threshold }

  /// The score of each group, by name; a pair counts as found where it is at least possible.
  public func scores(
    _ pairs: [LabelledPair], wrong: (LabelledPair, IdentityComparison) -> Void = { _, _ in }
  ) -> [NameGroupScore] {
    var scores: [String: NameGroupScore] = [:]
    for pair in pairs {
      let comparison = knowledge.compare(
        knowledge.profile(of: pair.left), knowledge.profile(of: pair.right))
      let isFound = comparison.verdict != .different
      scores[pair.group, default: NameGroupScore(pair.group)].add(
        isMatch: pair.isMatch, isFound: isFound)
      if isFound != pair.isMatch { wrong(pair, comparison) }
    }
    return scores.values.sorted { $0.group < $1.group }
  }
}
