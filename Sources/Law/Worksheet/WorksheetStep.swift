public import Facts

/// One question of a worksheet, answered yes, no or unknown, with what the answer rests on.
public struct WorksheetStep: Sendable, Hashable {
  /// The sections in the order in which they are worked through.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    case scope, classification, reasons, endUsers, embargoes, exceptions, otherRegimes

    public var title: String {
      switch self {
      case .scope: "Subject to the EAR"
      case .classification: "Classification"
      case .reasons: "Reasons for control and destination"
      case .endUsers: "Part 744: end users and end uses"
      case .embargoes: "Part 746: embargoes and special controls"
      case .exceptions: "Licence exceptions"
      case .otherRegimes: "Other regimes"
      }
    }
  }

  /// What an answer of yes amounts to. Company policy has no place in a worksheet.
  public enum Nature: String, Sendable, Hashable {
    /// Decides whether other steps apply.
    case scope
    /// A licence or authorisation is required, as far as the citation goes.
    case licence
    /// The citation forbids it unless authorised, for whom it binds.
    case prohibition
    /// Something is wrong with, or missing from, what was declared.
    case finding
    /// Says something about the law around the case and requires nothing.
    case context
  }

  public struct Input: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What a step rests on, with the mark that its source carries.
  public struct Citation: Sendable, Hashable {
    public let text: String
    public let verification: String

    public init(_ text: String, verification: String) {
      self.text = text
      self.verification = verification
    }

    /// Whether the source was seen whole.
    public var isVerified: Bool { verification == "stored" }
  }

  /// Stable within a worksheet, such as `reasons.NS-2` or `scope.de-minimis`.
  public let id: String
  public let section: Section
  public let nature: Nature
  public let question: String
  public let answer: Truth
  /// Why, in words.
  public let words: String
  public let inputs: [Input]
  public let citations: [Citation]

  public init(
    _ id: String, _ section: Section, _ nature: Nature, _ question: String, _ answer: Truth,
    _ words: String, inputs: [Input] = [], citations: [Citation]
  ) {
    self.id = id
    self.section = section
    self.nature = nature
    self.question = question
    self.answer = answer
    self.words = words
    self.inputs = inputs
    self.citations = citations
  }
}

extension Truth {
  /// `yes`, `no`, `unknown`.
  public var answer: String {
    switch self {
    case .isTrue: "yes"
    case .isFalse: "no"
    case .isUnknown: "unknown"
    }
  }
}
