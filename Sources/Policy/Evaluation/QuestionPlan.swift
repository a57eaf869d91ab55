public import Facts

/// Which unknown facts to ask for, and what their answers would do; each confirmed by evaluation.
public struct QuestionPlan: Sendable {
  public struct Item: Sendable {
    public let key: FactKey
    /// Names of the rules that wait for it.
    public let rules: [String]
    /// Whether one of those rules is a red flag.
    public let isRedFlag: Bool
    /// The outcome if this one answer were unfavourable and all others were not known.
    public let ifUnfavourable: Outcome
    /// Titles of the rules that would then set the outcome.
    public let worst: [String]
  }

  /// Those that decide most come first: by the outcome that a bad answer would bring, then by the
  /// number of rules that wait, then by key.
  public let items: [Item]
  /// The outcome if all of them were answered favourably.
  public let ifAllFavourable: Outcome
  /// Whether no smaller set of answers settles the outcome. With more than twelve facts that could
  /// stand for each other the set is only one of which nothing can be left out.
  public let isExact: Bool
}

extension Evaluator {
  /// The smallest set of facts, unknown or still to be shown, whose favourable answers settle the
  /// outcome at the least that they allow.
  ///
  /// Nothing is asked that could not change the outcome. Of several smallest sets, the one for
  /// which most rules wait, then the first by key.
  public func plan(for evaluation: Evaluation) -> QuestionPlan {
    QuestionPlanner(self, evaluation).plan()
  }
}
