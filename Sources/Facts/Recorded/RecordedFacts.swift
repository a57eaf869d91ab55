public import Formats

/// The facts that one determination rested on, kept so that it can be evaluated again, under
/// other policies too, without the corpus from which they came.
///
/// A record keeps what evaluation reads: values, whether they are complete, their basis, members
/// and open sets, relations. Words, evidence and the wording of texts stand elsewhere in a
/// determination and are not kept twice. The form is described in `RecordedFacts.md`.
public struct RecordedFacts: Sendable {
  /// The words that the table is written in.
  public let vocabulary: Vocabulary
  /// The day at which the law was read.
  public let asOf: CivilDate
  /// Operators' confirmations that counted on that day.
  public let confirmations: [String: Bool]
  public let table: FactTable

  public init(
    vocabulary: Vocabulary, asOf: CivilDate, confirmations: [String: Bool], table: FactTable
  ) {
    self.vocabulary = vocabulary
    self.asOf = asOf
    self.confirmations = confirmations
    self.table = table
  }

  /// The only form there is so far.
  static let form = 1
}
