public import Formats
import Trade

/// One answer that somebody gave to a question, as it was handed in.
public struct SubmittedAnswer: Sendable, Hashable {
  public struct Document: Sendable, Hashable {
    public var name: String
    /// Sixty-four hexadecimal digits.
    public var sha256: String
  }

  public var id: String
  public var answer: String
  public var by: String
  public var at: CivilDate
  public var verifiedBy: String?
  public var verifiedAt: CivilDate?
  public var documents: [Document]
  /// What else proves it, in words.
  public var evidence: String?

  /// The answer as the order's questionnaire holds it.
  var entry: Answer {
    var proofs = documents.map { "\($0.name) (sha256:\($0.sha256))" }
    if let evidence { proofs.append(evidence) }
    return Answer(
      question: id, answer: answer, answeredBy: by, answeredOn: at, verifiedBy: verifiedBy,
      verifiedOn: verifiedAt, evidence: proofs.isEmpty ? nil : proofs.joined(separator: "; "))
  }
}
