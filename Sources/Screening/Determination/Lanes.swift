/// What each lane says; they are shown side by side and never added up.
public struct Lanes: Sendable {
  public struct Legal: Sendable {
    public enum State: String, Sendable {
      case prohibited, licenceRequired, noBarFoundWithinCoverage, undetermined
    }
    public var state: State
    public var summary: String

    public init(state: State, summary: String) {
      self.state = state
      self.summary = summary
    }
  }

  public struct RedFlag: Sendable {
    public enum State: String, Sendable { case none, open, resolved }
    public var state: State
    public var summary: String

    public init(state: State, summary: String) {
      self.state = state
      self.summary = summary
    }
  }

  /// Severity is scale, scope and remediability (UN Guiding Principle 14); linkage is cause,
  /// contribute, directlyLinked or none (Guiding Principle 19).
  public struct Rights: Sendable {
    public enum State: String, Sendable { case none, moderate, severe }
    public var state: State
    public var scale: String
    public var scope: String
    public var remediability: String
    public var linkage: String
    public var summary: String

    public init(
      state: State, scale: String, scope: String, remediability: String, linkage: String,
      summary: String
    ) {
      self.state = state
      self.scale = scale
      self.scope = scope
      self.remediability = remediability
      self.linkage = linkage
      self.summary = summary
    }
  }

  public struct Data: Sendable {
    public enum State: String, Sendable { case sufficient, thin, insufficient }
    public var state: State
    public var summary: String

    public init(state: State, summary: String) {
      self.state = state
      self.summary = summary
    }
  }

  public var legal: Legal
  public var redFlag: RedFlag
  public var rights: Rights
  public var data: Data

  public init(legal: Legal, redFlag: RedFlag, rights: Rights, data: Data) {
    self.legal = legal
    self.redFlag = redFlag
    self.rights = rights
    self.data = data
  }
}
