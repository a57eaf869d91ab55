import Dossier
import Formats

/// An answer that the order carries, with who gave it and what it came to.
public struct AnsweredQuestion: Sendable, Hashable {
  public var id: String
  public var question: String
  public var answer: String
  public var by: String?
  /// ISO date, as is `verifiedOn`.
  public var on: String?
  public var verifiedBy: String?
  public var verifiedOn: String?
  public var documents: String?
  /// `verified`, `declared`, `open`, `contradicted` or `kept`.
  public var standing: String
  public var reason: String
  /// Id of an evidence item.
  public var evidence: String

  init(_ record: AnswerRecord, evidence: String) {
    id = record.question
    question = record.text
    answer = record.answer
    by = record.by
    on = record.on
    verifiedBy = record.verifiedBy
    verifiedOn = record.verifiedOn
    documents = record.documents
    standing = record.standing.rawValue
    reason = record.reason
    self.evidence = evidence
  }

  var json: JSON {
    .object([
      ("id", .string(id)), ("question", .string(question)), ("answer", .string(answer)),
      ("by", .optional(by)), ("at", .optional(on)), ("verifiedBy", .optional(verifiedBy)),
      ("verifiedAt", .optional(verifiedOn)), ("documents", .optional(documents)),
      ("standing", .string(standing)), ("reason", .string(reason)),
      ("evidence", .string(evidence)),
    ])
  }
}
