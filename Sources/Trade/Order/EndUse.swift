public import Formats

/// What the customer says the goods are for.
///
/// Members that the schema does not name are in `Order.unknownFields` under `endUse`.
public struct EndUse: Sendable, Hashable {
  /// The use in the customer's words.
  public var declared: String?
  /// Number of the end-use statement.
  public var statementReference: String?
  public var statementDate: CivilDate?
  public var questionnaire: [Answer]
  /// Names of bodies that will work with the goods or their results.
  public var collaborators: [String]

  public init(
    declared: String? = nil, statementReference: String? = nil, statementDate: CivilDate? = nil,
    questionnaire: [Answer] = [], collaborators: [String] = []
  ) {
    self.declared = declared
    self.statementReference = statementReference
    self.statementDate = statementDate
    self.questionnaire = questionnaire
    self.collaborators = collaborators
  }
}
