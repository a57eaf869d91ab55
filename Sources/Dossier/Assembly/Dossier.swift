public import Evidence
public import Facts
public import Formats
public import Law
public import Trade

/// Everything that is known about one order, as facts in the shape of the vocabulary.
public struct Dossier: Sendable {
  public let order: Order
  public let asOf: CivilDate
  public let table: FactTable
  public let evidence: [EvidenceRecord]
  /// Declared parties first, then those joined from tenders and registers.
  public let parties: [PartyReading]
  public let lines: [LineReading]
  /// Counter-evidence, denials and benign explanations, with their evidence.
  public let counterEvidence: [(text: String, evidence: [Int])]
  /// Searches that were not made, in words.
  public let notSearched: [String]
  /// Ids of suppressions that applied.
  public let suppressed: [String]
  /// Parties of the order that share an address, a phone, a mail domain or a person.
  public let links: [PartyLink]
  /// The licence worksheet of each line, in the order of the lines.
  public let worksheets: [Worksheet]
  /// The authorisations that each line uses, in the order of the lines.
  public let licences: [[Authorisation]]
  /// The licence exceptions on which each line relies by a reviewed record.
  public let exceptions: [[ExceptionUse]]
  /// Capacity against need, of end users, or else of all who receive.
  public let capacity: [CapacityAccount]
  /// The answers of the order, with what each came to.
  public let answers: [AnswerRecord]
  /// What a reader should know about the input.
  public let notices: [Diagnostic]
}
