public import Facts

/// One step of the arithmetic, as a reader follows it.
public struct CapacityStep: Sendable, Hashable {
  public let title: String
  /// The inputs and what is done with them.
  public let arithmetic: String
  public let result: String
  public let source: String

  public init(_ title: String, _ arithmetic: String, _ result: String, _ source: String) {
    self.title = title
    self.arithmetic = arithmetic
    self.result = result
    self.source = source
  }
}

/// What the goods of a body can do, held against what it plausibly needs, step by step.
///
/// Reactions are no people: controls, ladders and repeats come off. Goods of several families can
/// serve the same people or others, so that people lie between the largest family and the sum.
/// What was bought before adds to what there is and never to what is needed.
public struct CapacityAccount: Sendable {
  public let body: String
  public let steps: [CapacityStep]
  /// Tests (reactions or pieces) of this order and of the past twelve months.
  public let tests: Interval
  /// People whom these can test.
  public let people: Interval
  /// People a thousand residents; nil where the residents are not known.
  public let peoplePerThousand: Interval?
  /// Samples a year that the instruments of this order and the known ones can run, as people for
  /// each thousand residents; nil where residents are not known.
  public let instrumentPeoplePerThousand: Interval?
  /// Reactions as a percentage of what the known instruments can run in a year; nil where none is
  /// known and there are reactions.
  public let throughputShare: Interval?
  public let exceedsRoutine: Truth
  public let isPopulationScale: Truth
  /// Tests, people and need in a sentence, for a reason.
  public let summary: String
  /// Why facts of it are not known.
  public let gaps: [String]
}
