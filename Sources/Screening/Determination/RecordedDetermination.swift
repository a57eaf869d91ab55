public import Formats
public import Policy

/// What the quarterly report reads back of one recorded determination.
///
/// Reading fails closed: a record whose decision does not follow from its determination, or that
/// allows without complete coverage, is refused and so never counts as an allowed order.
public struct RecordedDetermination: Sendable {
  public struct Finding: Sendable {
    public var rule: String
    public var title: String
    public var lane: Lane
    public var kind: FindingKind
    /// Nil for a note.
    public var effect: Outcome?
  }

  public struct Evidence: Sendable {
    public var kind: EvidenceItem.Kind
    public var title: String
    public var root: String?
  }

  public struct List: Sendable {
    public var id: String
    public var name: String
    public var isRequired: Bool
    public var answered: Bool
    public var canaries: String
    public var faults: [String]
  }

  public struct Question: Sendable {
    public var id: String
    public var term: String
    public var english: String
  }

  public struct Party: Sendable {
    public var roles: [String]
    public var names: [String]
  }

  public struct Line: Sendable {
    public var number: String
    public var family: String?
    public var familyName: String?
    public var serial: String?
  }

  public struct Change: Sendable {
    public var date: String
    public var subject: String
    public var text: String
  }

  public var id: String
  /// Nil stands for `errorFailClosed`.
  public var outcome: Outcome?
  public var asOf: CivilDate
  public var system: String
  public var reference: String
  public var revision: Int
  public var stage: String
  public var kind: String
  /// Nil where the record states none, or where it is not a decimal number.
  public var value: Decimal?
  public var currency: String?
  public var destination: String
  public var destinationName: String
  public var endUserKnown: String
  public var parties: [Party]
  public var lines: [Line]
  public var policyName: String
  public var policyRevision: String
  public var policyDigest: String
  public var legalState: String
  public var redFlagState: String
  public var rightsState: String
  public var linkage: String
  public var dataState: String
  public var findings: [Finding]
  public var evidence: [Evidence]
  public var isCoverageComplete: Bool
  public var lists: [List]
  public var notSearched: [String]
  public var suppressed: [String]
  public var questions: [Question]
  public var scheduledChanges: [Change]
  public var demonstration: String?

  public var decision: Decision { Decision(for: outcome) }
}
