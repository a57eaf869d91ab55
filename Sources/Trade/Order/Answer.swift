public import Formats

/// One answer of the end-use questionnaire, with who gave it and who checked it.
public struct Answer: Sendable, Hashable {
  /// Identifier of the question, such as `Q-EU-1`.
  public var question: String
  /// The answer as text; nil where the question stands unanswered, which is never a no.
  public var answer: String?
  public var answeredBy: String?
  public var answeredOn: CivilDate?
  public var verifiedBy: String?
  public var verifiedOn: CivilDate?
  /// Where the proof of the answer is kept.
  public var evidence: String?

  public init(
    question: String, answer: String?, answeredBy: String? = nil, answeredOn: CivilDate? = nil,
    verifiedBy: String? = nil, verifiedOn: CivilDate? = nil, evidence: String? = nil
  ) {
    self.question = question
    self.answer = answer
    self.answeredBy = answeredBy
    self.answeredOn = answeredOn
    self.verifiedBy = verifiedBy
    self.verifiedOn = verifiedOn
    self.evidence = evidence
  }
}
