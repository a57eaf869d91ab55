import Formats

/// What goods can do against plausible need, for one body, as arithmetic that a reader can repeat.
public struct CapacityStatement: Sendable, Hashable {
  public struct Step: Sendable, Hashable {
    public var title: String
    /// The inputs and what is done with them.
    public var arithmetic: String
    public var result: String
    public var source: String

    public init(title: String, arithmetic: String, result: String, source: String) {
      self.title = title
      self.arithmetic = arithmetic
      self.result = result
      self.source = source
    }
  }

  /// The body, as written.
  public var body: String
  public var steps: [Step]
  /// What is not known and would change the result.
  public var gaps: [String]

  public init(body: String, steps: [Step], gaps: [String]) {
    self.body = body
    self.steps = steps
    self.gaps = gaps
  }

  var json: JSON {
    .object([
      ("body", .string(body)),
      (
        "steps",
        .array(
          steps.map {
            .object([
              ("title", .string($0.title)), ("arithmetic", .string($0.arithmetic)),
              ("result", .string($0.result)), ("source", .string($0.source)),
            ])
          })
      ),
      ("gaps", .strings(gaps)),
    ])
  }
}
