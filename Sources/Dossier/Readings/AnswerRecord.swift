/// An answer to a question, with what it does: resolve, stay a declaration, or contradict.
public struct AnswerRecord: Sendable, Hashable {
  public enum Standing: String, Sendable {
    /// A named person other than the one who answered verified it.
    case verified
    /// A declaration: it counts where it is adverse and resolves nothing where it would mitigate.
    case declared
    /// It states no fact, or not one of the kind that was asked for.
    case open
    /// Evidence contradicts it: a finding.
    case contradicted
    /// Kept as evidence; the fact is settled by a record elsewhere, or by a later answer.
    case kept
  }

  /// The id of the question.
  public let question: String
  /// The question in English, where the id names a fact of the vocabulary.
  public let text: String
  public let answer: String
  public let by: String?
  /// ISO date.
  public let on: String?
  public let verifiedBy: String?
  public let verifiedOn: String?
  /// Where the proof is kept: documents with their digests.
  public let documents: String?
  public let standing: Standing
  /// Why it stands as it does, in words.
  public let reason: String
  /// Index into the dossier's evidence.
  public let evidence: Int
}
