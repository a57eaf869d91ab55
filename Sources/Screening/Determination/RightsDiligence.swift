import Formats

/// Human-rights due diligence on one order, as the UN Guiding Principles (13, 14, 17 to 19, 22) and the
/// guidance of 30 September 2020 structure it. Nothing is a number, and nothing is added up.
public struct RightsDiligence: Sendable, Hashable {
  /// How grave, how wide or how lasting the harm would be.
  public struct Dimension: Sendable, Hashable {
    public enum Grade: String, Sendable {
      case severe, moderate
      /// No rule finds it on what is known.
      case notFound
      /// A rule that would find it severe lacks a fact; taken as severe.
      case unknownTakenAsSevere
    }

    public var grade: Grade
    /// What the rules say of it, or that nothing is known.
    public var words: String
    public var reasons: [Reason]

    public var isTakenAsSevere: Bool { grade == .severe || grade == .unknownTakenAsSevere }
  }

  /// A rule and what it says.
  public struct Reason: Sendable, Hashable {
    public var rule: String
    public var text: String
    /// Ids of evidence items.
    public var evidence: [String]
  }

  public enum Connection: String, Sendable {
    case cause, contribute, directlyLinked, none, unknown
  }

  public var scale: Dimension
  public var scope: Dimension
  public var remediability: Dimension
  public var connection: Connection
  /// The connection, or where that is not known the gravest kind that is open.
  public var takenAs: Connection
  public var connectionReasons: [Reason]
  /// What the seller can bring to bear, and what stands against it.
  public var leverage: [String]
  /// What was verified or is required against the harm.
  public var mitigation: [String]
  /// One sentence on how likely harm is, apart from how sure we are of it.
  public var likelihood: String
  /// One sentence on how far the record carries.
  public var confidence: String

  /// Whether anything was found or is open.
  public var isConcerned: Bool {
    [scale, scope, remediability].contains { $0.grade != .notFound } || connection != .none
  }

  var json: JSON {
    func dimension(_ dimension: Dimension) -> JSON {
      .object([
        ("grade", .string(dimension.grade.rawValue)), ("words", .string(dimension.words)),
        ("reasons", .array(dimension.reasons.map(\.json))),
      ])
    }
    return .object([
      (
        "severity",
        .object([
          ("scale", dimension(scale)), ("scope", dimension(scope)),
          ("remediability", dimension(remediability)),
        ])
      ),
      (
        "connection",
        .object([
          ("kind", .string(connection.rawValue)), ("takenAs", .string(takenAs.rawValue)),
          ("reasons", .array(connectionReasons.map(\.json))),
        ])
      ),
      ("leverage", .strings(leverage)), ("mitigation", .strings(mitigation)),
      ("likelihood", .string(likelihood)), ("confidence", .string(confidence)),
    ])
  }
}

extension RightsDiligence.Reason {
  var json: JSON {
    .object([
      ("ruleId", .string(rule)), ("text", .string(text)), ("evidence", .strings(evidence)),
    ])
  }
}
